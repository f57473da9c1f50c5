"""Whom an act of speech is addressed to, and whom not: the subject of the clause that says what is asked or said."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.phrases import EMPTY, overlaps
from diurna.reading.did.proposal import Proposal
from diurna.reading.grammar import phrase

ADDRESSED = frozenset(("promise", "warn", "assert", "offer", "deny"))


def addressed(proposal: Proposal, token: Token) -> Proposal:
    """Who is promised, told or warned is an object: the subject of what is said is not ("promised that the world body would pay")."""
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i > token.i), None)
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None) if clause is not None else None
    if subject is None or proposal.kind not in ADDRESSED:
        return proposal
    kept = tuple(r for r in proposal.recipients if not r[0] <= subject.idx < r[1])
    if kept == proposal.recipients:
        return proposal
    return replace(proposal, recipients=kept, why=(*proposal.why, "rule: the subject of what is said is not addressed"))


def asked(proposal: Proposal, token: Token) -> Proposal:
    """Who is to do what is asked: the subject of "demanded that Kyiv let them pass"."""
    if proposal.kind not in ("appeal", "demand", "propose") or proposal.recipients:
        return proposal
    clause = next((c for c in token.children if c.dep_ == "ccomp"), None)
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    if subject is None or subject.i < token.i or subject.lower_ in EMPTY:
        return proposal
    span = phrase(subject)
    if any(overlaps(span, a) for a in proposal.actors):
        return proposal
    return replace(proposal, recipients=(span,), why=(*proposal.why, "rule: asked is the subject of what is asked"))
