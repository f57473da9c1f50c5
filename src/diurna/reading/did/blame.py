"""Who holds another to be the cause of a trouble blames him, though no verb says so: "The famine, he said, is due to the junta's siege"."""

from __future__ import annotations

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from diurna.reading.did.borrowing import possessor
from diurna.reading.did.party_spans import NAMED
from diurna.reading.did.proposal import Proposal, Told
from diurna.reading.did.word import Sayings, innermost
from diurna.reading.did.word_lists import lexis
from diurna.reading.grammar import SUBJECTS, phrase
from diurna.words import Span

UNMEASURED = 0.5
"""Confidence of what this rule finds. Too few of them stand in marked reports to say better."""
CAUSED = "rule: who names the cause of a trouble blames whose it is"
DEPTH = 3
"""Nouns from the cause inward in which to look for whose it is: "the refusal of the government of Norland"."""


def blames(said: Sayings, sentence: Sentence) -> list[Told]:
    """The accusations that a sentence makes by naming a trouble and its cause, each on the word of who says so."""
    out: list[Told] = []
    for token in sentence:
        cause = cause_of(token)
        told_by = innermost(said, (token.idx, token.idx + len(token))) if cause is not None else None
        if cause is None or told_by is None or not told_by.source.spans:
            continue
        whom = culprits(cause)
        start, end = told_by.source.spans[0]
        if whom and not any(a < end and start < b for a, b in whom):
            out.append((accusation(token, told_by.source.spans[0], whom), token))
    return out


def breaches(said: Sayings, sentence: Sentence) -> list[Told]:
    """The accusations that a sentence makes by calling an accord broken and saying by whom: "The regime's open sabotage of the accord"."""
    out: list[Told] = []
    for token in sentence:
        breaker = possessor(token) if token.lemma_.lower() in lexis().breaches else None
        told_by = innermost(said, (token.idx, token.idx + len(token))) if breaker is not None and breaks_a_paper(token) else None
        if breaker is None or told_by is None or not told_by.source.spans:
            continue
        who, whom = told_by.source.spans[0], phrase(breaker)
        if not (who[0] < whom[1] and whom[0] < who[1]):
            out.append((accusation(token, who, (whom,), "rule: who calls an accord broken blames whose breach it is"), token))
    return out


def breaks_a_paper(breach: Token) -> bool:
    """Whether a breach is of a resolution, a treaty or the like."""
    broken = [p for c in breach.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    return any(t.lemma_.lower() in lexis().papers for p in broken for t in (p, *p.children))


def accusation(token: Token, who: Span, whom: tuple[Span, ...], rule: str = CAUSED) -> Proposal:
    why = (rule,)
    return Proposal((token.idx, token.idx + len(token)), "accuse", "done", (who,), whom, confidence=UNMEASURED, why=why)


def cause_of(token: Token) -> Token | None:
    """What a word says a trouble comes from, if it says so: "due to", "caused by", "the result of", "stems from"."""
    if token.lemma_.lower() not in lexis().causing:
        return None
    verb = token.head if token.dep_ in ("acomp", "attr", "prep") else token
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.lemma_.lower() not in lexis().troubles or any(c.dep_ == "neg" for c in verb.children):
        return None
    links = [c for c in token.children if c.dep_ in ("prep", "agent", "pcomp") and c.lower_ in ("to", "of", "by", "from")]
    return next((c for t in (*links, token) for c in t.children if c.dep_ == "pobj"), None)


def culprits(cause: Token) -> tuple[Span, ...]:
    """Whose a cause is: who does it in its clause ("the fact that …"), whose it is called, or the name itself; else nobody."""
    clause = next((c for c in cause.children if c.dep_ == "acl" and any(m.lower_ == "that" for m in c.children)), None)
    if clause is not None:
        subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
        return () if subject is None else tuple(phrase(t) for t in (subject, *subject.conjuncts) if t.pos_ != "PRON")
    for _ in range(DEPTH):
        owner = possessor(cause) or (cause if any(t.ent_type_ in NAMED for t in (cause, *cause.lefts)) else None)
        if owner is not None:
            return tuple(phrase(t) for t in (owner, *owner.conjuncts))
        inner = next((p for c in cause.children if c.dep_ == "prep" and c.lower_ in ("of", "by") for p in c.children), None)
        if inner is None or inner.dep_ != "pobj":
            return ()
        cause = inner
    return ()
