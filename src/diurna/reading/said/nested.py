"""Statements within statements: "Dujarric said that Moscow had told the Council that…".

The tagger's outer layer marks no statement within another, as most of its training data does not; its inner layer, learned from our own
passages, reads what stands within the contents of the outer one. What it leaves out and a rule finds with a subject and a clause that no
one can mistake is added. Both are kept apart in the record (`within`), so that what is counted stays what was measured.
"""

from __future__ import annotations

from diurna.reading.document import Document
from diurna.reading.encoder import Encoded
from diurna.reading.said.deeds import says_nothing
from diurna.reading.said.source import with_source
from diurna.reading.said.tagger import INNER, Attribution, attributions
from diurna.reading.spans import Placed

THOUGHTS = frozenset(["think", "expect", "hope", "point", "call", "describe", "estimate", "predict", "indicate"])
"""Cues of the rule reader that report no speech often enough to be trusted inside another's words."""
WORDS = 3
"""A nested content found by rule and shorter than this is a turn of phrase ("he said so")."""


def nested(document: Document, encoded: Encoded, found: list[Attribution]) -> list[Attribution]:
    """The statements of the inner layer that stand whole inside a content of those found, on a cue that none of them has."""
    read = (with_source(document, a) for a in attributions(document.report.text, encoded, INNER))
    return within([a for a in read if a.source and not says_nothing(document, a)], found)


def nested_by_rule(document: Document, found: list[Attribution], ruled: list[Attribution]) -> list[Attribution]:
    """Of the statements by rule those that stand so."""
    return within([a for a in ruled if a.source and told(document, a)], found)


def within(inner: list[Attribution], found: list[Attribution]) -> list[Attribution]:
    """Those that stand whole inside a content of those found, and whose cue overlaps none of theirs."""
    cues = Placed((span, one) for one in found for span in one.cue)
    contents = Placed((span, one) for one in found for span in one.content)
    out = []
    for one in inner:
        spans = (*one.source, *one.cue, *one.content)
        first, last = min(s for s, _ in spans), max(e for _, e in spans)
        if next(contents.around(first, last), None) and not next(cues.over(*one.cue[0]), None):
            out.append(one)
    return out


def told(document: Document, inner: Attribution) -> bool:
    """Whether a rule's cue is one of speech, and enough is told, by somebody other than the speaker of the moment."""
    words = sum(len(document.report.text[a:b].split()) for a, b in inner.content)
    source = document.report.text[slice(*inner.source[0])].lower()
    thought = any(t.lemma_ in THOUGHTS for t in document.tokens(*inner.cue[0]))
    return words >= WORDS and not thought and source not in ("i", "we", "you", "it", "that", "which", "who")
