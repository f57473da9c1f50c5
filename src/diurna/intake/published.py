"""Dates of publication in a text: lines and words that say that they are one. The date of an event never is."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from diurna.intake.datelines import dateline_in
from diurna.intake.dates import Printed, date_words, dates_in
from diurna.intake.known_names import is_genre
from diurna.intake.lines import Line, is_running
from diurna.intake.names import names_only, without_cue
from diurna.intake.tables import any_of, low
from diurna.words import Furniture, Published, cut

SUREST_FIRST = ("date line", "the words before the first sentence", "dateline", "updated line")
"""What a date can rest on in a text."""
_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s{3,}|\t+|[()\[\]]")
_BARS = re.compile(r"\s*[|•·]\s*")
_MOST_WORDS = 25
_FOOT = 6
_FOOT_WORDS = 8
_CLOCK = re.compile(r"\d[:.h]\d\d")


@cache
def _published() -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of(date_words().labels.published)}\s*[:：]?\s*")


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of(date_words().labels.updated)}\s*[:：]?\s*")


@cache
def _label() -> re.Pattern[str]:
    """Any label: which one stands nearest before a date says what the date is."""
    labels = date_words().labels
    return re.compile(rf"(?P<changed>{any_of(labels.updated)})|{any_of(labels.published)}")


@cache
def _rest() -> re.Pattern[str]:
    """What a part of a date line may hold beside the date."""
    words = date_words()
    # The zones that dates.toml leaves out for being several are zones all the same.
    zones = [*words.zones, "IST", "BST", "CST", "ET", "PT", "AST"]
    known = any_of([*words.weekdays, *words.fillers, *words.labels.published, *words.labels.updated, *zones])
    return re.compile(rf"(?:{known}|\d{{1,2}}(?:[:.h]\d\d(?:[:.]\d\d)?)?(?!\d)|[\W_])*")


@cache
def _event() -> re.Pattern[str]:
    return re.compile(any_of(date_words().events))


def date_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines further down that name themselves a date of publication: at the foot, or below a standfirst."""
    for line in [*lines[:30], *lines[30:][-10:]]:
        if line.size <= 15 and not is_running(line) and (_published().match(low(line.words)) or _updated().match(low(line.words))):
            yield line


def dates_at_foot(lines: Sequence[Line], text: str) -> Iterator[tuple[Line, list[Published]]]:
    """Lines below the last paragraph that are place and day and nothing else: where and when a statement was issued. A day
    alone may be that of a correction."""
    last = max((n for n, line in enumerate(lines) if is_running(line)), default=len(lines))
    for line in lines[last + 1 :][:_FOOT]:
        found = dates_of_line(line, text)
        if found and line.size <= _FOOT_WORDS and names_only(line.words.partition(",")[0]):
            yield line, found


def dates_of_line(line: Line, text: str) -> list[Published]:
    """The dates of a line that holds nothing else but their labels, a byline, a place, a section; none for other lines."""
    return [_dated(line, printed, text) for printed in _only_dates(line)]


def is_date_line(line: Line) -> bool:
    """Whether a line is such a one, though it may end in a full stop: "By: Ada Lund. May 11, 2022 | 6:40 p.m."."""
    return bool(_only_dates(line))


def _only_dates(line: Line) -> list[Printed]:
    found = list(dates_in(line.words)) if line.size <= _MOST_WORDS else []
    event = _event().search(low(line.words)) and without_cue(line.words) == line.words
    return found if found and not event and (_nothing_else(line.words, found) or _one_of_several(line.words)) else []


def _dated(line: Line, printed: Printed, text: str) -> Published:
    quote = cut(text, line.start + printed.start, line.start + printed.end)
    labels = list(_label().finditer(low(line.words), 0, printed.start))
    changed = bool(labels) and labels[-1]["changed"] is not None
    return Published(printed.iso, "updated line" if changed else "date line", quote)


def _nothing_else(words: str, found: Sequence[Printed]) -> bool:
    for printed in reversed(found):
        words = words[: printed.start] + " | " + words[printed.end :]
    parts = [part.strip(" ,.-–—") for part in _SEPARATOR.split(words)]
    return all(_beside_a_date(part) or all(map(_beside_a_date, part.split(", "))) for part in parts if part)


def _beside_a_date(part: str) -> bool:
    size = len(part.split())
    return bool(_rest().fullmatch(low(part))) or (size <= 3 and is_genre(part)) or (size <= 8 and names_only(without_cue(part)))


def _one_of_several(words: str) -> bool:
    """Whether one part of a line with bars is a date from end to end, and no headline stands in front of it."""
    parts = _BARS.split(words)
    dated = [n for n, part in enumerate(parts) if (found := list(dates_in(part))) and _nothing_else(part, found)]
    return len(parts) > 1 and bool(dated) and (dated[0] == 0 or all(len(part.split()) <= 5 for part in parts[: dated[0]]))


_NUMBERS = re.compile(r"\W*\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d){1,2}(?:\s+\d{1,2}[:h.]\d\d)?\W*")


def is_part_of_a_date(words: str) -> bool:
    """Whether a line is a label ("Published"), a day without its year or a date that may be two: no date, but no title
    either."""
    if len(words) > 40:
        return False
    bare = words.strip(" .,:")
    if _NUMBERS.fullmatch(bare) or _published().fullmatch(low(bare)) or _updated().fullmatch(low(bare)):
        return True
    day = _day().search(low(bare))
    return day is not None and all(_rest().fullmatch(part) for part in (low(bare)[: day.start()], low(bare)[day.end() :]))


@cache
def _day() -> re.Pattern[str]:
    months = any_of(w for months in date_words().months.values() for names in months for w in names)
    return re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{months}|{months}\.?\s+\d{{1,2}}\b")


def leading_date(line: Line, text: str) -> tuple[list[Published], list[Furniture]]:
    """A label and a date glued to the first sentence or to the title, or the date of a dateline with its year."""
    label = _updated().match(low(line.words)) or _published().match(low(line.words))
    first = next(dates_in(line.words[:120]), None)
    if label and first and first.start <= label.end():
        start, end = line.start + first.start, line.start + first.end
        rests_on = "updated line" if _updated().match(low(line.words)) else "the words before the first sentence"
        return [Published(first.iso, rests_on, cut(text, start, end))], [Furniture(line.start, end, "date line")]
    # "2022-05-11 10:22 Reporter Ada Lund": a day with the time of day at the head of a line that is no sentence.
    if first and not first.start and _CLOCK.search(line.words, 0, first.end) and not is_running(line):
        start, end = line.start + first.start, line.start + first.end
        return [Published(first.iso, "date line", cut(text, start, end))], [Furniture(start, end, "date line")]
    dated = next(dates_in(dateline_in(line.words)), None)
    if dated:
        return [Published(dated.iso, "dateline", cut(text, line.start + dated.start, line.start + dated.end))], []
    return [], []
