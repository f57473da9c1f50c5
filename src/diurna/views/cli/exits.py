"""How a command ends: its exit codes, and what makes it end early."""
from __future__ import annotations

ALL_WELL = 0
LEFT_OUT = 1
"""Something was left out of what was asked for, or verify found a break."""
WRONG_USAGE = 2
NO_LEDGER = 3
"""The ledger cannot be used."""
UNFINISHED = 4
"""The output could not be written, or something is wrong in diurna itself."""
INTERRUPTED = 130
"""Ctrl-C: 128 and the number of SIGINT, as shells have it."""
PIPE_CLOSED = 141
"""Whoever read the output closed it, as `head` does: 128 and the number of SIGPIPE."""

MEANINGS = {
    ALL_WELL: "all well",
    LEFT_OUT: "something was left out (each on a line of standard error), or verify found a break",
    WRONG_USAGE: "wrong usage",
    NO_LEDGER: "the ledger can't be used",
    UNFINISHED: "the output could not be written, or something is wrong in diurna itself",
}
"""What --help and the docs say of them."""


class WrongUsage(Exception):
    """What was asked makes no sense; the message says so and what would."""
