"""The stages in order: reports come in, are read, and are written to the ledger, which this module alone appends to.

Reports are read in one process or in several. Either way they are written in the order in which they came in, and a report's
reading depends on that report alone, so the record is the same, byte for byte.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO

from diurna.intake import take
from diurna.reading import Configuration, check_registry, read_report
from diurna.record import Ledger, Unfit
from diurna.words import Reading, Report, Trouble

BATCH = 4
"""Reports sent to a process at once: few, so that a long report holds up little."""
WAITING = 4
"""Batches on their way for each process: what bounds memory, whatever the number of reports."""
NOT_READ = "kept, and not read: "


@dataclass(slots=True)
class Run:
    """What one run did: reports read and written, reports already held, troubles met."""

    written: int = 0
    held: int = 0
    unread: int = 0
    """Reports that no reader could read, those among them that the ledger held so already."""
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether nothing that was asked for was left out."""
        return not any(t.lost for t in self.troubles) and not self.unread


Step = Callable[[Report | Trouble], None]


def run(
    paths: Iterable[str | Path],
    ledger: Ledger,
    *,
    configuration: Configuration | None = None,
    jobs: int = 1,
    stdin: BinaryIO | None = None,
    step: Step | None = None,
) -> Run:
    """Read everything at `paths` into the ledger. `step` is told of each report or trouble as it is dealt with.

    Raises record.LedgerTrouble when the ledger cannot be written; what was written until then stays whole. Raises ValueError or
    OSError for a table of actors that is none, before anything is read.
    """
    done = Run()
    asked = configuration or Configuration()
    check_registry(asked)

    def wanted() -> Iterator[Report]:
        for item in take(paths, stdin=stdin):
            if isinstance(item, Trouble):
                done.troubles.append(item)
            elif ledger.holds(item.id):
                done.held += 1
                why = ledger.unread(item.id)
                if why:
                    done.unread += 1
                    done.troubles.append(unread(item, why))
            else:
                yield item
                continue
            if step:
                step(item)

    for report, reading in read_all(wanted(), asked, jobs):
        trouble = None
        if isinstance(reading, Trouble):
            trouble, reading = reading, Reading(report=report.id, unread=reading.what.removeprefix(NOT_READ))
        elif reading.unread:
            trouble = unread(report, reading.unread)
        dealt_with = write(ledger, report, reading, done)
        if trouble and dealt_with is report:
            done.unread += 1
            done.troubles.append(trouble)
        if step:
            step(dealt_with)
    return done


def write(ledger: Ledger, report: Report, reading: Reading, done: Run) -> Report | Trouble:
    """One report into the ledger. A reading that does not fit its report is left out, with a trouble, and the report kept; a
    report that is unfit itself is left out, and the trouble that says so comes back instead of it."""
    try:
        fresh = ledger.append(report, reading)
    except Unfit as unfit:
        try:
            fresh = ledger.append(report, Reading(report=report.id, unread="its reading did not fit its words"))
        except Unfit as worse:
            done.troubles.append(worse.trouble)
            return worse.trouble
        done.troubles.append(unfit.trouble)
    done.written += fresh
    done.held += not fresh
    return report


def unread(report: Report, why: str) -> Trouble:
    """What is said of a report without a reading, in the run that keeps it and in every later one that meets it."""
    return Trouble(
        "D301",
        report.place,
        f"{NOT_READ}{why}",
        "Nothing was guessed at. It stays in the ledger as it stands: to have it read later, read it into a new ledger.",
        lost=False,
    )


def read_all(reports: Iterator[Report], asked: Configuration, jobs: int) -> Iterator[tuple[Report, Reading | Trouble]]:
    """Each report with its reading, in order, on `jobs` processes."""
    if jobs <= 1:
        for report in reports:
            yield report, read_safely(report, asked)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[list[Report], Future[list[Reading | Trouble]]]] = deque()
        batches = iter(lambda: list(islice(reports, BATCH)), [])
        for batch in batches:
            waiting.append((batch, pool.submit(read_batch, batch, asked)))
            if len(waiting) >= WAITING * jobs:
                yield from finished(waiting)
        while waiting:
            yield from finished(waiting)


def finished(waiting: deque[tuple[list[Report], Future[list[Reading | Trouble]]]]) -> Iterator[tuple[Report, Reading | Trouble]]:
    """The oldest batch, once it is read."""
    batch, future = waiting.popleft()
    yield from zip(batch, future.result(), strict=True)


def read_batch(batch: list[Report], asked: Configuration) -> list[Reading | Trouble]:
    return [read_safely(report, asked) for report in batch]


def read_safely(report: Report, asked: Configuration) -> Reading | Trouble:
    """A report's reading, or the trouble that kept it from being read: one report never stops the rest."""
    try:
        return read_report(report, asked)
    except (ValueError, RecursionError, MemoryError, IndexError, KeyError) as fault:
        return Trouble(
            "D302",
            report.place,
            f"{NOT_READ}the reader failed ({type(fault).__name__}: {str(fault)[:80]})",
            "Please send us the report, or a part of it that fails in the same way.",
            lost=True,
        )
