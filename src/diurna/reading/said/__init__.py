"""Said: who said what, on whose word.

Door: `read_statements(document, who, encoded)`. With an encoded text the trained tagger reads; without one the rules do. Either
way the same statements come out: source, cue, content, the actor behind the source, the chain of word.
"""

from __future__ import annotations

from diurna.reading.document import Document
from diurna.reading.encoder import Encoded
from diurna.reading.said.chain import chains
from diurna.reading.said.quoted import form_of
from diurna.reading.said.rules import attributions as by_rules
from diurna.reading.said.source import actor_of
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.tagger import attributions as by_tagger
from diurna.reading.who import Who
from diurna.words import Source, Statement, identity

__all__ = ["read_statements"]


def read_statements(document: Document, who: Who, encoded: Encoded | None) -> tuple[Statement, ...]:
    """The statements of a report, in the order of their contents."""
    report = document.report
    found = by_tagger(report.text, encoded) if encoded is not None else by_rules(document)
    found = [a for a in found if not in_furniture(document, a)]
    decided = ("tagger",) if encoded is not None else ("rules",)
    sources = [Source(a.source, actor_of(who, document, a)) for a in found]
    hops = chains(document, who, found, sources)
    return tuple(
        Statement(
            id=identity(report.digest, "statement", a.cue or a.content[0], a.content[0][0]),
            report=report.id,
            form=form_of(report.text, a.content),
            source=source,
            cue=a.cue,
            content=a.content,
            on_word_of=hop,
            confidence=a.confidence,
            decided_by=decided,
        )
        for a, source, hop in zip(found, sources, hops, strict=True)
    )


def in_furniture(document: Document, attribution: Attribution) -> bool:
    """Whether the content lies in words that are no part of the report."""
    start, end = attribution.content[0][0], attribution.content[-1][1]
    return not any(not t.is_space for t in document.tokens(start, end))
