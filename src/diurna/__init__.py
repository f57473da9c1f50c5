"""diurna: the record of what was said, promised and done in a crisis, and on whose word.

import diurna
record = diurna.read(["reports/"])
for act in record.acts.where(kind="promise"):
    print(act.kind, act.evidence[0].words)
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["open_ledger", "read"]

if TYPE_CHECKING:
    from diurna.record import Ledger, Record


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    ledger: str | Path = ":memory:",
    jobs: int = 1,
    reader: str = "tagger",
    registry: str | Path | Iterable[str | Path] = (),
) -> Record:
    """Read reports and return the record of them (with a ledger that holds more, of all of it).

    paths: files, folders, globs; ledger: a file that keeps the record, or ``:memory:``; jobs: processes; reader: ``tagger`` or
    ``rules``; registry: your own tables of actors. What could not be read is in ``record.troubles``.
    Raises record.LedgerTrouble when the ledger cannot be opened or written, ValueError for an unknown reader, less than one process or
    a fault in a table of actors, OSError for one that cannot be opened.
    """
    from diurna.pipeline import run
    from diurna.reading import Configuration
    from diurna.record import Ledger, record_of

    if jobs < 1:
        raise ValueError(f"jobs: {jobs} processes read nothing; 1 or more")
    asked = [paths] if isinstance(paths, (str, Path)) else list(paths)
    tables = [registry] if isinstance(registry, (str, Path)) else list(registry)
    with Ledger.open(ledger) as held:
        done = run(asked, held, configuration=Configuration(reader, tuple(Path(one) for one in tables)), jobs=jobs)
        return record_of(held, tuple(done.troubles))


def open_ledger(path: str | Path) -> Ledger:
    """A ledger that was written before, to be read. Raises record.LedgerTrouble when there is none, or the file is no ledger."""
    from diurna.record import Ledger

    return Ledger.open(path, writable=False)
