"""A ledger that is only looked at."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from diurna.record import Ledger
from diurna.views.cli.terminal import Screen, tell
from diurna.views.rows import count
from diurna.views.selecting import Sieve

MEMORY = ":memory:"


@contextmanager
def opened(path: str) -> Iterator[Ledger]:
    """The ledger at a path, to read. Raises LedgerTrouble where there is none."""
    with Ledger.open(path, writable=False) as ledger:
        yield ledger


def summed_up(screen: Screen, ledger: Ledger, noun: str, shown: int, sieve: Sieve) -> None:
    """How many lines are shown, and how many are not because they are less sure; or why there are none."""
    if shown:
        screen.say(f"{count(shown, noun.removesuffix('s'))}{' shown' if sieve.left_out else ''}.")
    if sieve.left_out:
        screen.say(sieve.told())
    elif not shown:
        nothing_found(ledger, noun)


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
