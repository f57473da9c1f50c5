"""Said: who said what, on whose word.

Door: `read_statements(document, who, encoded)`. With an encoded text the trained tagger reads; without one the rules do. Either
way the same statements come out: source, cue, content, the actor behind the source, the chain of word.
"""

from __future__ import annotations

from diurna.reading.document import Document
from diurna.reading.encoder import Encoded
from diurna.reading.said.around import around, layers
from diurna.reading.said.bounds import bounded
from diurna.reading.said.chain import chains, contents_of, holders
from diurna.reading.said.deeds import says_nothing
from diurna.reading.said.inside import inside
from diurna.reading.said.labels import behind_labels
from diurna.reading.said.nested import nested, nested_by_rule, within
from diurna.reading.said.passed_over import passed_over, stands_untold
from diurna.reading.said.quoted import form_of
from diurna.reading.said.rules import attributions as by_rules
from diurna.reading.said.source import actor_of, with_source
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.tagger import attributions as by_tagger
from diurna.reading.said.turns import turns
from diurna.reading.spans import Placed
from diurna.reading.who import FIRST, Who
from diurna.words import NOT_STATED, Absent, Source, Statement, identity

__all__ = ["read_statements"]


def read_statements(document: Document, who: Who, encoded: Encoded | None) -> tuple[Statement, ...]:
    """The statements of a report, in the order of their contents; those within another's content come after it."""
    text = document.report.text
    ruled = [a for a in by_rules(document) if not says_nothing(document, a)]
    found = bounded(document, by_tagger(text, encoded), ruled) if encoded is not None else ruled
    found = [with_source(document, a) for a in found if not in_furniture(document, a) and not says_nothing(document, a)]
    if encoded is not None:
        found += passed_over(document, found, ruled)
        found += around(document, found, ruled)
        found += stands_untold(document, found)
    found = turns(document, who, found)
    inner: list[Attribution] = []
    if encoded is not None:
        found, inner = layers(found)
        inner += nested(document, encoded, [*found, *inner])
        inner += nested_by_rule(document, [*found, *inner], ruled)
        inner += within(inside(document, who), [*found, *inner])
    every = [*found, *inner]
    sources = behind_labels(document, who, every, [Source(a.source, actor_of(who, document, a)) for a in every])
    contents = contents_of(every)
    sources = [first_person(text, every, sources, n, contents) for n in range(len(every))]
    hops = chains(document, who, every, sources)
    ids = [identity(document.report.id, "statement", *(a.cue or a.content)[0], *a.content[0]) for a in every]
    out = []
    for n, attribution in enumerate(every):
        held = holders(every, n, contents) if n >= len(found) else []
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
                decided_by=(attribution.by,),
            )
        )
    return tuple(sorted(out, key=lambda s: (s.content, s.id)))


def first_person(text: str, every: list[Attribution], sources: list[Source], n: int, contents: Placed[int]) -> Source:
    """A source that says "I" or "we" is whoever speaks the words that it stands in."""
    source = sources[n]
    if not source.spans or text[slice(*source.spans[0])].lower() not in FIRST or not isinstance(source.actor, Absent):
        return source
    first = source.spans[0][0]
    around = [m for _, m in contents.around(first, first + 1) if m != n]
    speaker = min(around, key=lambda m: sum(e - s for s, e in every[m].content), default=None)
    return source if speaker is None else Source(source.spans, sources[speaker].actor)


def in_furniture(document: Document, attribution: Attribution) -> bool:
    """Whether the content lies in words that are no part of the report."""
    start, end = attribution.content[0][0], attribution.content[-1][1]
    return not any(not t.is_space for t in document.tokens(start, end))
