"""The ledger: the append-only file of everything read. The only thing in the project that writes."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from types import TracebackType
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import astuple

from diurna.record import bodies, side_tables
from diurna.record.entries import Entry, Head, head_after, now, seal
from diurna.record.filters import Wanted
from diurna.record.fitness import check_fit
from diurna.record.ledger_trouble import LedgerTrouble, told_plainly
from diurna.record.merging import merged
from diurna.record.opening import open_store, store_until_made
from diurna.record.store import Store
from diurna.words import Actor, Reading, Report, Trouble

T = TypeVar("T", Report, Reading)
ENTRY_COLUMNS = "number, kind, subject, recorded_at, body, digest, previous, hash, stamp"
BATCH = 500
EVERYTHING = Wanted()


class Counts(Struct, frozen=True):
    """How much a ledger holds. actors: distinct ones, over all reports."""

    entries: int
    reports: int
    statements: int
    acts: int
    actors: int


class Ledger:
    """An open ledger; a context manager that closes it. Open one with `Ledger.open`.

    Every method raises LedgerTrouble when the file cannot be read or written.
    """

    def __init__(self, store: Store, clock: Callable[[], str] = now, make: Callable[[], Store] | None = None) -> None:
        self.store = store
        self._clock = clock
        self._make = make
        """Makes the file, where there is none yet; until then `store` is an empty one in memory."""

    @classmethod
    def open(
        cls, path: str | os.PathLike[str], *, writable: bool = True, wait_s: float = 60.0, clock: Callable[[], str] = now
    ) -> Ledger:
        """The ledger in the SQLite file at `path`; ``":memory:"`` keeps nothing.

        writable: make the file when there is none, once there is a report to keep; otherwise nothing is created or
        changed, and a file or folder without permission to write is no hindrance. wait_s: seconds to wait while another
        process writes. clock: gives the time of recording, as `entries.now` does.
        """
        make = partial(open_store, path, writable=writable, wait_s=wait_s)
        waiting = store_until_made(path) if writable else None
        ledger = cls(waiting or make(), clock, make if waiting else None)
        store = ledger.store
        try:
            if side_tables.missing(store):
                if not writable:
                    raise LedgerTrouble(Trouble("D219", ledger.where, "the side tables are gone",
                                                "No entry is touched by this: diurna read makes them anew."))
                ledger.rebuild()
        except BaseException:
            ledger.close()
            raise
        return ledger

    @property
    def where(self) -> str:
        """The path it was opened with."""
        return self.store.where

    def close(self) -> None:
        """Closes the file. May be called again."""
        with told_plainly(self.where):
            self.store.connection.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Ledger({self.where!r})"

    def append(self, report: Report, reading: Reading) -> bool:
        """Keeps a report and its reading, as two entries in one transaction.

        False, and nothing is added, when a report of that id is held already. Raises Unfit for a report or reading that
        could not be given back as it is, or whose spans do not cut their own words out of the report's text.
        """
        if self.holds(report.id):  # spares the work; what counts is the same question inside the transaction
            return False
        report_body, reading_body = check_fit(report, reading)
        self._make_file()
        with self.store.writing():
            if self.holds(report.id):
                return False
            first = self._add("report", report.id, report_body)
            second = self._add("reading", report.id, reading_body)
            side_tables.put(self.store, side_tables.derive(report, reading, first.number, second.number))
        return True

    def _make_file(self) -> None:
        """Turns from the empty store in memory to the file. Another process may have made it meanwhile."""
        if self._make:
            waiting, self.store = self.store, self._make()
            self._make = None
            waiting.connection.close()

    def _add(self, kind: str, subject: str, body: bytes) -> Entry:
        """Appends an entry. Only inside a transaction."""
        entry = seal(self.head(), kind, subject, body, self._clock())
        self.store.tell(
            f"INSERT INTO entries ({ENTRY_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *astuple(entry),
        )
        head = head_after(entry)
        self.store.tell("UPDATE head SET count = ?, hash = ?, stamp = ?", head.count, head.hash, head.stamp)
        return entry

    def holds(self, report_id: str) -> bool:
        """Whether the ledger has the report of that id."""
        return bool(self.store.ask("SELECT 1 FROM entries WHERE subject = ? AND kind = 'report'", report_id))

    def unread(self, report_id: str) -> str:
        """Why a report that is held was not read; empty where it was, and for one that is not held."""
        # Only a reading without lines can be an unread one; the others need not be decoded.
        asked = "SELECT reading_entry FROM held WHERE report = ? AND statements = 0 AND acts = 0"
        rows = self.store.ask(asked, report_id)
        return self._decoded(self._there(rows[0][0]), Reading).unread if rows else ""

    def head(self) -> Head:
        """How far the ledger goes: its count of entries, last hash and last stamp."""
        rows = self.store.ask("SELECT count, hash, stamp FROM head")
        if len(rows) != 1:
            raise LedgerTrouble(Trouble("D208", self.where, "is damaged: the row that says how far it goes is gone",
                                        "Restore it from a copy, or read the reports into a new ledger."))
        return Head(*rows[0])

    def counts(self) -> Counts:
        """How much it holds."""
        ((reports, statements, acts),) = self.store.ask(
            "SELECT count(*), ifnull(sum(statements), 0), ifnull(sum(acts), 0) FROM held"
        )
        ((actors,),) = self.store.ask("SELECT count(DISTINCT actor) FROM actors")
        return Counts(self.head().count, reports, statements, acts, actors)

    def entries(self, kind: str | None = None) -> Iterator[Entry]:
        """All entries, or those of one kind, in their order, one at a time. Appending meanwhile is allowed."""
        last, batch = 0, f"SELECT number FROM entries WHERE number > ? AND ? IN (kind, '') ORDER BY number LIMIT {BATCH}"
        while numbers := self.store.ask(batch, last, kind or ""):
            for (last,) in numbers:
                yield self.entry(last)

    def entry(self, number: int) -> Entry:
        """The entry of that number. Raises KeyError when there is none."""
        rows = self.store.ask(f"SELECT {ENTRY_COLUMNS} FROM entries WHERE number = ?", number)
        if not rows:
            raise KeyError(number)
        return Entry(*rows[0])

    def _there(self, number: int) -> Entry:
        """The entry of that number, which the side tables say is there."""
        try:
            return self.entry(number)
        except KeyError:
            raise LedgerTrouble(Trouble("D211", f"{self.where}, entry {number}", "the entry is missing",
                                        "Run diurna verify, and restore the ledger from a copy.")) from None

    def reports(self) -> Iterator[Report]:
        """All reports in the order of their entries, one at a time."""
        return (self._decoded(entry, Report) for entry in self.entries("report"))

    def readings(self) -> Iterator[Reading]:
        """All readings in the order of their entries, one at a time."""
        return (self._decoded(entry, Reading) for entry in self.entries("reading"))

    def pairs(self, asked: Wanted = EVERYTHING) -> Iterator[tuple[Report, Reading]]:
        """Reports with their readings in the order of the record (by name, then id), one pair at a time.

        With something asked: every report with a line that fits, and perhaps some more.
        """
        for report_entry, reading_entry in side_tables.entry_numbers(self.store, asked):
            yield self._decoded(self._there(report_entry), Report), self._decoded(self._there(reading_entry), Reading)

    def everyone(self) -> Iterator[Actor]:
        """All actors, merged across reports, sorted by id, one at a time. Use it inside a snapshot."""
        for _, views in groupby(side_tables.actors_in(self.store), key=lambda actor: actor.id):
            yield merged(views)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside belongs to one moment, whatever other processes append meanwhile."""
        with self.store.snapshot():
            yield

    def rebuild(self) -> None:
        """Drops the side tables and works them out anew from the entries, which stay as they are."""
        with self.store.writing():
            side_tables.make_anew(self.store)
            latest = "SELECT max(number) FROM entries WHERE subject = ? AND kind = 'reading'"
            for entry in self.entries("report"):
                ((number,),) = self.store.ask(latest, entry.subject)
                if number is not None:
                    report, reading = self._decoded(entry, Report), self._decoded(self.entry(number), Reading)
                    side_tables.put(self.store, side_tables.derive(report, reading, entry.number, number))

    def _decoded(self, entry: Entry, kind: type[T]) -> T:
        try:
            return bodies.decode(entry.body, kind)
        except ValueError as error:
            raise LedgerTrouble(Trouble("D213", f"{self.where}, entry {entry.number}", str(error),
                                        "Run diurna verify, and restore the ledger from a copy.")) from error
