"""Said: who said what, on whose word.

Door: `read_statements(document, who, encoded)`. With an encoded text the trained tagger reads; without one the rules do. Either
way the same statements come out: source, cue, content, the actor behind the source, the chain of word.
"""

from __future__ import annotations

from dataclasses import replace

from diurna.reading.document import Document
from diurna.reading.encoder import Encoded
from diurna.reading.said.chain import chains, holders
from diurna.reading.said.nested import nested
from diurna.reading.said.quoted import form_of
from diurna.reading.said.rules import attributions as by_rules
from diurna.reading.said.source import actor_of, subject
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.tagger import attributions as by_tagger
from diurna.reading.who import Who
from diurna.words import NOT_STATED, Source, Statement, identity

__all__ = ["read_statements"]


def read_statements(document: Document, who: Who, encoded: Encoded | None) -> tuple[Statement, ...]:
    """The statements of a report, in the order of their contents; those within another's content come after it."""
    text = document.report.text
    found = by_tagger(text, encoded) if encoded is not None else by_rules(document)
    found = [with_source(document, a) for a in found if not in_furniture(document, a)]
    inner = nested(document, found) if encoded is not None else []
    every = [*found, *inner]
    sources = [Source(a.source, actor_of(who, document, a)) for a in every]
    hops = chains(document, who, every, sources)
    ids = [identity(document.report.id, "statement", *(a.cue or a.content)[0], *a.content[0]) for a in every]
    out = []
    for n, attribution in enumerate(every):
        held = [m for m in holders(every, n) if n >= len(found)]
        decided = "rules, within a statement" if n >= len(found) else "tagger" if encoded is not None else "rules"
        out.append(
            Statement(
                id=ids[n],
                report=document.report.id,
                form=form_of(text, attribution.content),
                source=sources[n],
                cue=attribution.cue,
                content=attribution.content,
                on_word_of=hops[n],
                within=ids[held[0]] if held else NOT_STATED,
                confidence=attribution.confidence,
                decided_by=(decided,),
            )
        )
    return tuple(sorted(out, key=lambda s: (s.content, s.id)))


def with_source(document: Document, attribution: Attribution) -> Attribution:
    """A statement that was left without a source takes the subject of its cue."""
    span = None if attribution.source else subject(document, attribution)
    return attribution if span is None else replace(attribution, source=(span,))


def in_furniture(document: Document, attribution: Attribution) -> bool:
    """Whether the content lies in words that are no part of the report."""
    start, end = attribution.content[0][0], attribution.content[-1][1]
    return not any(not t.is_space for t in document.tokens(start, end))
