"""Whom a report credits: wire and photo agencies, the outlet it comes from, its translator."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Struct, field

from diurna.intake.lines import Line, ends_a_sentence
from diurna.intake.tables import any_of, table
from diurna.words import Credit, CreditRole, Furniture, cut


class Named(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agency or outlet of credits.toml, whose head explains the keys."""

    name: str
    aliases: tuple[str, ...] = ()
    whole: bool = False


class Cues(Struct, frozen=True, forbid_unknown_fields=True):
    papers: tuple[str, ...]
    photo: tuple[str, ...]
    outlet: tuple[str, ...]
    wire: tuple[str, ...]
    translator: tuple[str, ...]
    openers: tuple[str, ...]
    cited_before: tuple[str, ...]
    cited_after: tuple[str, ...]
    machine: tuple[str, ...]


class CreditTable(Struct, frozen=True, forbid_unknown_fields=True):
    cues: Cues
    agency: tuple[Named, ...]
    outlet: tuple[Named, ...] = field(default_factory=tuple)


class Found(NamedTuple):
    """A credit, and what it makes of its line: the whole of it, the tail of a caption, or words in running text."""

    credit: Credit
    start: int
    end: int
    stands: str
    """line, tail, or text."""


class Patterns(NamedTuple):
    names: dict[str, Named]
    agencies: frozenset[str]
    plain: str
    """A known name that is no ordinary word."""
    cued: tuple[tuple[CreditRole, re.Pattern[str]], ...]
    cited: re.Pattern[str]
    bracketed: re.Pattern[str]
    trailing: re.Pattern[str]
    alone: re.Pattern[str]
    machine: re.Pattern[str]
    first: re.Pattern[str]
    """Any known name."""
    helped: re.Pattern[str]
    """ "with TASS": words that join an agency to who wrote the report."""


_LONGEST = 80
"""Characters of a credited name."""
_ENDS = 500
"""Characters at either end of a paragraph in which credits are looked for."""
_MOST_CREDITS = 50
_CAPITALISED = r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w'’-]*"
_ROLES = (
    (CreditRole.TRANSLATOR, "translator"), (CreditRole.WIRE, "wire"), (CreditRole.PHOTO, "photo"), (CreditRole.OUTLET, "outlet"),
)
_HANDS = rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{0,3}}\s*"
"""Who took the picture: "Gleb Garanich/Reuters"."""
_NAME = r"(?P<name>[^\W_](?:[^\n\[\](){}|•;:<>]|(?<=/)[:]){0,79}?)"
_BEFORE = r"(?:^|[.!?:;,()\[\]|\"”’»–—*•·/-])\s{0,3}"
"""A cue opens a note: "the image – taken on Monday" credits nobody."""
_STOP = r"(?=\s*(?:$|[\[\](){}|•;<>]|\s[-–—]\s|\.\s|\.$|(?<=\w)\s*:\s))"


@cache
def credit_table() -> CreditTable:
    """Raises ValueError for a mistake in credits.toml: a wrong key, or one name for two agencies."""
    found = table("credits.toml", CreditTable)
    owners: dict[str, str] = {}
    for named in (*found.agency, *found.outlet):
        for words in (named.name, *named.aliases):
            if owners.setdefault(words.casefold(), named.name) != named.name:
                raise ValueError(f"credits.toml: {words!r} names both {owners[words.casefold()]} and {named.name}")
    return found


@cache
def _patterns() -> Patterns:
    found = credit_table()
    names = {w.casefold(): n for n in (*found.agency, *found.outlet) for w in (n.name, *n.aliases)}
    sure = {w.casefold(): n for n in (*found.agency, *found.outlet) if not n.whole for w in (n.name, *n.aliases)}
    all_known, plain_known = _known(names), _known(sure)
    cues = found.cues
    photo = any_of([*cues.photo, "via", "file"])
    return Patterns(
        names, frozenset(n.name for n in found.agency), plain_known,
        tuple((role, _cue(getattr(cues, key), cues.openers)) for role, key in _ROLES),
        re.compile(
            rf"(?i:{any_of(cues.cited_before)})\s+(?i:the\s+)?(?:(?:[A-Z]?[a-z]+\s+){{0,3}}?)(?P<after>{plain_known})"
            rf"|(?P<before>{plain_known})\s+(?i:{any_of(cues.cited_after)})"
        ),
        re.compile(rf"[(\[](?P<in>(?:[^()\[\]\n]{{0,60}}?[\s/,])?(?P<name>{all_known})(?:[\s/,][^()\[\]\n]{{0,60}})?)[)\]]\W*$"),
        re.compile(
            rf"(?P<sign>(?:{_HANDS})?/|[-–—©|]|(?i:{photo})|(?<=[.!?…]\s))\s*(?P<name>{plain_known})"
            rf"(?P<more>\s*/\s*[^\n.]{{2,50}})?[\s.\])]*$"
        ),
        re.compile(rf"\W*(?P<name>{plain_known})(?:\s+(?i:staff|agencies|news agency|photo|newsroom))?(?:\s*/\s*[^\n.]{{2,50}})?\W*$"),
        re.compile(rf"(?i:{any_of(cues.machine)})"), re.compile(all_known),
        re.compile(rf"(?i:\b(?:with|and|со ссылкой на|з посиланням на|mit|avec|con|com)\s)(?=[^.]*?{plain_known})"),
    )


