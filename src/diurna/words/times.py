"""When."""

from __future__ import annotations

from msgspec import Struct

from diurna.words.absent import NOT_STATED, Absent
from diurna.words.quotes import Quote


class When(Struct, frozen=True, kw_only=True):
    """A time as the report gives it, no more precise than its words.

    start and end are ISO dates (2022-04-26), months (2022-04), years, times (2022-04-26T14:00+03:00), or ``--04-26`` when
    nothing gives the year; both ends are included. `inferred` names the parts that the words do not hold ("year", "month",
    "day") and `from_what` says from what ("date of publication"). `zone` is as the words have it, or not stated.
    """

    start: str
    end: str
    precision: str
    """minute, hour, day, week, month, season, year, or open (one end not stated)."""
    words: str
    quote: Quote | Absent = NOT_STATED
    inferred: tuple[str, ...] = ()
    from_what: str | Absent = NOT_STATED
    zone: str | Absent = NOT_STATED
