"""Bylines: lines and parts of lines that hold names and nothing else."""
from __future__ import annotations

import re
from functools import cache

from diurna.intake.dates import date_words
from diurna.intake.furniture import furniture_table
from diurna.intake.lines import Line
from diurna.intake.tables import any_of, low
from diurna.words import NOT_STATED, Absent, Quote, cut

_TOKEN = re.compile(r"[^\s,;&/|()]+")
_STOPS = r"(?=\s*(?:$|[|•·(]|\s[-–—]\s|(?<=\w\w\w)\.\s|,?\s*(?:\w+\s+)?\d|,\s*\w+\s+\d|\b(?:Published|Updated|Posted)\b))"
_BY_IN_LINE = re.compile(rf"\b[Bb]y\s+(?P<names>[^|•·\d(]+?[\w’'.]*?){_STOPS}")


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of(furniture_table().head.bylines)}\s*[:：/]?\s*")


@cache
def _not_names() -> frozenset[str]:
    """Words that open a time, not a name. Month names that are given names too (April, June, May) are not among them."""
    words = date_words()
    months = {w.casefold() for names in words.months["en"] for w in names} - {"april", "may", "june", "august"}
    return frozenset(months | {w.casefold() for w in words.weekdays})


def by_cue(line: Line) -> tuple[int, int] | None:
    """Where the names stand in a line such as "By Jane Doe and John Roe in Kyiv"; None for any other line."""
    cue = _cue().match(low(line.words))
    if not cue or line.size > 20 or line.words.endswith("?"):
        return None
    names = line.words[cue.end() :].rstrip(" .")
    if not names or not names_only(names):
        return None
    return line.start + cue.end(), line.start + cue.end() + len(names)


def named_by(line: Line, text: str) -> Quote | Absent:
    """The names behind "by" within a line that holds other things too."""
    match = _BY_IN_LINE.search(line.words)
    if not match or not names_only(match["names"]):
        return NOT_STATED
    return cut(text, line.start + match.start("names"), line.start + match.end("names"))


def without_cue(words: str) -> str:
    """The words behind "By", if they open with it."""
    match = _cue().match(low(words))
    return words[match.end() :] if match else words


def names_only(words: str) -> bool:
    """Capitalised words and the small words that stand between names; no day, month or number."""
    tokens = _TOKEN.findall(words)
    if not tokens or len(tokens) > 16 or any(t.casefold() in _not_names() or t[0].isdigit() for t in tokens):
        return False
    particles = {p.casefold() for p in furniture_table().head.particles}
    small = [t for t in tokens if t[0].islower()]
    return len(small) < len(tokens) and all(t.casefold().strip(".") in particles or "@" in t for t in small)