def _known(names: dict[str, Named]) -> str:
    """Long names in any case; short ones (AP, DPA) as written, for in small letters they are words."""
    words = [w for n in dict.fromkeys(names.values()) for w in (n.name, *n.aliases) if w.casefold() in names]
    short = [w for w in words if len(w) <= 4]
    return f"(?:(?i:{any_of([w for w in words if len(w) > 4])})|{any_of(short)})"


def _cue(words: tuple[str, ...], openers: tuple[str, ...]) -> re.Pattern[str]:
    opening = [w for w in words if w.rpartition(" ")[2] in openers]
    signs = r"(?:\s+(?:by|courtesy|credits?|par|von|de|da)\b)?\s*(?:[:：/|]|\s[-–—]\s)\s*"
    by = r"\s+(?:by|courtesy(?:\s+of)?)\s+"
    bare = rf"|{any_of(opening)}\s*:?\s+" if opening else ""
    return re.compile(rf"{_BEFORE}(?P<words>(?i:{any_of(words)}(?:{signs}|{by}){bare}){_NAME}){_STOP}")


def found_in(lines: Sequence[Line], text: str) -> Iterator[Found]:
    """The credits of a text, in order: at most _MOST_CREDITS. Each quote holds the words that credit."""
    count = 0
    for line in lines:
        for found in sorted(_in_line(line, text), key=lambda f: f.start):
            yield found
            count += 1
        if count >= _MOST_CREDITS:
            return


def _in_line(line: Line, text: str) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    # In a long paragraph notes stand at its end; only what it cites stands anywhere.
    begin = max(0, len(line.words) - _ENDS)
    for finder in (_cued, _with_agencies, _at_the_end, _machine, _cited):
        for found in finder(line, begin, text):
            # Two names in one credit share its words.
            if not any(s < found.end and found.start < e and (s, e) != (found.start, found.end) for s, e in taken):
                taken.append((found.start, found.end))
                yield found


def _cued(line: Line, begin: int, text: str) -> Iterator[Found]:
    """"Photo: REUTERS", "Source: example.com", "Translated by A. B."."""
    for role, pattern in _patterns().cued:
        for match in pattern.finditer(line.words, begin):
            for name in _names(match["name"], role):
                yield _found(line, match.start("words"), match.end(), name, role, text)


def _names(words: str, role: CreditRole) -> list[str]:
    """Those credited by some words: the known names in them, or else the words themselves, if they look like a name."""
    known = [_patterns().names[_key(m.group())].name for m in _patterns().first.finditer(words)]
    if known and role is not CreditRole.TRANSLATOR:
        return list(dict.fromkeys(known))[:3]
    return [bare] if (bare := words.strip(" .,\t\"'“”’–—-")) and looks_like_a_name(bare) else []


def looks_like_a_name(bare: str) -> bool:
    """A few words, most of them capitalised or of a script without capitals, or an address."""
    tokens = bare.split()
    named = [t for t in tokens if t[0].isupper() or t[0].isdigit() or t[0] in "&/" or "." in t or not t[0].islower()]
    return len(tokens) <= 7 and 2 * len(named) > len(tokens) and named[:1] == tokens[:1]


def _with_agencies(line: Line, begin: int, text: str) -> Iterator[Found]:
    """"Azov Coast Courier, with TASS", "The Associated Press contributed to this report.": short lines about the report."""
    if line.size > 14:
        return
    gave = re.match(rf"(?P<words>.*{_patterns().plain}.*\bcontributed to this\b)", line.words)
    match = gave or (None if ends_a_sentence(line.words) else _patterns().helped.search(line.words))
    last = list(_patterns().first.finditer(line.words))[-1:]
    if not match or not last:
        return
    start, end = match.start(), match.end() if gave else last[0].end()
    for name in _names(line.words[start:end], CreditRole.WIRE):
        if _key(name) in _patterns().names and start < end:
            yield _found(line, start, end, name, CreditRole.WIRE, text)


def _key(words: str) -> str:
    return re.sub(r"\s+", " ", words).replace("’", "'").casefold()


