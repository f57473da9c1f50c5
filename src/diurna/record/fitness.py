"""Whether a report and its reading can be kept for good: an append-only file must not take in what is wrong in itself."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from diurna.record import bodies
from diurna.record.ledger_trouble import Unfit
from diurna.words import (
    Absent,
    Act,
    Furniture,
    Hop,
    Mention,
    Party,
    Place,
    Quote,
    Reading,
    Report,
    Span,
    Statement,
    Trouble,
    When,
    digest_of,
    stated,
)

SHOWN = 60
"""Characters of a quote in a message."""
MOST_BYTES = 900_000_000
"""Of one entry's body; SQLite's own limit for a row is 1,000,000,000."""


def check_fit(report: Report, reading: Reading) -> tuple[bytes, bytes]:
    """The bodies of the two entries. Raises Unfit where `faults_of` finds one, or the same would not come back."""
    try:
        made = bodies.encode(report), bodies.encode(reading)
        same = (bodies.decode(made[0], Report), bodies.decode(made[1], Reading)) == (report, reading)
        report.id.encode()
        if not same:
            fault: str | None = "it cannot be stored so that the same comes back"
        elif max(map(len, made)) > MOST_BYTES:
            fault = f"it is longer than an entry can be ({MOST_BYTES:,} bytes)"
        else:
            fault = next(faults_of(report, reading), None)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        fault = f"it cannot be stored ({error})"
    if fault is not None:
        raise Unfit(Trouble("D210", report.place, f"cannot be kept as it was read: {fault}",
                            "It was left out, the rest goes on; please send us this line."))
    return made


def faults_of(report: Report, reading: Reading) -> Iterator[str]:
    """What is wrong with a report and its reading as they stand, in words; nothing for a sound pair."""
    if report.digest != digest_of(report.text):
        yield "the digest is not that of the text"
    for owner, whose in _owners(reading):
        if whose != report.id:
            yield f"{owner} belongs to another report ({whose})"
    for owner, quote in quotes_of(report, reading):
        if not _inside((quote.start, quote.end), report.text):
            yield f"{owner} has no words at {quote.start}:{quote.end}"
        elif report.text[quote.start:quote.end] != quote.words:
            yield f"the words of {owner} are not in the stored text at {quote.start}:{quote.end}: {quote.words[:SHOWN]!r}"
    for owner, span in spans_of(report, reading):
        if not _inside(span, report.text):
            yield f"{owner} has no words at {span[0]}:{span[1]}"


def _inside(span: Span, text: str) -> bool:
    return 0 <= span[0] < span[1] <= len(text)


def _owners(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each line of a reading, and the report it says it belongs to."""
    yield "the reading", reading.report
    yield from ((f"statement {one.id}", one.report) for one in reading.statements)
    yield from ((f"act {one.id}", one.report) for one in reading.acts)


def spans_of(report: Report, reading: Reading) -> Iterator[tuple[str, Span]]:
    """Every span that has no words of its own: furniture, and the parts of statements."""
    pieces: tuple[Furniture, ...] = report.furniture
    yield from ((f"the furniture ({piece.kind})", (piece.start, piece.end)) for piece in pieces)
    for one in reading.statements:
        yield from ((f"statement {one.id}", span) for span in (*one.source.spans, *one.cue, *one.content))


def quotes_of(report: Report, reading: Reading) -> Iterator[tuple[str, Quote | Mention]]:
    """Every quote of a report and its reading, with the line that it belongs to."""
    yield from (("the title", quote) for quote in _there(report.title_quote))
    published = stated(report.published)
    if published is not None:
        yield from (("the date of publication", quote) for quote in _there(published.quote))
    for credit in report.credits:
        yield from ((f"the credit to {credit.name}", quote) for quote in _there(credit.quote))
    yield from ((f"the mention of actor {mention.actor}", mention) for mention in reading.mentions)
    for statement in reading.statements:
        yield from ((f"statement {statement.id}", quote) for quote in _of_statement(statement))
    for act in reading.acts:
        yield from ((f"act {act.id}", quote) for quote in _of_act(act))


def _of_statement(statement: Statement) -> Iterator[Quote]:
    yield from _of_hops(statement.on_word_of)


def _of_act(act: Act) -> Iterator[Quote]:
    parties: tuple[Party, ...] = act.actors + act.recipients
    yield from (act.trigger, *(party.quote for party in parties), *act.evidence, *(one.quote for one in act.quantities))
    yield from _there(act.matter, act.condition)
    yield from _of_hops(act.on_word_of)
    where_and_when: tuple[Place | Absent, When | Absent] = (act.place, act.when)
    for one in where_and_when:
        if not isinstance(one, Absent):
            yield from _there(one.quote)


def _of_hops(hops: Iterable[Hop]) -> Iterator[Quote]:
    for hop in hops:
        yield from _there(hop.quote)


def _there(*quotes: Quote | Absent) -> Iterator[Quote]:
    return (quote for quote in quotes if not isinstance(quote, Absent))
