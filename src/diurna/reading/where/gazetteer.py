"""The names of the world's places, offline.

Three sources, looked up together: the towns of GeoNames compiled by tools/compile_gazetteer.py (geonames.npz), our own
places (overlay.tsv) and the lands (countries.tsv). Keys are folded names (see spelling.py); several places may share one.

geonames.npz holds, for each key in sorted order: keys (lines of text), towns (an index into the columns below), alternate
(1 when the town is mainly called otherwise); and for each town, the most populous first: names (lines), lat, lon
(thousandths of a degree), population, country (an index into codes).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log10
from typing import Any

import numpy as np

from diurna.reading.where import tables
from diurna.reading.where.spelling import fold

WEIGHTS = {
    "country": 9.0,
    "continent": 8.0,
    "region": 6.5,
    "sea": 6.5,
    "island": 6.0,
    "site": 6.0,
    "crossing": 6.0,
    "river": 6.0,
    "lake": 6.0,
    "line": 6.0,
    "capital": 6.5,
    "city": 5.0,
}
"""How likely a report means a place of this kind, on the scale of a town's weight (the decimal logarithm of its people)."""
OF_A_CAPITAL = 1.0
OF_OURS = 1.5
"""A town whose spellings we keep by hand is one that reports speak of: Geneva is not the one in New York State."""
LONGEST_ACRONYM = 5
CUTS = re.compile(r"[\s'’‘ʼ`-]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the gazetteer. country is ISO 3166 alpha-3, or empty for the sea and for regions across borders."""

    name: str
    kind: str
    country: str
    lat: float
    lon: float
    weight: float
    alternate: bool = False
    """Known by a spelling that the compiler took from GeoNames unread."""


class Towns:
    """The compiled table of towns."""

    def __init__(self, arrays: Any) -> None:
        self.keys: list[str] = lines(arrays["keys"])
        self.places = arrays["towns"]
        self.alternate = arrays["alternate"]
        self.names = bytes(arrays["names"])
        #: Where the lines of `names` end: taking 77,000 of them apart for the few a report needs would be waste.
        self.ends = np.append(np.flatnonzero(arrays["names"] == ord("\n")), len(self.names))
        self.lat, self.lon, self.people = arrays["lat"], arrays["lon"], arrays["population"]
        self.country, self.codes = arrays["country"], lines(arrays["codes"])

    def ranks(self, key: str) -> list[tuple[int, bool]]:
        """The towns of that name, the most populous first, and whether by an alternate spelling."""
        found = []
        at = bisect_left(self.keys, key)
        while at < len(self.keys) and self.keys[at] == key:
            found.append((int(self.places[at]), bool(self.alternate[at])))
            at += 1
        return sorted(found)

    def name(self, rank: int) -> str:
        start = int(self.ends[rank - 1]) + 1 if rank else 0
        return self.names[start : int(self.ends[rank])].decode("utf-8")

    def country_of(self, rank: int) -> str:
        return self.codes[int(self.country[rank])]

    def extends(self, key: str) -> bool:
        """Whether a longer name begins with these words."""
        at = bisect_left(self.keys, key + " ")
        return at < len(self.keys) and self.keys[at].startswith(key + " ")


class Gazetteer:
    """All names together. Raises tables.BadTable when a table holds a row that cannot be used."""

    def __init__(self) -> None:
        with np.load(tables.DATA / "geonames.npz", allow_pickle=False) as arrays:
            self.towns = Towns(arrays)
        self.lands = tables.lands()
        self.doubts = tables.doubts()
        self.peoples = {fold(p): land.iso3 for land in self.lands.values() for p in land.peoples}
        self.capitals = {(fold(c), land.iso3) for land in self.lands.values() for c in land.capitals}
        self.beginnings: set[str] = set()
        self.acronyms: dict[str, Known] = {}
        self.ours: dict[str, list[Known]] = {}
        self.spelt: dict[str, list[int]] = {}
        self.shown: dict[int, str] = {}
        self._add_lands()
        self._add_spots()
        self._add_spellings()
        self.named = lru_cache(maxsize=20_000)(self._named)

    def _add_lands(self) -> None:
        for land in self.lands.values():
            known = Known(land.name, "country", land.iso3, land.lat, land.lon, WEIGHTS["country"])
            self._name(known, (land.name, *land.others))

    def _add_spots(self) -> None:
        for spot in tables.spots(frozenset(self.lands)):
            known = Known(spot.name, spot.kind, spot.country, spot.lat, spot.lon, WEIGHTS[spot.kind])
            self._name(known, (spot.name, *spot.others))

    def _name(self, known: Known, names: Iterable[str]) -> None:
        for name in names:
            if is_acronym(name):
                self.acronyms[name.replace(".", "")] = known
            elif known not in (held := self.ours.setdefault(fold(name), [])):
                held.append(known)
                self.beginnings.update(starts(name))

    def _add_spellings(self) -> None:
        for row in tables.rows("spellings.tsv", 3):
            names, code = (row.fields[0], *row.names(2)), row.fields[1]
            rank = next((r for n in names for r, _ in self.towns.ranks(fold(n)) if self.towns.country_of(r) == code), None)
            if rank is None:
                raise row.wrong(f"no town of {code} is called {' or '.join(names)}")
            self.shown[rank] = row.fields[0]
            for name in names:
                if rank not in (held := self.spelt.setdefault(fold(name), [])):
                    held.append(rank)
                    self.beginnings.update(starts(name))

    def _named(self, key: str) -> tuple[Known, ...]:
        """The places of that folded name, the likeliest first."""
        spelt = self.spelt.get(key, [])
        found = list(self.ours.get(key, ())) + [self.town(rank, False) for rank in spelt]
        found += [self.town(rank, alternate) for rank, alternate in self.towns.ranks(key) if rank not in spelt]
        return tuple(sorted(found, key=lambda k: (k.alternate, -k.weight)))

    def town(self, rank: int, alternate: bool) -> Known:
        """A town by its rank."""
        towns = self.towns
        plain, country = towns.name(rank), towns.country_of(rank)
        name = self.shown.get(rank, plain)
        seat = (fold(name), country) in self.capitals or (fold(plain), country) in self.capitals
        weight = log10(max(int(towns.people[rank]), 100)) + OF_A_CAPITAL * seat + OF_OURS * (rank in self.shown)
        lat, lon = int(towns.lat[rank]) / 1000, int(towns.lon[rank]) / 1000
        return Known(name, "capital" if seat else "city", country, lat, lon, round(weight, 2), alternate)

    def extends(self, key: str) -> bool:
        """Whether a longer name begins with these words."""
        return key in self.beginnings or self.towns.extends(key)


def lines(blob: Any) -> list[str]:
    """The lines of a text stored as bytes."""
    return bytes(blob).decode("utf-8").split("\n")


def starts(name: str) -> Iterable[str]:
    """The folded proper beginnings of a name: "strait", "strait of" for "Strait of Hormuz". The parser cuts words at hyphens
    and apostrophes too, so "kerem shalom" has as many beginnings as "be'er sheva"."""
    return (fold(name[: cut.start()]) for cut in CUTS.finditer(name))


def is_acronym(name: str) -> bool:
    """Whether a name must be written as it stands: "US" is a land, "us" and "Us" are not."""
    bare = name.replace(".", "")
    return len(bare) <= LONGEST_ACRONYM and bare.isalpha() and sum(c.isupper() for c in bare) >= 2


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once a process. Raises tables.BadTable."""
    return Gazetteer()


def known_place(name: str) -> bool:
    """Whether a place of the gazetteer is called so."""
    return bool(gazetteer().named(fold(name)))
