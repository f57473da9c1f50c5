"""Times of day and their zones: "8 a.m. local time (0500 GMT)", "14:00", "18:40 EEST", "noon Moscow time"."""

from __future__ import annotations

import re

from diurna.reading.when.expressions import Clock
from diurna.reading.when.lexemes import Lexemes
from diurna.reading.when.word_lists import lexis

Zone = tuple[str, int | None, int, int]
"""The zone's words, minutes east of Greenwich where they are known, the year since when, and the position after it."""

OFFSET = re.compile(r"(?:GMT|UTC)\s?(?P<sign>[+-−–])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?", re.IGNORECASE)


def clock(lexemes: Lexemes, at: int) -> tuple[Clock, int] | None:
    """A time of day with its zone, and the same time in another zone when that follows in brackets."""
    found = face(lexemes, at)
    if found is None:
        return None
    hour, minute, exact, after = found
    named = zone(lexemes, after)
    label, offset, since, greenwich = "", None, 0, None
    if named:
        label, offset, since, after = named
    other = also(lexemes, after)
    if other:
        there, then = other
        label, after = label or lexemes.text[lexemes.starts[after] : lexemes.ends[then - 1]], then
        if offset is None and there.offset is not None:
            greenwich = there.hour * 60 + there.minute - there.offset
            offset = east_of(greenwich, hour * 60 + minute)
    return Clock(hour, minute, exact, label, offset, since, greenwich), after


def face(lexemes: Lexemes, at: int) -> tuple[int, int, bool, int] | None:
    """Hour, minute, whether the minutes are written, and the position after."""
    kind, value = lexemes.kinds[at], lexemes.values[at]
    if kind == "hour":
        return int(value), 0, False, at + 1
    if kind == "clock":
        hour, minute = (int(n) for n in re.split(r"[:.h]", value.lower())[:2])
        return meridiem(lexemes, hour, minute, True, at + 1)
    if kind != "number" or not isinstance(value, int):
        return None
    if lexemes.kinds[at + 1] == "meridiem" and 1 <= value <= 12:
        return meridiem(lexemes, value, 0, False, at + 1)
    width = lexemes.ends[at] - lexemes.starts[at]
    if width == 4 and value // 100 < 24 and value % 100 < 60 and zone(lexemes, at + 1):
        return value // 100, value % 100, True, at + 1
    if 1 <= value <= 12 and lexemes.is_word(at + 1, "o") and lexemes.is_word(at + 3, "clock"):
        return value, 0, False, at + 4
    return None


def meridiem(lexemes: Lexemes, hour: int, minute: int, exact: bool, at: int) -> tuple[int, int, bool, int] | None:
    """The time with its a.m. or p.m., if it has one and can exist."""
    if lexemes.kinds[at] == "meridiem" and 1 <= hour <= 12:
        afternoon = lexemes.low(at).startswith("p")
        hour, at = hour % 12 + 12 * afternoon, at + 1
    return (hour, minute, exact, at) if hour < 24 and minute < 60 else None


def zone(lexemes: Lexemes, at: int) -> Zone | None:
    """A zone's name: GMT, UTC+3, EEST, local time, Moscow time."""
    start = lexemes.starts[at]
    if not lexemes.same_line(at - 1, at) or start - lexemes.ends[at - 1] > 1:
        return None
    if written := OFFSET.match(lexemes.text, start):
        minutes = int(written["hours"]) * 60 + int(written["minutes"] or 0)
        after = at
        while lexemes.starts[after] < written.end() and after < lexemes.count:
            after += 1
        return written.group(), -minutes if written["sign"] in "-−–" else minutes, 0, after
    words = lexemes.text[start : lexemes.ends[at]]
    if words.isupper() and (known := lexis().zones.get(words.lower())) is not None:
        return words, None if known == "" else int(known), 0, at + 1
    for length in (1, 2):
        if lexemes.is_word(at + length, "time") and lexemes.same_line(at, at + length):
            place = lexemes.text[start : lexemes.ends[at + length - 1]]
            if place[0].isupper() or place == "local":
                offset, since = steady(place)
                return lexemes.text[start : lexemes.ends[at + length]], offset, since, at + length + 1
    return None


def steady(place: str) -> tuple[int | None, int]:
    """The offset of "Moscow time" in minutes, for places that keep one the year round, and the year since when they do."""
    known = lexis().clock_of.get(place.lower())
    return known or (None, 0)


def also(lexemes: Lexemes, at: int) -> tuple[Clock, int] | None:
    """The same moment on another clock, in brackets or after a stroke: "(0500 GMT)", "(0500-1100 GMT)"."""
    if not lexemes.is_mark(at, "(/"):
        return None
    found = plain(lexemes, at + 1)
    if found is None:
        return None
    hour, minute, after = found
    if lexemes.is_mark(after, "-–") and (until := plain(lexemes, after + 1)):
        after = until[2]
    named = zone(lexemes, after)
    if named is None:
        return None
    after = named[3] + (1 if lexemes.is_mark(named[3], ")") else 0)
    return Clock(hour, minute, True, named[0], named[1]), after


def plain(lexemes: Lexemes, at: int) -> tuple[int, int, int] | None:
    """Hour and minute where only a time of day can stand: 0500, 05:00, 5 a.m."""
    value = lexemes.values[at]
    if lexemes.kinds[at] == "number" and lexemes.ends[at] - lexemes.starts[at] == 4 and value // 100 < 24 and value % 100 < 60:
        return value // 100, value % 100, at + 1
    found = face(lexemes, at)
    return (found[0], found[1], found[3]) if found else None


def east_of(greenwich: int, minutes: int) -> int | None:
    """How many minutes east of Greenwich a clock is that shows `minutes` past midnight when it is `greenwich` past it there;
    None when no zone is so far away."""
    east = (minutes - greenwich + 720) % 1440 - 720
    return east if east % 15 == 0 else None
