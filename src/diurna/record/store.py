"""One connection to a ledger's SQLite file: questions, changes, snapshots. All of the room's SQL goes through here."""
from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from diurna.record.filters import named, says
from diurna.record.ledger_trouble import told_plainly

Row = tuple[Any, ...]


class Store:
    """A connection whose errors are `LedgerTrouble`, with the transactions spelt out."""

    def __init__(self, connection: sqlite3.Connection, where: str) -> None:
        self.connection = connection
        self.where = where
        """The ledger's path, for messages to the user."""
        connection.create_function("says", 2, says, deterministic=True)
        connection.create_function("named", 3, named, deterministic=True)

    def ask(self, sql: str, *values: object) -> list[Row]:
        """All rows of a question: for one whose answer is small."""
        with told_plainly(self.where):
            return self.connection.execute(sql, values).fetchall()

    def stream(self, sql: str, *values: object) -> Iterator[Row]:
        """The rows of a question one by one. Use it inside a snapshot, and not while writing."""
        with told_plainly(self.where):
            yield from self.connection.execute(sql, values)

    def tell(self, sql: str, *values: object) -> None:
        """A change."""
        with told_plainly(self.where):
            self.connection.execute(sql, values)

    def tell_each(self, sql: str, rows: Iterable[Row]) -> None:
        """The same change for each row of values."""
        with told_plainly(self.where):
            self.connection.executemany(sql, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction that is kept whole or not at all. Waits its turn when another process writes."""
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read inside belongs to one moment, whatever others append meanwhile. May be nested."""
        if self._in_transaction():
            yield
            return
        with self._transaction("BEGIN"):
            self.ask("SELECT 1 FROM sqlite_master LIMIT 1")  # the moment is that of the first question, not that of BEGIN
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self.tell(begin)
        try:
            yield
            self.tell("COMMIT")
        except BaseException:
            # A full disk makes SQLite roll back on its own; a second ROLLBACK would hide the first error.
            if self._in_transaction():
                with told_plainly(self.where):
                    self.connection.rollback()
            raise

    def _in_transaction(self) -> bool:
        """False for a closed connection, which has rolled back: a generator left unfinished may end after it."""
        try:
            return self.connection.in_transaction
        except sqlite3.ProgrammingError:
            return False
