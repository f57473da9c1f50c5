"""Datelines: where and when a report was filed, and by which agency, in front of its first sentence."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from diurna.intake.dates import date_words
from diurna.intake.known_names import agency_in, is_masthead
from diurna.intake.lines import Line
from diurna.intake.tables import any_of


class Dateline(NamedTuple):
    """A dateline in front of a line: its span in the text, and where the agency's name stands in it (0, 0: none)."""

    start: int
    end: int
    agency: tuple[int, int]


_LONG = 60
"""Characters. A shorter line is a headline or label: a sentence must follow a dateline."""
_UPPER = "A-ZÀ-ÞĀĂĄĆČĐĒĘĚĞĪİĹŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽА-ЯЁІЇЄҐ"
_PLACE = rf"(?:[{_UPPER}][\w'’.-]+|[A-Z]\.(?:[A-Z]\.)+)"
_CAPITALS = rf"[{_UPPER}][{_UPPER}'’.-]{{2,}}"
_DENSE = re.compile(r"[\u3400-\u9fff]")
_DASH = r"\s*\.?\s*[-–—]{1,2}\s*"


_LAND = rf"(?:,\s*{_PLACE}(?:\s{_PLACE}){{0,2}})?"
_ANY_PLACE = rf"{_PLACE}(?:[ /-]{_PLACE}){{0,3}}{_LAND}"
_YEAR = r"(?:,?\s+(?:del?\s+)?(?:19|20)\d\d)"


@cache
def _day() -> str:
    """A day without its year, its weekday in front or not."""
    months = _written(w for months in date_words().months.values() for names in months for w in names)
    weekday = rf"(?:{_written(date_words().weekdays)}[,.]?\s*)?"
    return rf"{weekday}(?:\d{{1,2}}\.?\s+(?:de\s+)?{months}\.?|{months}\.?\s+\d{{1,2}})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    sentence = rf"(?=[\"“«‘]?[{_UPPER}][a-zà-ÿа-яіїєґ]|[\"“«‘]?[AI]\s)"
    day, whole = rf"(?P<day>{_day()}{_YEAR}?)", rf"(?P<day>{_day()}{_YEAR})"
    land = _LAND
    place = rf"(?:(?P<capitals>{_CAPITALS}(?:[ /-]{_CAPITALS}){{0,3}}{land})|{_ANY_PLACE})"
    agency = rf"(?:\(\s*(?P<in>[{_UPPER}][^()\[\]\n:]{{1,50}})\)|[/\[]\s*(?P<at>[{_UPPER}][^()/\[\]\n:]{{1,50}})[/\]])"
    return tuple(
        re.compile(pattern)
        for pattern in (
            # Moskau (dpa) -    موسكو (رويترز) -
            rf"[^\n().!?:;\"“”]{{2,60}}\((?P<known>[^()\n:]{{2,40}})\){_DASH}",
            # 新华社莫斯科4月26日电
            r"(?P<known>[\u4e00-\u9fff]{2,4}社)[\u4e00-\u9fff]{2,10}\d{1,2}月\d{1,2}日[电電]\s*",
            # MOSCOW, April 26 (Reuters) -    KYIV, Ukraine (AP) —
            rf"{place}(?:[,.]?\s*{day})?[,.]?\s*{agency}{_DASH}",
            # МОСКВА, 26 апреля. /ТАСС/.    KYIV. May 5 (Interfax-Ukraine)
            rf"{place}[,.]?\s*{day}[,.]?\s*{agency}[.\s]\s*",
            # Geneva, 5 May 2022 –    KYIV, May 5 –
            rf"{place}[,.]?\s*\(?{day}\)?[.,]?{_DASH}",
            # ODESA, August 19.
            rf"(?P<capitals>{_CAPITALS}(?:[ /-]{_CAPITALS}){{0,3}}{land}),\s*{day}\.\s+",
            # (Geneva, 5 May 2022) The
            rf"\(\s*{place},?\s*{whole}\s*\)\s*[.:]?(?:{_DASH}|\s+){sentence}",
            # (Reuters) -
            rf"{agency}{_DASH}",
            # MARIUPOL —    NEW YORK/GENEVA –
            rf"(?P<bare>{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}{land})\s*[-–—]{{1,2}}\s+{sentence}",
        )
    )


@cache
def opening_forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand before the first sentence and has the look of a scene or an entry elsewhere: a whole day and a dash, or
    a place in small letters, a whole day and a full stop; and how an entry of a chronology opens."""
    begins = rf"(?!{_day()})(?=[\"“«‘]?[{_UPPER}])"
    opening = rf"{_day()}{_YEAR}{_DASH}{begins}|{_ANY_PLACE},?\s*{_day()}{_YEAR}\.\s+{begins}"
    return re.compile(opening), re.compile(rf"(?:{_ANY_PLACE},?\s*)?{_day()}{_YEAR}?\s*[-–—:.,]+\s*\w")


def _written(words: Iterable[str]) -> str:
    """The words as datelines write them: as they are, in small letters, with a capital, in capitals."""
    return any_of([form for w in words for form in (w, w.lower(), w.capitalize(), w.upper())], cased=True)


def _match(words: str) -> re.Match[str] | None:
    if len(words) + len(_DENSE.findall(words[:_LONG])) < _LONG:
        return None
    opening = words[:180]
    return next((m for p in _patterns() if (m := p.match(opening)) and m.end() < len(words) and _sound(m)), None)


def _sound(match: re.Match[str]) -> bool:
    """ "Sergei Lavrov (Russia) – …" has the look of a dateline: a day, capitals or a known agency tell one."""
    parts = match.groupdict()
    if parts.get("known"):
        return agency_in(parts["known"]) is not None
    agency = parts.get("in") or parts.get("at") or ""
    if not parts.get("day") and not parts.get("bare") and not agency_in(agency) and not (parts.get("capitals") and agency):
        return False
    return not agency.startswith(("Photo", "Image", "File"))


def dateline_in(words: str) -> str:
    """The dateline that some words open with; empty when they do not."""
    match = _match(words)
    return match.group().rstrip() if match else ""


def datelines(lines: Sequence[Line]) -> list[Dateline]:
    """The datelines of a text. Capitals and a dash alone ("KYIV —") are one only where a single line opens so: in a
    transcript they are who speaks."""
    found = [(line, match) for line in lines if (match := _match(line.words))]
    bare = [line for line, match in found if match.groupdict().get("bare")]
    return [_placed(line, m) for line, m in found if len(bare) <= 1 or not m.groupdict().get("bare")]


def _placed(line: Line, match: re.Match[str]) -> Dateline:
    slot = next((g for g in ("known", "in", "at") if match.groupdict().get(g)), "")
    agency = (line.start + match.start(slot), line.start + match.end(slot)) if slot else (0, 0)
    return Dateline(line.start, line.start + len(match.group().rstrip()), agency)


def agency_of(words: str) -> str:
    """Whom the brackets of a dateline credit: an agency of credits.toml, or a name that says it is one."""
    known = agency_in(words)
    if known:
        return known[0]
    return words.strip() if is_masthead(words) else ""
