"""`diurna read`: reports into the ledger, and what they say onto the screen."""
from __future__ import annotations

import sys
from pathlib import Path

from msgspec import Struct

from diurna.record import Ledger, Record, write_json
from diurna.views import selecting
from diurna.views.cli.cards import act_card, head, heading
from diurna.views.cli.exits import ALL_WELL, INTERRUPTED, LEFT_OUT, WrongUsage
from diurna.views.cli.options import What
from diurna.views.cli.progress import Progress, reports_at
from diurna.views.cli.show import checked
from diurna.views.cli.terminal import Screen, tell
from diurna.views.rows import act_row, count, denials, report_row, telling
from diurna.views.selecting import Sieve
from diurna.words import Report, Trouble

MEMORY = ":memory:"


class Asked(Struct, frozen=True):
    """What the command line asks for."""

    paths: tuple[str, ...]
    ledger: str
    as_json: bool = False
    jobs: int = 1
    reader: str = "tagger"
    registry: tuple[str, ...] = ()
    quiet: bool = False
    sure: float | None = None


class Tally:
    """What has been dealt with so far."""

    def __init__(self) -> None:
        self.ids: set[str] = set()
        """Of the reports read now, and of those held already."""
        self.told: list[Trouble] = []

    def step(self, item: Report | Trouble) -> None:
        """A report is done, or something was wrong: said at once."""
        if isinstance(item, Trouble):
            self.told.append(item)
            tell(item.line())
        else:
            self.ids.add(item.id)


def run(asked: Asked) -> int:
    """Reads, then shows. Raises LedgerTrouble when the ledger cannot be used, WrongUsage for a registry that is not there, or for
    a confidence that is none."""
    sieve = Sieve(checked(What.ACTS, {"sure": asked.sure}))
    missing = next((name for name in asked.registry if not Path(name).is_file()), None)
    if missing is not None:
        raise WrongUsage(f"there is no table of actors at {missing}")
    tally = Tally()
    with Ledger.open(asked.ledger) as ledger:
        try:
            whole, held = _read(asked, ledger, tally)
        except KeyboardInterrupt:
            tell(_stopped(asked, tally))
            return INTERRUPTED
        if asked.as_json:
            sys.stdout.flush()
            write_json(ledger, sys.stdout.buffer, sure=asked.sure)
            sys.stdout.buffer.write(b"\n")
        elif not asked.quiet:
            _show(asked, ledger, tally, held, sieve)
    return ALL_WELL if whole else LEFT_OUT


def _read(asked: Asked, ledger: Ledger, tally: Tally) -> tuple[bool, int]:
    """Whether nothing was left out, and how many reports the ledger held already."""
    from diurna.pipeline import run as read_into
    from diurna.reading import Configuration, check_registry

    configuration = Configuration(asked.reader, tuple(Path(name) for name in asked.registry))
    try:
        check_registry(configuration)
    except ValueError as error:
        raise WrongUsage(str(error)) from error
    stdin = sys.stdin.buffer if "-" in asked.paths and sys.stdin else None
    with Progress("Reading", "reports", lambda: reports_at(asked.paths), wanted=not asked.quiet) as progress:

        def step(item: Report | Trouble) -> None:
            tally.step(item)
            progress.advance(isinstance(item, Report))

        done = read_into(asked.paths, ledger, configuration=configuration, jobs=asked.jobs, stdin=stdin, step=step)
    told = set(tally.told)
    for trouble in done.troubles:
        if trouble not in told:
            tally.step(trouble)
    return done.whole, done.held


def _stopped(asked: Asked, tally: Tally) -> str:
    if asked.ledger == MEMORY:
        return "Stopped. The ledger :memory: keeps nothing."
    kept = count(len(tally.ids), "report")
    return f"Stopped after {kept}, which stay in {asked.ledger}. The same command goes on from there."


def _show(asked: Asked, ledger: Ledger, tally: Tally, held: int, sieve: Sieve) -> None:
    """The record just read, a line that sums all of it up, and one on the acts that are not shown."""
    screen = Screen()
    counted = {"statement": 0, "act": 0}
    actors: set[str] = set()
    for number, record in enumerate(selecting.only(ledger, tally.ids)):
        if not number:
            screen.put_all(head(screen.width))
        _show_report(screen, record, sieve)
        counted["statement"] += len(record.statements)
        counted["act"] += len(record.acts)
        actors.update(actor.id for actor in record.actors)
    counts = (*counted.items(), ("actor", len(actors)), ("trouble", len(tally.told)))
    reports = [("report", len(tally.ids)), *((noun, number) for noun, number in counts)]
    summary = ", ".join(count(number, noun) for noun, number in reports)
    screen.say(f"{summary}. {_kept(asked, held)}")
    if sieve.left_out:
        screen.say(sieve.told())


def _kept(asked: Asked, held: int) -> str:
    """Where the record is, if anywhere."""
    if asked.ledger == MEMORY:
        return "Kept nowhere."
    if not Path(asked.ledger).exists():
        return "No ledger was made."
    already = f"; it held {held:,} of the reports already" if held else ""
    return f"In {asked.ledger}{already}."


def _show_report(screen: Screen, record: Record, sieve: Sieve) -> None:
    """One report with its acts that are sure enough, the most telling first."""
    for report, reading in record.pairs():
        screen.put(*heading(report_row(report, reading), screen.width))
        shown = sorted(filter(sieve, record.acts), key=telling)
        denied = denials(reading)
        for act in shown:
            screen.put(*act_card(act_row(act, report, denied), screen.width), "")
        if len(record.acts) and not shown:
            screen.put(f"No act here is as sure as {sieve.sure:g}.", "")
