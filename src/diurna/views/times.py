"""A time in words, no more precise than the report's own.

``26 Apr 2022``, ``26 Apr (year not stated)``, ``3–5 May 2022``, ``2 months to 11 May 2022``. What follows a ``~`` was
inferred: ``26 Apr ~2022`` has its year from elsewhere, ``~26 Apr 2022`` all of it.
"""
from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from diurna.words import Absent, When

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MOMENT = re.compile(
    r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?"
)
NO_YEAR = "(year not stated)"
NO_DATE = "(date not stated)"
STATED, YEARLESS, TIMELESS = range(3)
"""Ranks of acts in a timeline."""
LAST = "9999"
"""Sorts after every year that is stated."""


class Moment(NamedTuple):
    """One end of a time, taken apart; a part that is not there is empty."""

    year: str
    month: str
    day: str
    time: str
    zone: str


class Order(NamedTuple):
    """Where a time stands among others: those with a year, then those without one, then none at all."""

    rank: int
    start: str
    end: str


def moment(text: str) -> Moment | None:
    """An ISO date or time, or ``--04-26``, taken apart; None for anything else."""
    found = MOMENT.fullmatch(text)
    if not found:
        return None
    parts = {name: found[name] or "" for name in Moment._fields}
    month, day = parts["month"], parts["day"]
    if (month and not 1 <= int(month) <= 12) or (day and not 1 <= int(day) <= 31):
        return None
    return Moment(**{**parts, "year": parts["year"].strip("-")})


def in_words(when: When | Absent, published: str = "") -> str:
    """A time in words; empty where none is stated. published: the report's day, which tells "2 months to" from "from"."""
    if isinstance(when, Absent):
        return ""
    start, end = moment(when.start), moment(when.end)
    if (when.start and not start) or (when.end and not end) or not (start or end):
        return f"{when.words} {NO_DATE}"
    if start is None or end is None:
        only = start or end
        assert only is not None
        return ("from {} on" if start else "until {}").format(_one(only, when))
    return _stretch(start, end, when, published) or _range(start, end, when)


def heading(when: When | Absent) -> str:
    """The day, or the days, that acts are gathered under: without the time of day and without marks."""
    if isinstance(when, Absent):
        return "no time stated"
    bare = replace(when, start=when.start[:10].split("T")[0], end=when.end[:10].split("T")[0], inferred=())
    return _weekday(bare) + in_words(bare)


def order(when: When | Absent) -> Order:
    """Where a time stands among others: by its first day, then its last."""
    if isinstance(when, Absent) or not (moment(when.start) or moment(when.end)):
        return Order(TIMELESS, "", "")
    start = when.start or when.end
    rank = YEARLESS if start.startswith("-") else STATED
    return Order(rank, start, when.end or LAST)


def _weekday(when: When) -> str:
    day = _day(when.start) if when.start == when.end else None
    return f"{DAYS[day.weekday()]} " if day else ""


def _day(text: str) -> date | None:
    """The date of an ISO day; None for anything else."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _one(at: Moment, when: When, keep: tuple[str, ...] = ("day", "month", "year")) -> str:
    """One moment in words, the parts of `keep` only. A ``~`` stands before what was inferred, and covers what follows."""
    words: list[str] = []
    before = False
    for name, part in (("day", at.day.lstrip("0")), ("month", MONTHS[int(at.month) - 1] if at.month else ""), ("year", at.year)):
        if not part or name not in keep:
            continue
        inferred = name in when.inferred
        words.append("~" * (inferred and not before) + part)
        before = inferred
    if "year" in keep and not at.year:
        words.append(NO_YEAR)
    return " ".join(words) + _clock(at, when)


def _clock(at: Moment, when: When) -> str:
    if not at.time:
        return ""
    zone = {"": "(no zone stated)", "Z": "UTC"}.get(at.zone, at.zone) if isinstance(when.zone, Absent) else when.zone
    return f", {at.time} {zone}"


def _range(start: Moment, end: Moment, when: When) -> str:
    if start == end:
        return _one(start, when)
    whole = _whole(start, end)
    if whole:
        return _one(whole, when)
    if start.time or end.time:
        return _hours(start, end, when)
    if start[:2] == end[:2] and start.day and end.day:
        days = "~" * ("day" in when.inferred) + f"{start.day.lstrip('0')}–{end.day.lstrip('0')}"
        rest = _one(end, _without_day(when), ("month", "year"))
        return f"{days} {rest}"
    if start.year == end.year:
        return f"{_one(start, when, ('day', 'month'))} – {_one(end, when)}"
    return f"{_one(start, when)} – {_one(end, when)}"


def _without_day(when: When) -> When:
    """The same, so that a month after an inferred day is not marked again."""
    return replace(when, inferred=()) if "day" in when.inferred and "month" in when.inferred else when


def _hours(start: Moment, end: Moment, when: When) -> str:
    if start[:3] == end[:3]:
        return f"{_one(start._replace(time=''), when)}, {start.time}–{_clock(end, when).removeprefix(', ')}"
    return f"{_one(start, when)} – {_one(end, when)}"


def _whole(start: Moment, end: Moment) -> Moment | None:
    """The month or the year that two days enclose to the day."""
    if not (start.year and start.year == end.year and start.day == "01" and end.day):
        return None
    if start.month == end.month and int(end.day) == monthrange(int(end.year), int(end.month))[1]:
        return Moment(start.year, start.month, "", "", "")
    return Moment(start.year, "", "", "", "") if (start.month, end.month, end.day) == ("01", "12", "31") else None


def _stretch(start: Moment, end: Moment, when: When, published: str) -> str:
    """Two ends that lie whole weeks, months or years apart, as in "2 months to 11 May 2022"; empty for any other."""
    if "day" in when.inferred and not start.day and not end.day and start.year:
        # Counted from the day of publication, or to it, and no finer than the unit.
        anchor, count = moment(published[:10]), _units_between(start, end, when.precision)
    else:
        anchor, count = None, _days_between(when)
    forward = published.startswith(when.start)
    anchor = anchor or (start if forward else end)
    if not count:
        return ""
    return f"{count} {when.precision}{'s' * (count != 1)} {'from' if forward else 'to'} {_one(anchor, when)}"


def _units_between(start: Moment, end: Moment, unit: str) -> int:
    years = int(end.year) - int(start.year)
    if unit == "month" and start.month and end.month:
        return years * 12 + int(end.month) - int(start.month)
    return years if unit == "year" else 0


def _days_between(when: When) -> int:
    """How many whole weeks, months or years lie between two days; 0 where it is no whole number."""
    first, last = _day(when.start), _day(when.end)
    if not first or not last or first >= last:
        return 0
    days = (last - first).days
    months = (last.year - first.year) * 12 + last.month - first.month if first.day == last.day else 0
    return {"week": days // 7 * (days % 7 == 0), "month": months, "year": months // 12 * (months % 12 == 0)}.get(when.precision, 0)
