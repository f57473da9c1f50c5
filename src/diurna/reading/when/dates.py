"""Days, months, years, seasons and decades, with the time of day that stands beside them."""

from __future__ import annotations

from diurna.reading.when.clocks import clock
from diurna.reading.when.expressions import At, Clock, Date, Point, Season, Shift, Years
from diurna.reading.when.lexemes import Lexemes
from diurna.reading.when.word_lists import lexis

Found = tuple[Point, int]

FIRST_YEAR, LAST_YEAR = 1500, 2100
AMBIGUOUS_MONTHS = frozenset((3, 4, 5, 6, 8))
"""March, April, May, June, August: verbs and persons too, so alone they need a word before them."""
LONGEST_LIST = 5
MONTHS_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def point(lexemes: Lexemes, at: int) -> Found | None:
    """A day or a time of day, or both beside each other, in either order."""
    return with_clock(lexemes, at) or clock_first(lexemes, at) or season(lexemes, at)


def with_clock(lexemes: Lexemes, at: int) -> Found | None:
    """A date, and the time of day after it: "28 April 2022, 18:40 EEST", "on Saturday at 4:20 a.m."."""
    found = date(lexemes, at)
    if found is None:
        return None
    says, after = found
    then = after
    if lexemes.is_mark(then, ","):
        then += 1
    then = lexemes.past(then, "at", "about", "around")
    hour = clock(lexemes, then) if lexemes.same_line(after - 1, then) and isinstance(says, Date | Shift) else None
    if hour and isinstance(says, Date | Shift) and is_day(says):
        return At(says, hour[0]), hour[1]
    return says, after


def is_day(says: Date | Shift) -> bool:
    """Whether an hour can stand beside it."""
    return isinstance(says, Shift) or says.day is not None or says.weekday is not None


def clock_first(lexemes: Lexemes, at: int) -> Found | None:
    """A time of day, and the day after it: "8 a.m. local time on Monday"."""
    hour = clock(lexemes, at)
    if hour is None:
        return None
    says, after = hour
    if not told(lexemes, at, says):
        return None
    then = lexemes.past(after, "on", "of", marks=",")
    found = date(lexemes, then) if lexemes.same_line(after - 1, then) else None
    if found and isinstance(found[0], Date | Shift) and is_day(found[0]) and not ranges(lexemes, found[1]):
        return At(found[0], says), found[1]
    return says, after


def ranges(lexemes: Lexemes, at: int) -> bool:
    """Whether a day is only the first of a range, which the hours belong to as a whole: "8 a.m. to 6 p.m., May 5 to 7"."""
    to = lexemes.is_word(at, "to", "through", "until") or lexemes.is_mark(at, "-–")
    return to and lexemes.kinds[at + 1] in ("number", "ordinal", "month", "weekday")


def told(lexemes: Lexemes, at: int, says: Clock) -> bool:
    """Whether figures are a time of day: 08:10 may be a score or a verse, 3:16 more so; "noon" and "8 a.m." are not."""
    if says.zone:
        return True
    led = at > 0 and lexemes.low(at - 1) in lexis().before_an_hour
    if lexemes.kinds[at] == "hour":
        # "at noon", "midnight on Friday"; not "the noon briefing", "Midnight Express".
        return led or lexemes.is_word(at + 1, "on") or lexemes.kinds[at + 1] in ("weekday", "month")
    if lexemes.kinds[at] != "clock" or lexemes.ends[at] - lexemes.starts[at] > 4:
        return True
    return led or lexemes.low(at).endswith(("am", "pm")) or lexemes.kinds[at + 1] == "meridiem"


