"""CSV that is safe to open in a spreadsheet: no cell is taken for a formula, none holds what cannot be seen.

Cells are for reading: line breaks become blanks, and what cannot be seen is spelt out. JSON Lines is exact.
"""
from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

from diurna.views.escaping import shown

Cell = str | int | float | bool | None

FORMULA = frozenset("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, full width too. The tab is a blank by then."""
GUARD = "'"
"""Before such a cell. Spreadsheets do not show it, or show it as what it is."""
MARK = b"\xef\xbb\xbf"
"""Says that a file is in UTF-8; without it Excel reads names with accents wrongly."""


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], out: BinaryIO, *, mark: bool = False) -> int:
    """Writes a head and the rows in UTF-8, lines ended as RFC 4180 has them, and gives the number of rows.

    mark: begin with the mark that spreadsheets know UTF-8 by.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    out.write(MARK * mark)
    writer.writerow(columns)
    number = 0
    for row in rows:
        number += 1
        writer.writerow([guarded(row[name]) for name in columns])
        out.write(buffer.getvalue().encode("utf-8", "backslashreplace"))
        buffer.seek(0)
        buffer.truncate()
    out.write(buffer.getvalue().encode("utf-8"))
    return number


def guarded(cell: Cell) -> str | int | float:
    """A cell as it may stand in a spreadsheet: words on one line, true and false as words, nothing for what is not stated."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return cell
    line = shown(cell)
    return GUARD + line if cell[:1] in ("\t", "\r", "\n") or line[:1] in FORMULA else line
