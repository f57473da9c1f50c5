"""What kind of act a word tells where its grammar leaves no choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.proposal import Proposal
from diurna.reading.did.word_lists import lexis
from diurna.reading.grammar import SUBJECTS

CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl"))
REVENGE_AS = frozenset(("xcomp", "dobj", "ccomp", "parataxis"))
LANDS = frozenset(("GPE", "LOC"))
ON = frozenset(("on", "upon"))
OWN = frozenset("it they he she we i".split())


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
    if proposal.kind == "promise" and any(c.dep_ in REVENGE_AS and vengeful(c) for c in token.children):
        return told_as(proposal, "threaten")
    other = by_its_words(proposal.kind, token)
    return told_as(proposal, other) if other not in (None, proposal.kind) else proposal


def by_its_words(kind: str, token: Token) -> str | None:
    """The kind that the words beside a trigger make of another, by the table `BY_ITS_WORDS`; None where they make none."""
    return next((other for kinds, says_so, other in BY_ITS_WORDS if kind in kinds and says_so(token)), None)


def regrets_its_own(verb: Token) -> bool:
    """ "The army regretted that it had fired on the crowd": not "regretted that Chad had"."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"] if verb.lemma_ in ("regret", "apologise", "apologize") else []
    return any(s.dep_ == "nsubj" and s.lower_ in OWN for c in clauses for s in c.children)


def ties_cut(verb: Token) -> bool:
    """ "Severed relations with Chad"."""
    return verb.pos_ == "VERB" and bool(objects_of(verb) & lexis().ties)


def accord_left(verb: Token) -> bool:
    """ "Suspended the treaty", "broke off the talks"."""
    return verb.pos_ == "VERB" and bool(objects_of(verb) & lexis().accords)


def objects_of(verb: Token) -> set[str]:
    return {c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "nsubjpass")}


def taken_by_gunmen(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in lexis().gunmen for c in verb.children)


def sentenced(verb: Token) -> bool:
    """ "Jailed her for six years": a court's sentence, and no arrest; "condemned to ten years", "a tribunal condemned" likewise."""
    if verb.lemma_ == "condemn" and any(c.dep_ in SUBJECTS and c.lemma_.lower() in lexis().courts for c in verb.children):
        return True
    by = {"jail": "for", "imprison": "for", "condemn": "to"}.get(verb.lemma_)
    spans = [c for link in verb.children if link.lower_ == by for c in link.children]
    return any(c.lemma_.lower() in lexis().terms for c in spans)


def spoken_into(verb: Token) -> bool:
    """ "Spoke on state television", "spoke to reporters": to nobody in particular, and no talk."""
    links = [c for c in verb.children if c.dep_ == "prep"]
    aired = any(p.lemma_.lower() in lexis().airwaves for c in links if c.lower_ in ("on", "to", "in") for p in c.children)
    return verb.lemma_ == "speak" and aired and not any(c.lower_ in ("with", "by") for c in links)


def supplied(verb: Token) -> bool:
    """ "Sent tanks to Banta", "sent Banta tanks": who sends things to another helps him, and readies no forces."""
    goods = any(c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in lexis().supplies for c in verb.children)
    to = any(c.dep_ == "dative" or (c.dep_ == "prep" and c.lower_ == "to") for v in (verb, *verb.children) for c in v.children)
    return goods and to and verb.lemma_ in ("send", "ship")


def or_else(verb: Token) -> bool:
    """Whether a demand names what comes of not meeting it: "gave them a week to leave or face the army"."""
    return any(t.lower_ == "or" and t.nbor(1).lower_ in lexis().penalties for t in verb.subtree if verb.i < t.i < len(t.doc) - 1)


def rescued(verb: Token) -> bool:
    """ "Pulled them from the rubble", "out of the sea"."""
    links = [p for c in verb.children for p in (c, *c.children) if p.lower_ in ("from", "of")]
    return any(c.lemma_.lower() in lexis().perils for p in links for c in p.children)


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


def vengeful(token: Token) -> bool:
    """ "Punish", "retaliation"; "strike back", "pay it back"; not "not to punish"."""
    if any(c.dep_ == "neg" for c in token.children):
        return False
    back = any(c.lower_ == "back" for c in token.children)
    return token.lemma_.lower() in lexis().revenge or (back and token.lemma_ in lexis().returning)


def called_untrue(verb: Token) -> bool:
    """ "Called the report baseless": not "called the attack baseless", which blames."""
    if verb.lemma_ not in lexis().naming:
        return False
    return any(t.lemma_.lower() in lexis().untrue for c in verb.children if c.i > verb.i for t in (c, *c.children, *c.conjuncts))


def shown_out(verb: Token) -> bool:
    """ "Ordered the diplomats to leave": not the residents of a town, who are told to seek safety."""
    leaving = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.lemma_ in lexis().leaving]
    whom = [t for v in (verb, *leaving) for t in v.children if t.dep_ in ("dobj", "nsubjpass", "dative", "nsubj")]
    return bool(leaving) and any(t.lemma_.lower() in lexis().envoys for t in whom if t.i > verb.i or t.dep_ == "nsubjpass")


def told_as(proposal: Proposal, kind: str) -> Proposal:
    return replace(proposal, kind=kind, why=(*proposal.why, f"rule: {kind} by grammar"))


def calls_on(verb: Token) -> bool:
    """ "Called on the junta to free him": not "called on the president" alone, which visits, nor "called him a traitor on air"."""
    on = next((c for c in verb.children if c.lower_ in ON and c.i == verb.i + 1), None)
    if verb.lemma_ != "call" or on is None:
        return False
    clauses = [c for head in (verb, *on.children) for c in head.children if c.dep_ in CLAUSES]
    return any(d.dep_ == "aux" and d.lower_ == "to" for c in clauses for d in c.children)


BY_ITS_WORDS: tuple[tuple[frozenset[str], Callable[[Token], bool], str], ...] = (
    (frozenset(("accuse", "coerce")), sentenced, "sanction"),
    (frozenset(("talk",)), spoken_into, "assert"),
    (frozenset(("accuse",)), called_untrue, "deny"),
    (frozenset(("accuse",)), regrets_its_own, "concede"),
    (frozenset(("demand",)), or_else, "threaten"),
    (frozenset(("demand",)), shown_out, "expel"),
    (frozenset(("evacuate",)), taken_by_gunmen, "assault"),
    (frozenset(("sanction", "withdraw")), ties_cut, "sanction"),
    (frozenset(("sanction", "withdraw")), accord_left, "withdraw"),
    (frozenset(("evacuate", "release")), rescued, "aid"),
    (frozenset(("mobilize",)), supplied, "aid"),
)
"""Which kinds become which other one where the words beside the trigger say so, the first that does."""
