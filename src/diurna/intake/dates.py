"""Dates as printed: whole ones only. A day without its year is no date of publication, and 5/11/2022 is two days."""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from diurna.intake.tables import WORD_START, any_of, low, table
from diurna.words import NOT_STATED, Absent


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    published: tuple[str, ...]
    updated: tuple[str, ...]


class DateWords(Struct, frozen=True, forbid_unknown_fields=True):
    """dates.toml. The keys are explained at its head."""

    weekdays: tuple[str, ...]
    events: tuple[str, ...]
    records: tuple[str, ...]
    fillers: tuple[str, ...]
    months: dict[str, tuple[tuple[str, ...], ...]]
    labels: Labels
    zones: dict[str, int]


class Printed(NamedTuple):
    """A date as it stands in some words: the span there, and the day or zoned time in ISO 8601."""

    start: int
    end: int
    iso: str


_TIME = (
    r"(?:(?:t|\s*[,|–-]?\s*(?:(?:at|um|à|lúc|в|о)\s+)?)(?P<H>[01]?\d|2[0-3])[:.h](?P<M>[0-5]\d)(?::(?P<S>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"(?:\s*(?P<half>[ap])\.?m\.?(?!\w))?(?:\s*\(?(?P<zone>ZONES)(?!\w)\)?)?(?:\s*(?P<off>[+−-]\d{1,2}(?::?[0-5]\d)?)(?!\d))?)?"
)
_FORMS = (
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)",
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>1[0-2]|0?[1-9])\s?[月월]\s?(?P<d>[12]\d|3[01]|0?[1-9])\s?[日일]",
    r"(?<![\d.])(?P<d>0?[1-9]|[12]\d|3[01])\.\s?(?P<m>0?[1-9]|1[0-2])\.\s?(?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<![\d/])(?P<d>0?[1-9]|[12]\d|3[01])(?P<s>[/-])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<y>(?:19|20)\d\d)(?![\d/])",
    r"(?<![\d/])(?P<m>0?[1-9]|1[0-2])(?P<s>[/-])(?P<d>1[3-9]|2\d|3[01])(?P=s)(?P<y>(?:19|20)\d\d)(?![\d/])",
    r"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:(?:of|de|d')\s+)?(?P<month>MONTHS)\.?,?[\s-]+(?:(?:de|del)\s+)?(?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<!\w)(?P<month>MONTHS)\.?\s+(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<!\w)ngày\s+(?P<d>0?[1-9]|[12]\d|3[01])\s+tháng\s+(?P<m>0?[1-9]|1[0-2])\s+năm\s+(?P<y>(?:19|20)\d\d)(?!\d)",
)
_DIGITS = {ord(c): str(n % 10) for n, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_AMBIGUOUS = 3
"""The form D/M/Y: read only when its day cannot be a month."""


@cache
def date_words() -> DateWords:
    """Raises ValueError for a table that does not hold twelve months, or a word that names two of them."""
    words = table("dates.toml", DateWords)
    for language, months in words.months.items():
        if len(months) != 12:
            raise ValueError(f"dates.toml: months.{language}: twelve lists, not {len(months)}")
    month_numbers(words)
    return words


def month_numbers(words: DateWords) -> dict[str, int]:
    """Month words in small letters, with their numbers."""
    found: dict[str, int] = {}
    for language, months in words.months.items():
        for number, names in enumerate(months, 1):
            for name in names:
                if found.setdefault(low(name), number) != number:
                    raise ValueError(f"dates.toml: months.{language}: {name!r} names another month as well")
    return found


@cache
def _forms() -> tuple[tuple[re.Pattern[str], ...], dict[str, int]]:
    words = date_words()
    months = month_numbers(words)
    zones = any_of(words.zones).removeprefix(WORD_START)
    bodies = [form.replace("MONTHS", any_of(months)) + _TIME.replace("ZONES", zones) for form in _FORMS]
    return tuple(re.compile(body) for body in bodies), months


def dates_in(words: str) -> Iterator[Printed]:
    """Every whole date in a short run of words, in order; overlapping ones once, the longest."""
    if not any(c.isdigit() for c in words):
        return
    words = low(words).translate(_DIGITS)
    forms, months = _forms()
    found = sorted(
        (-(m.end() - m.start()), m.start(), n, m) for n, form in enumerate(forms) for m in form.finditer(words)
    )
    taken: list[Printed] = []
    for _, start, number, match in found:
        if any(start < t.end and t.start < match.end() for t in taken):
            continue
        iso = _iso(match, months, number == _AMBIGUOUS)
        if iso:
            taken.append(Printed(start, match.end(), iso))
    yield from sorted(taken)


def _iso(match: re.Match[str], months: dict[str, int], ambiguous: bool) -> str:
    part = match.groupdict()
    month = int(part["m"]) if part.get("m") else months[re.sub(r"\s+", " ", part["month"])]
    if ambiguous and int(part["d"]) <= 12 and int(part["d"]) != month:
        return ""
    try:
        day = date(int(part["y"]), month, int(part["d"]))
    except ValueError:
        return ""
    offset = _offset(part)
    if part["H"] is None or offset is None:
        return day.isoformat()
    return _at(day, part, offset)


def _offset(part: dict[str, str | None]) -> int | None:
    """Minutes east of UTC; None where the words state no zone."""
    zone, off = part["zone"], part["off"]
    minutes = date_words().zones[zone.upper()] if zone else None
    if off is None:
        return minutes
    digits = off[1:].replace(":", "")
    size = int(digits) * 60 if len(digits) <= 2 else int(digits[:-2]) * 60 + int(digits[-2:])
    return (minutes or 0) + (-size if off[0] in "-−" else size)


def _at(day: date, part: dict[str, str | None], offset: int) -> str:
    hour = int(part["H"] or 0)
    if part["half"]:
        hour = hour % 12 + (12 if part["half"].lower() == "p" else 0)
    if abs(offset) >= 24 * 60 or hour > 23:
        return day.isoformat()
    zone = timezone(timedelta(minutes=offset))
    return datetime(day.year, day.month, day.day, hour, int(part["M"] or 0), int(part["S"] or 0), tzinfo=zone).isoformat()


def date_of(words: str) -> str | Absent:
    """The one date of a field that holds nothing else, as ISO 8601; not stated when there is none, or more than one.

    A time without its zone is left out: the day is all that is certain.
    """
    found = list(dates_in(words[:200]))
    return found[0].iso if len(found) == 1 else NOT_STATED
