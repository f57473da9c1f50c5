"""`diurna show`: one list of the record, whole or in part."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.text import Text

from diurna.record import Ledger, shape
from diurna.views import SURE, selecting
from diurna.views.cli.cards import act_card, actor_card, head, heading, report_card, statement_card
from diurna.views.cli.exits import ALL_WELL, WrongUsage
from diurna.views.cli.json_lines import print_list
from diurna.views.cli.opened import opened, summed_up
from diurna.views.cli.options import What
from diurna.views.cli.terminal import Screen
from diurna.views.rows import act_row, actor_row, report_row, statement_row
from diurna.views.selecting import In, Selection, Sieve, selection

ACTORS_BY = frozenset({"actor", "report"})
STATEMENTS_BY = ACTORS_BY | {"since", "until"}
REPORTS_BY = STATEMENTS_BY | {"kind", "place"}
KNOWN = {What.ACTORS: ACTORS_BY, What.STATEMENTS: STATEMENTS_BY, What.REPORTS: REPORTS_BY, What.ACTS: REPORTS_BY | {"modality", "sure"}}
"""The filters that each list knows."""


def checked(what: What, filters: dict[str, Any]) -> Selection:
    """The selection. Raises WrongUsage for a filter that the list does not know, or one that makes no sense."""
    unknown = [f"--{name}" for name in filters if name not in KNOWN[what] | {"limit"}]
    if unknown:
        can = ", ".join(f"--{name}" for name in sorted(KNOWN[what]))
        raise WrongUsage(f"{what.value} cannot be asked for by {' and '.join(unknown)}; they can by {can}")
    try:
        return selection(**filters)
    except ValueError as error:
        raise WrongUsage(str(error)) from error


def run(what: What, filters: dict[str, Any], path: str, as_json: bool) -> int:
    """Shows the list. Raises LedgerTrouble, WrongUsage."""
    asked = checked(what, filters)
    with opened(path) as ledger:
        if as_json:
            print_list(what.value, shapes(ledger, what, asked))
            return ALL_WELL
        screen = Screen()
        if what is What.ACTS:
            screen.put_all(head(screen.width))
        shown, sieve = 0, Sieve(asked)
        for lines in cards(ledger, what, asked, sieve, screen.width):
            screen.put(*lines)
            shown += 1
        if what is What.STATEMENTS and shown:
            screen.say(f"unsure: a confidence below {SURE:g}; statements are shown however sure they are.")
        summed_up(screen, ledger, what.value, shown, sieve)
    return ALL_WELL


def shapes(ledger: Ledger, what: What, asked: Selection) -> Iterator[dict[str, Any]]:
    """The rows of a list in the public shape, in the order of the record."""
    if what is What.ACTS:
        return (shape.of_act(act) for act, _ in selecting.acts(ledger, asked))
    if what is What.STATEMENTS:
        return (shape.of_statement(statement) for statement, _ in selecting.statements(ledger, asked))
    if what is What.ACTORS:
        return (shape.of_actor(actor) for actor in sorted(selecting.actors(ledger, asked), key=lambda actor: actor.id))
    return (shape.of_report(one.report, one.reading) for one in selecting.reports(ledger, asked))


def cards(ledger: Ledger, what: What, asked: Selection, sieve: Sieve, width: int) -> Iterator[list[Text]]:
    """The lines of each row on the screen; acts and statements under the report they stand in."""
    if what is What.ACTS:
        acts = ((act_card(act_row(act, found.report, found.denials), width), found) for act, found in selecting.acts(ledger, asked, sieve))
        return _under_reports(acts, width)
    if what is What.STATEMENTS:
        found = selecting.statements(ledger, asked)
        return _under_reports(((statement_card(statement_row(one, at.report, at.names), width), at) for one, at in found), width)
    if what is What.ACTORS:
        return ([*actor_card(actor_row(actor), width)] for actor in selecting.actors(ledger, asked))
    return ([*report_card(report_row(one.report, one.reading), width), Text()] for one in selecting.reports(ledger, asked))


def _under_reports(lines: Iterable[tuple[Iterable[Text], In]], width: int) -> Iterator[list[Text]]:
    last = ""
    for card, found in lines:
        new = found.report.id != last
        top = [*heading(report_row(found.report, found.reading), width)] if new else []
        last = found.report.id
        yield [*top, *card, Text()]