def date(lexemes: Lexemes, at: int) -> Found | None:
    """A day, month, year or decade, in words or figures."""
    at += lexemes.is_word(at, "the") and lexemes.kinds[at + 1] in ("decade", "ordinal")
    kind = lexemes.kinds[at]
    if kind == "iso":
        return iso(lexemes, at)
    if kind == "figures":
        return figures(lexemes, at)
    if kind == "decade":
        first = int(lexemes.values[at][:4])
        return Years(first, first + 9), at + 1
    if kind == "weekday":
        return None if in_a_title(lexemes, at) else weekday(lexemes, at)
    if kind == "deictic":
        return None if lexemes.in_a_name(at) else deictic(lexemes, at)
    readers = (month_day, day_month, listed_day, month, year, nth)
    return next((found for read in readers if (found := read(lexemes, at)) is not None), None)


def in_a_title(lexemes: Lexemes, at: int) -> bool:
    """Whether a weekday is part of a name: the Sunday Times, Good Friday, Bloody Sunday."""
    before = lexemes.low(at - 1) if at else ""
    return before in lexis().before_a_named_day or (
        lexemes.low(at + 1) in lexis().after_a_named_day and lexemes.text[lexemes.starts[at + 1]].isupper()
    )


def iso(lexemes: Lexemes, at: int) -> Found | None:
    """2022-05-11, 2022-05-11T09:30:00+03:00."""
    text = lexemes.text[lexemes.starts[at] : lexemes.ends[at]]
    day = a_day(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if day is None or len(text) == 10:
        return (day, at + 1) if day else None
    sign, zone = (1, "") if text[-1] in "Zz" else (-1, text[-6:]) if text[-6] == "-" else (1, text[-6:])
    offset = 0 if text[-1] in "Zz" else sign * (int(zone[1:3]) * 60 + int(zone[4:6])) if zone[3:4] == ":" else None
    hour, minute = int(text[11:13]), int(text[14:16])
    if hour > 23 or minute > 59:
        return day, at + 1
    return At(day, Clock(hour, minute, True, zone if offset else "UTC" if offset == 0 else "", offset)), at + 1


def figures(lexemes: Lexemes, at: int) -> Found | None:
    """26.04.2022, 04/26/2022; where both readings can be, day first."""
    text = lexemes.values[at]
    first, second, last = (int(n) for n in text.replace("/", ".").split("."))
    if last < 100:
        last += 2000 if last < 70 else 1900
    if second > 12 >= first and "/" in text:
        first, second = second, first
    both = first <= 12 and second <= 12 and first != second and "/" in text
    day = a_day(last, second, first, day_first=both)
    return (day, at + 1) if day else None


def a_day(year: int | None, month: int, day: int, *, day_first: bool = False) -> Date | None:
    """The date, if the calendar can hold it. (29 February without a year is taken; calendar.py finds the year.)"""
    if not 1 <= month <= 12 or not 1 <= day <= MONTHS_DAYS[month - 1]:
        return None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if year is not None and (month, day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400)):
        return None
    return Date(year=year, month=month, day=day, day_first=day_first)


def weekday(lexemes: Lexemes, at: int) -> Found | None:
    """Tuesday, "Tuesday, April 26", "Tuesday (26/4)", "Saturday evening", "Mon., 2 May"."""
    value, whole = lexemes.values[at]
    after = at + 1
    if not whole and lexemes.is_mark(after, "."):
        after += 1
    comma = after + 1 if lexemes.is_mark(after, ",") else after
    bracket = lexemes.is_mark(after, "(")
    for then in (comma, after + 1 if bracket else comma):
        then = lexemes.past(then, "the")
        day = month_day(lexemes, then) or day_month(lexemes, then) or short(lexemes, then)
        if day and lexemes.same_line(at, then) and isinstance(day[0], Date) and day[0].day is not None:
            said = day[0]
            closed = day[1] + 1 if bracket and lexemes.is_mark(day[1], ")") else day[1]
            return Date(year=said.year, month=said.month, day=said.day, weekday=value), closed
    alone = bracket and lexemes.kinds[after + 1] == "number" and lexemes.is_mark(after + 2, ")")
    if alone and 1 <= lexemes.values[after + 1] <= 31:
        return Date(day=lexemes.values[after + 1], weekday=value), after + 3
    if not whole:
        return None
    return Date(weekday=value), part(lexemes, after)


