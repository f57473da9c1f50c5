"""Where a report was filed: "MOSCOW, April 26 (Reuters) -", "Kyiv / Zaporizhzhia, 3 May 2022"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diurna.reading.document import Document
from diurna.reading.where.gazetteer import gazetteer
from diurna.reading.where.mentions import PlaceMention
from diurna.reading.where.spelling import fold
from diurna.words import NOT_STATED, Absent, Place, cut

LINES = 40
"""Lines from the top in which a dateline is looked for."""
FILED = re.compile(
    r"^[ \t]*(?P<place>[A-Z\u00c0-\u024f][\w.'’ -]{1,30}?)(?: ?/ ?[A-Z][\w.'’ -]{1,30})?"
    r"(?:, [A-Z][\w.'’ -]{1,25})?,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)[^\n]{0,40}?"
    r"(?:\([^)\n]{2,60}\)|[-–—]|$)",
    re.MULTILINE,
)


def dateline_place(document: Document, places: Sequence[PlaceMention]) -> Place | Absent:
    """The place of the report's dateline, or NOT_STATED. `places` are the mentions found in the text, which do not reach
    into furniture, where the intake may have put the dateline."""
    text = document.report.text
    for piece in document.report.furniture:
        if piece.kind == "dateline" and (found := named_at(text, piece.start, piece.end)):
            return found
    top = text.split("\n", LINES)
    for line in FILED.finditer(text, 0, sum(len(piece) + 1 for piece in top[:LINES])):
        start, end = line.span("place")
        mention = next((m for m in places if m.start == start), None)
        if mention is not None:
            return mention.place
        if found := named_at(text, start, end):
            return found
    return NOT_STATED


def named_at(text: str, start: int, end: int) -> Place | None:
    """The place whose name begins the words text[start:end], or None."""
    words = re.match(r"\s*([\w.'’ -]{2,40}?)\s*(?=[,/(\n]|\d|$|[-–—])", text[start:end])
    options = gazetteer().named(fold(words.group(1))) if words else ()
    if not words or not options:
        return None
    known = options[0]
    quote = cut(text, start + words.start(1), start + words.end(1))
    return Place(name=known.name, country=known.country or NOT_STATED, lat=known.lat, lon=known.lon, quote=quote)
