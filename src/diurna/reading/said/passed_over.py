"""Plain sayings that the tagger passed over: a verb of saying with its subject and its clause, where it tagged nothing at all.

The tagger learned on American politics; on reports of war and diplomacy it leaves out some sentences that grammar cannot mistake.
"""

from __future__ import annotations

from diurna.reading.document import Document
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.word_lists import lexis
from diurna.reading.spans import Placed

SMALL = 0.4
"""Share of a content that statements found may cover."""
WORDS = 3
"""A content shorter than this is a turn of phrase ("he said so")."""


def passed_over(document: Document, found: list[Attribution], ruled: list[Attribution]) -> list[Attribution]:
    """Of the statements by rule those on whose cue and content none of those found stands, or only a small one inside the content."""
    cues = Placed((span, one) for one in found for span in one.cue)
    contents = Placed((span, one) for one in found for span in one.content)
    out: list[Attribution] = []
    for plain in ruled:
        if not plain.source or any(next(held.over(*span), None) for held in (cues, contents) for span in plain.cue):
            continue
        length = sum(b - a for a, b in plain.content)
        shared = sum(min(b, end) - max(a, start) for start, end in plain.content for (a, b), _ in contents.over(start, end))
        words = sum(len(document.report.text[a:b].split()) for a, b in plain.content)
        if words >= WORDS and shared < SMALL * length and any(t.lemma_ in lexis().plain for t in document.tokens(*plain.cue[0])):
            out.append(plain)
            for held, placed in ((cues, plain.cue), (contents, plain.content)):
                for span in placed:
                    held.put(span, plain)
    return out
