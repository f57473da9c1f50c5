"""Things that stand somewhere in a text, found by where they stand: in a long report nobody should look through all of them each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from diurna.words import Span

BLOCK = 512
"""Characters of text that share a list."""
T = TypeVar("T")


class Placed(Generic[T]):
    """Things with their spans, in the order in which they were put in."""

    def __init__(self, placed: Iterable[tuple[Span, T]] = ()) -> None:
        self.blocks: dict[int, list[tuple[int, Span, T]]] = defaultdict(list)
        self.number = 0
        for span, thing in placed:
            self.put(span, thing)

    def put(self, span: Span, thing: T) -> None:
        for block in range(span[0] // BLOCK, (max(span[1] - 1, span[0])) // BLOCK + 1):
            self.blocks[block].append((self.number, span, thing))
        self.number += 1

    def over(self, start: int, end: int) -> Iterator[tuple[Span, T]]:
        """Those whose span shares a character with [start, end), in their order."""
        blocks = range(start // BLOCK, (max(end - 1, start)) // BLOCK + 1)
        near = (held for block in blocks for held in self.blocks.get(block, ()))
        found = {number: (span, thing) for number, span, thing in near if span[0] < end and start < span[1]}
        return (found[number] for number in sorted(found))

    def around(self, start: int, end: int) -> Iterator[tuple[Span, T]]:
        """Those whose span holds all of [start, end), in their order."""
        within = self.blocks.get(start // BLOCK, ())
        return ((span, thing) for _, span, thing in within if span[0] <= start and end <= span[1])
