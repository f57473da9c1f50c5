"""Parties that face each other: the sides of a mediation, of a meeting, of a deal."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.phrases import overlaps
from diurna.reading.did.proposal import Proposal, Told
from diurna.reading.did.word_lists import lexis
from diurna.reading.document import Document
from diurna.words import KINDS, Span

FACED = "rule: parties of a mutual act face each other"


def between(proposal: Proposal, token: Token) -> Proposal:
    """Whoever stands "between A and B" of a mediation is a side, and no mediator."""
    if proposal.kind != "mediate":
        return proposal
    places = [c for t in (token, *token.children) for c in t.subtree if c.lower_ == "between"]
    inside = [(t.idx, t.idx + len(t.text)) for p in places for t in p.subtree if t.pos_ in ("PROPN", "NOUN")]
    moved = tuple(a for a in proposal.actors if any(overlaps(a, i) for i in inside))
    if not moved:
        return proposal
    kept = tuple(a for a in proposal.actors if a not in moved)
    return replace(proposal, actors=kept, recipients=(*moved, *proposal.recipients), why=(*proposal.why, "rule: sides of a mediation"))


def paired(proposal: Proposal) -> Proposal:
    """In a mutual act with several actors and no recipient the first stands as actor, the others face it."""
    if KINDS[proposal.kind].mutual and len(proposal.actors) > 1 and not proposal.recipients:
        why = (*proposal.why, FACED)
        return replace(proposal, actors=proposal.actors[:1], recipients=proposal.actors[1:], why=why)
    return proposal


def one_another(proposal: Proposal, token: Token) -> Proposal:
    """Who "accuse each other" or "exchange prisoners" stand on both sides: the first as actor, the others facing it."""
    links = [c for c in token.children if c.dep_ in ("dobj", "dative", "prep")]
    said = any(reciprocal(t) for c in links for t in (c, *(p for p in c.children if p.dep_ == "pobj")))
    given_and_taken = token.lemma_.lower() in lexis().exchanging and len(proposal.actors) == 2 and not proposal.recipients
    if not (said or given_and_taken):
        return proposal
    first, others = proposal.actors[:1], proposal.actors[1:]
    why = (*proposal.why, "rule: they did it to each other")
    return replace(proposal, actors=first, recipients=others or proposal.recipients, each_other=True, why=why)


def reciprocal(token: Token) -> bool:
    return (token.lower_ == "other" and any(c.lower_ == "each" for c in token.children)) or (
        token.lower_ == "another" and any(c.lower_ == "one" for c in token.children)
    )


def each_its_own(document: Document, found: list[Told]) -> list[Told]:
    """Of two acts of one kind in a sentence each keeps the recipients that hang on its own word: "before going to Russia he visited
    Turkey" is one visit to each. An act loses none where that would be its last."""
    return [(less(document, p, t, [o for q, o in found if q is not p and q.kind == p.kind]), t) for p, t in found]


def less(document: Document, proposal: Proposal, token: Token, others: list[Token]) -> Proposal:
    kept = tuple(r for r in proposal.recipients if owns(document, token, r) or not any(owns(document, o, r) for o in others))
    if not kept or kept == proposal.recipients:
        return proposal
    return replace(proposal, recipients=kept, why=(*proposal.why, "rule: each act has the recipients of its own word"))


def owns(document: Document, token: Token, span: Span) -> bool:
    """Whether a span hangs on a word as its object, straight or by a preposition."""
    tokens = document.tokens(*span)
    if not len(tokens):
        return False
    noun: Token = tokens.root
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN", "PRON"):
        noun = noun.head
    return token == (noun.head.head if noun.dep_ == "pobj" else noun.head) and noun.dep_ in ("dobj", "dative", "pobj", "nsubjpass")
