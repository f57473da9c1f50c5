"""Who has no interest in a war rejects no offer: he denies that he wants one."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.proposal import Proposal, Told
from diurna.reading.did.word_lists import lexis
from diurna.reading.grammar import phrase, subject_of

INTEREST = frozenset(("interest", "interested"))


def no_wish_for_war(proposal: Proposal, token: Token) -> Proposal:
    """A denial, by whoever says so: "the minister repeated that Norland is not interested in a war" is the minister's."""
    if proposal.kind != "reject" or token.lower_ not in INTEREST or not hostile(token):
        return proposal
    why = (*proposal.why, "rule: who has no interest in a war denies that he wants it")
    return replace(proposal, kind="deny", modality="done", actors=told_by(token) or proposal.actors, recipients=(), why=why)


def hostile(token: Token) -> bool:
    """Whether what there is no interest in is a war or the like, and not a talk about it."""
    objects = [c for link in token.children if link.lower_ == "in" for c in link.children if c.dep_ in ("pobj", "pcomp")]
    return any(t.lemma_.lower() in lexis().hostilities or t.lower_ in lexis().hostilities for t in objects)


def told_by(token: Token) -> tuple[tuple[int, int], ...]:
    """The subject of the verb of saying whose complement the word stands in."""
    at = token
    while at.dep_ in ("acomp", "dobj", "attr", "conj") and at.head != at:
        at = at.head
    if at.dep_ != "ccomp":
        return ()
    subject, passive = subject_of(at.head)
    return () if subject is None or passive else (phrase(subject),)


def denied_again(told: Told, found: list[Told]) -> bool:
    """Whether what is denied is told by the verb above, too: "repeated that Norland has no interest in a war" denies once."""
    proposal, token = told
    if proposal.kind != "deny" or token.lower_ not in INTEREST:
        return False
    return any(p.kind == "deny" and t in token.ancestors and set(p.actors) & set(proposal.actors) for p, t in found)
