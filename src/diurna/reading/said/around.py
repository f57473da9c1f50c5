"""Who handed on a statement: "Hamas told the mediators that…, an Egyptian official said". The tagger found the inner one and not the outer.

In such a sentence the last word is the outer speaker's, and without it a thing told at second hand stands as if heard at first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from diurna.reading.document import Document
from diurna.reading.edges import without_blanks
from diurna.reading.said.passed_over import WORDS
from diurna.reading.said.rules import ACCORDING, ACCOUNT, by_account
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.word_lists import lexis
from diurna.reading.spans import Placed
from diurna.words import Span

HOLD = frozenset(("rules", ACCOUNT, "a headline's colon", "a headline's end"))
"""What finds statements that hold others of the tagger's outer layer."""


def around(document: Document, found: list[Attribution], ruled: list[Attribution]) -> list[Attribution]:
    """Of the statements by rule those on whose cue none of those found stands, and in whose content some of them stand whole."""
    parts = Placed((span, one) for one in found for span in (*one.cue, *one.source))
    contents = Placed((span, one) for one in found for span in one.content)
    out = []
    for plain in handing_on(document, ruled):
        if any(next(held.over(*span), None) for held in (parts, contents) for span in plain.cue):
            continue
        inner = [one for span in plain.content for _, one in parts.over(*span)]
        words = sum(len(document.report.text[a:b].split()) for a, b in plain.content)
        if words >= WORDS and inner and all(holds(plain, one, plain.by == ACCOUNT) for one in inner):
            out.append(plain)
    return out


def handing_on(document: Document, ruled: Iterable[Attribution]) -> Iterator[Attribution]:
    """Of the statements by rule those with a speaker and a cue of plain saying, or "according to"; with what they hold for."""
    for plain in ruled:
        cue = document.tokens(*plain.cue[0])
        if plain.source and any(t.lemma_ in lexis().plain or t.lower_ in ACCORDING or by_account(t) for t in cue):
            told = tuple(since_semicolon(document.report.text, span, plain.cue[0]) for span in plain.content)
            yield replace(plain, content=told)


def since_semicolon(text: str, content: Span, cue: Span) -> Span:
    """A content before its cue from the last semicolon on: "one hit, the other missed; both burned, he said" is his from "both"."""
    start, end = content
    mark = text.rfind(";", start, end) if end <= cue[0] else -1
    return content if mark < 0 else without_blanks(text, mark + 1, end)


def layers(found: list[Attribution]) -> tuple[list[Attribution], list[Attribution]]:
    """The statements that stand in no content of one added by rule or by headline, and those that do. A turn of a transcript holds
    whatever is said in it, and counts for none."""
    contents = Placed((span, one) for one in found if one.by in HOLD for span in one.content)
    outer: list[Attribution] = []
    inner: list[Attribution] = []
    for one in found:
        held = any(other is not one and holds(other, one) for _, other in contents.over(*one.content[0]))
        (inner if held else outer).append(one)
    return outer, inner


def holds(outer: Attribution, inner: Attribution, borrowed: bool = False) -> bool:
    """Whether one statement stands whole in the contents of another. borrowed: its speaker may be that of the sentence around both."""
    parts = (*inner.cue, *inner.content) if borrowed else (*inner.source, *inner.cue, *inner.content)
    return all(any(a <= s and e <= b for a, b in outer.content) for s, e in parts)
