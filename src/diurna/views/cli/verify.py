"""`diurna verify`: whether the ledger is whole."""
from __future__ import annotations

from diurna.record import Head, Ledger, LedgerTrouble, verify
from diurna.views.cli.exits import ALL_WELL, LEFT_OUT
from diurna.views.cli.json_lines import print_object
from diurna.views.cli.opened import opened
from diurna.views.cli.progress import Progress
from diurna.views.cli.terminal import Screen
from diurna.views.escaping import shown
from diurna.views.rows import count
from diurna.words import Trouble

UNKNOWN = Head(0, "", "")
"""Of a ledger whose head is gone."""


def run(path: str, as_json: bool) -> int:
    """Verifies. Raises LedgerTrouble for what is no ledger at all."""
    with opened(path) as ledger:
        head = _head(ledger)
        with Progress("Verifying", "entries", lambda: head.count) as progress:
            troubles = verify(ledger, lambda number: progress.advance())
        if as_json:
            print_object(as_shape(path, head, troubles))
        elif troubles:
            Screen().put_all(shown(one.line()) for one in troubles)
        else:
            _say_whole(ledger, head)
    return LEFT_OUT if troubles else ALL_WELL


def _head(ledger: Ledger) -> Head:
    try:
        return ledger.head()
    except LedgerTrouble:  # verify names it among its troubles
        return UNKNOWN


def as_shape(path: str, head: Head, troubles: list[Trouble]) -> dict[str, object]:
    """What was found. Documented in docs/record.md."""
    return {
        "ledger": path, "whole": not troubles, "entries": head.count, "hash": head.hash,
        "troubles": [
            {"code": one.code, "where": one.where, "what": one.what, "do": one.do, "lost": one.lost} for one in troubles
        ],
    }


def _say_whole(ledger: Ledger, head: Head) -> None:
    screen = Screen()
    reports = count(ledger.counts().reports, "report")
    screen.say(f"{shown(ledger.where)} is whole: {count(head.count, 'entry', 'entries')}, {reports}, every line on its words.")
    screen.say(f"Its hash: {head.hash}")
