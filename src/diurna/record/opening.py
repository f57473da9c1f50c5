"""Opening a ledger's file: looking before touching, making a new one, refusing what is none."""
from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path

from diurna.record.ledger_trouble import STORAGE_TROUBLES, LedgerTrouble, told_plainly
from diurna.record.schema import APPLICATION_ID, ENTRIES, SIDE_TABLES, VERSION
from diurna.record.store import Store
from diurna.words import Trouble

MEMORY = ":memory:"
SQLITE_MAGIC = b"SQLite format 3\0"
GENESIS = "0" * 64
"""What the first entry follows."""

OTHER = "Name another file with --ledger."


def open_store(path: str | os.PathLike[str], *, writable: bool, wait_s: float) -> Store:
    """The store in the file at `path`, made anew when `writable` and there is none (or an empty one).

    wait_s: seconds to wait for another process. Raises LedgerTrouble; a file that is no ledger is left as it is.
    """
    where = os.fspath(path)
    if where == MEMORY:
        writable = True
    else:
        _look(Path(where), writable)
    with told_plainly(where):
        connection = _connect(where, writable, wait_s)
    try:
        store = Store(connection, where)
        _prepare(store, writable)
    except BaseException:
        connection.close()
        raise
    return store


def store_until_made(path: str | os.PathLike[str]) -> Store | None:
    """An empty store in memory that stands for a file which is not there yet; None where the file is there.

    Raises LedgerTrouble where no ledger can be made at `path`.
    """
    where = os.fspath(path)
    if where == MEMORY:
        return None
    _look(Path(where), writable=True)
    if Path(where).exists():
        return None
    store = Store(_connect(MEMORY, True, 0.0), where)
    _prepare(store, writable=True)
    return store


def _refuse(code: str, where: object, what: str, do: str) -> LedgerTrouble:
    return LedgerTrouble(Trouble(code, str(where), what, do))


def _look(path: Path, writable: bool) -> None:
    """Raises LedgerTrouble where the path itself says that no ledger can be opened there."""
    cannot = STORAGE_TROUBLES["SQLITE_CANTOPEN"]
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _refuse("D203", path, "is a folder, not a ledger", f"Name a file in it: --ledger {path / 'diurna.db'}")
        if not stat.S_ISREG(mode):
            raise _refuse("D203", path, "is not an ordinary file", OTHER)
        with path.open("rb") as file:
            magic = file.read(len(SQLITE_MAGIC))
    except FileNotFoundError:
        if not writable:
            raise _refuse("D204", path, "there is no ledger here",
                          f"Read reports into one first: diurna read --ledger {path} FILE…") from None
        if not path.parent.is_dir():
            raise _refuse("D204", path, "the folder of the ledger does not exist",
                          f"Make it: mkdir -p {path.parent}") from None
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise _refuse(cannot[0], path, f"{cannot[1]}: no permission to write in its folder", cannot[2]) from None
        return
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        why = getattr(error, "strerror", None) or str(error)
        raise _refuse(cannot[0], path, f"{cannot[1]} ({why})", cannot[2]) from error
    if magic and magic != SQLITE_MAGIC:
        raise LedgerTrouble(_no_ledger(str(path)))
    if writable and not os.access(path, os.W_OK):
        code, what, do = STORAGE_TROUBLES["SQLITE_READONLY"]
        raise _refuse(code, path, what, do)


def _no_ledger(where: str) -> Trouble:
    code, what, do = STORAGE_TROUBLES["SQLITE_NOTADB"]
    return Trouble(code, where, what, do)


def _connect(where: str, writable: bool, wait_s: float) -> sqlite3.Connection:
    if writable:
        return sqlite3.connect(where, timeout=wait_s, isolation_level=None)
    address = Path(where).absolute().as_uri() + "?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=wait_s, isolation_level=None)
    try:
        connection.execute("PRAGMA user_version")
    except sqlite3.OperationalError:
        # In a folder we may not write to, SQLite cannot make the files that reading a WAL ledger asks for. Nobody else
        # can write there either while no log lies beside it, so it may be read as it is.
        connection.close()
        if Path(where + "-wal").exists():
            raise
        return sqlite3.connect(address + "&immutable=1", uri=True, timeout=wait_s, isolation_level=None)
    return connection


def _prepare(store: Store, writable: bool) -> None:
    store.tell("PRAGMA trusted_schema = OFF")
    if not _is_ours(store):
        if not writable:
            raise LedgerTrouble(_no_ledger(store.where))
        _make(store)
    if not writable:
        return
    # The mode can only be changed while nobody else holds the file; whoever holds it changes it just as well.
    with suppress(sqlite3.OperationalError):
        store.connection.execute("PRAGMA journal_mode = WAL")
    store.tell("PRAGMA synchronous = FULL")
    store.tell("PRAGMA recursive_triggers = ON")


def _is_ours(store: Store) -> bool:
    """False for a file that holds nothing yet. Raises LedgerTrouble for one that holds something else."""
    with store.snapshot():  # of one moment: another process may be making it just now
        ((mark,),) = store.ask("PRAGMA application_id")
        ((version,),) = store.ask("PRAGMA user_version")
        holds_something = bool(store.ask("SELECT 1 FROM sqlite_master LIMIT 1"))
    if mark == APPLICATION_ID:
        if version > VERSION:
            raise _refuse("D202", store.where, f"is a ledger of version {version}; this diurna knows up to {VERSION}",
                          "Update diurna (pip install -U diurna), or name another ledger with --ledger.")
        return True
    if mark or version or holds_something:
        raise LedgerTrouble(_no_ledger(store.where))
    return False


def _make(store: Store) -> None:
    with store.writing():
        if _is_ours(store):  # another process was faster
            return
        for statement in (*ENTRIES, *SIDE_TABLES):
            store.tell(statement)
        store.tell("INSERT INTO head VALUES (1, 0, ?, ?)", GENESIS, GENESIS)
        store.tell(f"PRAGMA application_id = {APPLICATION_ID}")
        store.tell(f"PRAGMA user_version = {VERSION}")
