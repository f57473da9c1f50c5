"""Tables beside the entries that make the record quick to ask. Worked out from the entries alone; never the truth."""
from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from diurna.record import bodies, facets
from diurna.record.filters import Wanted, name_key
from diurna.record.merging import merged_by_id, names_of
from diurna.record.schema import SIDE_TABLE_NAMES, SIDE_TABLES
from diurna.record.store import Row, Store
from diurna.words import Actor, Reading, Report

BATCH = 500


class SideRows(Struct, frozen=True):
    """What the side tables hold for one report, in the order of their keys."""

    held: list[Row]
    about: list[Row]
    actors: list[Row]


def derive(report: Report, reading: Reading, report_entry: int, reading_entry: int) -> SideRows:
    """The rows that a report and its reading give. The numbers are those of their entries."""
    whole, lines = facets.of_report(report, reading), facets.lines_of(report, reading)
    key = name_key(report.name)
    first, last = facets.span_of_days([whole, *lines])
    about = {
        (report.id, facet, storable(value))
        for facet, values in (
            ("actor", whole.actors), ("kind", whole.kinds), ("name", whole.names), ("place", whole.places)
        )
        for value in values
    }
    held = (report.id, key, report_entry, reading_entry, first, last, len(reading.statements), len(reading.acts))
    actors = [
        (actor.id, key, report.id, storable("\n".join(names_of(actor))), bodies.encode(actor))
        for actor in merged_by_id(reading.actors)
    ]
    return SideRows([held], sorted(about), actors)


def put(store: Store, rows: SideRows) -> None:
    """Writes one report's rows."""
    store.tell_each("INSERT INTO held VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows.held)
    store.tell_each("INSERT INTO about VALUES (?, ?, ?)", rows.about)
    store.tell_each("INSERT INTO actors VALUES (?, ?, ?, ?, ?)", rows.actors)


def stored(store: Store, report: str) -> SideRows:
    """The rows that the tables hold for a report."""
    return SideRows(
        store.ask("SELECT * FROM held WHERE report = ?", report),
        store.ask("SELECT * FROM about WHERE report = ? ORDER BY facet, value", report),
        store.ask("SELECT * FROM actors WHERE report = ? ORDER BY actor", report),
    )


def missing(store: Store) -> bool:
    """Whether a side table is not there."""
    marks = ", ".join("?" * len(SIDE_TABLE_NAMES))
    tables = f"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ({marks})"
    ((there,),) = store.ask(tables, *SIDE_TABLE_NAMES)
    return bool(there < len(SIDE_TABLE_NAMES))


def make_anew(store: Store) -> None:
    """Empties the side tables and gives them their proper shape."""
    for name in SIDE_TABLE_NAMES:
        store.tell(f"DROP TABLE IF EXISTS {name}")
    for statement in SIDE_TABLES:
        store.tell(statement)


def storable(text: str) -> str:
    """Text as SQLite can hold it: half characters (lone surrogates) become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def entry_numbers(store: Store, asked: Wanted) -> Iterator[tuple[int, int]]:
    """The entries of report and reading for each report that may hold what is asked, in the order of the record.

    Every report with a line that fits is among them; whether a line fits is for `filters.Fits` to say.
    """
    conditions, values = _conditions(asked)
    after: tuple[bytes, str] = (b"", "")
    while True:
        rows = store.ask(
            "SELECT name, report, report_entry, reading_entry FROM held "
            f"WHERE (name, report) > (?, ?) {conditions} ORDER BY name, report LIMIT {BATCH}", *after, *values,
        )
        yield from ((row[2], row[3]) for row in rows)
        if len(rows) < BATCH:
            return
        after = rows[-1][0], rows[-1][1]


CONDITIONS = {
    "kind": "AND report IN (SELECT report FROM about WHERE facet = 'kind' AND value = ?1)",
    "place": "AND report IN (SELECT report FROM about WHERE facet = 'place' AND says(?1, value))",
    "actor": "AND report IN (SELECT report FROM about WHERE facet = 'name' AND says(?1, value)"
    " UNION SELECT report FROM about WHERE facet = 'actor' AND value IN (SELECT actor FROM actors WHERE says(?1, names)))",
    "since": "AND last_day >= ?1",
    "until": "AND first_day <= ?1",
    "report": "AND named(?1, report, name)",
}


def _conditions(asked: Wanted) -> tuple[str, list[str]]:
    """SQL conditions and their values, which take the places after the first two. How sure acts are rules out no report."""
    fields = [name for name in asked.asked() if name in CONDITIONS]
    conditions = " ".join(CONDITIONS[name].replace("?1", f"?{place}") for place, name in enumerate(fields, start=3))
    return conditions, [storable(getattr(asked, name)) for name in fields]


def actors_in(store: Store) -> Iterator[Actor]:
    """Every report's view of every actor, sorted by id, the views of one id in the order of the record."""
    for (body,) in store.stream("SELECT body FROM actors ORDER BY actor, name, report"):
        yield bodies.decode(body, Actor)
