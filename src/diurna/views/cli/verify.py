"""`diurna verify`: whether the ledger is whole."""
from __future__ import annotations

from diurna.record import verify
from diurna.views.cli.exits import ALL_WELL, LEFT_OUT
from diurna.views.cli.json_lines import print_object
from diurna.views.cli.opened import opened
from diurna.views.cli.progress import Progress
from diurna.views.cli.terminal import Screen
from diurna.views.escaping import shown
from diurna.views.rows import count


def run(path: str, as_json: bool) -> int:
    """Verifies. Raises LedgerTrouble for what is no ledger at all."""
    with opened(path) as ledger:
        with Progress("Verifying", "entries", lambda: ledger_head.count) as progress:
            ledger_head = ledger.head()
            troubles = verify(ledger, lambda number: progress.advance())
        counts = ledger.counts() if not troubles else None
    if as_json:
        print_object({
            "ledger": path, "whole": not troubles, "entries": ledger_head.count, "hash": ledger_head.hash,
            "troubles": [
                {"code": one.code, "where": one.where, "what": one.what, "do": one.do, "lost": one.lost} for one in troubles
            ],
        })
    else:
        screen = Screen()
        if counts:
            held = f"{count(counts.entries, 'entry').replace('entrys', 'entries')}, {count(counts.reports, 'report')}"
            screen.say(f"{shown(path)} is whole: {held}, every line on its words.")
            screen.say(f"Its hash: {ledger_head.hash}")
        for trouble in troubles:
            screen.say(shown(trouble.line()))
    return LEFT_OUT if troubles else ALL_WELL
