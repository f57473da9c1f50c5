"""Words that tell no act here, whatever the heads hold: idioms, land that is held, ships that sail, the same act told twice."""

from __future__ import annotations

from spacy.tokens import Token

from diurna.reading.did.proposal import Proposal, Told
from diurna.reading.did.word_lists import lexis
from diurna.reading.document import Document
from diurna.words import KINDS

FORCES_ONLY = frozenset(("retreat", "mobilize"))
DECIDED = frozenset("agree concede cooperate investigate sanction sign".split())
"""Kinds of act that are decided on and, like what is said, a mere topic where only a noun tells of them. A promise is not: it is his
who speaks."""
NOT_SO = frozenset(("possible", "conditional", "negated"))


def tells_nothing(document: Document, told: Told, found: list[Told]) -> bool:
    """Whether the trigger tells no act, or one that another of the sentence's acts tells better."""
    token = told[1]
    of_itself = idiom(token) or general(token) or held_land(told) or without_forces(document, told)
    return of_itself or told_better(told, found) or hands_on(told, found)


def nobodys(document: Document, told: Told) -> bool:
    """Whether an act with its parties made whole is nobody's in particular: done by anybody or by the weather, or by none who is named."""
    proposal, token = told
    roots = [document.tokens(*a).root for a in proposal.actors if len(document.tokens(*a))]
    if roots:
        return all(anybody(r) or elemental(r) for r in roots)
    return topic(proposal, token) or (not proposal.recipients and proposal.modality in NOT_SO and proposal.condition is None)


def anybody(actor: Token) -> bool:
    """ "Anyone who offered it a bargain", "a right that one uses"; "one of them" is somebody."""
    return actor.lower_ in lexis().anybody and not any(c.dep_ == "prep" for c in actor.children)


def elemental(actor: Token) -> bool:
    """Whether a storm or a disease does it, by its name too: "Cyclone Yasa"."""
    words = [actor, *(c for c in actor.children if c.dep_ == "compound")]
    return any(w.lemma_.lower() in lexis().elements for w in words)


def topic(proposal: Proposal, token: Token) -> bool:
    """Whether a noun tells what somebody may have said or decided and names none whose it is: "threats against judges rose"."""
    said = KINDS[proposal.kind].speech and proposal.kind != "promise"
    if token.pos_ != "NOUN" or not (said or proposal.kind in DECIDED):
        return False
    return not proposal.recipients or token.dep_ in ("nsubj", "nsubjpass")


def general(token: Token) -> bool:
    """Whether a verb is only spoken of: what one can do, what it is to do it ("bombing people is no way to win them"), what one stops
    doing, which the verb above tells."""
    if token.dep_ in ("csubj", "csubjpass") or any(c.dep_ == "aux" and c.lower_ == "can" for c in token.children):
        return True
    return token.tag_ == "VBG" and token.dep_ in ("xcomp", "dobj") and token.head.lemma_ in lexis().stopping


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
    """ "According to"; "let down": nobody is let out or in; "sworn in": nobody promises another anything."""
    if token.lower_ == "according":
        return True
    if token.lemma_ == "swear" and any(c.lower_ == "in" and (c.dep_ == "prt" or c.i == token.i + 1) for c in token.children):
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
