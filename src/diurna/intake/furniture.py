"""Marks the words on a page that are no part of the report. Nothing is cut."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from diurna.intake.lines import Line, ends_a_sentence, is_running, plain
from diurna.intake.tables import any_of, compiled, low, table
from diurna.words import Furniture

KINDS = (
    "caption", "credit", "section label", "share bar", "navigation", "republishing note", "related link", "date line", "byline",
    "dateline", "title", "notice",
)


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule of furniture.toml, whose head explains the keys."""

    kind: str
    where: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    most: int = 25
    follows: bool = False
    joins: bool = False


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    bylines: tuple[str, ...]
    signed: tuple[str, ...]
    release: tuple[str, ...]
    particles: tuple[str, ...]
    sections: tuple[str, ...]


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    skip: tuple[str, ...]
    tags: dict[str, str]
    names: dict[str, str]


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    rule: tuple[Rule, ...]
    head: Head
    page: Page


class Ready(NamedTuple):
    """A rule with its expressions."""

    rule: Rule
    fits: re.Pattern[str] | None
    bare: re.Pattern[str] | None
    """The phrase and nothing else: what heads a list of links."""
    patterns: tuple[re.Pattern[str], ...]


_AROUND = r"[\W_]{0,4}"
"""Bullets, arrows and brackets before a phrase."""
_LOOK = 12
"""Lines below a heading such as "Read also" that may be its list."""
_TAIL = r"[\W\d_]*$"
_SIGN = re.compile(r"(?<=[:-])|\s*[:–—-]")
"""What sets a caption's label off from its words."""
_TAKEN = re.compile(r"[(\[][^()\[\]]{3,90}[)\]]\W*$")
_HOLDER = 3
"""Words of whoever holds a picture, at most."""
_CAPITAL = re.compile(r"[\"'“‘«„]?[^\W_a-z]")
_BODY = 3
"""Paragraphs of a report above a foot whose lines are told by where they stand: a list of headlines has fewer."""
_LABEL = 6
"""Words of a heading or label, at most."""
_TITLE = 4
"""Words of a title, at least."""
_CHROME = frozenset(("share bar", "related link"))
_PAGE = _CHROME | {"navigation"}


@cache
def furniture_table() -> Table:
    """Raises ValueError that names the place of a mistake."""
    found = table("furniture.toml", Table)
    kinds = [r.kind for r in found.rule] + [*found.page.tags.values(), *found.page.names.values()]
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"furniture.toml: {kind!r} is no kind of furniture: {', '.join(KINDS)}")
    return found


@cache
def _rules() -> tuple[Ready, ...]:
    return tuple(_ready(rule, number) for number, rule in enumerate(furniture_table().rule, 1))


def _ready(rule: Rule, number: int) -> Ready:
    where = f"furniture.toml: rule {number} ({rule.kind})"
    shapes = {"line": "{0}" + _TAIL, "start": "{0}", "words": r"(?:{0}[\W\d_]*)+$", "part": "{0}", "heading": r"(?:{0}|.*{0}\W*$)"}
    if rule.where not in shapes:
        raise ValueError(f"{where}: where = {rule.where!r} is none of {', '.join(shapes)}")
    if rule.where == "part" and rule.phrases:
        raise ValueError(f"{where}: a part is told by patterns, not by phrases")
    words = any_of(rule.phrases) if rule.phrases else ""
    lead = r"[\W\d_]*" if rule.where in ("line", "words") else _AROUND
    fits = compiled(lead + shapes[rule.where].format(words), where) if words else None
    bare = compiled(_AROUND + words + _TAIL, where) if words else None
    return Ready(rule, fits, bare, tuple(compiled(p, where) for p in rule.patterns))


def marked(lines: Sequence[Line]) -> Iterator[Furniture]:
    """The furniture that furniture.toml's rules find, and what hangs on to it at the foot."""
    marks = list(_by_rule(lines))
    ends = {mark.start: mark for mark in marks}
    yield from marks
    yield from _loose(lines, {x.start: ends[x.start].kind for x in lines if x.start in ends and ends[x.start].end == x.end})


def _by_rule(lines: Sequence[Line]) -> Iterator[Furniture]:
    at, told = 0, False
    while at < len(lines):
        line, below = lines[at], lines[at + 1 : at + 1 + _LOOK]
        ready = rule_for(line) or (_heading_for(line, below) if told else None)
        at += 1
        if ready is None:
            told = told or is_running(line)
            yield from _parts(line)
            continue
        yield Furniture(line.start, line.end, ready.rule.kind)
        yield from _around_caption(ready, line)
        for more in _run_on(ready, line, below, told):
            yield Furniture(more.start, more.end, ready.rule.kind)
            at += 1


def rule_for(line: Line) -> Ready | None:
    """The first rule that fits the line, if any does."""
    if not line.short:
        return None
    return next((ready for ready in _rules() if ready.rule.where not in ("part", "heading") and _fits(ready, line)), None)


def _heading_for(line: Line, below: Sequence[Line]) -> Ready | None:
    """The rule for the heading of a list of links ("Most read in News"): it takes the list below to make it one, and a
    paragraph of the report above, or it heads the report itself."""
    found = _heading(line)
    return found if found and next(_links(below), None) else None


def _heading(line: Line) -> Ready | None:
    if ends_a_sentence(line.words) or re.search(r"[:：|]\s*\w", line.words):
        return None
    return next((ready for ready in _rules() if ready.rule.where == "heading" and _fits(ready, line)), None)


