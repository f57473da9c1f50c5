"""Days at the edge of a report, before its first sentence or behind its title: of publication, unless the text knows better.

"4 May 2011 – The ship …" is when it was written, and how an entry of a chronology opens as well as the scene of a story told
years later. So these are read only where nothing else in the text speaks against them.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from diurna.intake.datelines import Dateline, dateline_in, opening_forms
from diurna.intake.dates import Printed, date_words, dates_in
from diurna.intake.furniture import rule_for
from diurna.intake.lines import Line, is_running, joined
from diurna.intake.tables import any_of, low
from diurna.words import Published, Quote, cut

_HEAD = 12
"""Lines among which the first paragraph is looked for."""
_LONG = 60
_MOST_LINES, _MOST_CHARACTERS = 400, 2000
"""Lines that are asked for a later day, and characters of each of them."""
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_BEFORE = re.compile(r"(?:[,(|]|\s[-–—])\s*$")


def opening_dateline(lines: Sequence[Line]) -> Dateline | None:
    """The day, with its place or without, that the first paragraph opens with."""
    number = next((n for n, line in enumerate(lines[:_HEAD]) if _is_first(lines[n : n + 4])), None)
    if number is None:
        return None
    line, (form, entry) = lines[number], opening_forms()
    match = None if dateline_in(line.words) else form.match(line.words[:180])
    day = next(dates_in(match.group()), None) if match else None
    if not match or not day or any(entry.match(below.words[:180]) for below in lines[number + 1 :]):
        return None
    return None if _knows_later(lines, day) else Dateline(line.start, line.start + len(match.group().rstrip()), (0, 0))


def _is_first(lines: Sequence[Line]) -> bool:
    """A paragraph, or the words that announce a list: "The Ministry informs public opinion:"."""
    line = lines[0]
    announces = len(line.words) >= _LONG and line.words.endswith(":") and opening_forms()[0].match(line.words[:180])
    return (is_running(joined(lines)) or bool(announces)) and rule_for(line) is None


def published_in(dateline: Dateline, text: str) -> list[Published]:
    """The date of publication that such a dateline states."""
    days = dates_in(text[dateline.start : dateline.end])
    return [Published(d.iso, "dateline", cut(text, dateline.start + d.start, dateline.start + d.end)) for d in days]


def published_in_title(title: Quote, lines: Sequence[Line], text: str) -> list[Published]:
    """The day behind the title of a record of that day: "Noon briefing: highlights, 13 December 2018". A headline that ends
    in a day may speak of an event."""
    days = list(dates_in(title.words))
    if len(days) != 1 or not _record().match(low(title.words)) or _knows_later(lines, days[0]):
        return []
    (day,) = days
    if title.words[day.end :].strip(" .)") or not _BEFORE.search(_without_weekday(title.words[: day.start])):
        return []
    return [Published(day.iso, "date line", cut(text, title.start + day.start, title.start + day.end))]


def _without_weekday(words: str) -> str:
    last = re.search(r"(\w+),?\s*$", words)
    return words[: last.start()] if last and low(last[1]) in {low(w) for w in date_words().weekdays} else words


@cache
def _record() -> re.Pattern[str]:
    """A title that begins with the kind of record it heads, a few words of whose it is in front."""
    return re.compile(rf"(?:[^:\n]{{2,40}}:\s*)?(?:[\w'’-]+\s+){{0,3}}?{any_of(date_words().records)}")


def _knows_later(lines: Sequence[Line], day: Printed) -> bool:
    """Whether the text, notices aside, names a later day, or a year after that day's."""
    return any(
        (any(year > day.iso[:4] for year in _YEAR.findall(words)) or any(d.iso[:10] > day.iso[:10] for d in dates_in(words)))
        and rule_for(line) is None
        for line in lines[:_MOST_LINES]
        for words in (line.words[:_MOST_CHARACTERS],)
        if _YEAR.search(words)
    )
