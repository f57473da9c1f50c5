"""The tables that people edit, read with a check of every row: lands, places of ours, spellings, doubtful names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
KINDS = frozenset(
    (
        "country",
        "capital",
        "city",
        "region",
        "continent",
        "site",
        "crossing",
        "island",
        "sea",
        "river",
        "lake",
        "line",
    )
)
DOUBTS = frozenset(("word", "person", "organisation", "institution", "calendar"))


class BadTable(Exception):
    """A row that cannot be used; the message names file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, its fields stripped, and where it stands."""

    file: str
    line: int
    fields: tuple[str, ...]

    def wrong(self, what: str) -> BadTable:
        return BadTable(f"{self.file}:{self.line}: {what}")

    def degrees(self, column: int, limit: float) -> float:
        """The coordinate in a column. Raises BadTable when it is no number or beyond the limit."""
        try:
            value = float(self.fields[column])
        except ValueError:
            raise self.wrong(f"{self.fields[column]!r} is no coordinate in degrees") from None
        if not -limit <= value <= limit:
            raise self.wrong(f"{value} is beyond {limit} degrees")
        return value

    def names(self, column: int) -> tuple[str, ...]:
        """The names of a column, which a semicolon parts."""
        return tuple(n.strip() for n in self.fields[column].split(";") if n.strip())


@dataclass(frozen=True, slots=True)
class Land:
    """A country or territory of ISO 3166."""

    iso3: str
    name: str
    capitals: tuple[str, ...]
    lat: float
    lon: float
    others: tuple[str, ...]
    peoples: tuple[str, ...]
    """Adjectives of nationality: a report that says Ukrainian speaks of Ukraine."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of ours: a site, region, crossing, sea that the towns' table does not hold."""

    name: str
    kind: str
    country: str
    lat: float
    lon: float
    others: tuple[str, ...]


def rows(name: str, columns: int) -> Iterator[Row]:
    """The rows of data/NAME. Raises BadTable for a row with too many or too few columns or without a first field."""
    for number, line in enumerate((DATA / name).read_text("utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = Row(name, number, tuple(f.strip() for f in line.split("\t")))
        if len(row.fields) != columns or not row.fields[0]:
            raise row.wrong(f"{columns} columns parted by tabs are wanted, {len(row.fields)} are there")
        yield row


def lands() -> dict[str, Land]:
    """Countries and territories by ISO 3166 alpha-3 code.

    lat and lon are the inhabited place nearest to the middle of all the land's inhabited places (for a few wide and empty
    lands, the middle of the territory). Raises BadTable.
    """
    found: dict[str, Land] = {}
    for row in rows("countries.tsv", 7):
        code, name = row.fields[:2]
        if len(code) != 3 or not code.isupper() or code in found:
            raise row.wrong(f"{code!r} is no new code of three capital letters")
        found[code] = Land(code, name, row.names(2), row.degrees(3, 90), row.degrees(4, 180), row.names(5), row.names(6))
    return found


def spots(codes: frozenset[str]) -> tuple[Spot, ...]:
    """Places of ours. `codes` are the lands that may be named; an empty country is the sea or more lands than one.
    Raises BadTable."""
    found = []
    for row in rows("overlay.tsv", 6):
        name, kind, country = row.fields[:3]
        if kind not in KINDS:
            raise row.wrong(f"{kind!r} is none of {', '.join(sorted(KINDS))}")
        if country and country not in codes:
            raise row.wrong(f"{country!r} is no land of countries.tsv")
        found.append(Spot(name, kind, country, row.degrees(3, 90), row.degrees(4, 180), row.names(5)))
    return tuple(found)


def doubts() -> dict[str, str]:
    """Folded names that are also something else, and what. Raises BadTable. (The longest table, so without a Row a line.)"""
    found: dict[str, str] = {}
    for number, line in enumerate((DATA / "doubtful.tsv").read_text("utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            name, tab, doubt = line.partition("\t")
            if not tab or doubt not in DOUBTS:
                row = Row("doubtful.tsv", number, (name, doubt))
                raise row.wrong(f"{doubt!r} is none of {', '.join(sorted(DOUBTS))}")
            found[name] = doubt
    return found
