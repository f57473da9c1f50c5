"""What time phrases say, before anybody asks when "now" is: the values the grammar makes and the calendar resolves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A day, month or year as far as it is said: "26 April", "on Tuesday", "late April 2022", "2014", "the 29th"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    which: str = ""
    """last, next, this: the word before a weekday or month."""
    day_first: bool = False
    """Written in figures that may be read either way round (05/06/2022); taken day first."""


@dataclass(frozen=True, slots=True)
class Years:
    """A run of years: "the 1990s" is 1990 to 1999."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season, months as the northern hemisphere has them: "the summer of 2015", "last winter"."""

    first_month: int
    last_month: int
    year: int | None
    which: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after now or the last time stated: "yesterday", "two days ago", "a week later"."""

    number: int | None
    """None when the words leave it open: "several days ago"."""
    unit: str
    back: bool
    from_last: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A week, month, year or weekend counted from now's: "this week" 0, "last month" -1.

    part: early or late when only that part of it is meant ("earlier this month"); nearest for "the weekend".
    """

    unit: str
    offset: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From so long ago until now, or from now for so long: "in the last two months", "within 48 hours"."""

    number: int | None
    unit: str
    back: bool


@dataclass(frozen=True, slots=True)
class Length:
    """How long, not when: "for seven years"."""

    number: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class Inside:
    """ "in two days": from now with a verb of the future, else how long it took."""

    number: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: 8 a.m. local time."""

    hour: int
    minute: int
    exact: bool
    """Minutes are written: 08:00 is, "8 a.m." is not."""
    zone: str = ""
    """As the words have it."""
    offset: int | None = None
    """Minutes east of Greenwich, where the words give it."""
    since: int = 0
    """The first year in which that offset holds: Moscow's changed in 2014."""
    greenwich: int | None = None
    """Minutes past midnight in Greenwich at that moment, when the words say it too: "8 a.m. (0500 GMT)"."""


@dataclass(frozen=True, slots=True)
class At:
    """A time of day on a day."""

    date: Date | Shift
    clock: Clock


@dataclass(frozen=True, slots=True)
class Between:
    """From one to the other, both included: "26-28 April", "from 2 pm to 6 pm"."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class OpenEnded:
    """Since, until, by, before, after: one end is said."""

    point: Point
    side: str
    """start or end: which end is said."""
    beyond: bool = False
    """"before June" ends with May; "by June" ends with June."""


Point = Date | Years | Season | Shift | Period | Clock | At
Expression = Point | Stretch | Length | Inside | Between | OpenEnded
