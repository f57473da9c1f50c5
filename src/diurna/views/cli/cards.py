"""How an act, a statement, an actor and a report look on a terminal.

On the left what it is, beside it who, when, where and on whose word, and the words it rests on: below on a narrow screen, in
a column of their own on a wide one.
"""
from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from diurna.views.cli.columns import GAP, beside, indented, wrapped
from diurna.views.rows import ActorRow, ActRow, ReportRow, StatementRow, marked

LABEL = 12
"""Columns for the kind and what it stands in: "investigate" and "conditional" are the longest."""
WIDE = 108
"""From here on the words have a column of their own."""
NARROW = 48
"""Below, everything stands in one column."""
SHORT_ID = 8
"""Characters of an id: enough to tell apart the acts of some ten thousand reports."""
HANG = 4
INDENT = 2

KIND = "bold"
NOT_DONE = "dim yellow"
NEGATED = "red"
ASIDE = "dim"
TRIGGER = "underline"


def head(width: int) -> Iterator[Text]:
    """The names of the columns, where there are columns."""
    if width >= WIDE:
        names = ("What", "Who → whom, when, where, on whose word", "In these words")
        yield from beside([([Text(name, ASIDE)], wide) for name, wide in zip(names, _widths(width), strict=True)])


def act_card(row: ActRow, width: int, *, when: str | None = None, named: bool = False) -> Iterator[Text]:
    """An act. when: shown instead of its time; named: with the name of its report."""
    label = [Text(row.kind, KIND), *(standing(word) for word in row.standing), *doubt(row.unsure), Text(row.id[:SHORT_ID], ASIDE)]
    sign = " ↔ " if row.mutual else " → "
    facts = [Text(row.who + (sign + row.whom if row.whom else ""))]
    if row.condition:
        facts.append(Text("on condition: ", NOT_DONE) + Text(row.condition))
    circumstances = " · ".join(part for part in (row.when if when is None else when, row.where) if part)
    facts += [Text(circumstances)] if circumstances else []
    facts.append(Text("word: " + row.word, ASIDE))
    facts += [Text("in a caption", NOT_DONE)] if row.caption else []
    facts += [Text("in " + row.report, ASIDE)] if named else []
    return _card(label, facts, _quote(row.quote, row.trigger), width)


def statement_card(row: StatementRow, width: int) -> Iterator[Text]:
    """A statement."""
    who = Text(row.who)
    if row.source:
        who.append(f" ({marked(row.source)})", ASIDE)
    facts = [who] + ([Text(marked(row.cue), ASIDE)] if row.cue else []) + [Text("word: " + row.word, ASIDE)]
    facts += [Text(f"within statement {row.within[:SHORT_ID]}", ASIDE)] if row.within else []
    return _card([Text(row.form, KIND), *doubt(row.unsure), Text(row.id[:SHORT_ID], ASIDE)], facts, _quote(row.quote), width)


def doubt(unsure: str) -> list[Text]:
    return [Text(f"unsure {unsure}", ASIDE)] if unsure else []


def actor_card(row: ActorRow, width: int) -> Iterator[Text]:
    """An actor: the name, what it is, and the other words for it."""
    called = Text("also: ", ASIDE) + Text(row.called) if row.called else Text()
    about = Text(row.what, ASIDE) + Text(f" · {row.office}" if row.office else "", ASIDE)
    if width < WIDE:
        lines = [*wrapped(Text(row.name, KIND), width, HANG), *indented(wrapped(about, width - INDENT, HANG), INDENT)]
        return iter(lines + list(indented(wrapped(called, width - INDENT, HANG), INDENT) if row.called else []))
    first, second = 30, (width - 30) * 2 // 5
    third = width - first - second - 2 * GAP
    cells = (Text(row.name, KIND), first), (about, second), (called, third)
    return beside([(wrapped(cell, wide, HANG), wide) for cell, wide in cells])


def heading(row: ReportRow, width: int) -> Iterator[Text]:
    """A report above the lines that stand in it."""
    yield Text("─" * width, ASIDE)
    yield from report_card(row, width)
    yield Text()


def report_card(row: ReportRow, width: int) -> Iterator[Text]:
    """A report: its title, its name, and what is known of it."""
    yield from wrapped(Text(row.title or row.name, KIND), width, HANG)
    about = Text(f"{row.name} · " * bool(row.title) + f"{row.about} · {row.holds}", ASIDE)
    yield from indented(wrapped(about, width - INDENT, HANG), INDENT)


def standing(word: str) -> Text:
    """A modality, or that an act is alleged."""
    return Text(word, NEGATED if word == "negated" else NOT_DONE)


def _quote(words: str, trigger: tuple[int, int] = (0, 0)) -> Text:
    text = Text(marked(words))
    if trigger[1]:
        text.stylize(TRIGGER, trigger[0] + 1, trigger[1] + 1)
    return text


def _widths(width: int) -> tuple[int, int, int]:
    middle = (width - LABEL - 2 * GAP) * 2 // 5
    return LABEL, middle, width - LABEL - middle - 2 * GAP


def _card(label: list[Text], facts: list[Text], quote: Text, width: int) -> Iterator[Text]:
    """One card in the layout that the width allows."""
    if width < NARROW:
        first = Text("  ").join(label)
        lines = [line for one in (first, *facts, quote) for line in wrapped(one, width - INDENT, HANG)]
        return iter([lines[0], *indented(lines[1:], INDENT)])
    if width < WIDE:
        room = width - LABEL - GAP
        right = [line for fact in facts for line in wrapped(fact, room, HANG)] + wrapped(quote, room)
        return beside([(label, LABEL), (right, room)])
    first_wide, middle, last = _widths(width)
    facts_lines = [line for fact in facts for line in wrapped(fact, middle, HANG)]
    return beside([(label, first_wide), (facts_lines, middle), (wrapped(quote, last), last)])
