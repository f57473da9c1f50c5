"""The actors' registry: states, organisations, groups, offices and who held them, from tables that people can edit."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from anyascii import anyascii

from diurna.words import NOT_STATED, Absent, ActorType

COLUMNS = {
    "states": ("iso3", "name", "official", "aliases", "capital", "demonyms", "seats"),
    "organisations": ("id", "name", "aliases", "sector", "country"),
    "groups": ("id", "name", "aliases", "sector", "country", "demonyms"),
    "offices": ("title", "sector", "holder"),
    "phrases": ("phrase", "stands_for", "needs"),
    "officeholders": ("name", "aliases", "family", "office", "title", "country", "organisation", "sector", "from", "to"),
    "nouns": ("noun", "key", "sector", "type"),
}
"""The columns that a table must have; more are allowed."""
Row = dict[str, str]


class RegistryFault(ValueError):
    """A table of the registry is not as it must be; the message names the file, the line and what to do."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, organisation or group that the registry knows."""

    id: str
    name: str
    type: ActorType
    sector: str | Absent = NOT_STATED
    country: str | Absent = NOT_STATED


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody in an office, from a day to a day (ISO, maybe shortened; empty when open)."""

    person: str
    title: str
    of: str
    """The id of the state or organisation."""
    sector: str
    since: str
    until: str

    def covers(self, day: str) -> bool:
        """Whether the office was held on an ISO day, as far as the dates are known."""
        return (not self.since or self.since <= day) and (not self.until or day[: len(self.until)] <= self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the registry with every office known."""

    id: str
    name: str
    names: tuple[str, ...]
    family: tuple[str, ...]
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """What a string of words may stand for. how: name, seat, capital, adjective, phrase, person, family."""

    target: str
    how: str


@dataclass(frozen=True, slots=True)
class Registry:
    """The tables, ready to be asked. `names` is keyed by lower-case words."""

    entities: dict[str, Entity] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    names: dict[str, list[Name]] = field(default_factory=dict)
    """Normal form of a name (see `normal`) to what it may stand for."""
    longest: dict[str, int] = field(default_factory=dict)
    """First run of letters of a name to the number of words and signs in the longest name that begins so."""
    initials: dict[str, bool] = field(default_factory=dict)
    """Normal form of a one-word name to whether it is only ever written in capitals ("WHO", "LeT" is not)."""
    offices: dict[str, str] = field(default_factory=dict)
    """Title to PLOVER sector."""
    one_title: dict[str, str] = field(default_factory=dict)
    """Title to the first of its row: "premier" is a "prime minister"."""
    held_alone: set[str] = field(default_factory=set)
    """Titles that one person at a time bears in a state or body."""
    title_words: set[str] = field(default_factory=set)
    nouns: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """Noun to key, sector and type."""
    holders: dict[tuple[str, str], list[Tenure]] = field(default_factory=lambda: defaultdict(list))
    """(title, id of state or organisation) to those who held it."""

    def bearers(self, family: str) -> set[str]:
        """The people who have a family name, given in its normal form."""
        return {n.target for n in self.names.get(family, ()) if n.how == "family"}

    def add(self, words: str, target: str, how: str) -> None:
        key, name = normal(words), Name(target, how)
        if key.isalpha() and len(key) <= SHORT:
            self.initials[key] = self.initials.get(key, True) and words.replace(".", "").isupper()
        pieces = PIECE.findall(key)
        if key and name not in self.names.setdefault(key, []):
            self.names[key].append(name)
            self.longest[pieces[0]] = max(self.longest.get(pieces[0], 0), len(PIECE.findall(words)))


SHORT = 4
"""Letters up to which a name that the tables have in capitals only is one in capitals only: Guam is not GUAM, but Unicef is UNICEF."""
PIECE = re.compile(r"\w+|[^\w\s]")


def normal(text: str) -> str:
    """A name as names are compared: lower case, plain letters, no full stops, hyphens or article: "the U.S." and "US" are one."""
    plain = " ".join(anyascii(text).lower().replace(".", "").replace("`", "'").replace("-", " ").split())
    return plain.removeprefix("the ") or plain


def parts(cell: str) -> list[str]:
    return [p.strip() for p in cell.split("|") if p.strip()]


