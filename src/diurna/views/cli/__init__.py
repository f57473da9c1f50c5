"""The command `diurna`. Starts fast: nothing is imported before a command asks for it."""
from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence

from diurna.views.cli.exits import INTERRUPTED, NO_LEDGER, PIPE_CLOSED, UNFINISHED, WRONG_USAGE, WrongUsage
from diurna.views.cli.terminal import robust_streams, tell

__all__ = ["main"]

DEBUG = "DIURNA_DEBUG"
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""Arithmetic on one thread a process: the matrices are small, threads wait for each other longer than they work (measured 3 times
slower on a busy machine), and the last digits must not depend on how many there are. `--jobs` is how to use more cores."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line (sys.argv's where none is given) and returns its exit code. Raises SystemExit for completion only."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    asked = list(sys.argv[1:] if arguments is None else arguments)
    try:
        robust_streams()
        code = _started(asked)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        tell("Stopped. What was written to the ledger stays.")
        return INTERRUPTED
    except Exception as error:
        return _told(error)
    return code


def _started(asked: list[str]) -> int:
    """Parses, then works: typer has no part in what happens while a command runs."""
    from typer.main import get_command

    from diurna.views.cli.app import app

    try:
        work: Callable[[], int] | int | None = get_command(app).main(asked, prog_name="diurna", standalone_mode=False)
    except Exception as error:
        message = getattr(error, "format_message", None)  # of typer's own errors, whichever class they have in its version
        if message is None:
            raise
        page = getattr(getattr(error, "ctx", None), "command_path", "diurna")
        said = str(message()).strip().replace("Value error, ", "")  # which pydantic puts there
        raise WrongUsage(f"{said}{'' if said.endswith(('.', '?')) else '.'} Help: {page} --help") from error
    # A page of help or the version was shown where nothing is left to do.
    return work() if callable(work) else work or 0


def _told(error: Exception) -> int:
    """One line on what went wrong, and the exit code that says which kind of wrong."""
    from diurna.record import LedgerTrouble

    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    if isinstance(error, WrongUsage):
        tell(f"diurna: {error}")
        return WRONG_USAGE
    if isinstance(error, LedgerTrouble):
        tell(str(error))
        return NO_LEDGER
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        tell(f"diurna: {where}{error.strerror or error}. What was written to the ledger stays; run the same command again.")
        return UNFINISHED
    tell(f"diurna: something is wrong in diurna itself ({type(error).__name__}: {str(error)[:200]}). What was written to the "
         f"ledger stays. Run it again with {DEBUG}=1, and send us what it shows.")
    return UNFINISHED


def _forget_output() -> None:
    """Standard output has no reader any more: let the interpreter flush what is left to nowhere."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
