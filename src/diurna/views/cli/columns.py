"""Columns of text side by side, wrapped to their widths, without the trailing blanks of a table."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

GAP = 2
"""Blanks between columns."""
RULER = Console(width=1000, file=None, force_terminal=False, legacy_windows=False)
"""Only measures and wraps; nothing is printed on it."""


def wrapped(text: Text, width: int, hang: int = 0) -> list[Text]:
    """The lines of a text, none wider than `width`; those after the first are indented by `hang`."""
    first, *_ = lines = list(text.wrap(RULER, max(width, 1), overflow="fold")) or [Text()]
    if hang and len(lines) > 1 and width > 2 * hang:
        rest = text[len(first) :]
        rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
        lines = [first, *(Text(" " * hang) + line for line in rest.wrap(RULER, width - hang, overflow="fold"))]
    for line in lines:
        line.rstrip()
    return lines


def beside(columns: Sequence[tuple[Iterable[Text], int]]) -> Iterator[Text]:
    """Columns of lines side by side. Each comes with its width; the last one's is not filled up."""
    for row in zip_longest(*(lines for lines, _ in columns)):
        line = Text()
        due = 0
        for cell, (_, width) in zip(row, columns, strict=True):
            if cell is not None and cell.plain:
                line.append(" " * (due - line.cell_len))
                line.append_text(cell)
            due += width + GAP
        yield line


def indented(lines: Iterable[Text], by: int) -> Iterator[Text]:
    """The lines moved to the right."""
    return (Text(" " * by) + line if line.plain else line for line in lines)