def short(lexemes: Lexemes, at: int) -> Found | None:
    """26/4, which only a weekday before it makes a date."""
    if lexemes.kinds[at] != "short":
        return None
    day, month = (int(n) for n in lexemes.values[at].split("/"))
    if month > 12 >= day:
        day, month = month, day
    found = a_day(None, month, day)
    return (found, at + 1) if found else None


def part(lexemes: Lexemes, at: int) -> int:
    """The position after "morning", "at dawn", "night" beside a day."""
    then = at + 1 if lexemes.is_word(at, "at") and lexemes.kinds[at + 1] == "part" else at
    return then + 1 if lexemes.kinds[then] == "part" and lexemes.same_line(at - 1, then) else at


def deictic(lexemes: Lexemes, at: int) -> Found:
    """yesterday, today, tomorrow, tonight, with a part of the day."""
    shift = int(lexemes.values[at])
    return Shift(abs(shift), "day", shift < 0), part(lexemes, at + 1)


def month_day(lexemes: Lexemes, at: int) -> Found | None:
    """April 26, Apr. 26th, April 26, 2022."""
    if lexemes.kinds[at] != "month":
        return None
    number, whole = lexemes.values[at]
    then = at + 2 if lexemes.is_mark(at + 1, ".") and (not whole or number == 5) else at + 1
    if lexemes.kinds[then] not in ("number", "ordinal") or not lexemes.same_line(at, then) or spelt(lexemes, then):
        return None
    if lexemes.starts[then] - lexemes.ends[then - 1] > 2 or lexemes.kinds[then + 1] == "meridiem":
        return None
    day = a_day(None, number, lexemes.values[then])
    return following_year(lexemes, day, then + 1) if day else None


def spelt(lexemes: Lexemes, at: int) -> bool:
    """Whether a number is in words: "May one" is no date, "the first of May" is."""
    return not lexemes.text[lexemes.starts[at]].isdigit()


def day_month(lexemes: Lexemes, at: int) -> Found | None:
    """26 April, 26th of April 2022, "the first of May"."""
    if lexemes.kinds[at] not in ("number", "ordinal"):
        return None
    then = at + 1
    of = lexemes.is_word(then, "of") and lexemes.kinds[at] == "ordinal"
    if spelt(lexemes, at) and not of:
        return None
    then += of
    if lexemes.is_mark(then, "-") and lexemes.ends[at] == lexemes.starts[then]:
        then += 1
    if lexemes.kinds[then] != "month" or not lexemes.same_line(at, then):
        return None
    number, whole = lexemes.values[then]
    day = a_day(None, number, lexemes.values[at])
    if not whole and lexemes.is_mark(then + 1, ".") and lexemes.kinds[then + 2] == "number":
        then += 1
    return following_year(lexemes, day, then + 1) if day else None


def listed_day(lexemes: Lexemes, at: int) -> Found | None:
    """The 5 of "5, 6 and 7 May": a day whose month follows at the end of the list."""
    then = at
    for _ in range(LONGEST_LIST):
        if lexemes.kinds[then] not in ("number", "ordinal") or spelt(lexemes, then):
            return None
        if last := day_month(lexemes, then):
            found = a_day(last[0].year, last[0].month or 1, lexemes.values[at]) if isinstance(last[0], Date) else None
            return (found, at + 1) if found and then > at else None
        then += 1
        joined = lexemes.is_mark(then, ",") + lexemes.is_word(then + lexemes.is_mark(then, ","), "and", "or")
        if not joined or not lexemes.same_line(at, then + joined):
            return None
        then += joined
    return None


def following_year(lexemes: Lexemes, day: Date, at: int) -> Found:
    """The day with its year, if one follows: "April 26, 2022"."""
    for then in (at, at + 1 if lexemes.is_mark(at, ",-") else at):
        if is_year(lexemes, then) and lexemes.same_line(at - 1, then) and clock(lexemes, then) is None:
            with_year = a_day(lexemes.values[then], day.month or 1, day.day or 1)
            if with_year:
                return with_year, then + 1
    return day, at


