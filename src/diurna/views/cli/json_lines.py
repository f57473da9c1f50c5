"""JSON on standard output: one object, each row of a list on a line of its own, as in the record's own JSON."""
from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from diurna.record import encode


def print_object(value: dict[str, Any]) -> None:
    """One object on a line."""
    _out(encode(value) + b"\n")


def print_list(name: str, rows: Iterable[dict[str, Any]]) -> int:
    """An object with one list, written as its rows come. Gives their number."""
    _out(b"{" + encode(name) + b":[")
    number = 0
    for row in rows:
        _out((b",\n" if number else b"\n") + encode(row))
        number += 1
    _out(b"]}\n")
    return number


def _out(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
