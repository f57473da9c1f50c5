"""A text as the grammar of time sees it: figures, clock times, months, units, small words, and everything else."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from diurna.reading.when.word_lists import lexis

#: In this order: ISO dates, dates in figures, clock times, decades, ordinals, numbers, a.m. and p.m., words, marks.
SHAPES = re.compile(
    r"(?:(?<!\w)(?:(?P<iso>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))"
    r"|(?P<figures>\d{1,2}([./])\d{1,2}\3(?:\d{4}|\d{2})(?![\w./]*\d))"
    r"|(?P<short>\d{1,2}/\d{1,2}(?![\w/]))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\w:])|\d{1,2}h\d{2}(?!\w)|\d{1,2}\.\d{2}(?=\s?[ap]\.?m\b))"
    r"|(?P<decade>(?:1[5-9]|20)\d0s(?!\w))"
    r"|(?P<nth>\d{1,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<other>\d{1,3}(?:[,.]\d{3})+(?![\w])|\d+\.\d+|\d{5,})"
    r"|(?P<number>\d{1,4})))"
    r"|(?P<meridiem>[ap]\.m\.?(?!\w)|[ap]m(?!\w))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
CAPITALISED = frozenset(("month", "weekday"))


class Lexemes:
    """The lexemes of a text in parallel lists. Past the end every kind is empty, so a rule may look ahead freely.

    kinds[i]: iso, figures, short, clock, decade, nth, number, meridiem, month, weekday, unit, deictic, season, part, hour,
    ordinal, word, mark, or empty for what is no part of any phrase. values[i]: a number, a pair, or the word in lower case.
    """

    def __init__(self, text: str, years: frozenset[int] = frozenset()) -> None:
        self.text = text
        self.years = years
        """Offsets of figures that the parser's recogniser takes for a year."""
        self.kinds: list[str] = []
        self.values: list[Any] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        known = kinds()
        for match in SHAPES.finditer(text):
            kind, words = str(match.lastgroup), match.group()
            self.starts.append(match.start())
            self.ends.append(match.end())
            kind, value = reading(kind, words, known) if kind in READ else (kind, words)
            self.kinds.append(kind)
            self.values.append(value)
        self.count = len(self.kinds)
        self.kinds += [""] * AHEAD
        self.values += [""] * AHEAD
        self.starts += [len(text)] * AHEAD
        self.ends += [len(text)] * AHEAD

    def is_word(self, at: int, *options: str) -> bool:
        return self.kinds[at] in WORDY and self.low(at) in options

    def low(self, at: int) -> str:
        """The lexeme in lower case."""
        return self.text[self.starts[at] : self.ends[at]].lower()

    def is_mark(self, at: int, marks: str) -> bool:
        return self.kinds[at] == "mark" and self.values[at] in marks

    def past(self, at: int, *options: str, marks: str = "") -> int:
        """The position past words and marks that only join; a few at most, so that no text costs more than its length."""
        for _ in range(MOST_JOINED):
            if not (self.is_word(at, *options) or (marks and self.is_mark(at, marks))):
                break
            at += 1
        return at

    def in_a_name(self, at: int) -> bool:
        """Whether a capitalised word goes on a capitalised one: USA Today, CBS This Morning."""
        before = self.starts[at] - 1
        return (
            at > 0
            and self.text[self.starts[at]].isupper()
            and self.ends[at - 1] == before
            and self.kinds[at - 1] == "word"
            and self.text[self.starts[at - 1]].isupper()
        )

    def same_line(self, first: int, last: int) -> bool:
        """Whether no line ends between two lexemes: no phrase runs over a line's end."""
        return "\n" not in self.text[self.ends[first] : self.starts[last]]


AHEAD = 40
"""Lexemes of nothing past the end: more than any rule looks ahead."""
MOST_JOINED = 4
READ = frozenset(("word", "number", "nth"))
WORDY = frozenset(("word", "number", "ordinal", "unit", "part", "deictic", "season", "month", "weekday", "hour"))


def reading(kind: str, words: str, known: dict[str, tuple[str, Any]]) -> tuple[str, Any]:
    """What a word or plain figure may be in a time phrase."""
    if kind == "number":
        return "number", int(words)
    if kind == "nth":
        return "ordinal", int(words[:-2])
    low = words.lower()
    found = known.get(low)
    if found is None:
        return "word", low
    if found[0] in CAPITALISED and not words[0].isupper():
        # Weekdays are weekdays in any case; "may" and "march" are not months, nor "sun" and "sat" days.
        return found if found[0] == "weekday" and found[1][1] else ("word", low)
    return found


@cache
def kinds() -> dict[str, tuple[str, Any]]:
    """What a lower-case word may be in a time phrase: word → (kind, value)."""
    found: dict[str, tuple[str, Any]] = {}
    found |= {w: ("number", n) for w, n in lexis().numbers.items()}
    found |= {w: ("ordinal", n) for w, n in lexis().ordinals.items()}
    found |= {w: ("unit", u) for w, u in lexis().units.items()}
    found |= {w: ("deictic", n) for w, n in lexis().days.items()}
    found |= {w: ("season", months) for w, months in lexis().seasons.items()}
    found |= {w: ("part", w) for w in lexis().parts}
    found |= {w: ("hour", h) for w, h in lexis().hours.items()}
    found |= {w: ("month", (n, True)) for w, n in lexis().months.items()}
    found |= {w: ("month", (n, False)) for w, n in lexis().months_short.items()}
    found |= {w: ("weekday", (n, True)) for w, n in lexis().weekdays.items()}
    found |= {w: ("weekday", (n, False)) for w, n in lexis().weekdays_short.items()}
    return found
