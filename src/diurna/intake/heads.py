"""The head of a report in plain text: section label, masthead, title, byline and date line above the running text."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from diurna.intake.datelines import dateline_in
from diurna.intake.dates import dates_in
from diurna.intake.furniture import furniture_table, rule_for
from diurna.intake.known_names import agency_in, is_masthead, outlet_named
from diurna.intake.lines import Line, carries_on, ends_a_sentence, has_letters, is_running, joined, plain
from diurna.intake.names import by_cue, named_by, names_only, without_cue
from diurna.intake.outer_days import opening_dateline, published_in, published_in_title
from diurna.intake.published import (
    SUREST_FIRST,
    date_lines,
    dates_at_foot,
    dates_of_line,
    is_date_line,
    is_part_of_a_date,
    leading_date,
)
from diurna.intake.tables import any_of, low
from diurna.words import NOT_STATED, Absent, Furniture, Published, Quote, cut


@dataclass(slots=True)
class Head:
    """What the head of a text says."""

    title: Quote | Absent = NOT_STATED
    outlet: str | Absent = NOT_STATED
    byline: Quote | Absent = NOT_STATED
    published: list[Published] = field(default_factory=list)
    """All the dates that say that they are of publication, the surest first."""
    marks: list[Furniture] = field(default_factory=list)

    @property
    def dated(self) -> set[int]:
        """Where its date lines start."""
        return {m.start for m in self.marks if m.kind == "date line"}

    def mark(self, line: Line, kind: str) -> None:
        """The whole line is furniture of this kind."""
        self.marks.append(Furniture(line.start, line.end, kind))


_MOST_LINES = 12
"""Lines of a head. A live blog's or a page's head with everything on it runs to nine."""
_SECTION_WORDS = 3
_STANDFIRST = 35
"""Words of a summary that stands between title and byline."""
_TITLE_CHARACTERS = 220
_INITIALS = re.compile(r"(?:\b\w\.){2,}$")
"""How the name of a place may end ("Washington, D.C."), and no person's."""
_QUOTED = re.compile(r"[\"“«„][^\"“”«»„]{3,100}[\"”»“]")
_BEHIND_BAR = re.compile(r"\s*\|\s*(?P<name>[^|]{2,40})$")
_NUMBER = re.compile(r"\W*(?:(?:no|nr|n)?\W*\d[\d/-]*)?\W*")
_LIST = 5
"""Lines of a list of headlines, at least."""
_AND = re.compile(r"\s(?:with|and|avec|et|mit|und|con|com|y)\s")
_BARS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")


def head_of(text: str, lines: Sequence[Line], title: str | Absent = NOT_STATED) -> Head:
    """The head of a text. A `title` known from elsewhere is not looked for."""
    head = Head()
    titled = not isinstance(title, Absent)
    short, below = _head_lines(lines)
    short = [line for line in short if not titled or plain(line.words) != plain(title)]
    issued = _issued(head, short, text) or _below_release(short)
    candidates = [line for line in short if not _taken(head, line, text)]
    candidates = _without_masthead(head, candidates, titled)
    if not titled:
        _find_title(head, [line for line in candidates if line.start >= issued] or candidates, lines, text)
        if issued and not isinstance(head.title, Absent) and head.title.start >= issued:
            _letterhead(head, [line for line in candidates if line.start < issued])
    _below_standfirst(head, below, text)
    _signed_above_date(head, candidates, lines, text)
    _further_dates(head, lines, text)
    _outer_days(head, lines, text)
    if not head.published:
        for line, found in dates_at_foot(lines, text):
            head.published += found
            head.mark(line, "date line")
    head.published.sort(key=lambda p: SUREST_FIRST.index(p.rests_on))
    return head


def _outer_days(head: Head, lines: Sequence[Line], text: str) -> None:
    """A day before the first sentence, and where there is no other, the one behind the title."""
    opening = opening_dateline(lines)
    head.published += published_in(opening, text) if opening else []
    if not head.published and not isinstance(head.title, Absent):
        head.published += published_in_title(head.title, lines, text)


def _further_dates(head: Head, lines: Sequence[Line], text: str) -> None:
    """Dates glued to a sentence, and lines that name themselves a date of publication, at the foot too."""
    dated = {m.start for m in head.marks if m.kind == "date line"}
    for line in lines[:_MOST_LINES]:
        if line.start not in dated:
            published, marks = leading_date(line, text)
            head.published += published
            head.marks += marks
    for line in date_lines(lines):
        if line.start not in dated:
            _date_line(head, line, text)


