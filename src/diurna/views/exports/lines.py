"""JSON Lines: each row on a line of its own, in the public shape, exact to the character."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from diurna.record import encode


def write_jsonl(rows: Iterable[dict[str, Any]], out: BinaryIO) -> int:
    """Writes the rows in UTF-8 and gives their number."""
    number = 0
    for row in rows:
        out.write(encode(row) + b"\n")
        number += 1
    return number