def _at_the_end(line: Line, begin: int, text: str) -> Iterator[Found]:
    """"… (Reuters)", "[Jane Doe/AFP]", "… — AFP", or a line that is a name and nothing else."""
    patterns = _patterns()
    alone = patterns.alone.match(line.words) if line.size <= 8 else None
    if alone:
        role = CreditRole.PHOTO if re.search(r"/|photo", alone.group(), re.IGNORECASE) else CreditRole.WIRE
        yield _found(line, 0, len(line.words), patterns.names[_key(alone["name"])].name, role, text)
        return
    match = patterns.bracketed.search(line.words, begin) or patterns.trailing.search(line.words, begin)
    if not match or _spells_out(match, line.words):
        return
    role = CreditRole.PHOTO if _of_a_picture(match, line.words) else CreditRole.WIRE
    for name in _names(match.group(), role):
        yield _found(line, match.start(), match.end(), name, role, text)


def _spells_out(match: re.Match[str], words: str) -> bool:
    """"… the British Broadcasting Corporation (BBC).": a short form given within its sentence credits nobody."""
    alone = "in" in match.re.groupindex and match["in"] == match["name"]
    return alone and match.group().rstrip().endswith((".", "?", "!")) and not ends_a_sentence(words[: match.start()].rstrip())


def _of_a_picture(match: re.Match[str], words: str) -> bool:
    if re.search(r"[/©]|photo|image|file|pic", match.group(), re.IGNORECASE):
        return True
    return not ends_a_sentence(words[: match.start()].rstrip())


def _machine(line: Line, begin: int, text: str) -> Iterator[Found]:
    match = _patterns().machine.search(line.words, begin) if line.size <= 40 else None
    if match:
        yield _found(line, match.start(), match.end(), "machine translation", CreditRole.TRANSLATOR, text)


def _cited(line: Line, begin: int, text: str) -> Iterator[Found]:
    """"according to Tass news agency", "Reuters reported": words of the report that rest it on a known name."""
    for match in _patterns().cited.finditer(line.words):
        name = _patterns().names[_key(match["after"] or match["before"])].name
        start, end = line.start + match.start(), line.start + match.end()
        yield Found(Credit(name, _role(name, CreditRole.WIRE), cut(text, start, end)), start, end, "text")


def _role(name: str, role: CreditRole) -> CreditRole:
    """An agency named as source is a wire, an outlet named as wire is the outlet it comes from."""
    if role in (CreditRole.WIRE, CreditRole.OUTLET) and _key(name) in _patterns().names:
        return CreditRole.WIRE if name in _patterns().agencies else CreditRole.OUTLET
    return role


def _found(line: Line, start: int, end: int, name: str, role: CreditRole, text: str) -> Found:
    first, last = line.start + start, line.start + end
    while last > first and text[last - 1].isspace():
        last -= 1
    before, after = line.words[:start].strip(" \t-–—|/([•·*."), line.words[end:].strip(" \t-–—|/)].•·*")
    stands = "line" if not before and not after else "tail" if len(after) <= 3 else "text"
    return Found(Credit(name, _role(name, role), cut(text, first, last)), first, last, stands)


def in_signature(found: Found) -> Found:
    """A credit in a byline or date line: whoever is named there helped to write the report, and it has no caption."""
    credit = found.credit
    role = _role(credit.name, CreditRole.WIRE) if credit.role is CreditRole.PHOTO else credit.role
    return Found(Credit(credit.name, role, credit.quote), found.start, found.end, "text")


def marks_of(found: Sequence[Found], lines: Sequence[Line]) -> Iterator[Furniture]:
    """The furniture that credits are: the whole line, or the tail of a caption, whose own words stay to be read."""
    for one in found:
        if one.stands == "text":
            continue
        line = next(line for line in lines if line.start <= one.start < line.end)
        yield Furniture(one.start, one.end, "credit")
        if one.stands == "line":
            yield Furniture(line.start, line.end, "credit")
        elif one.credit.role is CreditRole.PHOTO and line.size <= 70:
            yield Furniture(line.start, line.end, "caption")


def distinct(found: Sequence[Found]) -> tuple[Credit, ...]:
    """Each name once in each role, where it first stands."""
    first: dict[tuple[str, CreditRole], Credit] = {}
    for one in found:
        first.setdefault((one.credit.name.casefold(), one.credit.role), one.credit)
    return tuple(first.values())


def agency_in(words: str) -> tuple[str, int, int] | None:
    """The first agency of credits.toml named in some words (a byline, a dateline's brackets), and where."""
    for match in _patterns().first.finditer(words):
        name = _patterns().names[_key(match.group())].name
        if name in _patterns().agencies:
            return name, match.start(), match.end()
    return None


def outlet_named(words: str) -> str | None:
    """The outlet or agency that these words are the name of, and nothing else."""
    named = _patterns().names.get(_key(words.strip(" .,-–—|")))
    return named.name if named else None


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(any_of(credit_table().cues.papers), re.IGNORECASE)


def is_masthead(words: str) -> bool:
    """Whether these words are what a paper, station or agency calls itself: a few names with such a word among them."""
    tokens = words.split()
    named = [t for t in tokens if not t[0].islower()]
    return 2 <= len(tokens) <= 6 and len(tokens) - len(named) <= 2 and not tokens[0][0].islower() and bool(_papers().search(words))
