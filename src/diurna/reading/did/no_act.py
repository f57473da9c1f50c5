"""Words that tell no act here, whatever the heads hold: idioms, land that is held, ships that sail, the same act told twice."""

from __future__ import annotations

from spacy.tokens import Token

from diurna.reading.did.proposal import Told
from diurna.reading.did.word_lists import lexis
from diurna.reading.document import Document

FORCES_ONLY = frozenset(("retreat", "mobilize"))


def tells_nothing(document: Document, told: Told, found: list[Told]) -> bool:
    """Whether the trigger tells no act, or one that another of the sentence's acts tells better."""
    return told_better(told, found) or hands_on(told, found) or idiom(told[1]) or without_forces(document, told) or held_land(told)


def told_better(told: Told, found: list[Told]) -> bool:
    """Whether a neighbour in the grammar tells the same act with more certainty: "held" beside "talks", "expressed" beside "regret",
    the second of "discuss and discuss"."""
    proposal, token = told
    for other, beside in found:
        if other is proposal or other.kind != proposal.kind:
            continue
        if token.dep_ == "conj" and token.head == beside and token.lemma_ == beside.lemma_:
            return True
        if other.confidence < proposal.confidence:
            continue
        below, above = (beside, token) if beside.head == token else (token, beside)
        chain = below.head.head if below.dep_ == "pobj" else below.head
        tied = chain == above and below.dep_ in ("dobj", "pobj", "attr", "acomp", "oprd", "nsubjpass")
        if tied and (other.confidence, -beside.i) > (proposal.confidence, -token.i):
            return True
    return False


def hands_on(told: Told, found: list[Told]) -> bool:
    """Whether a verb of plain saying only passes on acts that stand in its clause: they are recorded, on the speaker's word."""
    proposal, token = told
    if token.lemma_ not in lexis().saying or proposal.kind not in ("assert", "accuse", "deny", "demand", "talk"):
        return False
    clauses = [c for c in token.children if c.dep_ in ("ccomp", "parataxis")]
    within = {t.i for c in clauses for t in c.subtree}
    return any(other.i in within for _, other in found)


def idiom(token: Token) -> bool:
    """ "According to", and "let down": nobody is let out or in."""
    if token.lower_ == "according":
        return True
    return token.lemma_ == "let" and any(c.lower_ == "down" for c in token.subtree if c.head in (token, *token.children))


def without_forces(document: Document, told: Told) -> bool:
    """Whether only ships or vehicles "retreat" or "mobilize": a freighter that leaves a port does neither."""
    proposal, _ = told
    roots = [document.tokens(*a).root.lemma_.lower() for a in proposal.actors if len(document.tokens(*a))]
    return proposal.kind in FORCES_ONLY and bool(roots) and all(r in lexis().vehicles for r in roots)


def held_land(told: Told) -> bool:
    """Whether land is "held by" somebody: that lasts, and detains nobody."""
    proposal, token = told
    noun = token.head
    return proposal.kind == "coerce" and token.lower_ == "held" and token.dep_ == "acl" and noun.lemma_.lower() in lexis().land
