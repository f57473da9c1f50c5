"""Open ends, stretches, lengths, shifts and periods: what is built around days and hours. (Ranges: ranges.py.)"""

from __future__ import annotations

from dataclasses import replace

from diurna.reading.when.dates import bare_year, date, part, point, spelt
from diurna.reading.when.expressions import (
    At,
    Date,
    Expression,
    Inside,
    Length,
    OpenEnded,
    Period,
    Point,
    Season,
    Shift,
    Stretch,
)
from diurna.reading.when.lexemes import Lexemes
from diurna.reading.when.word_lists import lexis

Found = tuple[Expression, int] | None
SINCE = frozenset(("since", "starting", "from", "as"))
UNTIL = frozenset(("until", "till", "through", "up"))
SECOND_WORDS = {"up": ("to", "until", "till"), "prior": ("to",), "starting": ("on", "from", "in"), "as": ("of", "from")}


def qualified(lexemes: Lexemes, at: int) -> tuple[Point, int] | None:
    """A point with what narrows it: "late April", "early on Monday", "last Tuesday", "the end of May", "next summer"."""
    start = at
    at = lexemes.past(at, "the", "sometime", "as", "around", "about", "very", "least")
    narrowed = lexemes.low(at) in lexis().early or lexemes.low(at) in lexis().edge
    if narrowed:
        at = lexemes.past(at + 1, "of", "on", "in", "the", "as", "hours", marks="-–")
    which = lexemes.low(at) if lexemes.low(at) in lexis().offsets else ""
    if which and lexemes.kinds[at + 1] in ("weekday", "month", "season"):
        inner = at + 1
        found = point(lexemes, inner)
        if found and isinstance(found[0], Date | Season | At):
            return whichever(found[0], which), found[1]
    if lexemes.kinds[at] == "part" and lexemes.is_word(at + 1, "of", "on", "at"):
        inner = at + 2 + lexemes.is_word(at + 2, "the")
        return date(lexemes, inner) if lexemes.same_line(at, inner) else None
    found = point(lexemes, at)
    if found is None or not lexemes.same_line(start, at):
        return None
    return found


def whichever(says: Point, which: str) -> Point:
    """The point with "last", "this" or "next" before it."""
    offset = lexis().offsets[which]
    word = "last" if offset < 0 else "next" if offset > 0 else "this"
    if isinstance(says, At):
        return At(replace(says.date, which=word), says.clock) if isinstance(says.date, Date) else says
    return replace(says, which=word) if isinstance(says, Date | Season) else says


def open_ended(lexemes: Lexemes, at: int) -> Found:
    """Since 24 February, by June, until 18:00, before 2014, after May 9, up to Friday."""
    word = lexemes.low(at)
    then = at + 1
    if word in SECOND_WORDS:
        if not lexemes.is_word(then, *SECOND_WORDS[word]):
            return None
        then += 1
    if word not in SINCE | UNTIL | {"by", "before", "after", "prior"}:
        return None
    then = lexemes.past(then, "at", "about", "around", "least")
    then += lexemes.is_word(then, "the") and not within_the(lexemes, then)
    with_year = word in ("since", "before", "after")
    found = within_the(lexemes, then) or period(lexemes, then) or qualified(lexemes, then) or bare_year(lexemes, then, with_year)
    if found is None or not lexemes.same_line(at, then):
        return None
    says, after = found
    if not isinstance(says, Point):
        return None
    side = "start" if word in SINCE | {"after"} else "end"
    return OpenEnded(says, side, beyond=word in ("before", "after", "prior")), after


def number(lexemes: Lexemes, at: int) -> tuple[int | None, int] | None:
    """How many units, None for "several": "two", "48", "a couple of", "twenty-four", "more than a"."""
    at = lexemes.past(at, *(lexis().about - lexis().offsets.keys()))
    if lexemes.kinds[at] == "number":
        value, then = int(lexemes.values[at]), at + 1
        if lexemes.is_mark(then, "-") and lexemes.kinds[then + 1] == "number" and spelt(lexemes, at):
            value, then = value + int(lexemes.values[then + 1]), then + 2
        if lexemes.low(at) in ("a", "an") and lexemes.low(then) in lexis().vague:
            return vague(lexemes, then)
        if lexemes.is_word(then, "and") and lexemes.low(then + 1) in ("a", "half"):
            then += 2 + lexemes.is_word(then + 2, "half")
        return value, then
    return vague(lexemes, at)


