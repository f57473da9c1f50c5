"""What kind of act a word tells where its grammar leaves no choice."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.proposal import Proposal
from diurna.reading.did.word_lists import lexis

CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl"))
REVENGE_AS = frozenset(("xcomp", "dobj"))
LANDS = frozenset(("GPE", "LOC"))
ON = frozenset(("on", "upon"))


def settled(proposal: Proposal, token: Token) -> Proposal:
    """The act with the kind that grammar settles: who calls on somebody to do something appeals; sanctions are a sanction; a vow of
    revenge is a threat; what is done to an accord breaks it; an emergency or a curfew
    prolonged is no truce; a missile over a land is a show of force."""
    if proposal.kind in ("assert", "accuse") and calls_on(token):
        return told_as(proposal, "appeal")
    if proposal.kind == "threaten" and token.pos_ == "NOUN" and token.lemma_.lower() == "sanction":
        return told_as(proposal, "sanction")
    if proposal.kind == "assault" and any(o.lemma_.lower() in lexis().papers for o in objects(token)):
        return told_as(proposal, "violate")
    if proposal.kind == "cease-fire" and any(o.lemma_.lower() in lexis().emergencies for o in objects(token)):
        return told_as(proposal, "coerce")
    if proposal.kind == "assault" and flown_over(token):
        return replace(told_as(proposal, "mobilize"), recipients=())
    if proposal.kind == "promise" and any(c.dep_ in REVENGE_AS and c.lemma_.lower() in lexis().revenge for c in token.children):
        return told_as(proposal, "threaten")
    return proposal


def objects(token: Token) -> list[Token]:
    """What a verb or a noun of doing is done to: "sabotaged the accord", "the sabotage of the accord"."""
    of = [p for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    return [*of, *(c for c in token.children if c.dep_ == "dobj")]


def flown_over(verb: Token) -> bool:
    """ "Fired a missile over Japan": a test, by the manual, and no strike on what lies below."""
    if verb.lemma_ not in lexis().shooting:
        return False
    shot = any(c.dep_ == "dobj" and c.lemma_.lower() in lexis().weapons for c in verb.children)
    links = [p for c in verb.children for p in (c, *c.children) if p.dep_ == "prep"]
    return shot and any(p.lower_ == "over" and any(c.ent_type_ in LANDS for c in p.children) for p in links)


def told_as(proposal: Proposal, kind: str) -> Proposal:
    return replace(proposal, kind=kind, why=(*proposal.why, f"rule: {kind} by grammar"))


def calls_on(verb: Token) -> bool:
    """ "Called on the junta to free him": not "called on the president" alone, which visits, nor "called him a traitor on air"."""
    on = next((c for c in verb.children if c.lower_ in ON and c.i == verb.i + 1), None)
    if verb.lemma_ != "call" or on is None:
        return False
    clauses = [c for head in (verb, *on.children) for c in head.children if c.dep_ in CLAUSES]
    return any(d.dep_ == "aux" and d.lower_ == "to" for c in clauses for d in c.children)
