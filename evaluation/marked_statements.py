"""The passages of `evaluation/statements/train-*.jsonl`: read them, and say what is wrong with them.

python evaluation/marked_statements.py evaluation/statements/train-*.jsonl     every fault with its line; exit status 1 if there is one
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from marking import lines_of, place

ROLES = ("source", "cue", "content")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkedStatement:
    """One marked statement; spans are half-open character offsets into the passage, in order.

    depth: in how many others' contents it stands; 0 for one in none.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class Passage:
    id: str
    text: str
    statements: tuple[MarkedStatement, ...]


def read(path: Path) -> list[Passage]:
    """The passages of one file. Raises ValueError with file and line."""
    return lines_of(path, parse)


def parse(line: str) -> Passage:
    """One line of a marked file. Raises ValueError, saying what is wrong."""
    row = json.loads(line)
    told = [spans_of(row["text"], statement) for statement in row["statements"]]
    return Passage(row["id"], row["text"], tuple(MarkedStatement(*spans, depth(spans, told)) for spans in told))


def spans_of(text: str, statement: dict[str, Any]) -> tuple[tuple[Span, ...], ...]:
    """Source, cue and content of one statement as spans. Raises ValueError where one is not in the text or two overlap."""
    if set(statement) != set(ROLES) or not statement["content"]:
        raise ValueError(f"not source, cue and content: {statement}")
    spans = tuple(tuple(sorted(place(text, words) for words in statement[role])) for role in ROLES)
    every = sorted(span for role in spans for span in role)
    for one, two in pairwise(every):
        if one[1] > two[0]:
            raise ValueError(f"overlap: {text[slice(*one)]!r}, {text[slice(*two)]!r}")
    for start, end in every:
        if "\n" in text[start:end] or text[start:end] != text[start:end].strip():
            raise ValueError(f"a line end in it, or a blank at its edge: {text[start:end]!r}")
    return spans


def depth(spans: tuple[tuple[Span, ...], ...], every: list[tuple[tuple[Span, ...], ...]]) -> int:
    """In how many other statements' contents the cue of this one stands."""
    start, end = (spans[1] or spans[2])[0]
    return sum(any(a <= start and end <= b for a, b in other[2]) for other in every if other is not spans)


def faults(paths: Iterable[Path]) -> Iterator[str]:
    """What keeps a passage from being read, with file and line, and every id that stands twice."""
    seen: set[str] = set()
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                passage = parse(line)
            except (KeyError, ValueError) as error:
                yield f"{path.name}:{number}: {error}"
                continue
            if passage.id in seen:
                yield f"{path.name}:{number}: {passage.id} stands twice"
            seen.add(passage.id)


if __name__ == "__main__":
    found = list(faults(map(Path, sys.argv[1:])))
    print("\n".join(found))
    sys.exit(1 if found else 0)
