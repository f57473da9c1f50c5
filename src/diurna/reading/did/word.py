"""On whose word an act stands: the chain of the innermost statement that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from spacy.tokens import Token

from diurna.reading.said.chain import report_hops
from diurna.reading.spans import Placed
from diurna.words import KINDS, NOT_STATED, Absent, Hop, Report, Span, Statement

ANSWERS = frozenset(" ".join(KINDS[kind].verbs for kind in ("reject", "accept")).split())


@dataclass(frozen=True, slots=True)
class Sayings:
    """The statements of a report, by where their contents and their cues stand."""

    contents: Placed[Statement]
    cues: Placed[Statement]

    @classmethod
    def of(cls, statements: tuple[Statement, ...]) -> Self:
        return cls(
            Placed((span, s) for s in statements for span in s.content), Placed((span, s) for s in statements for span in s.cue)
        )


def innermost(said: Sayings, span: Span) -> Statement | None:
    """The statement with the shortest content that holds a span."""
    return min((s for _, s in said.contents.around(*span)), key=lambda s: sum(b - a for a, b in s.content), default=None)


def speaker_at(said: Sayings, span: Span) -> str | Absent:
    """Who says "I" and "we" at a span: the source of the statement that holds it."""
    statement = innermost(said, span)
    return statement.source.actor if statement else NOT_STATED


def cued(said: Sayings, trigger: Span) -> Statement | None:
    """The statement whose cue the trigger is: "accused" both tells an act and hands on what is said."""
    return next((s for _, s in said.cues.over(*trigger)), None)


def answered(token: Token) -> Token | None:
    """The verb that answers what a noun tells, if one does: who "had refused Chad's request" does not tell us of the request."""
    verb = token.head
    return verb if token.pos_ == "NOUN" and token.dep_ == "dobj" and verb.lemma_.lower() in ANSWERS else None


def on_word_of(said: Sayings, trigger: Span, report: Report, *, spoken: bool, answers: Token | None = None) -> tuple[Hop, ...]:
    """The chain of word: of the statement that holds the trigger; of the one that the act is the cue of, less its own speaker where the act
    is not done by speaking (whoever deploys troops need not have said so); else the report's own outlet and wire. What somebody only
    `answers` is not on his word."""
    told = innermost(said, trigger)
    if told is not None and answers is not None and any(a <= answers.idx < b for a, b in told.cue):
        return tuple(h for h in told.on_word_of if not speaks_in(told, h)) or tuple(report_hops(report))
    if told is not None:
        return told.on_word_of
    own = cued(said, trigger)
    if own is not None:
        return own.on_word_of if spoken else tuple(h for h in own.on_word_of if not speaks_in(own, h))
    return tuple(report_hops(report))


def speaks_in(statement: Statement, hop: Hop) -> bool:
    """Whether a hop is a statement's own source."""
    quote = hop.quote
    return not isinstance(quote, Absent) and any(a <= quote.start and quote.end <= b for a, b in statement.source.spans)
