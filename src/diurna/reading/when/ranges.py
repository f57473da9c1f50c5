"""From one point of time to another: "26-28 April", "from Monday to Wednesday", "between 8 a.m. and 2 p.m.", "30 April and 1 May"."""

from __future__ import annotations

from dataclasses import replace

from diurna.reading.when.clocks import clock, east_of
from diurna.reading.when.dates import LONGEST_LIST, MONTHS_DAYS, bare_year, date, day_month, is_year, spelt
from diurna.reading.when.expressions import At, Between, Clock, Date, Expression, Point, Season, Shift, Years
from diurna.reading.when.lexemes import Lexemes
from diurna.reading.when.spans import qualified

Found = tuple[Expression, int] | None
TO = frozenset(("to", "until", "till", "through"))


def ranged(lexemes: Lexemes, at: int) -> Found:
    """26-28 April, April 26 to 28, April 30 - May 1, between 8 a.m. and 2 p.m., from Monday to Wednesday, 2014-2016."""
    between = lexemes.is_word(at, "between")
    led = between or lexemes.is_word(at, "from")
    first = at + led
    first = lexemes.past(first, "the")
    days = day_range(lexemes, first) or (None if led else day_list(lexemes, at))
    if days:
        return days
    opening = hour_before_range(lexemes, first) or qualified(lexemes, first) or bare_year(lexemes, first, led)
    if opening is None:
        return None
    start, after = opening
    joined = lexemes.is_word(after, "and") if between else lexemes.is_word(after, *TO) or lexemes.is_mark(after, "-–—")
    if not joined or not lexemes.same_line(after - 1, after + 1):
        return None
    then = lexemes.past(after + 1, "the", "and", "including")
    closing = closing_day(lexemes, start, then) or qualified(lexemes, then) or bare_year(lexemes, then, True)
    if closing is None:
        return None
    end, after = closing
    return (Between(*matched(start, end)), after) if alike(start, end) else None


def day_list(lexemes: Lexemes, at: int) -> Found:
    """Days that follow each other, named one by one, are a range: "30 April and 1 May", "5, 6 and 7 May", "Saturday and Sunday"."""
    found = date(lexemes, at)
    first = found[0] if found else None
    if found is None or not isinstance(first, Date):
        return None
    last, after, joined_by_and = first, found[1], False
    for _ in range(LONGEST_LIST):
        comma = lexemes.is_mark(after, ",")
        joined = lexemes.is_word(after + comma, "and")
        then = after + comma + joined
        following = date(lexemes, then) if (comma or joined) and lexemes.same_line(after - 1, then) else None
        if following is None or not isinstance(following[0], Date) or not next_day(last, following[0]):
            break
        last, after, joined_by_and = following[0], following[1], joined_by_and or joined
    return (Between(*matched(first, last)), after) if joined_by_and else None


def next_day(day: Date, after: Date) -> bool:
    """Whether a day comes right after another."""
    if day.month is None or day.day is None or after.month is None or after.day is None:
        bare = day.month is None and after.month is None and day.day is None and after.day is None
        return bare and None not in (day.weekday, after.weekday) and ((day.weekday or 0) + 1) % 7 == after.weekday
    if day.month == after.month:
        return after.day == day.day + 1
    return after.day == 1 and after.month == day.month % 12 + 1 and day.day >= MONTHS_DAYS[day.month - 1] - (day.month == 2)


def closing_day(lexemes: Lexemes, start: Point, at: int) -> tuple[Point, int] | None:
    """The second day of "April 26 to 28", which takes the first one's month."""
    if not isinstance(start, Date) or start.month is None or start.day is None or lexemes.kinds[at] not in ("number", "ordinal"):
        return None
    if spelt(lexemes, at) or not start.day < lexemes.values[at] <= 31 or lexemes.kinds[at + 1] in ("month", "unit", "meridiem"):
        return None
    then = at + 2 if lexemes.is_mark(at + 1, ",") and is_year(lexemes, at + 2) else at + 1
    year = lexemes.values[then] if is_year(lexemes, then) else start.year
    return replace(start, day=lexemes.values[at], year=year), then + 1 if is_year(lexemes, then) else at + 1


def day_range(lexemes: Lexemes, at: int) -> Found:
    """26-28 April, "26 to 28 April 2022"."""
    if lexemes.kinds[at] not in ("number", "ordinal") or spelt(lexemes, at):
        return None
    if not (lexemes.is_mark(at + 1, "-–—") or lexemes.is_word(at + 1, "to", "and", "until", "through")):
        return None
    if lexemes.is_word(at + 1, "and") and not (at > 0 and lexemes.is_word(at - 1, "between")):
        return None
    closing = day_month(lexemes, at + 2)
    if closing is None or not isinstance(closing[0], Date) or not 1 <= lexemes.values[at] < (closing[0].day or 0):
        return None
    return Between(replace(closing[0], day=lexemes.values[at]), closing[0]), closing[1]


def hour_before_range(lexemes: Lexemes, at: int) -> tuple[Point, int] | None:
    """The first hour of "2 to 6 pm", which has neither half of the day nor zone of its own."""
    if lexemes.kinds[at] != "number" or not 1 <= lexemes.values[at] <= 12 or spelt(lexemes, at):
        return None
    if not (lexemes.is_word(at + 1, *TO) or lexemes.is_mark(at + 1, "-–")):
        return None
    end = clock(lexemes, at + 2)
    if end is None or lexemes.kinds[at + 3] != "meridiem":
        return None
    half = 12 if end[0].hour >= 12 and lexemes.values[at] <= lexemes.values[at + 2] else 0
    return Clock(lexemes.values[at] % 12 + half, 0, False), at + 1


def alike(start: Point, end: Point) -> bool:
    """Whether two points can be the ends of one range."""
    if isinstance(start, Clock) or isinstance(end, Clock):
        return isinstance(start, Clock | At) and isinstance(end, Clock | At)
    return type(start) is type(end) or {type(start), type(end)} <= {Date, Shift, At, Season, Years}


def matched(start: Point, end: Point) -> tuple[Point, Point]:
    """The ends of a range with what one has and the other shares: the zone, the day of the hours, the year."""
    if isinstance(start, Clock) and isinstance(end, Clock | At):
        last = end if isinstance(end, Clock) else end.clock
        if not start.zone:
            # "8 a.m. to 2 p.m. local time (0500 GMT)": what is in brackets is when it begins.
            offset = last.offset if last.greenwich is None else east_of(last.greenwich, start.hour * 60 + start.minute)
            start = replace(start, zone=last.zone, offset=offset, since=last.since)
            last = replace(last, offset=offset)
        return (start, last) if isinstance(end, Clock) else (At(end.date, start), At(end.date, last))
    if isinstance(start, At) and isinstance(end, Clock):
        zoned = end if end.zone else replace(end, zone=start.clock.zone, offset=start.clock.offset, since=start.clock.since)
        first = start.clock if start.clock.zone else replace(start.clock, zone=end.zone, offset=end.offset, since=end.since)
        return At(start.date, first), At(start.date, zoned)
    if isinstance(start, Date) and isinstance(end, Date) and start.year is None and end.year and start.month:
        return replace(start, year=end.year - ((end.month or 12) < start.month)), end
    return start, end