def vague(lexemes: Lexemes, at: int) -> tuple[int | None, int] | None:
    """Several, a couple of, a few."""
    if lexemes.low(at) not in lexis().vague:
        return None
    two = lexemes.is_word(at, "couple")
    at = lexemes.past(at + 1, "of", "more")
    return (2 if two else None), at


def stretch(lexemes: Lexemes, at: int) -> Found:
    """In the last two months, over the coming weeks, within 48 hours, the past year."""
    start, led = at, lexemes.is_word(at, "in", "over", "during", "within", "for", "throughout")
    within = lexemes.is_word(at, "within")
    at += led
    named = lexemes.is_word(at, "the")
    at += named
    which = lexemes.low(at)
    if which in lexis().offsets and lexis().offsets[which] and which not in ("previous", "following"):
        counted = number(lexemes, at + 1) or (None, at + 1)
        if lexemes.kinds[counted[1]] != "unit" or not lexemes.same_line(start, counted[1]):
            return None
        plural = lexemes.low(counted[1]).endswith("s")
        if counted[0] is None and not plural:
            # "last week" is a week of the calendar; "the past week", "over the last week" are seven days.
            if not (named and (led or which == "past")):
                return None
            counted = (1, counted[1])
        return Stretch(counted[0], lexemes.values[counted[1]], lexis().offsets[which] < 0), counted[1] + 1
    if which == "recent" and lexemes.kinds[at + 1] == "unit":
        return Stretch(None, lexemes.values[at + 1], True), at + 2
    if within and (counted_units := number(lexemes, at)) and lexemes.kinds[counted_units[1]] == "unit":
        return Stretch(counted_units[0], lexemes.values[counted_units[1]], False), counted_units[1] + 1
    return None


def length(lexemes: Lexemes, at: int) -> Found:
    """For seven years, for months, over two days, after two months, in two days."""
    word = lexemes.low(at)
    if word not in ("for", "over", "in", "after", "during", "throughout"):
        return None
    if word == "for" and lexemes.kinds[at + 1] == "unit" and lexemes.low(at + 1).endswith("s"):
        return Length(None, lexemes.values[at + 1]), at + 2
    counted = number(lexemes, at + 1 + lexemes.is_word(at + 1, "the"))
    if counted is None or not lexemes.same_line(at, counted[1]):
        return None
    amount, then = counted
    if lexemes.is_mark(then, "-") and lexemes.kinds[then + 1] == "unit":
        return None  # "for two-day talks"
    then = lexemes.past(then, "full", "whole", "more", "consecutive", "straight", "long", "further", "additional")
    if lexemes.kinds[then] != "unit" or lexemes.is_word(then + 1, "ago", "earlier", "later", "before"):
        return None
    # "the second call in two days" counts; "will leave in two days" points.
    counts = word != "in" or "ordinal" in lexemes.kinds[max(0, at - 3) : at]
    says = Length(amount, lexemes.values[then]) if counts else Inside(amount, lexemes.values[then])
    return says, then + 1


def shift(lexemes: Lexemes, at: int) -> Found:
    """Two days ago, a week later, several months earlier, "the day before"."""
    counted = number(lexemes, at)
    if counted and lexemes.kinds[counted[1]] == "unit" and lexemes.same_line(at, counted[1]):
        amount, then = counted
        unit, after = lexemes.values[then], then + 1
        if lexemes.is_word(after, "ago"):
            return Shift(amount, unit, True), after + 1
        if lexemes.is_word(after, "from") and lexemes.is_word(after + 1, "now", "today"):
            return Shift(amount, unit, False), after + 2
        if lexemes.is_word(after, "earlier", "later", "before", "after", "afterwards", "prior") and not leads_on(lexemes, after):
            back = lexemes.is_word(after, "earlier", "before", "prior")
            return Shift(amount, unit, back, from_last=True), after + 1
    if not lexemes.is_word(at, "the") or lexemes.kinds[at + 1] not in ("unit", "word"):
        return None
    if lexemes.kinds[at + 1] == "unit" and lexemes.is_word(at + 2, "before", "after") and not leads_on(lexemes, at + 2):
        return Shift(1, lexemes.values[at + 1], lexemes.is_word(at + 2, "before"), from_last=True), at + 3
    if lexemes.is_word(at + 1, "previous", "preceding", "next", "following"):
        back = lexemes.is_word(at + 1, "previous", "preceding")
        if lexemes.is_word(at + 2, "day") or lexemes.kinds[at + 2] == "part":
            return Shift(1, "day", back, from_last=True), part(lexemes, at + 3)
    return None


