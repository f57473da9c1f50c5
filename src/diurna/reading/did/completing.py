"""What grammar adds to and corrects in the acts proposed. Each rule names itself in `why`.

A rule stands here only where it was measured to help (evaluation/): borrowed subjects, passives, pairs, modality.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.lexicon import phrase, subject_of
from diurna.reading.did.modality import modality_by_grammar
from diurna.reading.did.proposal import Proposal
from diurna.reading.document import Document
from diurna.words import KINDS, Span

Told = tuple[Proposal, Token]


def completed(document: Document, found: list[Told]) -> list[Told]:
    """The proposals of one sentence, completed and corrected."""
    return [(paired(borrowed(modal(p, t), t)), t) for p, t in found]


def modal(proposal: Proposal, token: Token) -> Proposal:
    """A plain negation or future that the heads read as done: grammar is right where it speaks that clearly."""
    by_grammar = modality_by_grammar(token) if token.pos_ in ("VERB", "AUX") else None
    if proposal.modality == "done" and by_grammar in ("negated", "planned"):
        return replace(proposal, modality=by_grammar, why=(*proposal.why, f"rule: {by_grammar} by grammar"))
    return proposal


def borrowed(proposal: Proposal, token: Token) -> Proposal:
    """An act without an actor borrows the subject of its verb, or of the verb that it is coordinated with or controlled by."""
    if proposal.actors or token.pos_ != "VERB":
        return proposal
    subject, passive = subject_of(token)
    if subject is None or passive or subject.dep_ != "nsubj" or subject.lower_ in ("it", "there", "this", "that", "which", "what"):
        return proposal
    span = phrase(subject)
    if span in proposal.recipients or proposal.alleged:
        return proposal
    return replace(proposal, actors=(span,), why=(*proposal.why, "rule: actor is the subject of its clause"))


def paired(proposal: Proposal) -> Proposal:
    """In a mutual act with several actors and no recipient the first stands as actor, the others face it."""
    if KINDS[proposal.kind].mutual and len(proposal.actors) > 1 and not proposal.recipients:
        return replace(
            proposal,
            actors=proposal.actors[:1],
            recipients=proposal.actors[1:],
            why=(*proposal.why, "rule: parties of a mutual act face each other"),
        )
    return proposal


def overlaps(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
