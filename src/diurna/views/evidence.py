"""Why an act is on record: everything that its line rests on, gathered from the ledger."""
from __future__ import annotations

import re
from typing import NamedTuple

from diurna.record import Ledger
from diurna.words import Absent, Act, Actor, Reading, Report, Span

SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|No))(?<!\b(?:Mrs|Gen|Col|Gov|Sen|Rep|Jun))[.!?…][\"'”’»)\]]*\s+"
    r"(?=[\"'“‘«(\[]?[A-ZÀ-ÞА-ЯЁ0-9])"
)
"""A full stop after which a sentence begins: not that of an initial or a title."""
LONGEST = 600
"""Characters of a sentence to show on either side of the words: a text without full stops has no end otherwise."""
ENOUGH = 6
"""Acts named where the beginning of an id fits several."""


class Explained(NamedTuple):
    """An act, and all that can be said of where it comes from."""

    act: Act
    report: Report
    reading: Reading
    sentence: Span
    """The sentence, or sentences, around its evidence."""
    holder: Act | None
    """The act that it stands within."""
    held: tuple[Act, ...]
    """The acts that stand within it."""

    def actor(self, known: str | Absent) -> Actor | None:
        """The actor of that id in this report; None where none is stated."""
        return next((one for one in self.reading.actors if one.id == known), None)


def find(ledger: Ledger, prefix: str) -> tuple[Explained | None, list[Act]]:
    """The act whose id begins so, or the first few where it is not the only one."""
    found: list[tuple[Act, Report, Reading]] = []
    with ledger.snapshot():
        for report, reading in ledger.pairs():
            found += [(act, report, reading) for act in reading.acts if act.id.startswith(prefix)]
            if len(found) > ENOUGH:
                break
    if len(found) != 1:
        return None, [act for act, _, _ in found]
    return explained(*found[0]), [found[0][0]]


def explained(act: Act, report: Report, reading: Reading) -> Explained:
    """All that its report says of an act."""
    quotes = act.evidence or (act.trigger,)
    spans = min(one.start for one in quotes), max(one.end for one in quotes)
    return Explained(
        act=act, report=report, reading=reading, sentence=sentence_around(report.text, *spans),
        holder=next((one for one in reading.acts if one.id == act.within), None),
        held=tuple(one for one in reading.acts if one.within == act.id),
    )


def sentence_around(text: str, start: int, end: int) -> Span:
    """The sentence that holds text[start:end], by punctuation alone: never past the line's ends, never far."""
    floor = max(text.rfind("\n", 0, start) + 1, start - LONGEST)
    below = text.find("\n", end)
    ceiling = min(below if below >= 0 else len(text), end + LONGEST)
    first = max((found.end() for found in SENTENCE_END.finditer(text, floor, start + 1) if found.end() <= start), default=floor)
    after = SENTENCE_END.search(text, max(end - 2, start), ceiling)
    last = len(text[: after.end()].rstrip()) if after else ceiling
    return first, max(last, end)