def leads_on(lexemes: Lexemes, at: int) -> bool:
    """Whether "two days before" leads on to what it was before, which the calendar doesn't know: "before it ran out"."""
    return lexemes.is_word(at, "before", "after", "prior") and (lexemes.kinds[at + 1] not in ("mark", "") and lexemes.same_line(at, at + 1))


def of_the_day(lexemes: Lexemes, at: int) -> Found:
    """The same day, that afternoon, earlier in the day: on the last day stated."""
    if (
        lexemes.is_word(at, "earlier", "later")
        and lexemes.is_word(at + 1, "in", "that", "on")
        and (lexemes.is_word(at + 2, "the", "same", "that") or lexemes.is_word(at + 1, "that"))
    ):
        then = lexemes.past(at + 2, "the", "that", "same")
        if lexemes.is_word(then, "day"):
            return Shift(0, "day", True, from_last=True), then + 1
    if then_unit := within_the(lexemes, at):
        return then_unit
    if lexemes.is_word(at, "same") and lexemes.is_word(at + 1, "day"):
        return Shift(0, "day", True, from_last=True), at + 2
    if lexemes.is_word(at, "that"):
        then = at + 1 + lexemes.is_word(at + 1, "same")
        if lexemes.kinds[then] == "part" or lexemes.is_word(then, "day"):
            return Shift(0, "day", True, from_last=True), then + 1
    return None


def within_the(lexemes: Lexemes, at: int) -> Found:
    """Earlier in the week, the end of the year, later in the month: of the one that publication lies in."""
    side = lexemes.low(at)
    then = at + 1
    if lexemes.is_word(at, "the"):
        side, then = lexemes.low(at + 1), at + 2
    if side in ("earlier", "later"):
        if not lexemes.is_word(then, "in"):
            return None
    elif side not in lexis().edge or not lexemes.is_word(then, "of"):
        return None
    if lexemes.is_word(then + 1, "the") and lexemes.is_word(then + 2, "week", "month", "year", "decade"):
        part_of = {"earlier": "early", "later": "late"}.get(side, "")
        return Period(lexemes.values[then + 2], 0, part_of), then + 3
    return None


def period(lexemes: Lexemes, at: int) -> Found:
    """This week, last month, next year, earlier this month, this morning, last night, the weekend, late on Tuesday."""
    start, offsets = at, lexis().offsets
    edge = lexemes.low(at) if lexemes.low(at) in lexis().early | lexis().edge else ""
    if edge:
        at = lexemes.past(at + 1, "of", "in", "the", "on", marks="-–")
    if not lexemes.same_line(start, at):
        return None
    which = lexemes.low(at)
    if which in offsets and lexemes.kinds[at + 1] == "unit" and not lexemes.low(at + 1).endswith("s"):
        unit = lexemes.values[at + 1]
        if unit in ("week", "month", "year", "decade", "century"):
            side = "early" if edge in ("earlier", "early") else "late" if edge in ("later", "late") else ""
            return Period(unit, offsets[which], side), at + 2
    if which == "this" and lexemes.kinds[at + 1] == "part" and not lexemes.in_a_name(at):
        return Shift(0, "day", True), at + 2
    if which == "last" and lexemes.is_word(at + 1, "night"):
        return Shift(1, "day", True), at + 2
    if which == "overnight" and not edge:
        return Stretch(1, "day", True), at + 1
    if lexemes.is_word(at + 1, "weekend") and not names_a_thing(lexemes, at + 2) and (which in offsets or which == "the"):
        return Period("weekend", offsets.get(which, 0), "" if which in offsets else "nearest"), at + 2
    if (edge and at > start) or which in offsets or lexemes.kinds[at] == "part" or which == "the":
        return qualified(lexemes, start)
    return None


def names_a_thing(lexemes: Lexemes, at: int) -> bool:
    """Whether a word follows that a time could be the first half of: "the weekend desk"."""
    return lexemes.kinds[at] == "word" and lexemes.values[at] not in lexis().not_counted and lexemes.same_line(at - 1, at)
