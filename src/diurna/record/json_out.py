"""The record as JSON, piece by piece: the same bytes from a ledger on disk and from a record in memory."""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import BinaryIO, Protocol

import msgspec

from diurna.record import shape
from diurna.record.filters import wanted
from diurna.record.shape import Shape
from diurna.words import Absent, Actor, Reading, Report


class Source(Protocol):
    """What a record can be written from: a Ledger or a Record."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Holds still what is read inside."""

    def pairs(self) -> Iterator[tuple[Report, Reading]]:
        """Reports with their readings, in the order of the record."""

    def everyone(self) -> Iterator[Actor]:
        """All actors, merged, sorted by id."""


def sections(source: Source, sure: float | None = None) -> Iterator[tuple[str, Iterator[Shape]]]:
    """The keys of the public record, in their order, each with its rows. Statements and acts stand in the order of their
    reports, and inside one in the order of its reading, which is that of the text.

    sure: of the acts, those at least that sure. Raises ValueError, with words for the user, where it is not between 0 and 1.
    """
    least = wanted(sure=sure).sure
    yield "reports", (shape.of_report(report, reading) for report, reading in source.pairs())
    told = (one for _, reading in source.pairs() for one in reading.statements)
    yield "statements", (shape.of_statement(one) for one in told if isinstance(one.within, Absent))
    nested = (one for _, reading in source.pairs() for one in reading.statements)
    yield "nested_statements", (shape.of_statement(one) for one in nested if not isinstance(one.within, Absent))
    acts = (one for _, reading in source.pairs() for one in reading.acts)
    yield "acts", (shape.of_act(one) for one in acts if least is None or one.confidence >= least)
    yield "actors", (shape.of_actor(actor) for actor in source.everyone())
    for name in shape.LATER:
        yield name, iter(())


def write_json(source: Source, out: BinaryIO, *, sure: float | None = None) -> None:
    """Writes the record to a binary file, report by report: memory stays flat however much there is.

    sure: of the acts, those at least that sure; the other lists are whole. Raises ValueError as `sections` does.
    """
    with source.snapshot():
        for piece in pieces(source, sure):
            out.write(piece)


def pieces(source: Source, sure: float | None = None) -> Iterator[bytes]:
    """The JSON of a record: one object, each row of its lists on a line of its own, in UTF-8."""
    opening = b"{"
    for name, rows in sections(source, sure):
        yield opening + encode(name) + b":["
        yield from _lines(rows)
        opening = b"],\n"
    yield b"]}"


def _lines(rows: Iterable[Shape]) -> Iterator[bytes]:
    between = b"\n"
    for row in rows:
        yield between + encode(row)
        between = b",\n"


def encode(value: object) -> bytes:
    """JSON in UTF-8, keys as they stand. Half characters (lone surrogates), which UTF-8 has no bytes for, as escapes."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode("ascii")
