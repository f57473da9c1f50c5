"""Groups that only this report can tell apart: "the rebels", "an irregular force", "protesters in Tehran".

Two mentions are one group only where their nouns are the same and nothing said beside them differs. "A court" and "two soldiers" are new
each time; "the court" with nothing beside it takes up the only court that was named before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span

from diurna.reading.who.definiteness import TIMES, definite, determined_by, one_of_many
from diurna.reading.who.gathering import Draft, Gathering
from diurna.reading.who.registry import normal
from diurna.words import NOT_STATED, ActorType, identity


@dataclass(slots=True)
class Groups:
    """The groups named so far in a report, by their noun."""

    named: dict[str, dict[str, Draft]] = field(default_factory=dict)

    def named_by(self, g: Gathering, words: Span, key: str, sector: str, kind: ActorType) -> Draft | None:
        """The group that a noun means, new or named before; nothing for one person."""
        if kind is ActorType.PERSON:
            return None
        noun = normal(words.text)
        before = self.named.setdefault(noun, {})
        apart = told_apart_by(words)
        if not apart and definite(words) and len(before) == 1:
            return next(iter(before.values()))
        new = one_of_many(words) or "PRP$" in {t.tag_ for t in determined_by(words)}
        marks = (str(words.start_char),) if new else apart
        found = f"here:{identity(g.document.report.id, key, noun, *marks)}"
        draft = Draft(found, own_words(words), kind, NOT_STATED, sector, basis="words")
        return before.setdefault(found, draft)


def told_apart_by(words: Span) -> tuple[str, ...]:
    """What is said beside a noun, articles and times left out: of the high court "high", of protesters in Tehran "in" and "tehran"."""
    before = [t for t in determined_by(words) if t.dep_ not in ("det", "predet")]
    after = [(t, *(c for c in t.children if c.dep_ == "pobj")) for t in words.root.rights if t.dep_ in ("prep", "acl", "relcl")]
    after = [group for group in after if not any(t.ent_type_ in TIMES for t in group)]
    return tuple(t.lower_ for t in (*before, *(t for group in after for t in group)))


def own_words(words: Span) -> str:
    """A noun with what stands before it in its line: "an irregular force"."""
    first = min([t.left_edge.i for t in determined_by(words)] + [words.start])
    first = max((t.i + 1 for t in words.doc[first : words.start] if t.pos_ == "VERB"), default=first)  # an owner misread: "bombed Haftar's"
    text = str(words.doc[first : words.end].text)
    return str(words.text) if "\n" in text else text
