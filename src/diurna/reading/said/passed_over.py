"""Plain sayings that the tagger passed over: a verb of saying with its subject and its clause, where it tagged nothing at all.

The tagger learned on American politics; on reports of war and diplomacy it leaves out some sentences that grammar cannot mistake.
"""

from __future__ import annotations

from diurna.reading.document import Document
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.word_lists import lexis

SMALL = 0.4
"""Share of a content that statements found may cover."""
WORDS = 3
"""A content shorter than this is a turn of phrase ("he said so")."""


def passed_over(document: Document, found: list[Attribution], ruled: list[Attribution]) -> list[Attribution]:
    """Of the statements by rule those on whose cue and content none of those found stands, or only a small one inside the content."""
    cues = [s for a in found for s in a.cue]
    contents = [s for a in found for s in a.content]
    out: list[Attribution] = []
    for plain in ruled:
        if not plain.source or any(a < end and start < b for a, b in cues + contents for start, end in plain.cue):
            continue
        length = sum(b - a for a, b in plain.content)
        shared = sum(max(0, min(b, end) - max(a, start)) for a, b in contents for start, end in plain.content)
        words = sum(len(document.report.text[a:b].split()) for a, b in plain.content)
        if words >= WORDS and shared < SMALL * length and any(t.lemma_ in lexis().plain for t in document.tokens(*plain.cue[0])):
            out.append(plain)
            cues += plain.cue
            contents += plain.content
    return out
