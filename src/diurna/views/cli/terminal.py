"""The screen: how wide, in colour or not, and the only place that writes to standard output and standard error.

A terminal gets its own width (up to WIDEST) and a little colour. Anything else gets plain lines of PLAIN_WIDTH, without
codes and without tabs. NO_COLOR and TERM=dumb are respected by rich.
"""
from __future__ import annotations

import errno
import io
import sys
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from diurna.views.escaping import shown

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

PLAIN_WIDTH = 100
WIDEST = 160
"""Wider lines are hard to read, however wide the terminal."""
NARROWEST = 20
"""Below this a terminal says nonsense, and nothing could be laid out."""


class Screen:
    """Standard output, or another stream, as lines of text."""

    def __init__(self, stream: TextIO | None = None, width: int | None = None) -> None:
        self.stream = stream or sys.stdout
        self.terminal = bool(self.stream.isatty())
        self._width = width

    @cached_property
    def console(self) -> Console:
        """Rich's console: markup, emoji codes and highlighting off, since words of a report are none of these."""
        from rich.console import Console

        return Console(
            file=self.stream, force_terminal=self.terminal, width=self._width or (None if self.terminal else PLAIN_WIDTH),
            highlight=False, markup=False, emoji=False, soft_wrap=True,
        )

    @property
    def width(self) -> int:
        """Columns that a line may take."""
        return max(min(self.console.width, WIDEST), NARROWEST)

    @property
    def marks(self) -> bool:
        """Whether underlining and bold can be seen."""
        return self.terminal and not self.console.is_dumb_terminal

    def put(self, *lines: Text | str) -> None:
        """Writes lines that were made to fit."""
        for line in lines:
            if self.terminal and not isinstance(line, str):
                self.console.print(line)
            else:
                self.stream.write((line if isinstance(line, str) else line.plain).rstrip(" ") + "\n")

    def put_all(self, lines: Iterable[Text | str]) -> None:
        """Writes many lines as they come."""
        for line in lines:
            self.put(line)

    def say(self, text: str) -> None:
        """A sentence of our own, wrapped to the width."""
        from rich.text import Text

        self.put(*Text(text).wrap(self.console, self.width))


def tell(line: str) -> None:
    """One line on standard error; nothing a report or a file name holds can break it or hide in it."""
    print(shown(line), file=sys.stderr, flush=True)


def robust_streams() -> None:
    """Characters that the terminal's encoding lacks are spelt out instead of ending the run; standard input or error that was
    closed (`<&-`, `2>&-`) is empty, or goes nowhere. Raises OSError for standard output that was closed."""
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    if sys.stdout is None:
        sys.stdout = io.StringIO()
        raise OSError(errno.EBADF, "it is closed", "standard output")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
