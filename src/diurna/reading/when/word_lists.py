"""The words of time: languages/en/times.toml, which says what each table is for."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct

from diurna.reading.languages.word_lists import Words, word_lists

FILE = "times.toml"
Unit = Literal["minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"]


class TimeWords(Struct, frozen=True):
    """The tables of the file."""

    about: Words
    after_a_named_day: Words
    ahead: Words
    asking: Words
    before_a_month: Words
    before_a_named_day: Words
    before_a_year: Words
    before_an_hour: Words
    brings: Words
    bystanders: Words
    clock_of: dict[str, tuple[int, int]]
    colouring: Words
    comes_before: Words
    days: dict[str, int]
    early: Words
    edge: Words
    first_words: Words
    happened: Words
    happening: Words
    hours: dict[str, int]
    light: Words
    meetings: Words
    months: dict[str, int]
    months_short: dict[str, int]
    not_counted: Words
    numbers: dict[str, int]
    of_its_own_time: Words
    offsets: dict[str, int]
    ordinals: dict[str, int]
    parts: Words
    planned: Words
    seasons: dict[str, tuple[int, int]]
    timetable: Words
    units: dict[str, Unit]
    vague: Words
    weekdays: dict[str, int]
    weekdays_short: dict[str, int]
    zones: dict[str, int | Literal[""]]


@cache
def lexis() -> TimeWords:
    """The tables, read once. Raises ValueError when something in the file is wrong."""
    return word_lists(FILE, TimeWords)
