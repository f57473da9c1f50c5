"""Who undergoes an act though the proposal, or the grammar, has him act, and what does not: subjects of passives, civilians who leave, the
place that a visitor comes from."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.phrases import overlaps
from diurna.reading.did.proposal import Proposal
from diurna.reading.did.word_lists import lexis
from diurna.reading.document import Document, end_of
from diurna.reading.grammar import phrase, taken_up
from diurna.words import KINDS, Span

CLEAR = 0.8
"""How sure of the parties the trained heads are when grammar no longer overrules them: on the passages of `evaluation/acts/dev-*.jsonl` its
verdict on passives is then oftener wrong than theirs."""

SUFFERED = frozenset(("assault", "coerce", "release", "evacuate", "expel"))
PLACES = frozenset(("GPE", "LOC", "FAC"))
TOUCHING = frozenset("visit mobilize assault aid coerce protest retreat evacuate".split())
"""Kinds of act done to places too."""
WHERE = frozenset("in at near off outside inside across throughout around within along".split())


def undergone(proposal: Proposal, token: Token) -> Proposal:
    """Who undergoes a passive is no actor: "126 people were brought out", "the ships attacked". By whom, if said, is."""
    if token.lower_ in lexis().felt:
        return felt(proposal, token)
    if token.lemma_ == "go" or (token.lower_ in lexis().ready and any(c.dep_ == "xcomp" for c in token.children)):
        return proposal
    plain = interposed(token) or coordinated_patient(token)
    if plain is None and proposal.sure is not None and proposal.sure.parties >= CLEAR:
        return proposal
    patient = plain or next((c for c in token.children if c.dep_ == "nsubjpass"), None) or headline_patient(token)
    if patient is None and token.tag_ == "VBN" and token.dep_ == "acl" and not any(c.dep_ == "nsubj" for c in token.children):
        patient = token.head
    if patient is None or not proposal.actors or KINDS[proposal.kind].mutual:
        return proposal
    first, last = patient.left_edge.idx, end_of(patient.right_edge)
    moved = tuple(a for a in proposal.actors if a[0] <= patient.idx < a[1] or (first <= a[0] and a[1] <= last and patient.i < token.i))
    if not moved:
        return proposal
    agent = next((p for c in token.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
    kept = tuple(a for a in proposal.actors if a not in moved) or ((phrase(agent),) if agent is not None else ())
    recipients = (*moved, *(r for r in proposal.recipients if not any(overlaps(r, m) for m in (*moved, *kept))))
    return replace(proposal, actors=kept, recipients=recipients, why=(*proposal.why, "rule: a passive's subject is no actor"))


def coordinated_patient(token: Token) -> Token | None:
    """The subject of a passive that shares it with the verb before: "pardoned many and has been urged to pardon the rest", "was
    named the winner and congratulated by"."""
    beside = {c.dep_ for c in token.children}
    if token.dep_ != "conj" or token.tag_ != "VBN" or beside & {"nsubj", "nsubjpass", "dobj"}:
        return None
    first = token.head
    if "auxpass" not in beside and not ("agent" in beside and any(c.dep_ == "auxpass" for c in first.children)):
        return None
    while first.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in first.children):
        first = first.head
    subject = next((c for c in first.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return (taken_up(subject) or subject) if subject is not None else None


def interposed(token: Token) -> Token | None:
    """Who is asked in "France, asked to stay on, said yes", which the parse may take for a main verb: none stands behind its own subject
    and a comma."""
    if token.tag_ not in ("VBD", "VBN") or token.lemma_ not in lexis().asked or not token.i or token.nbor(-1).text != ",":
        return None
    if not any(c.dep_ == "xcomp" and any(d.i == token.i + 1 for d in c.children) for c in token.children):  # "asked to": nobody between
        return None
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return token.head if token.dep_ == "acl" else None
    before, after = (token.doc[a:b] for a, b in ((subject.left_edge.i, token.i - 1), (token.i, token.sent.end)))
    return subject if any(t.text == "," for t in after) and not any(t.text == "," for t in before) else None


def felt(proposal: Proposal, token: Token) -> Proposal:
    """Who is "disappointed by" somebody is the one who blames, and that somebody the one blamed."""
    around = [*token.children, *(token.head.children if token.dep_ in ("acomp", "oprd", "attr") else ())]
    feels = next((c for c in around if c.dep_ in ("nsubjpass", "nsubj")), None)
    agents = [p for c in around if c.dep_ in ("agent", "prep") and c.lower_ in ("by", "with", "at", "in") for p in c.children]
    if feels is None or not agents:
        return proposal
    inner = [p for a in agents for c in a.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    blamed = tuple(dict.fromkeys(phrase(t) for first in inner or agents for t in (first, *first.conjuncts)))
    if inner:
        blamed += tuple(phrase(t) for a in agents for t in (*a.conjuncts, *(c for c in a.children if c.dep_ == "appos")))
    why = (*proposal.why, "rule: who feels it about whom")
    return replace(proposal, actors=(phrase(feels),), recipients=blamed, why=why)


def headline_patient(token: Token) -> Token | None:
    """The subject of a verb that has an object whenever it is active, and has none here: "Mayor accused over missing flour"."""
    if token.tag_ not in ("VBD", "VBN") or token.lemma_ not in lexis().takes_an_object:
        return None
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "aux", "auxpass", "dative") for c in token.children):
        return None
    return next((c for c in token.children if c.dep_ == "nsubj"), None)


def fleeing(document: Document, proposal: Proposal) -> Proposal:
    """Civilians do not retreat: those who leave a siege are evacuated, whoever it is that brings them out."""
    if proposal.kind != "retreat" or not any(t.lemma_.lower() in lexis().people for a in proposal.actors for t in document.tokens(*a)):
        return proposal
    return replace(
        proposal, kind="evacuate", actors=(), recipients=proposal.actors, why=(*proposal.why, "rule: civilians who leave are evacuated")
    )


def where_only(document: Document, proposal: Proposal, token: Token) -> Proposal:
    """The land where somebody is struck, seized or freed does not do it: "two nurses were kidnapped in Sudan". Who is arrested or tried
    there is so by the land's own officers, and PLV marks it as the actor."""
    if proposal.kind not in SUFFERED or token.tag_ != "VBN" or token.lemma_ in lexis().officers_do:
        return proposal
    kept = tuple(a for a in proposal.actors if not scene(document, a, token))
    if kept == proposal.actors:
        return proposal
    return replace(proposal, actors=kept, why=(*proposal.why, "rule: where it happens is not who does it"))


def met_where(document: Document, proposal: Proposal) -> Proposal:
    """The place in which something is said, signed or settled is not who it is said to: "signed in Bangui", "promised to thin out its
    bases in Chad". Of other acts it may stand for who is there, where nobody else is named."""
    kept = tuple(r for r in proposal.recipients if not a_place(document, r))
    if kept == proposal.recipients or proposal.kind in TOUCHING or not (kept or KINDS[proposal.kind].speech or proposal.kind == "sign"):
        return proposal
    return replace(proposal, recipients=kept, why=(*proposal.why, "rule: where it happens is not who it is done to"))


def a_place(document: Document, span: Span) -> bool:
    tokens = document.tokens(*span)
    in_it = len(tokens) and tokens.root.dep_ == "pobj" and tokens.root.head.lower_ in WHERE
    return bool(in_it) and tokens.root.ent_type_ in PLACES


def scene(document: Document, span: Span, token: Token) -> bool:
    """Whether a span is a place that a passive verb, or who undergoes it, stands in."""
    tokens = document.tokens(*span)
    if not len(tokens) or tokens.root.dep_ != "pobj" or tokens.root.ent_type_ not in PLACES:
        return False
    link = tokens.root.head
    return link.lower_ in WHERE and (link.head == token or (link.head.head == token and link.head.dep_ in ("nsubjpass", "prep")))


def come_from(document: Document, proposal: Proposal) -> Proposal:
    """Who visits comes from somewhere, and visits that not: "flew to Moscow from Ankara"."""
    if proposal.kind != "visit":
        return proposal
    kept = tuple(r for r in proposal.recipients if not left(document, r))
    if kept == proposal.recipients:
        return proposal
    return replace(proposal, recipients=kept, why=(*proposal.why, "rule: where one comes from is not visited"))


def left(document: Document, span: Span) -> bool:
    tokens = document.tokens(*span)
    return bool(len(tokens)) and tokens.root.dep_ == "pobj" and tokens.root.head.lower_ == "from"
