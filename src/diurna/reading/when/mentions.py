"""The times a report states."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from diurna.reading.document import Document
from diurna.reading.when.calendar import ALL, Now, Resolved, resolve
from diurna.reading.when.dates import FIRST_YEAR, LAST_YEAR
from diurna.reading.when.expressions import At, Between, Clock, Date, Expression, Inside, OpenEnded, Period, Season
from diurna.reading.when.grammar import Phrase, phrases
from diurna.reading.when.tense import looks_ahead
from diurna.words import NOT_STATED, Absent, Published, When, cut

SAME_SENTENCE = "the same sentence"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time phrase of a report: text[start:end], offsets into the stored text, and the time it means."""

    start: int
    end: int
    when: When
    lasts: bool = False
    """How long, not when ("for seven years"): the time of an act only when the sentence has no other."""


def find_times(document: Document) -> tuple[TimeMention, ...]:
    """The times stated in a report, in order, none overlapping, relative to `report.published` where that is known.

    Never raises for any text. Times of day carry the offset from Greenwich when the words give it (directly, or as the same
    hour on another clock), and a zone NOT_STATED when they name none; days and longer have no zone.
    """
    published = day_of(document.report.published)
    starts = [t.idx for t in document.doc]
    found: list[tuple[Phrase, Resolved]] = []
    last: date | None = None
    for phrase in phrases(document.doc.text, years_in(document.doc)):
        ahead = None
        if turns_on_tense(phrase.says):
            ahead = looks_ahead(document.doc[max(0, bisect_right(starts, phrase.start) - 1)])
            ahead = listed_ahead(document, phrase, found, published) if ahead is None else ahead
        resolved = resolve(phrase.says, Now(published, last, ahead))
        found.append((phrase, resolved))
        last = single_day(resolved) or (None if resolved.start.startswith("--") else last)  # "a day later" than a day of no year
    return tuple(mention(document, phrase, resolved) for phrase, resolved in dated(document, found))


def years_in(doc: Doc) -> frozenset[int]:
    """Offsets of what spaCy's recogniser takes for a date and is only a year: "the 2015 deal", not "2014 tanks"."""
    return frozenset(e.start_char for e in doc.ents if e.label_ == "DATE" and len(e) == 1 and len(e.text) == 4 and not counts(doc[e.start]))


def counts(figure: Token) -> bool:
    """Whether a figure numbers the things after it, which then stand in the plural and without an article."""
    things = figure.head
    return figure.dep_ == "nummod" and things.tag_ == "NNS" and not any(c.dep_ == "det" for c in things.children)


def listed_ahead(document: Document, phrase: Phrase, found: list[tuple[Phrase, Resolved]], published: date | None) -> bool | None:
    """True for a day listed right after one that is still to come: "tomorrow, and Wednesday"."""
    if not found or published is None:
        return None
    before, resolved = found[-1]
    gap = document.report.text[before.end : phrase.start].strip(" ,")
    day = single_day(resolved)
    return True if gap in ("and", "or", "") and day is not None and day > published else None


def day_of(published: Published | Absent) -> date | None:
    """The day of publication, or None when it is not known to the day."""
    if isinstance(published, Absent):
        return None
    try:
        day = date.fromisoformat(published.date[:10])
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None  # year 1 is no date of publication, and has no year before it


def turns_on_tense(says: Expression) -> bool:
    """Whether what a phrase means hangs on the verb: a weekday, a day without its year."""
    match says:
        case Between():
            return turns_on_tense(says.first) or turns_on_tense(says.last)
        case OpenEnded():
            return turns_on_tense(says.point)
        case At():
            return turns_on_tense(says.date)
        case Date() | Season():
            return says.year is None
        case Inside():
            return True
        case Period():
            return says.unit == "weekend"
        case _:
            return False


def single_day(resolved: Resolved) -> date | None:
    """The day, when a phrase meant one and only one."""
    if resolved.start[:10] != resolved.end[:10]:
        return None
    try:
        return date.fromisoformat(resolved.start[:10])
    except ValueError:
        return None


def dated(document: Document, found: list[tuple[Phrase, Resolved]]) -> list[tuple[Phrase, Resolved]]:
    """Bare hours take the day of their sentence, when it names one day: "on Monday the corridor opens from 8 to 18:00"."""
    if not any(is_hour(phrase.says) for phrase, _ in found):
        return found
    sentences = [s.start_char for s in document.doc.sents]
    days: dict[int, set[str]] = {}
    for phrase, resolved in found:
        if resolved.precision == "day" and resolved.start == resolved.end and resolved.start:
            days.setdefault(bisect_right(sentences, phrase.start), set()).add(resolved.start)
    out = []
    for phrase, resolved in found:
        named = days.get(bisect_right(sentences, phrase.start), set())
        if len(named) == 1 and is_hour(phrase.says) and not heads_line(document.report.text, phrase.start):
            resolved = on_day(resolved, *named)
        out.append((phrase, resolved))
    return out


def heads_line(text: str, start: int) -> bool:
    """Whether a phrase is the first thing on its line: the stamp of an entry in a list or live blog, not of what it tells."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def is_hour(says: Expression) -> bool:
    """Whether a phrase is of hours without a day."""
    match says:
        case Clock():
            return True
        case Between():
            return isinstance(says.first, Clock) and isinstance(says.last, Clock)
        case OpenEnded():
            return isinstance(says.point, Clock)
        case _:
            return False


def on_day(hours: Resolved, day: str) -> Resolved:
    """Hours with the day put before them."""
    start, end = (f"{day}{t}" if t else t for t in (hours.start, hours.end))
    return Resolved(start, end, hours.precision, ALL, SAME_SENTENCE, hours.zone)


def mention(document: Document, phrase: Phrase, resolved: Resolved) -> TimeMention:
    """The mention of a resolved phrase."""
    quote = cut(document.report.text, phrase.start, phrase.end)
    when = When(
        start=resolved.start,
        end=resolved.end,
        precision=resolved.precision,
        words=quote.words,
        quote=quote,
        inferred=resolved.inferred,
        from_what=resolved.from_what or NOT_STATED,
        zone=resolved.zone or NOT_STATED,
    )
    return TimeMention(phrase.start, phrase.end, when, resolved.lasts)
