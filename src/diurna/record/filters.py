"""What a user asks the record for, and what counts as an answer.

Names and places are matched by whole words, in any case and without regard to accents: "guterres" finds "António
Guterres", "UN" does not find "UNESCO".
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from msgspec import Struct

from diurna.words import KINDS, Absent, When

Days = tuple[str, str]
"""The first and the last day, both included, as ISO dates; OPEN_START and OPEN_END where an end is open."""

OPEN_START, OPEN_END = "0000-00-00", "9999-99-99"
ISO_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Wanted(Struct, frozen=True, kw_only=True):
    """What rows to give: those that fit every field that is set.

    actor, place: whole words of a name. kind: a kind of act. since, until: ISO days, both included. report: an id, or the
    beginning of a name. sure: the least confidence. Make it with `wanted`, which checks it.
    """

    actor: str | None = None
    kind: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    report: str | None = None
    sure: float | None = None

    def asked(self) -> Iterator[str]:
        """The names of the fields that are set."""
        return (name for name in self.__struct_fields__ if getattr(self, name) is not None)


def wanted(
    *, actor: str | None = None, kind: str | None = None, place: str | None = None, since: str | None = None,
    until: str | None = None, report: str | None = None, sure: float | None = None,
) -> Wanted:
    """What is wanted, checked. since, until: a day, month or year (2022-04-26, 2022-04, 2022).

    Raises ValueError with words for the user: no such kind, no such day, nothing to look for, no such confidence.
    """
    for name, words in (("actor", actor), ("place", place), ("report", report)):
        if words is not None and not fold(words):
            raise ValueError(f"{name} is empty: there is nothing to look for")
    if kind is not None and kind not in KINDS:
        near = get_close_matches(kind, KINDS, n=1)
        raise ValueError(f"no kind of act is called {kind!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    first = _day_asked("since", since)
    last = _day_asked("until", until)
    if first and last and first[0] > last[1]:
        raise ValueError(f"since ({since}) is later than until ({until})")
    if sure is not None and not 0 <= sure <= 1:
        raise ValueError(f"sure is not between 0 and 1: {sure:g}; write it like 0.8")
    return Wanted(
        actor=actor, kind=kind, place=place, since=first and first[0], until=last and last[1], report=report, sure=sure)


def _day_asked(name: str, text: str | None) -> Days | None:
    if text is None:
        return None
    # date.fromisoformat alone would take 20220426 and 2022-W17 too, which are no days here.
    days = _days_in(text) if ISO_DAY.fullmatch(text) else None
    try:
        date.fromisoformat(days[0] if days else "")
    except ValueError:
        raise ValueError(f"{name} is not a date: {text!r}; write it like 2022-04-26, 2022-04 or 2022") from None
    return days


def _days_in(text: str) -> Days | None:
    """The days that an ISO day, month, year or time covers, its day as written in its own zone; None for any other."""
    found = ISO_DAY.match(text)
    if not found:
        return None
    day = found.group()
    return {4: (day + "-01-01", day + "-12-31"), 7: (day + "-01", day + "-31")}.get(len(day), (day, day))


def days_of(when: When | Absent, published: str | None) -> Days | None:
    """The days an act may lie on: its own; or, where they or their year are not stated, the day of publication."""
    fallback = _days_in(published) if published else None
    if isinstance(when, Absent):
        return fallback
    start, end = _days_in(when.start), _days_in(when.end)
    if not (start or end) or (when.start and not start) or (when.end and not end):
        return fallback
    return (start[0] if start else OPEN_START, end[1] if end else OPEN_END)


def overlap(days: Days | None, asked: Wanted) -> bool:
    """Whether any of the days is wanted; no days are never wanted once days are asked for."""
    if asked.since is None and asked.until is None:
        return True
    return days is not None and days[1] >= (asked.since or OPEN_START) and days[0] <= (asked.until or OPEN_END)


def fold(text: str) -> str:
    """Text as it is compared: any case, no accents, single spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not "\u0300" <= c <= "\u036f")
    return " ".join(bare.casefold().split())


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(fold(words))}(?!\w)")


def says(words: str, text: str) -> bool:
    """Whether the text holds the words, as whole words."""
    return _pattern(words).search(fold(text)) is not None


def named(asked: str, report: str, name: bytes) -> bool:
    """Whether a report goes by what is asked: its id, or the beginning of its name (in UTF-8)."""
    return asked == report or fold(name.decode("utf-8", "surrogatepass")).startswith(fold(asked))


def name_key(name: str) -> bytes:
    """A report's name as it is sorted: bytes that keep the order of code points, and half characters too."""
    return name.encode("utf-8", "surrogatepass")


class Facets(Struct, frozen=True, kw_only=True):
    """What a row can be asked for."""

    actors: tuple[str, ...] = ()
    """Ids of the actors in it."""
    names: tuple[str, ...] = ()
    """Words for those in it, where no id may be known."""
    kinds: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    days: Days | None = None
    reports: tuple[tuple[str, str], ...] = ()
    """Id and name of each report it is in."""
    confidence: float | None = None
    """Of an act; None for what is not asked for by it."""


class Fits:
    """Whether a row's facets fit what is wanted. names_of gives every name of an actor, by id."""

    def __init__(self, asked: Wanted, names_of: dict[str, tuple[str, ...]]) -> None:
        self.asked = asked
        self.actors = frozenset(
            actor for actor, names in names_of.items() if asked.actor is not None and _any_says(asked.actor, names)
        )

    def __call__(self, facets: Facets) -> bool:
        asked = self.asked
        return (
            (asked.kind is None or asked.kind in facets.kinds)
            and (asked.sure is None or (facets.confidence is not None and facets.confidence >= asked.sure))
            and overlap(facets.days, asked)
            and (asked.report is None or any(named(asked.report, one, name_key(name)) for one, name in facets.reports))
            and (asked.place is None or _any_says(asked.place, facets.places))
            and (asked.actor is None or not self.actors.isdisjoint(facets.actors) or _any_says(asked.actor, facets.names))
        )


def _any_says(words: str, texts: Iterable[str]) -> bool:
    return any(says(words, text) for text in texts)
