"""A progress bar on standard error: for what takes over a second, and only where a person is looking."""
from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Lock, Timer
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diurna.views.cli.bar import Bar

PATIENCE = 1.0
"""Seconds that may pass without one."""
REFRESH = 0.1
"""Seconds between updates: a bar must not cost more than the work."""


class Progress:
    """A context manager around the work. `advance` counts what is done; nothing is shown before PATIENCE has passed.

    total: works out how many there are, in a thread of its own, once the bar is shown; None when that cannot be known.
    """

    def __init__(self, title: str, noun: str, total: Callable[[], int | None], *, wanted: bool = True) -> None:
        self._title, self._noun, self._total = title, noun, total
        self._timer = Timer(PATIENCE, self._start) if wanted and sys.stderr.isatty() else None
        self._lock = Lock()
        self._bar: Bar | None = None
        self._ended = False
        self._done = 0
        self._told = 0.0

    def __enter__(self) -> Progress:
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            self._ended = True
            if self._timer:
                self._timer.cancel()
            if self._bar:
                self._bar.stop()

    def advance(self, by: int = 1) -> None:
        """So many more are done."""
        self._done += by
        now = monotonic()
        if self._bar and now - self._told > REFRESH:
            self._told = now
            self._bar.show(self._done)

    def _start(self) -> None:
        from diurna.views.cli.bar import Bar

        bar = Bar(self._title, self._noun)
        with self._lock:
            if self._ended:
                return
            self._bar = bar
            bar.start()
        bar.show(self._done)
        with suppress(Exception):  # a bar without an end is better than a traceback from this thread
            bar.expect(self._total())


def reports_at(paths: Iterable[str]) -> int | None:
    """How many reports there are to read; None where nothing can tell before they are read."""
    from diurna.intake import Source, sources

    asked = list(paths)
    return None if "-" in asked else sum(one.reports for one in sources(asked) if isinstance(one, Source))