def rows(path: Path, table: str) -> Iterator[Row]:
    """The rows of one table, checked. Raises RegistryFault naming file and line."""
    with path.open(encoding="utf-8", newline="") as f:
        reader = csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)
        missing = set(COLUMNS[table]) - set(reader.fieldnames or ())
        if missing:
            raise RegistryFault(f"{path}: no column {', '.join(sorted(missing))}: name it in the first line")
        for row in reader:
            if None in row or None in row.values():
                raise RegistryFault(f"{path}:{reader.line_num}: {len(reader.fieldnames or ())} columns are needed, set apart by tabs")
            yield row


def tables(folder: Path, extra: tuple[Path, ...]) -> Iterator[tuple[str, Row]]:
    """Every row with its table's name: ours, then the user's own files (named like ours: states.tsv, groups-mine.tsv)."""
    for path in [*sorted(folder.glob("*.tsv")), *extra]:
        table = path.stem.split("-")[0]
        if table not in COLUMNS:
            raise RegistryFault(f"{path}: a registry file is named for its table: {', '.join(COLUMNS)}")
        try:
            for row in rows(path, table):
                yield table, row
        except (UnicodeDecodeError, csv.Error) as error:
            raise RegistryFault(f"{path}: is no table of text in UTF-8 ({error})") from error


@cache
def registry(extra: tuple[Path, ...] = ()) -> Registry:
    """The registry of the package with the user's own files added. Raises RegistryFault."""
    found = Registry()
    people: dict[str, list[Row]] = defaultdict(list)
    later: list[Row] = []
    for table, row in tables(Path(str(files("diurna.reading.who").joinpath("registry"))), extra):
        if table == "states":
            add_state(found, row)
        elif table in ("organisations", "groups"):
            add_body(found, row, ActorType.GROUP if table == "groups" else ActorType.ORGANISATION)
        elif table == "officeholders":
            people[row["name"]].append(row)
        elif table == "offices":
            add_office(found, row)
        elif table == "nouns":
            found.nouns[row["noun"]] = row["key"], row["sector"], row["type"]
        else:
            later.append(row)
    for name, held in people.items():
        add_person(found, name, held)
    for row in later:
        for phrase in parts(row["phrase"]):
            if row["needs"] != "yes":
                found.add(phrase, target_of(found, row["stands_for"]), "phrase")
    return found


def add_office(found: Registry, row: Row) -> None:
    titles = [normal(title) for title in parts(row["title"])]
    for title in titles:
        found.offices[title] = row["sector"]
        found.one_title[title] = titles[0]
        found.title_words.update(title.split())
    if row["holder"] == "yes":
        found.held_alone.update(titles)


def target_of(found: Registry, stands_for: str) -> str:
    """An id, an ISO code as the state's id, or `head:un` as it stands (worked out by the date of the report)."""
    return f"state:{stands_for}" if f"state:{stands_for}" in found.entities else stands_for


def add_state(found: Registry, row: Row) -> None:
    state = Entity(f"state:{row['iso3']}", row["name"], ActorType.STATE, "GOV", row["iso3"])
    found.entities[state.id] = state
    for name in (row["name"], *parts(row["official"]), *parts(row["aliases"])):
        found.add(name, state.id, "name")
    for column, how in (("capital", "capital"), ("seats", "seat"), ("demonyms", "adjective")):
        for name in parts(row[column]):
            found.add(name, state.id, how)


def add_body(found: Registry, row: Row, kind: ActorType) -> None:
    body = Entity(row["id"], row["name"], kind, row["sector"] or NOT_STATED, row["country"] or NOT_STATED)
    found.entities[body.id] = body
    for name in (row["name"], *parts(row["aliases"])):
        found.add(name, body.id, "name")
    for name in parts(row.get("demonyms", "")):
        found.add(name, body.id, "adjective")


def add_person(found: Registry, name: str, held: list[Row]) -> None:
    slug = "person:" + normal(name).replace(" ", "-")
    tenures = []
    for row in held:
        of = f"state:{row['country']}" if row["country"] and not row["organisation"] else row["organisation"]
        tenure = Tenure(slug, normal(row["title"]), of, row["sector"], row["from"], row["to"])
        tenures.append(tenure)
        found.holders[tenure.title, of].append(tenure)
        if row["office"] == "head":
            found.holders["head", of].append(tenure)
    names = tuple(dict.fromkeys([name, *(a for row in held for a in parts(row["aliases"]))]))
    family = tuple(dict.fromkeys(f for row in held for f in parts(row["family"])))
    found.people[slug] = Person(slug, name, names, family, tuple(tenures))
    for words in names:
        found.add(words, slug, "person")
    for words in family:
        found.add(words, slug, "family")
