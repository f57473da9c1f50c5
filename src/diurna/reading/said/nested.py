"""Statements within statements: "Dujarric said that Moscow had told the Council that…".

The tagger marks one layer, as its training data does; the inner layer is found by rule, inside contents only, with a subject and
a clause that no one can mistake. Kept apart in the record (`within`), so that what is counted stays what was measured.
"""

from __future__ import annotations

from diurna.reading.document import Document
from diurna.reading.said.tagger import Attribution

THOUGHTS = frozenset(["think", "expect", "hope", "point", "call", "describe", "estimate", "predict", "indicate"])
"""Cues of the rule reader that report no speech often enough to be trusted inside another's words."""
WORDS = 3
"""A nested content shorter than this is a turn of phrase ("he said so")."""


def nested(document: Document, found: list[Attribution], ruled: list[Attribution]) -> list[Attribution]:
    """Of the statements by rule those that stand whole inside a content of those found, on a cue that none of them has."""
    cues = [c for a in found for c in a.cue]
    contents = [c for a in found for c in a.content]
    out = []
    for inner in ruled:
        start, end = inner.cue[0]
        if not inner.source or any(a < end and start < b for a, b in cues):
            continue
        spans = (*inner.source, *inner.cue, *inner.content)
        first, last = min(s for s, _ in spans), max(e for _, e in spans)
        whole = any(a <= first and last <= b for a, b in contents)
        token = document.tokens(start, end)
        if whole and told(document, inner) and not any(t.lemma_ in THOUGHTS for t in token):
            out.append(inner)
    return out


def told(document: Document, inner: Attribution) -> bool:
    """Whether enough is told, by somebody other than the speaker of the moment."""
    words = sum(len(document.report.text[a:b].split()) for a, b in inner.content)
    source = document.report.text[slice(*inner.source[0])].lower()
    return words >= WORDS and source not in ("i", "we", "you", "it", "that", "which", "who")
