"""`diurna timeline`: the acts in the order of their own time."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from rich.text import Text

from diurna.record import Ledger, shape
from diurna.views import selecting
from diurna.views.cli.cards import KIND, act_card, head
from diurna.views.cli.columns import wrapped
from diurna.views.cli.exits import ALL_WELL
from diurna.views.cli.json_lines import print_list
from diurna.views.cli.opened import opened, summed_up
from diurna.views.cli.options import What
from diurna.views.cli.show import checked
from diurna.views.cli.terminal import Screen
from diurna.views.escaping import shown
from diurna.views.rows import ActRow, act_row, day, published_on
from diurna.views.selecting import In, Selection, Sieve
from diurna.views.times import TIMELESS, Order, heading, order
from diurna.words import Absent, Act


class Line(Struct, frozen=True):
    """An act where it stands in time."""

    order: Order
    day: str
    """The heading it stands under."""
    group: str
    """What the lines under one heading have in common."""
    row: ActRow
    act: Act


def run(filters: dict[str, Any], path: str, as_json: bool) -> int:
    """Shows the timeline. Raises LedgerTrouble, WrongUsage."""
    asked = checked(What.ACTS, filters)
    with opened(path) as ledger:
        if as_json:
            print_list("timeline", shapes(lines(ledger, asked)))
            return ALL_WELL
        screen, sieve = Screen(), Sieve(asked)
        found = lines(ledger, asked, sieve)
        screen.put_all(head(screen.width) if found else ())
        for title, several in days(found):
            screen.put(*wrapped(Text(title, KIND), screen.width), "")
            for line in several:
                screen.put(*act_card(line.row, screen.width, when=_beyond(title, line.row.when), named=line.order.rank < TIMELESS), "")
        summed_up(screen, ledger, "acts", len(found), sieve)
    return ALL_WELL


def lines(ledger: Ledger, asked: Selection, sieve: Sieve | None = None) -> list[Line]:
    """The acts that fit, in order: with a year, without one, without a time; within a day as in the record. With a sieve those
    that it lets through, to the limit."""
    everything = replace(asked if sieve is None else asked.however_sure(), limit=None)
    found = sorted((_line(act, at) for act, at in selecting.acts(ledger, everything)), key=_place)
    return list(islice((line for line in found if sieve is None or sieve(line.act)), asked.limit))


def _line(act: Act, found: In) -> Line:
    report = found.report
    at, published, row = order(act.when), published_on(report), act_row(act, report, found.denials)
    if at.rank < TIMELESS:
        day_or_days = heading(act.when)
        return Line(at, day_or_days, day_or_days, row, act)
    title = f"No time stated, in {shown(report.name)}" + (f" (published {day(published)})" if published else "")
    return Line(at, title, report.id, row, act)


def _place(line: Line) -> tuple[Order, str]:
    """Where a line stands; those that state no time keep the order of the record."""
    return line.order, line.group if line.order.rank < TIMELESS else ""


def days(found: Iterable[Line]) -> Iterator[tuple[str, list[Line]]]:
    """The lines under their headings."""
    several = (list(group) for _, group in groupby(found, key=lambda line: line.group))
    return ((lines[0].day, lines) for lines in several)


def shapes(found: Iterable[Line]) -> Iterator[dict[str, Any]]:
    """Each heading with its acts in the public shape. from and to are null for acts that state no time."""
    for _, several in days(found):
        when = several[0].act.when
        start, end = ("", "") if isinstance(when, Absent) else (when.start[:10].split("T")[0], when.end[:10].split("T")[0])
        timeless = several[0].order.rank == TIMELESS
        yield {
            "from": None if timeless else start or None, "to": None if timeless else end or None,
            "report": several[0].act.report if timeless else None, "acts": [shape.of_act(line.act) for line in several],
        }


def _beyond(title: str, when: str) -> str:
    """What the act's own time says beyond its heading: the time of day, what was inferred; empty where it says no more."""
    return "" if when and title.endswith(when) else when
