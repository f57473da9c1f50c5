"""Expressions into times: the calendar's arithmetic, and what is inferred where the words leave a part out.

All results are `When`. What the words do not hold and the report's date gives is named in `inferred`. What nothing gives stays
open: a day without a year is ``--04-26``, a month ``--04``, an hour without a day ``T14:00``, and a weekday or "two days ago"
in a report without a date has neither start nor end (both empty, precision "open"): its words are kept, since they are what
the report says, and a later reader who learns the date can resolve them.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from diurna.reading.when.expressions import (
    At,
    Between,
    Clock,
    Date,
    Expression,
    Inside,
    Length,
    OpenEnded,
    Period,
    Point,
    Season,
    Shift,
    Stretch,
    Years,
)

PUBLICATION = "date of publication"
LAST_STATED = "the last day stated"
BEYOND_PAST = 350
"""Days: a verb in the past and a date that would lie nearly a year back; a fortnight ahead is likelier (a plan, misparsed)."""
BEYOND_FUTURE = 300
"""Days: a verb of the future and a date nearly a year ahead; likelier an old report published again ("will arrive on...")."""
YEARS_AROUND = 8
"""Years searched before and after publication for the one in which "Tuesday, April 26" was a Tuesday: at most 6 apart, save
around 29 February."""
ALL = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Now:
    """What a phrase is relative to. ahead: True for a verb of the future, False for the past, None when nothing tells."""

    published: date | None
    last: date | None = None
    """The last single day that the report stated before the phrase."""
    ahead: bool | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """First and last day, month, year or moment in ISO 8601, both included; empty when open. See `When` for the rest."""

    start: str
    end: str
    precision: str
    inferred: tuple[str, ...] = ()
    from_what: str = ""
    zone: str = ""
    lasts: bool = False
    """How long, not when."""


OPEN = Resolved("", "", "open")


def resolve(says: Expression, now: Now) -> Resolved:
    """The time an expression means."""
    match says:
        case Length():
            return Resolved("", "", "open", lasts=True)
        case Inside():
            if now.ahead and now.published:
                return resolve(Shift(says.number, says.unit, False), now)
            return Resolved("", "", "open", lasts=not now.ahead)
        case Stretch():
            return stretch(says, now)
        case Between():
            return between(says, now)
        case OpenEnded():
            return open_ended(says, now)
        case _:
            return point(says, now)


def point(says: Point, now: Now) -> Resolved:
    """The time of a point."""
    match says:
        case Date():
            return a_date(says, now)
        case Years():
            return Resolved(f"{says.first:04}", f"{says.last:04}", "year")
        case Season():
            return season(says, now)
        case Shift():
            return shifted(says, now)
        case Period():
            return period(says, now)
        case Clock():
            return Resolved(f"T{hour(says)}", f"T{hour(says)}", fineness(says), zone=says.zone)
        case At():
            return at(says, now)


def a_date(says: Date, now: Now) -> Resolved:
    """A day, month or year."""
    if says.month is None and says.day is None and says.weekday is None:
        return Resolved(f"{says.year:04}", f"{says.year:04}", "year")
    if says.month is None:
        found = on_weekday(says, now) if says.day is None else on_nth(says, now)
        return Resolved(str(found), str(found), "day", ALL if says.day is None else ALL[:2], PUBLICATION) if found else OPEN
    precision = "month" if says.day is None else "day"
    if says.year is not None:
        written = f"{says.year:04}-{says.month:02}" + (f"-{says.day:02}" if says.day else "")
        guessed = ("day", "month") if says.day_first else ()
        return Resolved(written, written, precision, guessed, "day before month" if guessed else "")
    year = inferred_year(says, now)
    if year is None:
        written = f"--{says.month:02}" + (f"-{says.day:02}" if says.day else "")
        return Resolved(written, written, precision)
    written = f"{year:04}-{says.month:02}" + (f"-{says.day:02}" if says.day else "")
    return Resolved(written, written, precision, ("year",), PUBLICATION)


def inferred_year(says: Date, now: Now) -> int | None:
    """The year of a month and day: that of the weekday if one is said, else by tense, else the nearest."""
    published, month = now.published, says.month
    if published is None or month is None:
        return None
    days = [
        date(year, month, says.day or min(published.day, monthrange(year, month)[1]))
        for year in range(published.year - YEARS_AROUND, published.year + YEARS_AROUND + 1)
        if 1 <= (says.day or 1) <= monthrange(year, month)[1]
    ]
    if says.which == "this":
        return published.year
    if says.which:
        days = [d for d in days if which_fits(d, says.which, published)]
    on_that = [d for d in days if says.weekday is not None and d.weekday() == says.weekday]
    if says.which or on_that:
        return nearest(on_that or days, published).year
    return by_tense(days, now, published).year


def nearest(days: list[date], published: date) -> date:
    """The day closest to publication, the earlier of two as close."""
    return min(days, key=lambda d: (abs(d - published), d))


def which_fits(day: date, which: str, published: date) -> bool:
    """Whether a month is a last or a next one: "last May", said in May, is a year ago."""
    this = (day.year, day.month) == (published.year, published.month)
    return not this and (day < published) == (which == "last")


def by_tense(days: list[date], now: Now, published: date) -> date:
    """The day meant: the latest not after publication for the past, the first not before it for the future, the nearest when
    the verb does not tell; and the nearest too when the verb would have it a year away from a day close by."""
    close = nearest(days, published)
    if now.ahead is None:
        return close
    if now.ahead:
        chosen = min((d for d in days if d >= published), default=close)
        return chosen if (chosen - published).days <= BEYOND_FUTURE else close
    chosen = max((d for d in days if d <= published), default=close)
    return chosen if (published - chosen).days <= BEYOND_PAST else close


def on_weekday(says: Date, now: Now) -> date | None:
    """Tuesday: the coming one for the future, else the latest; today's name is today. "Next Tuesday" is next week's."""
    if now.published is None or says.weekday is None:
        return None
    today = now.published
    monday = today - timedelta(days=today.weekday())
    if says.which == "this":
        return monday + timedelta(days=says.weekday)
    if says.which == "next":
        return monday + timedelta(days=7 + says.weekday)
    if says.which == "last":
        return today - timedelta(days=(today.weekday() - says.weekday - 1) % 7 + 1)
    if now.ahead:
        return today + timedelta(days=(says.weekday - today.weekday()) % 7)
    return today - timedelta(days=(today.weekday() - says.weekday) % 7)


def on_nth(says: Date, now: Now) -> date | None:
    """The 29th, "Wednesday (13)": of the months about publication, the one that fits weekday and tense."""
    if now.published is None or says.day is None:
        return None
    days = []
    for shift in (-2, -1, 0, 1, 2):
        year, month = months_on(now.published.year, now.published.month, shift)
        if says.day <= monthrange(year, month)[1]:
            days.append(date(year, month, says.day))
    named = [d for d in days if says.weekday is None or d.weekday() == says.weekday]
    return by_tense(named, now, now.published) if named == days else nearest(named or days, now.published)


def months_on(year: int, month: int, by: int) -> tuple[int, int]:
    """The month so many months later."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def season(says: Season, now: Now) -> Resolved:
    """Its first and last month; a winter is named for the year it begins in."""
    year = says.year
    guessed: tuple[str, ...] = ()
    if year is None:
        if now.published is None:
            return OPEN
        starts = [date(y, says.first_month, 1) for y in range(now.published.year - 2, now.published.year + 3)]
        ahead = {"last": False, "next": True}.get(says.which, now.ahead)
        year, guessed = by_tense(starts, Now(now.published, None, ahead), now.published).year, ("year",)
    end = year + (says.last_month < says.first_month)
    return Resolved(f"{year:04}-{says.first_month:02}", f"{end:04}-{says.last_month:02}", "season", guessed, PUBLICATION if guessed else "")


