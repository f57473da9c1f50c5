"""Parties that face each other: the sides of a mediation, of a meeting, of a deal."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.phrases import overlaps
from diurna.reading.did.proposal import Proposal
from diurna.words import KINDS


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
        why = (*proposal.why, "rule: parties of a mutual act face each other")
        return replace(proposal, actors=proposal.actors[:1], recipients=proposal.actors[1:], why=why)
    return proposal
