"""Whom an act of speech is addressed to, and whom not: the subject of the clause that says what is asked or said."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.phrases import EMPTY, overlaps
from diurna.reading.did.proposal import Proposal
from diurna.reading.did.word_lists import lexis
from diurna.reading.grammar import phrase, subject_of

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


def given_by(proposal: Proposal, token: Token) -> Proposal:
    """Who gets an offer or a warning from somebody is its addressee: "Kyiv got an offer from Moscow" is Moscow's offer."""
    verb = token.head
    if token.pos_ != "NOUN" or token.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in lexis().getting:
        return proposal
    giver = next((p for t in (verb, token) for c in t.children if c.lower_ == "from" for p in c.children if p.dep_ == "pobj"), None)
    getter, passive = subject_of(verb)
    if giver is None or getter is None or (passive and getter == token):
        return proposal
    why = (*proposal.why, "rule: who gets it is addressed, who it comes from acts")
    return replace(proposal, actors=(phrase(giver),), recipients=(phrase(getter),), why=why)


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
