"""Puts a report together from its text and what came with it, whatever it was read from."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from diurna.intake.credits import Found, distinct, found_in, in_signature, marks_of
from diurna.intake.datelines import Dateline, agency_of, datelines
from diurna.intake.dates import dates_in
from diurna.intake.furniture import marked, repeats, sorted_marks
from diurna.intake.heads import Head, head_of
from diurna.intake.known_names import agency_in
from diurna.intake.languages import language_of
from diurna.intake.lines import Line, lines_of, plain
from diurna.intake.outer_days import opening_dateline
from diurna.intake.troubles import control_characters
from diurna.words import (
    NOT_STATED,
    Absent,
    Credit,
    CreditRole,
    Furniture,
    Published,
    Quote,
    Report,
    Trouble,
    cut,
    digest_of,
    identity,
)


class Given(Struct, frozen=True, kw_only=True):
    """What came with the text, from a page's markup or a line's fields. It goes before what the text itself shows."""

    title: str | Absent = NOT_STATED
    outlet: str | Absent = NOT_STATED
    byline: str | Absent = NOT_STATED
    url: str | Absent = NOT_STATED
    language: str | Absent = NOT_STATED
    published: Published | Absent = NOT_STATED
    weak_language: str | Absent = NOT_STATED
    """What a page's template says: only where the words are too few to tell."""
    weak_published: Published | Absent = NOT_STATED
    """A date that goes behind a date line in the text."""


FIELDS = {
    "title": ("title", "headline"), "outlet": ("outlet", "publication", "source", "publisher", "site"),
    "byline": ("byline", "author", "authors"), "url": ("url", "link", "canonical"), "language": ("language", "lang"),
    "date": ("date", "published", "pubdate", "publish_date"),
}
"""What comes with a text, and the names that fields of it go by; the first that says something counts."""
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\u202d\u202e]")
"""Control characters, and the two marks that turn the direction of what follows. Arabic and Hebrew do without them."""
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:[/_-]|$)")


def composed(text: str, name: str, where: str, given: Given, marks: Sequence[Furniture] = ()) -> Iterator[Report | Trouble]:
    """The report, after a note on characters that cannot be seen. `marks` is the furniture known from a page's markup."""
    unseen = sorted({f"U+{ord(c):04X}" for c in _UNSEEN.findall(text)})
    if unseen:
        yield control_characters(where, unseen[:5])
    lines = lines_of(text)
    head = head_of(text, lines, given.title)
    title, quote = _title(text, lines, head, given)
    opening = opening_dateline(lines)
    placed = datelines(lines) + ([opening] if opening else [])
    found = list(_credits(text, lines, head, quote, placed))
    own = (-1, -1) if isinstance(quote, Absent) else (quote.start, quote.end)
    furniture = sorted_marks([*marks, *head.marks, *_marks(lines, found, own, placed), *_repeats(title, own, lines)])
    digest = digest_of(text)
    yield Report(
        id=identity(digest, name), name=name, place=where, text=text, digest=digest,
        language=_language(text, lines, furniture, given), title=title, title_quote=quote,
        outlet=_first(given.outlet, head.outlet), byline=_first(given.byline, _words(head.byline)), url=given.url,
        published=_published(head, given), credits=distinct(found), furniture=furniture,
    )


def _first(*values: str | Absent) -> str | Absent:
    return next((v for v in values if not isinstance(v, Absent)), NOT_STATED)


def _words(quote: Quote | Absent) -> str | Absent:
    return quote if isinstance(quote, Absent) else re.sub(r"\s+", " ", quote.words)


def _title(text: str, lines: Sequence[Line], head: Head, given: Given) -> tuple[str | Absent, Quote | Absent]:
    if isinstance(given.title, Absent):
        return _words(head.title), head.title
    wanted = plain(given.title)
    for line in lines[:12]:
        if plain(line.words) == wanted and wanted:
            return given.title, cut(text, line.start, line.end)
    at = text.find(given.title, 0, 2000)
    return given.title, cut(text, at, at + len(given.title)) if at >= 0 else NOT_STATED


def _credits(
    text: str, lines: Sequence[Line], head: Head, title: Quote | Absent, placed: Sequence[Dateline]
) -> Iterator[Found]:
    """Credits in the text's order, after those of its datelines and byline."""
    for one in placed[:5]:
        name = agency_of(text[slice(*one.agency)])
        if name:
            yield _wire(text, name, *one.agency)
    named = None if isinstance(head.byline, Absent) else agency_in(head.byline.words)
    if named and not isinstance(head.byline, Absent):
        yield _wire(text, named[0], head.byline.start + named[1], head.byline.start + named[2])
    # In the title a name behind a dash is the outlet's; in a date line or byline it is who it was written with.
    signed = {m.start for m in head.marks if m.kind in ("date line", "byline") and m.end - m.start > 20}
    own = (-1, -1) if isinstance(title, Absent) else (title.start, title.end)
    labels = {m.start for m in head.marks if m.kind == "section label"}
    for found in found_in([line for line in lines if not own[0] <= line.start < own[1]], text):
        line = next(line for line in lines if line.start <= found.start < line.end)
        # A masthead names the outlet itself, and credits only whom it names beside it.
        if line.start not in labels or found.credit.role is not CreditRole.OUTLET:
            yield in_signature(found) if line.start in (signed | labels) and line.short else found


def _wire(text: str, name: str, start: int, end: int) -> Found:
    return Found(Credit(name, CreditRole.WIRE, cut(text, start, end)), start, end, "text")


def _marks(
    lines: Sequence[Line], found: Sequence[Found], own: tuple[int, int], placed: Sequence[Dateline]
) -> Iterator[Furniture]:
    """The furniture that rules, credits and datelines make, outside the title's own place."""
    credits = list(marks_of(found, lines))
    ends = {m.start: m.end for m in credits}
    for mark in marked(lines):
        # A line that is a credit from end to end is nothing else, and the title is to be read.
        noted = mark.kind == "republishing note" or mark.end > ends.get(mark.start, 0)
        if noted and not own[0] <= mark.start < own[1]:
            yield mark
    yield from credits
    yield from (Furniture(d.start, d.end, "dateline") for d in placed if not own[0] <= d.start < own[1])


def _repeats(title: str | Absent, own: tuple[int, int], lines: Sequence[Line]) -> Iterator[Furniture]:
    return iter(()) if isinstance(title, Absent) else repeats(title, own, lines)


def _published(head: Head, given: Given) -> Published | Absent:
    if not isinstance(given.published, Absent):
        return given.published
    if head.published:
        return head.published[0]
    if not isinstance(given.weak_published, Absent):
        return given.weak_published
    match = None if isinstance(given.url, Absent) else _URL_DAY.search(given.url)
    day = next(dates_in("-".join(match.groups())), None) if match else None
    return Published(day.iso, "the address of the page") if day else NOT_STATED


_UNREAD = ("caption", "title", "dateline")
"""Marks whose words are the report's own language all the same."""


def _language(text: str, lines: Sequence[Line], furniture: Sequence[Furniture], given: Given) -> str | Absent:
    if not isinstance(given.language, Absent):
        return given.language
    aside = {m.start for m in furniture if m.kind not in _UNREAD}
    kept = [line for line in lines if line.start not in aside]
    own = sorted(kept, key=lambda line: -len(line.words))[:12]
    found = language_of("\n".join(line.words for line in own))
    return given.weak_language if isinstance(found, Absent) else found
