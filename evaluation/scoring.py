"""How readings are held against marked data. Definitions only; what is measured stands in measure.py.

Words are runs of letters and digits, lower case. Two strings agree when the F1 of their words, articles left out, is at least 0.5.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
WORD = re.compile(r"[^\W_]+")
ARTICLES = frozenset(("the", "a", "an"))
FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "and",
        "or",
        "but",
        "nor",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "to",
        "with",
        "as",
        "into",
        "about",
        "according",
        "s",
        "t",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "should",
        "not",
    ]
)
QUOTATION = re.compile("[\"\u201c\u201d\u00ab\u00bb]|''|``")


@dataclass(frozen=True, slots=True)
class Ratio:
    """Hits of those predicted and of those marked."""

    hits: int
    predicted: int
    marked: int

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.predicted + self.marked) if self.predicted + self.marked else 0.0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.hits + other.hits, self.predicted + other.predicted, self.marked + other.marked)


def words_in(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The words of a text, by number, that spans cover by half or more."""
    found = [m.span() for m in WORD.finditer(text)]
    out = set()
    for a, b in spans:
        out |= {n for n, (s, e) in enumerate(found) if 2 * (min(b, e) - max(a, s)) >= e - s}
    return frozenset(out)


def telling(text: str, numbers: frozenset[int]) -> frozenset[int]:
    """Those words of a source that are no function words; all of them when there are no others."""
    found = [m.group().lower() for m in WORD.finditer(text)]
    return frozenset(n for n in numbers if found[n] not in FUNCTION_WORDS) or numbers


def agree(a: str, b: str) -> bool:
    return overlap(a, b) >= 0.5


def overlap(a: str, b: str) -> float:
    """F1 of the words of two strings."""
    x, y = (Counter(w for w in WORD.findall(re.sub("['\u2019]s\\b", " ", s.lower())) if w not in ARTICLES) for s in (a, b))
    shared = sum((x & y).values())
    return 2 * shared / (sum(x.values()) + sum(y.values())) if shared else 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """One statement to be compared: source and content as numbered words; quoted when quotation marks touch the content."""

    source: frozenset[int]
    content: frozenset[int]
    quoted: bool


def told(text: str, source: Sequence[Span], content: Sequence[Span]) -> Told:
    quoted = any(QUOTATION.search(text[max(0, a - 2) : b + 3]) for a, b in content)
    return Told(telling(text, words_in(text, source)), words_in(text, content), quoted)


def right(marked: list[Told], predicted: list[Told]) -> dict[str, Ratio]:
    """Statements paired one to one by content (word Jaccard of 0.5 or more, the best first), right when sources share a
    telling word or both are empty: for all, the quoted and the indirect."""
    pairs = sorted(
        (
            (len(m.content & p.content) / len(m.content | p.content), same_source(m, p), -i, -j)
            for i, m in enumerate(marked)
            for j, p in enumerate(predicted)
            if m.content & p.content
        ),
        reverse=True,
    )
    held: dict[int, int] = {}
    hits = []
    for share, source, i, j in pairs:
        if share >= 0.5 and -i not in held and -j not in held.values():
            held[-i] = -j
            if source:
                hits.append(marked[-i])
    out = {}
    for name, wanted in (("all", (True, False)), ("quoted", (True,)), ("indirect", (False,))):
        out[name] = Ratio(
            sum(h.quoted in wanted for h in hits),
            sum(p.quoted in wanted for p in predicted),
            sum(m.quoted in wanted for m in marked),
        )
    return out


def same_source(a: Told, b: Told) -> bool:
    return bool(a.source & b.source) or not (a.source or b.source)