def is_year(lexemes: Lexemes, at: int) -> bool:
    """Four figures that can be a year."""
    return lexemes.kinds[at] == "number" and lexemes.ends[at] - lexemes.starts[at] == 4 and FIRST_YEAR <= lexemes.values[at] <= LAST_YEAR


def month(lexemes: Lexemes, at: int) -> Found | None:
    """April 2022, or April where a word before it shows that it is the month."""
    if lexemes.kinds[at] != "month":
        return None
    number, whole = lexemes.values[at]
    then = at + 2 if not whole and lexemes.is_mark(at + 1, ".") else at + 1
    for next_one in (then, then + 1 if lexemes.is_mark(then, ",") or lexemes.is_word(then, "of") else then):
        if is_year(lexemes, next_one) and lexemes.same_line(at, next_one):
            return Date(year=lexemes.values[next_one], month=number), next_one + 1
    led = at > 0 and (lexemes.low(at - 1) in lexis().before_a_month or (lexemes.is_mark(at - 1, "-–") and mid(lexemes, at - 2)))
    possessive = lexemes.is_mark(at + 1, "'’") and lexemes.is_word(at + 2, "s")
    if whole and (led or (number not in AMBIGUOUS_MONTHS and not possessive)):
        return Date(month=number), at + 1
    return None


def mid(lexemes: Lexemes, at: int) -> bool:
    return at >= 0 and lexemes.low(at) in ("mid", "early", "late")


def year(lexemes: Lexemes, at: int) -> Found | None:
    """2014, where the recogniser takes it for a year, or a word before it does and no thing follows that it could count."""
    if not is_year(lexemes, at):
        return None
    after = at + 1
    known = lexemes.starts[at] in lexemes.years
    led = at > 0 and lexemes.low(at - 1) in lexis().before_a_year
    counted = lexemes.kinds[after] in ("word", "unit") and lexemes.low(after) not in lexis().not_counted
    if not (known or (led and not counted)) or clock(lexemes, at) is not None or lexemes.is_mark(after, "%"):
        return None
    return Date(year=lexemes.values[at]), after


def nth(lexemes: Lexemes, at: int) -> Found | None:
    """ "the 29th": a day of the month that the report is about."""
    if lexemes.kinds[at] != "ordinal" or spelt(lexemes, at) or at == 0 or not lexemes.is_word(at - 1, "the"):
        return None
    # "the 29th day", "the 77th General Assembly" count something else.
    if lexemes.kinds[at + 1] in ("word", "unit", "part") and lexemes.low(at + 1) not in lexis().not_counted:
        return None
    value = lexemes.values[at]
    return (Date(day=value), at + 1) if 1 <= value <= 31 else None


def season(lexemes: Lexemes, at: int) -> Found | None:
    """The summer of 2015, winter 2021; bare where "by", "in the" or "this" shows it ("spring" and "fall" do other things)."""
    if lexemes.kinds[at] != "season":
        return None
    first, last = lexis().seasons[lexemes.low(at)]
    then = lexemes.past(at + 1, "of", "in")
    if is_year(lexemes, then) and lexemes.same_line(at, then):
        return Season(first, last, lexemes.values[then]), then + 1
    led = at > 0 and lexemes.low(at - 1) in ("by", "until", "since", "last", "next", "this", "in", "during")
    if lexemes.is_word(at + 1, "of"):
        return None  # "in the fall of a town"
    led = led or (at > 1 and lexemes.is_word(at - 1, "the") and lexemes.low(at - 2) in ("in", "during", "by", "before", "over"))
    return (Season(first, last, None), at + 1) if led else None


def bare_year(lexemes: Lexemes, at: int, led: bool) -> Found | None:
    """A year of "from 2014 to 2016", "2014-2016"."""
    if not is_year(lexemes, at) or (lexemes.is_mark(at + 1, "-–") and not is_year(lexemes, at + 2)):
        return None
    return (Date(year=lexemes.values[at]), at + 1) if led or lexemes.is_mark(at + 1, "-–") else None
