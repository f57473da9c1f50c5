"""A ledger that is only looked at."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from diurna.record import Ledger
from diurna.views.cli.terminal import tell
from diurna.views.rows import count

MEMORY = ":memory:"


@contextmanager
def opened(path: str) -> Iterator[Ledger]:
    """The ledger at a path, to read. Raises LedgerTrouble where there is none."""
    with Ledger.open(path, writable=False) as ledger:
        yield ledger


def nothing_found(ledger: Ledger, noun: str) -> None:
    """Says why nothing is shown: nothing has been read yet, or nothing of it fits."""
    held = ledger.counts()
    if ledger.where == MEMORY:
        tell("The ledger :memory: keeps nothing from one command to the next: name a file with --ledger.")
    elif not held.reports:
        tell(f"{ledger.where} holds no reports yet. Read some first: diurna read --ledger {ledger.where} FILE…")
    else:
        tell(f"No {noun} fit. {ledger.where} holds {count(held.reports, 'report')} with {count(held.acts, 'act')} and "
             f"{count(held.statements, 'statement')}.")
