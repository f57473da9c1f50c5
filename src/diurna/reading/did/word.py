"""On whose word an act stands: the chain of the innermost statement that tells it."""

from __future__ import annotations

from diurna.reading.said.chain import report_hops
from diurna.words import NOT_STATED, Absent, Hop, Quote, Report, Span, Statement


def innermost(statements: tuple[Statement, ...], span: Span) -> Statement | None:
    """The statement with the shortest content that holds a span."""
    held = [s for s in statements if any(a <= span[0] and span[1] <= b for a, b in s.content)]
    return min(held, key=lambda s: sum(b - a for a, b in s.content), default=None)


def speaker_at(statements: tuple[Statement, ...], span: Span) -> str | Absent:
    """Who says "I" and "we" at a span: the source of the statement that holds it."""
    statement = innermost(statements, span)
    return statement.source.actor if statement else NOT_STATED


def cued(statements: tuple[Statement, ...], trigger: Span) -> Statement | None:
    """The statement whose cue the trigger is: "accused" both tells an act and hands on what is said."""
    return next((s for s in statements if any(a < trigger[1] and trigger[0] < b for a, b in s.cue)), None)


def on_word_of(statements: tuple[Statement, ...], trigger: Span, evidence: Quote, report: Report) -> tuple[Hop, ...]:
    """The chain of word: of the statement that holds the trigger; of the one that the act is the cue of, less its own speaker;
    else the report's own outlet and wire."""
    told = innermost(statements, trigger)
    if told is not None:
        return told.on_word_of
    own = cued(statements, trigger)
    if own is not None:
        return own.on_word_of
    return tuple(report_hops(report))