def shifted(says: Shift, now: Now) -> Resolved:
    """So long before or after."""
    base, what = (now.last, LAST_STATED) if says.from_last else (now.published, PUBLICATION)
    if base is None:
        return OPEN
    if says.number is None:
        bound = str(base)
        return Resolved("", bound, "open", ALL, what) if says.back else Resolved(bound, "", "open", ALL, what)
    return unit_at(base, says.unit, -says.number if says.back else says.number, what)


def unit_at(base: date, unit: str, by: int, what: str) -> Resolved:
    """The day, week, month or year that lies so many units from a day."""
    try:
        if unit in ("minute", "hour", "day"):
            # The hour of publication is not known: hours count by whole days ("within 48 hours" is within two days).
            day = base + timedelta(days=by if unit == "day" else int(by / 24) if unit == "hour" else 0)
            return Resolved(str(day), str(day), "day", ALL, what)
        if unit in ("week", "fortnight"):
            day = base + timedelta(days=by * (7 if unit == "week" else 14))
            monday = day - timedelta(days=day.weekday())
            return Resolved(str(monday), str(monday + timedelta(days=6)), "week", ALL, what)
        if unit == "month":
            year, month = months_on(base.year, base.month, by)
            return Resolved(f"{year:04}-{month:02}", f"{year:04}-{month:02}", "month", ALL[:2], what) if year > 0 else OPEN
        year = base.year + by * {"year": 1, "decade": 10, "century": 100}[unit]
        return Resolved(f"{year:04}", f"{year:04}", "year", ALL[:1], what) if 0 < year < 10_000 else OPEN
    except OverflowError:
        return OPEN


