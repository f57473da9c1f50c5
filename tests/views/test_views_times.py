"""Times in words: no more precise than the report, and what was inferred is marked."""
from __future__ import annotations

from typing import Any

import pytest

from diurna.views.times import heading, in_words, order
from diurna.words import NOT_STATED, Absent, When

ALL = ("year", "month", "day")


def a_time(start: str, end: str | None = None, precision: str = "day", **fields: Any) -> When:
    return When(start=start, end=start if end is None else end, precision=precision, words="the words", **fields)


@pytest.mark.parametrize(("when", "words"), [
    (a_time("2022-04-26"), "26 Apr 2022"),
    (a_time("--04-26"), "26 Apr (year not stated)"),
    (a_time("--04", precision="month"), "Apr (year not stated)"),
    (a_time("2022-04", precision="month"), "Apr 2022"),
    (a_time("2022", precision="year"), "2022"),
    (a_time("2022-04-26", inferred=("year",)), "26 Apr ~2022"),
    (a_time("2022-04-26", inferred=("month", "year")), "26 ~Apr 2022"),
    (a_time("2022-04-26", inferred=ALL), "~26 Apr 2022"),
    (a_time("2022-05-03", "2022-05-05"), "3–5 May 2022"),
    (a_time("2022-05-03", "2022-05-05", inferred=ALL), "~3–5 May 2022"),
    (a_time("2022-05-03", "2022-05-05", inferred=("year",)), "3–5 May ~2022"),
    (a_time("--05-03", "--05-05"), "3–5 May (year not stated)"),
    (a_time("2022-04-28", "2022-05-03"), "28 Apr – 3 May 2022"),
    (a_time("2021-12-28", "2022-01-03"), "28 Dec 2021 – 3 Jan 2022"),
    (a_time("2022-03-11", "2022-05-11", "month"), "2 months to 11 May 2022"),
    (a_time("2022-04-11", "2022-05-11", "month"), "1 month to 11 May 2022"),
    (a_time("2022-04-27", "2022-05-11", "week", inferred=ALL), "2 weeks to ~11 May 2022"),
    (a_time("2015-05-11", "2022-05-11", "year"), "7 years to 11 May 2022"),
    (a_time("2022-04-01", "2022-04-30", "month"), "Apr 2022"),
    (a_time("2022-01-01", "2022-12-31", "year"), "2022"),
    (a_time("2022-04-25", "2022-05-01", "week"), "25 Apr – 1 May 2022"),
    (a_time("2022-04-26", "", "open"), "from 26 Apr 2022 on"),
    (a_time("", "2022-04-26", "open"), "until 26 Apr 2022"),
    (a_time("2022-04-26T14:00", precision="minute"), "26 Apr 2022, 14:00 (no zone stated)"),
    (a_time("2022-04-26T14:00+03:00", precision="minute"), "26 Apr 2022, 14:00 +03:00"),
    (a_time("2022-04-26T14:00Z", precision="minute"), "26 Apr 2022, 14:00 UTC"),
    (a_time("2022-04-26T14:00+03:00", precision="minute", zone="Moscow time"), "26 Apr 2022, 14:00 Moscow time"),
    (a_time("2022-04-26T14:00", "2022-04-26T20:00", "hour", zone="local time"), "26 Apr 2022, 14:00–20:00 local time"),
    (a_time("soon"), "the words (date not stated)"),
    (a_time("", "", "open"), "the words (date not stated)"),
    (a_time("T14:00", precision="hour"), "the words (date not stated)"),
    (a_time("2022-13-40"), "the words (date not stated)"),
    (a_time("2022-02-30", "2022-03-30", "month"), "30 Feb – 30 Mar 2022"),
    (NOT_STATED, ""),
])
def test_in_words(when: Any, words: str) -> None:
    assert in_words(when) == words


@pytest.mark.parametrize(("when", "words"), [
    (a_time("2022-05-11", "2022-07-11", "month"), "2 months from 11 May 2022"),
    (a_time("2022-03", "2022-05", "month", inferred=ALL), "2 months to ~11 May 2022"),
    (a_time("2022-05", "2022-07", "month", inferred=ALL), "2 months from ~11 May 2022"),
    (a_time("2015", "2022", "year", inferred=ALL), "7 years to ~11 May 2022"),
    (a_time("2022-03", "2022-05", "month", inferred=("year",)), "Mar – May ~2022"),
    (a_time("2014", "2016", "year"), "2014 – 2016"),
])
def test_a_stretch_runs_to_the_day_of_the_report_or_from_it(when: Any, words: str) -> None:
    assert in_words(when, "2022-05-11T09:00:00+03:00") == words


@pytest.mark.parametrize(("when", "words"), [
    (a_time("2022-04-26", inferred=ALL), "Tue 26 Apr 2022"),
    (a_time("2022-04-26T14:00+03:00"), "Tue 26 Apr 2022"),
    (a_time("--04-26"), "26 Apr (year not stated)"),
    (NOT_STATED, "no time stated"),
])
def test_headings_hold_a_day_without_marks(when: Any, words: str) -> None:
    assert heading(when) == words


def test_order_is_by_day_then_without_year_then_without_time() -> None:
    times: list[When | Absent] = [
        NOT_STATED, a_time("--04-26"), a_time("2022-04-26", "2022-05-26"), a_time("2022-04-26"), a_time("", "2022-04-25"),
        a_time("2021"), a_time("2022-04-26", ""),
    ]
    ordered = [in_words(when) for when in sorted(times, key=order)]
    assert ordered == ["2021", "until 25 Apr 2022", "26 Apr 2022", "26 Apr – 26 May 2022", "from 26 Apr 2022 on",
                       "26 Apr (year not stated)", ""]
