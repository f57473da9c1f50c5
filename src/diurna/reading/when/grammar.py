"""The grammar of time phrases: lexemes in, expressions out. No calendar here, and no tense: see calendar.py and tense.py.

Each rule takes the lexemes and a position and gives an expression with the position after it, or None. A phrase's words
begin at the preposition only where that changes what is said (since, until, by, for, within), not with on, in and at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from diurna.reading.when import dates, ranges, spans
from diurna.reading.when.expressions import Date, Expression, Season
from diurna.reading.when.lexemes import Lexemes
from diurna.reading.when.word_lists import lexis

Found = tuple[Expression, int] | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase: the text's characters [start, end) and what it says."""

    start: int
    end: int
    says: Expression


#: The first rule that reads a phrase at a position wins: longer and more telling phrases come first.
RULES: tuple[Callable[[Lexemes, int], Found], ...] = (
    ranges.ranged,
    spans.open_ended,
    spans.stretch,
    spans.length,
    spans.shift,
    spans.of_the_day,
    spans.period,
    dates.point,
)
STARTERS = frozenset(
    (
        "iso",
        "figures",
        "clock",
        "decade",
        "number",
        "month",
        "weekday",
        "deictic",
        "season",
        "part",
        "hour",
        "ordinal",
    )
)


def named_day(lexemes: Lexemes, at: int, says: Expression) -> bool:
    """Whether a date can do without its article: "the first of May", "the night of the 29th", not "the 29th"."""
    return isinstance(says, Date) and (says.month is not None or lexemes.kinds[at + 1] != "ordinal")


def phrases(text: str, years: frozenset[int] = frozenset()) -> Iterator[Phrase]:
    """The time phrases of a text from left to right, none overlapping. `years`: offsets of figures known to be years."""
    lexemes = Lexemes(text, years)
    at, first_words = 0, lexis().first_words
    while at < lexemes.count:
        kind = lexemes.kinds[at]
        if kind in STARTERS or (kind == "word" and lexemes.values[at] in first_words):
            found = next((f for rule in RULES if (f := rule(lexemes, at)) is not None), None)
            if found is not None:
                says, after = found
                # "the summer of 2015" is said by "summer of 2015"; "the 29th" and "the 1990s" need their article.
                if lexemes.is_word(at, "the") and (isinstance(says, Season) or named_day(lexemes, at, says)):
                    at += 1
                yield Phrase(lexemes.starts[at], lexemes.ends[after - 1], says)
                at = after
                continue
        at += 1