def period(says: Period, now: Now) -> Resolved:
    """This week, last month, next year; of "earlier this month" what lies before publication."""
    if now.published is None:
        return OPEN
    today = now.published
    if says.unit == "weekend":
        back = says.part == "nearest" and not now.ahead and today.weekday() < 5
        saturday = today - timedelta(days=today.weekday()) + timedelta(days=5 + 7 * (says.offset - back))
        return Resolved(str(saturday), str(saturday + timedelta(days=1)), "day", ALL, PUBLICATION)
    if says.unit in ("decade", "century"):
        size = 10 if says.unit == "decade" else 100
        begin = today.year // size * size + says.offset * size
        return Resolved(f"{begin:04}", f"{begin + size - 1:04}", "year", ALL[:1], PUBLICATION)
    whole = unit_at(today, says.unit, says.offset, PUBLICATION)
    if says.offset or not says.part or says.unit == "year":
        return whole
    first, last = bounds(whole)
    start, end = (first, str(today)) if says.part == "early" else (str(today), last)
    return Resolved(start, end, whole.precision, ALL, PUBLICATION)


def bounds(whole: Resolved) -> tuple[str, str]:
    """The first and last day of a month or week."""
    if len(whole.start) > 7:
        return whole.start, whole.end
    year, month = (int(n) for n in whole.start.split("-"))
    return f"{whole.start}-01", f"{whole.end}-{monthrange(year, month)[1]:02}"


def hour(clock: Clock) -> str:
    """14:00+03:00, with the offset where it is known."""
    if clock.offset is None:
        return f"{clock.hour:02}:{clock.minute:02}"
    sign, east = ("-" if clock.offset < 0 else "+"), abs(clock.offset)
    return f"{clock.hour:02}:{clock.minute:02}{sign}{east // 60:02}:{east % 60:02}"


def fineness(clock: Clock) -> str:
    return "minute" if clock.exact and clock.minute else "hour"


def at(says: At, now: Now) -> Resolved:
    """An hour of a day."""
    day = point(says.date, now)
    clock = says.clock
    if clock.since and day.start[:4].isdigit() and int(day.start[:4]) < clock.since:
        clock = Clock(clock.hour, clock.minute, clock.exact, clock.zone)
    moment = f"{day.start}T{hour(clock)}"
    return Resolved(moment, moment, fineness(clock), day.inferred, day.from_what, clock.zone)


def stretch(says: Stretch, now: Now) -> Resolved:
    """From so long ago until publication, or from then on; no finer than the unit."""
    if now.published is None:
        return OPEN
    today = str(now.published)
    if says.number is None:
        return Resolved("", today, "open", ALL, PUBLICATION) if says.back else Resolved(today, "", "open", ALL, PUBLICATION)
    if says.unit in ("week", "fortnight"):
        far = unit_at(now.published, "day", (-7 if says.back else 7) * says.number * (1 + (says.unit != "week")), PUBLICATION)
    else:
        far = unit_at(now.published, says.unit, -says.number if says.back else says.number, PUBLICATION)
    if not far.start:
        return OPEN
    near = today[: len(far.start)]
    start, end = (far.start, near) if says.back else (near, far.start)
    return Resolved(start, end, "week" if says.unit in ("week", "fortnight") else far.precision, ALL, PUBLICATION)


def between(says: Between, now: Now) -> Resolved:
    """From one to the other; the second not before the first."""
    first = point(says.first, now)
    last = point(says.last, now)
    if first.start and last.end and last.end < first.start and "year" in last.inferred and len(last.end) >= 10:
        last = later(says, first, now) or last
    inferred = tuple(p for p in ALL if p in first.inferred or p in last.inferred)
    from_what = first.from_what or last.from_what
    return Resolved(first.start, last.end, first.precision, inferred, from_what, first.zone or last.zone)


def later(says: Between, first: Resolved, now: Now) -> Resolved | None:
    """The end of a range that came out before its beginning: "from Friday to Monday", "December 30 to January 2"."""
    try:
        begun = date.fromisoformat(first.start[:10])
    except ValueError:
        return None
    moved = Now(begun, now.last, True)
    found = point(says.last, moved)
    return found if found.end >= first.start else None


def open_ended(says: OpenEnded, now: Now) -> Resolved:
    """One end said. "Before" and "after" leave out what they name; "by" and "since" do not."""
    # A deadline lies ahead unless the verb says that it has passed.
    ahead = True if says.side == "end" and now.ahead is None else now.ahead
    inner = point(says.point, Now(now.published, now.last, ahead))
    start, end = ("", inner.end) if says.side == "end" else (inner.start, "")
    if says.beyond:
        start, end = neighbour(start, 1), neighbour(end, -1)
    return Resolved(start, end, "open", inner.inferred, inner.from_what, inner.zone)


def neighbour(written: str, by: int) -> str:
    """The day, month or year next to an ISO one; an hour, a day without a year and nothing stay as they are."""
    try:
        if len(written) == 10 and written[0].isdigit():
            return str(date.fromisoformat(written) + timedelta(days=by))
        if len(written) == 7 and written[0].isdigit():
            year, month = months_on(int(written[:4]), int(written[5:]), by)
            return f"{year:04}-{month:02}"
        if len(written) == 4 and written.isdigit():
            return f"{int(written) + by:04}"
    except (ValueError, OverflowError):
        pass
    return written