def _loose(lines: Sequence[Line], kinds: dict[int, str]) -> Iterator[Furniture]:
    """What stands at the foot among the page's own lines, whatever its words: a heading with titles below it beside a share
    bar or links, and a label between two lines of furniture."""
    running = [n for n, line in enumerate(lines) if line.start not in kinds and (is_running(line) or _full_stop(line))]
    if len(running) < _BODY:
        return
    for first, last in _stretches(lines, running[-1] + 1, kinds):
        group = lines[first:last]
        beside = [kinds[line.start] for line in (*lines[first - 1 : first], *lines[last : last + 1]) if line.start in kinds]
        if _CHROME & {*beside} and _is_list_of_titles(group):
            yield from (Furniture(line.start, line.end, "related link") for line in group)
        elif len(group) == 1 and group[0].size <= _LABEL and len(beside) == 2 and {*beside} <= _PAGE:
            yield Furniture(group[0].start, group[0].end, "navigation")


def _is_list_of_titles(group: Sequence[Line]) -> bool:
    """A heading and titles below it. What a colon opens, or bullets and small letters set out, is the report's own list."""
    heading, *titles = group
    own = heading.words.endswith((":", "：")) or any(not _CAPITAL.match(line.words) or line.words.endswith((";", ",")) for line in titles)
    return bool(titles) and not own and heading.size <= _LABEL and all(line.size >= _TITLE for line in titles)


def _stretches(lines: Sequence[Line], start: int, kinds: dict[int, str]) -> Iterator[tuple[int, int]]:
    """The runs of lines from `start` on that are no furniture yet."""
    for known, run in groupby(range(start, len(lines)), key=lambda n: lines[n].start in kinds):
        numbers = list(run)
        if not known:
            yield numbers[0], numbers[-1] + 1


def _full_stop(line: Line) -> bool:
    return line.size > 3 and ends_a_sentence(line.words) and not line.words.endswith(("?", "!"))


def _fits(ready: Ready, line: Line) -> bool:
    if line.size > ready.rule.most:
        return False
    return bool(ready.fits and ready.fits.match(low(line.words))) or any(p.match(line.words) for p in ready.patterns)


def _parts(line: Line) -> Iterator[Furniture]:
    # Only the ends of a long paragraph: notes stand there, and the search stays cheap.
    begin = max(0, len(line.words) - 500)
    for ready in _rules():
        if ready.rule.where == "part":
            for pattern in ready.patterns:
                for match in pattern.finditer(line.words, begin):
                    yield Furniture(line.start + match.start(), line.start + match.end(), ready.rule.kind)


def _around_caption(ready: Ready, line: Line) -> Iterator[Furniture]:
    """The words of a caption that are not for reading: its label ("Photo:") and who took the picture, in brackets."""
    if ready.rule.kind != "caption":
        return
    found = ready.fits.match(low(line.words)) if ready.fits else None
    sign = _SIGN.match(line.words, found.end()) if found else None
    if sign:
        # "Image: courier archive": so few words show nothing, they are whose picture it is.
        few = len(line.words[sign.end() :].split()) <= _HOLDER
        yield Furniture(line.start, line.end if few else line.start + sign.end(), "credit" if few else "section label")
    taken = _TAKEN.search(line.words)
    if taken:
        yield Furniture(line.start + taken.start(), line.end, "credit")


def _run_on(ready: Ready, line: Line, below: Sequence[Line], told: bool) -> Iterator[Line]:
    """The lines below that belong to a rule's line: the rest of a note, or a list of links."""
    if ready.rule.joins and below and not below[0].gap and not is_running(below[0]):
        yield below[0]
    if (ready.rule.follows and ready.bare and ready.bare.match(low(line.words))) or (told and _heading(line)):
        yield from _links(below)


def _links(below: Sequence[Line]) -> Iterator[Line]:
    """What looks like a list of headlines, up to the next sentence, note or gap; to the end of the text when no sentence
    comes any more."""
    foot = len(below) < _LOOK and not any(is_running(line) for line in below)
    for number, line in enumerate(below):
        if is_running(line) or _full_stop(line) or rule_for(line):
            return
        # Past a gap a short line is as likely a heading of the report, unless it has a bullet.
        if line.gap and number and not foot and not re.match(r"[-•*·▪►»>]\s", line.words):
            return
        yield line


def repeats(title: str, own: tuple[int, int], lines: Sequence[Line]) -> Iterator[Furniture]:
    """Lines that say the title again, outside its own place: the whole line, or the title within a caption ("… - Photo 1.")."""
    key = plain(title)
    if len(key) < 12:
        return
    for line in lines:
        if own[0] <= line.start < own[1] or len(line.words) > len(title) + 80:
            continue
        if plain(line.words) == key:
            yield Furniture(line.start, line.end, "title")
        elif line.words.startswith(title) and re.match(r"\s*[-–—|:(]", line.words[len(title) :]):
            yield Furniture(line.start, line.end, "caption")
            more = line.words[len(title) :]
            yield Furniture(line.start, line.end if len(more.split()) <= 3 else line.start + len(title), "title")


def sorted_marks(marks: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """In text order, the wider before what stands within it; each once, and never empty."""
    seen = {(m.start, -m.end, m.kind): m for m in marks if m.start < m.end}
    # A notice is what nothing better could be said of.
    known = {(m.start, m.end) for m in seen.values() if m.kind != "notice"}
    return tuple(seen[key] for key in sorted(seen) if key[2] != "notice" or (key[0], -key[1]) not in known)
