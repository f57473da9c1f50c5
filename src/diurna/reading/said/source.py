"""The actor behind a statement's source."""

from __future__ import annotations

from diurna.reading.document import Document
from diurna.reading.said.tagger import Attribution
from diurna.reading.who import Who
from diurna.words import NOT_STATED, Absent


def actor_of(who: Who, document: Document, attribution: Attribution) -> str | Absent:
    """The actor's id; UNNAMED for sources without a name; NOT_STATED where there are no words or nothing resolves them."""
    if not attribution.source:
        return NOT_STATED
    start, end = attribution.source[0]
    return who.resolve(start, end).actor
