"""The progress bar itself: how many of how many, how many a second, and how much longer."""
from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class Speed(ProgressColumn):
    """How many a second."""

    def __init__(self, noun: str) -> None:
        super().__init__()
        self.noun = noun

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} {self.noun}/s" if speed else self.noun)


class Bar:
    """A bar with one task. Lines written to standard error meanwhile come out above it."""

    def __init__(self, title: str, noun: str) -> None:
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Speed(noun), TimeRemainingColumn()
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
        self._task = self._progress.add_task(title, total=None)

    def start(self) -> None:
        """Shows it."""
        self._progress.start()

    def stop(self) -> None:
        """Takes it away."""
        self._progress.stop()

    def show(self, done: int) -> None:
        """So many are done."""
        self._progress.update(self._task, completed=done)

    def expect(self, total: int | None) -> None:
        """So many there are; None where that is not known."""
        self._progress.update(self._task, total=total)
