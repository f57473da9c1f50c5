"""`diurna export`: one list of the record as a file."""
from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from diurna.record import Ledger, Record, records_of
from diurna.views import selecting
from diurna.views.cli.exits import ALL_WELL, WrongUsage
from diurna.views.cli.opened import nothing_found, opened
from diurna.views.cli.options import FileFormat, What
from diurna.views.cli.show import shapes
from diurna.views.cli.terminal import tell
from diurna.views.exports import write_csv, write_jsonl
from diurna.views.exports.sheets import Cell
from diurna.views.rows import count
from diurna.views.selecting import Selection


def run(form: FileFormat, what: What, out: str | None, path: str) -> int:
    """Exports. Raises LedgerTrouble, WrongUsage for a file that cannot be one, OSError for one that cannot be written."""
    if out and Path(path).exists() and Path(out).exists() and os.path.samefile(path, out):
        raise WrongUsage(f"--out would overwrite the ledger {path}")
    with opened(path) as ledger:
        with _target(out) as file:
            if form is FileFormat.JSONL:
                number = write_jsonl(shapes(ledger, what, Selection()), file)
            else:
                number = write_csv(columns(what), flat(ledger, what), file, mark=bool(out))
        if not number:
            nothing_found(ledger, what.value)
        if out:
            tell(f"{count(number, what.value.removesuffix('s'))} written to {out}.")
    return ALL_WELL


def columns(what: What) -> tuple[str, ...]:
    """The columns of a list."""
    found: tuple[str, ...] = getattr(Record.of(()), what.value).columns
    return found


def flat(ledger: Ledger, what: What) -> Iterator[dict[str, Cell]]:
    """The rows of a list, one flat dictionary each."""
    if what is What.ACTORS:
        yield from Record.of((), everyone=selecting.actors(ledger, Selection())).actors.rows()
        return
    for record in records_of(ledger):
        yield from getattr(record, what.value).rows()


@contextmanager
def _target(out: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that takes its name once it is whole."""
    if out is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        return
    if Path(out).is_dir() or not Path(out).parent.is_dir():
        raise WrongUsage(f"--out {out}: {'a folder is there' if Path(out).is_dir() else 'its folder is not there'}")
    try:
        if Path(out).exists() and not Path(out).is_file():
            with open(out, "wb") as file:  # a pipe or a device is written to, never replaced
                yield file
        else:
            yield from _replacing(Path(os.path.realpath(out)))
    except OSError as error:
        error.filename = error.filename or out
        raise


def _replacing(target: Path) -> Iterator[BinaryIO]:
    """A new file beside the target that takes its name, and keeps its permissions, once it is whole."""
    names = (target.with_name(f"{target.name}{number}.part") for number in ("", *(f".{n}" for n in range(1, 100))))
    part = next((name for name in names if not os.path.lexists(name)), target.with_name(f"{target.name}.part"))
    with part.open("xb") as file:
        try:
            yield file
            file.flush()
            if target.exists():
                part.chmod(target.stat().st_mode & 0o7777)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
