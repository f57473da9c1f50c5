"""Trouble with the ledger itself, in words a user can act on: never SQLite's own traceback.

LedgerTrouble          the file cannot be opened, read or written; the run that needs it must stop
└── Unfit              one report or reading cannot be kept; the ledger is fine and takes the next one

The codes (D201 to D220) are explained in docs/troubles.md under "Ledger".
"""
from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from diurna.words import Trouble


class LedgerTrouble(Exception):
    """The ledger cannot be used. `trouble` holds what is wrong, where, and what to do."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble

    def __str__(self) -> str:
        return self.trouble.line()


class Unfit(LedgerTrouble):
    """One report or reading that the ledger does not take in, because it could not be given back or does not quote
    its own text. Nothing was written; the next report can be appended."""


_ROOM = ("D205", "cannot be written: the disk is full, or a quota or a limit on file size is reached",
         "Free some room and run again: whole reports only were kept, the rest is read then.")
_LOCKED = ("D207", "is locked by another program",
           "Wait until it is done (or close it) and run again; nothing was left half written.")
_CLOSED = ("D204", "cannot be opened", "Check the path and your permission to read and write there.")

STORAGE_TROUBLES: dict[str, tuple[str, str, str]] = {
    "SQLITE_FULL": _ROOM,
    # A limit on file size, a quota, or a full disk met by fsync or by the shared-memory file; SQLite has no one name.
    "SQLITE_IOERR_WRITE": _ROOM,
    "SQLITE_IOERR_FSYNC": _ROOM,
    "SQLITE_IOERR_TRUNCATE": _ROOM,
    "SQLITE_IOERR_SHMSIZE": _ROOM,
    "SQLITE_READONLY": ("D206", "may only be read, not written",
                        "Give yourself permission to write to the file and its folder, or name another with --ledger."),
    "SQLITE_BUSY": _LOCKED,
    "SQLITE_LOCKED": _LOCKED,
    "SQLITE_PROTOCOL": _LOCKED,
    "SQLITE_CORRUPT": ("D208", "is damaged: its pages do not fit together",
                       "Restore it from a copy, or read the reports into a new ledger; keep the damaged file."),
    "SQLITE_NOTADB": ("D201", "is not a diurna ledger",
                      "It was left as it is; name another file with --ledger."),
    "SQLITE_CANTOPEN": _CLOSED,
    "SQLITE_PERM": _CLOSED,
    "SQLITE_AUTH": _CLOSED,
}
"""SQLite's names for its errors, each also standing for the longer names that begin with it."""


def storage_trouble(error: sqlite3.Error, where: str) -> Trouble:
    """What SQLite's error means for the user."""
    name = getattr(error, "sqlite_errorname", None) or ""
    for known, (code, what, do) in STORAGE_TROUBLES.items():
        if name == known or name.startswith(known + "_"):
            return Trouble(code, where, what, do)
    what = f"could not be used: {error} ({name or type(error).__name__})"
    return Trouble("D209", where, what, "Run again; if it comes back, report it with this line.")


@contextmanager
def told_plainly(where: str) -> Iterator[None]:
    """Turns an error of SQLite's into a LedgerTrouble that names the ledger."""
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerTrouble(storage_trouble(error, where)) from error