def _below_standfirst(head: Head, below: Sequence[Line], text: str) -> None:
    """Bylines, and date lines beside them, that stand under a standfirst of a sentence."""
    signed = [line for line in below if _byline(head, line, text) or _signed_with_date(head, line, text)]
    near = {line.start for line in signed}
    for one, other in pairwise(below):
        if {one.start, other.start} & near or (one.start in head.dated and other.start not in head.dated):
            for line in (one, other):
                if line.start not in near | head.dated:
                    _date_line(head, line, text)


def _signed_with_date(head: Head, line: Line, text: str) -> bool:
    """ "Interview by Jane Doe, Geneva, 4 October 2020"."""
    return without_cue(line.words) != line.words and _date_line(head, line, text)


def _signed_above_date(head: Head, candidates: Sequence[Line], lines: Sequence[Line], text: str) -> None:
    """A line of names right above a date line: "Jane Doe in Moscow"."""
    own = -1 if isinstance(head.title, Absent) else head.title.start
    for line, after in pairwise(lines[:_MOST_LINES]):
        if after.start in head.dated and line in candidates and line.start != own and line.size <= 8 and names_only(line.words):
            place = line.size < 2 or _INITIALS.search(line.words)
            head.mark(line, "date line" if place else "byline")
            if place:
                continue
            head.byline = cut(text, line.start, line.end) if isinstance(head.byline, Absent) else head.byline


