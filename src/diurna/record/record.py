"""The record as the user holds it: every report, statement, act and actor, frozen."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from diurna.record import json_out
from diurna.record.filters import Wanted, name_key, wanted
from diurna.record.ledger import EVERYTHING, Ledger
from diurna.record.merging import merged_by_id
from diurna.record.shape import Shape
from diurna.record.sheets import Sheets
from diurna.record.tables import Table
from diurna.words import Act, Actor, Reading, Report, Statement, Trouble


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Record:
    """What the reports say, line by line. Does not change; its order depends on the reports alone, not on when or in how
    many processes they were read."""

    reports: Table[Report]
    """Sorted by name, then id."""
    statements: Table[Statement]
    """In the order of the reports, then of the text."""
    acts: Table[Act]
    """In the order of the reports, then of the text."""
    actors: Table[Actor]
    """One for all its names over all reports, sorted by id."""
    readings: tuple[Reading, ...]
    """One for each of `reports`, in the same order."""
    troubles: tuple[Trouble, ...] = ()
    """What was wrong with the input, and what was left out because of it."""

    @classmethod
    def of(
        cls, pairs: Iterable[tuple[Report, Reading]], troubles: Iterable[Trouble] = (),
        everyone: Iterable[Actor] | None = None,
    ) -> Record:
        """A record of reports and their readings, in any order.

        everyone: the actors in them, merged over more reports than these; worked out from the readings when not given.
        """
        ordered = sorted(pairs, key=lambda pair: (name_key(pair[0].name), pair[0].id))
        readings = tuple(reading for _, reading in ordered)
        actors = tuple(merged_by_id(view for one in readings for view in one.actors) if everyone is None else everyone)
        sheets = Sheets(ordered, actors)
        return cls(
            reports=Table((report for report, _ in ordered), sheets.reports),
            statements=Table((line for one in readings for line in one.statements), sheets.statements),
            acts=Table((line for one in readings for line in one.acts), sheets.acts),
            actors=Table(actors, sheets.actors),
            readings=readings,
            troubles=tuple(troubles),
        )

    def __repr__(self) -> str:
        return f"<Record of {len(self.reports)} reports: {len(self.statements)} statements, {len(self.acts)} acts>"

    def _repr_html_(self) -> str:
        """For a notebook: how much there is, and the acts."""
        counts = ", ".join(f"{len(table)} {name}" for name, table in (
            ("reports", self.reports), ("statements", self.statements), ("acts", self.acts), ("actors", self.actors)))
        return f"<p>{counts}</p>{self.acts._repr_html_()}"

    def pairs(self) -> Iterator[tuple[Report, Reading]]:
        """Each report with its reading, in the order of the record."""
        return zip(self.reports, self.readings, strict=True)

    def everyone(self) -> Iterator[Actor]:
        """All actors, as `actors` has them."""
        return iter(self.actors)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """A record holds still already."""
        yield

    def to_dict(self, *, sure: float | None = None) -> dict[str, list[Shape]]:
        """The public shape of the record (that of ``--json``), as dictionaries and lists.

        sure: of the acts, those at least that sure; the other lists are whole.
        """
        return {name: list(rows) for name, rows in json_out.sections(self, sure)}

    def to_json(self, *, sure: float | None = None) -> str:
        """The public shape as JSON: one object, one line for each row of its lists. sure: as for `to_dict`."""
        return b"".join(json_out.pieces(self, sure)).decode("utf-8")

    def write_json(self, out: BinaryIO, *, sure: float | None = None) -> None:
        """Writes what `to_json` gives to a binary file, in UTF-8."""
        json_out.write_json(self, out, sure=sure)


def record_of(
    ledger: Ledger, troubles: Iterable[Trouble] = (), *, actor: str | None = None, kind: str | None = None,
    place: str | None = None, since: str | None = None, until: str | None = None, report: str | None = None,
    sure: float | None = None,
) -> Record:
    """The record of everything a ledger holds, in memory.

    With filters (those of `Table.where`): of the reports that may hold a line that fits, and of the actors in them under
    all the names that the whole ledger has for them. A table's `where` with the same filters then gives the same rows as
    it would for the whole ledger, without reading all of it.

    Raises ValueError for filters that make no sense, LedgerTrouble when the ledger cannot be read. For a ledger too large
    for memory: `records_of`, or `write_json(ledger, out)`.
    """
    asked = wanted(actor=actor, kind=kind, place=place, since=since, until=until, report=report, sure=sure)
    with ledger.snapshot():
        pairs = list(ledger.pairs(asked))
        if not any(asked.asked()):
            return Record.of(pairs, troubles)
        there = {view.id for _, reading in pairs for view in reading.actors}
        return Record.of(pairs, troubles, [one for one in ledger.everyone() if one.id in there])


def records_of(ledger: Ledger, asked: Wanted = EVERYTHING, *, at_once: int = 100) -> Iterator[Record]:
    """The record of a ledger in pieces of `at_once` reports, in order: to go through a large one with little memory.

    Each piece knows the actors in it under all the names that the whole ledger has for them, and so its tables filter and
    show like those of the whole. Raises LedgerTrouble when the ledger cannot be read.
    """
    with ledger.snapshot():
        known = {actor.id: actor for actor in ledger.everyone()}
        pairs = ledger.pairs(asked)
        while piece := list(islice(pairs, at_once)):
            there = sorted({view.id for _, reading in piece for view in reading.actors})
            yield Record.of(piece, (), [known[one] for one in there])