def _head_lines(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines above the first running paragraph or dateline; and, when that paragraph is a standfirst of one sentence, the
    short lines between it and the next."""
    opening = lines[:_MOST_LINES]
    first = next((n for n, line in enumerate(opening) if _opens_text(line, lines)), len(opening))
    rest = opening[first + 1 :]
    if not first or first == len(opening) or opening[first].size > _STANDFIRST or dateline_in(opening[first].words):
        return opening[:first], []
    second = next((n for n, line in enumerate(rest) if _opens_text(line, lines)), 0)
    return opening[:first], rest[:second]


def _opens_text(line: Line, lines: Sequence[Line]) -> bool:
    if line is lines[0] and _quoted(line) and len(lines) > 1 and lines[1].gap:
        return False
    running = is_running(line) and not is_date_line(line)
    return running or bool(dateline_in(line.words)) or (line is lines[0] and is_running(joined(lines)))


def _issued(head: Head, short: Sequence[Line], text: str) -> int:
    """Where a title begins that says itself that it is a press release, below the names of those who issue it; 0 without one.
    Its day, at its end, is that of publication."""
    begins = (line for line in short if _release().match(low(line.words)))
    line = next((line for line in begins if len(re.findall(r"\w+", _release().sub("", low(line.words)))) > _SECTION_WORDS), None)
    if not line or not all(names_only(above.words) for above in short if above.start < line.start):
        return 0
    dates = [one for one in dates_in(line.words) if one.end == len(line.words.rstrip(" ."))]
    head.published += [Published(d.iso, "date line", cut(text, line.start + d.start, line.start + d.end)) for d in dates]
    return line.start


def _quoted(line: Line) -> bool:
    """Whether a line is one quotation from end to end, as the headline of an interview may be."""
    return line.size <= 14 and bool(_QUOTED.fullmatch(line.words))


def _below_release(short: Sequence[Line]) -> int:
    """Where the line ends that says "press release"; 0 without one. The title stands below it, if anything does."""
    line = next((line for line in short if line.size <= 10 and _release().search(low(line.words))), None)
    return line.end if line else 0


@cache
def _release() -> re.Pattern[str]:
    return re.compile(any_of(furniture_table().head.release))


def _only_a_release(line: Line) -> bool:
    """Whether a line says "press release" and at most which: "Press release No. 112"."""
    found = _release().match(low(line.words))
    return found is not None and _NUMBER.fullmatch(low(line.words), found.end()) is not None


def _letterhead(head: Head, above: Sequence[Line]) -> None:
    """What stands above "press release" is who issues it."""
    for line in above:
        head.mark(line, "section label")
    if above and isinstance(head.outlet, Absent) and not _release().search(low(above[0].words)):
        head.outlet = above[0].words


def _taken(head: Head, line: Line, text: str) -> bool:
    """Whether the line is a date line, byline, masthead, section label or other furniture."""
    if _date_line(head, line, text) or _byline(head, line, text):
        return True
    if _section().fullmatch(low(line.words)) or (line.size <= 5 and _only_a_release(line)):
        head.mark(line, "section label")
        return True
    agency = agency_in(line.words)
    return rule_for(line) is not None or not has_letters(line.words) or (agency is not None and line.size <= 3)


def _without_masthead(head: Head, candidates: list[Line], titled: bool) -> list[Line]:
    """The lines that are no masthead. One in title case may be the headline ("UN Agency Reaches Mariupol"): as long as no
    other line could be it, only a name of credits.toml is a masthead."""
    kept: list[Line] = []
    for number, line in enumerate(candidates):
        outlet = _masthead(line.words)
        known = outlet and outlet_named(outlet)
        others = titled or line.words.isupper() or kept or candidates[number + 1 :]
        if not outlet or not (known or others) or line.words.endswith("."):
            kept.append(line)
            continue
        head.outlet = outlet if isinstance(head.outlet, Absent) else head.outlet
        head.mark(line, "section label")
    return kept


def _masthead(words: str) -> str:
    """The outlet that a line is the masthead of: "THE HALVERN MERCURY | World", "UN News"."""
    parts = [re.split(_AND, part)[0] for part in _BARS.split(words) if part]
    for part in parts:
        named = outlet_named(part.partition(",")[0]) if not agency_in(part) else None
        others = [other for other in parts if other != part]
        if (named or is_masthead(part)) and all(len(other.split()) <= 2 or _section().fullmatch(low(other)) for other in others):
            return named or part
    return ""


@cache
def _section() -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of(furniture_table().head.sections)}(?:\s*[>»›/|]\s*[\w ,–-]{{2,30}})*\W*")


def _find_title(head: Head, candidates: list[Line], lines: Sequence[Line], text: str) -> None:
    """The first line that reads like a headline. A shorter line above it is the label of a section."""
    if not candidates or len(lines) == 1 or _only_headlines(candidates, lines):
        return
    above, below = candidates[0], candidates[1:2]
    if below and above.size <= _SECTION_WORDS < below[0].size and _headline(below[0]) and not carries_on(above, below[0]):
        head.mark(above, "section label")
        candidates = candidates[1:]
    line = _whole_headline(candidates)
    # Two words are a label; but the only line above the text is what it is called.
    if _headline(line) and (line.size > 2 or len(candidates) == 1 or not below):
        start = line.start + sum(mark.end - mark.start for _, marks in [leading_date(line, text)] for mark in marks)
        start += len(text[start : line.end]) - len(text[start : line.end].lstrip(" \t|:–—-"))
        # Press databases set a semicolon between a headline and the one below it.
        end = start + len(text[start : line.end].rstrip(" ;"))
        end = start + len(_without_outlet(head, text[start:end]))
        head.title = cut(text, start, end) if start < end else NOT_STATED


def _without_outlet(head: Head, title: str) -> str:
    """The title without the outlet's name behind a bar; behind a dash it may be whose word the headline is."""
    match = _BEHIND_BAR.search(title)
    name = match["name"] if match else ""
    if not match or not (outlet_named(name) or is_masthead(name)) or agency_in(name):
        return title
    head.outlet = (outlet_named(name) or name) if isinstance(head.outlet, Absent) else head.outlet
    return title[: match.start()]


def _only_headlines(candidates: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether the text is a list of headlines without a heading: the first is the list's title no more than the others."""
    top = candidates[:_LIST]
    return len(top) == _LIST and not any(is_running(line) for line in lines) and not any(line.gap for line in top[1:])


def _headline(line: Line) -> bool:
    if _quoted(line):
        return True
    return len(line.words) <= _TITLE_CHARACTERS and line.words[-1] not in ":," and not is_running(line) and (
        not ends_a_sentence(line.words) or line.words[-1] in "?!…’”»\"" or bool(re.search(r"(?:\.\w)+\.$|\.\.\.$", line.words))
    )


def _whole_headline(candidates: Sequence[Line]) -> Line:
    """The headline with its second line, when it was broken."""
    whole = joined(candidates[:3])
    return whole if len(whole.words) <= _TITLE_CHARACTERS else candidates[0]


def _date_line(head: Head, line: Line, text: str) -> bool:
    found = dates_of_line(line, text)
    if not found and not is_part_of_a_date(line.words):
        return False
    head.mark(line, "date line")
    head.published += found
    byline = named_by(line, text)
    if isinstance(head.byline, Absent):
        head.byline = byline
    first = re.split(_AND, _BARS.split(line.words)[0])[0]
    if isinstance(head.outlet, Absent) and len(first) < len(line.words) and is_masthead(first):
        head.outlet = first
    return True


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(rf".*{any_of(furniture_table().head.signed)}\W*")


def _byline(head: Head, line: Line, text: str) -> bool:
    names = by_cue(line)
    if not names and 2 <= line.size <= 8 and _signed().fullmatch(low(line.words)) and names_only(line.words):
        names = (line.start, line.end)
    if not names:
        return False
    head.mark(line, "byline")
    if isinstance(head.byline, Absent):
        head.byline = cut(text, *names)
    return True
