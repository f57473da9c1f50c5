"""The agencies and outlets of credits.toml, and where words name them."""
from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from msgspec import Struct, field

from diurna.intake.tables import any_of, low, table


class Named(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agency or outlet of credits.toml, whose head explains the keys."""

    name: str
    aliases: tuple[str, ...] = ()
    whole: bool = False
    photo: bool = False


class Cues(Struct, frozen=True, forbid_unknown_fields=True):
    papers: tuple[str, ...]
    genres: tuple[str, ...]
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


class Mention(NamedTuple):
    """Words that name an agency or outlet, by their span."""

    start: int
    end: int
    named: Named


_SHORT = 4
"""Letters. Names up to here stand as they are written in the table, for in small letters they are words."""


@cache
def credit_table() -> CreditTable:
    """Raises ValueError for a mistake in credits.toml: a wrong key, or one name for two agencies."""
    found = table("credits.toml", CreditTable)
    owners: dict[str, str] = {}
    for named in (*found.agency, *found.outlet):
        for words in (named.name, *named.aliases):
            if owners.setdefault(key_of(words), named.name) != named.name:
                raise ValueError(f"credits.toml: {words!r} names both {owners[key_of(words)]} and {named.name}")
    return found


@cache
def _names() -> dict[str, Named]:
    found = credit_table()
    return {key_of(words): named for named in (*found.agency, *found.outlet) for words in (named.name, *named.aliases)}


@cache
def _agencies() -> frozenset[str]:
    return frozenset(named.name for named in credit_table().agency)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = [w for named in dict.fromkeys(_names().values()) for w in (named.name, *named.aliases)]
    long, short = any_of(w for w in words if len(w) > _SHORT), any_of((w for w in words if len(w) <= _SHORT), cased=True)
    return re.compile(long), re.compile(short)


def key_of(words: str) -> str:
    """A name as the table is searched for it: small letters, single spaces, plain apostrophes."""
    return re.sub(r"\s+", " ", low(words)).replace("’", "'").replace("ʼ", "'")


def mentions(words: str) -> list[Mention]:
    """Where the words name an agency or outlet of the table, in order; the longest name where several begin."""
    long, short = _patterns()
    found = [*long.finditer(low(words)), *short.finditer(words)]
    taken: list[Mention] = []
    for match in sorted(found, key=lambda m: (m.start(), -m.end())):
        if not taken or match.start() >= taken[-1].end:
            taken.append(Mention(match.start(), match.end(), _names()[key_of(match.group())]))
    return taken


def named(words: str) -> Named | None:
    """The agency or outlet that these words are a name of."""
    return _names().get(key_of(words))


def is_agency(name: str) -> bool:
    """Whether a name, as the table has it, is an agency's."""
    return name in _agencies()


def agency_in(words: str) -> tuple[str, int, int] | None:
    """The first agency named in some words (a byline, a dateline's brackets), and where."""
    return next(((m.named.name, m.start, m.end) for m in mentions(words[:400]) if is_agency(m.named.name)), None)


def outlet_named(words: str) -> str | None:
    """The outlet or agency that these words are the name of, and nothing else."""
    found = named(words.strip(" .,-–—|"))
    return found.name if found else None


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(any_of(credit_table().cues.papers))


def is_genre(words: str) -> bool:
    """Whether these words tell a kind of text: "News in brief", "Press release"."""
    tokens = words.split()
    return len(tokens) <= 6 and words[:1].isupper() and low(tokens[-1].strip(".,:")) in credit_table().cues.genres


def is_masthead(words: str) -> bool:
    """Whether these words are what a paper, station or agency calls itself: a few names with such a word among them."""
    tokens = words.split()
    if not 2 <= len(tokens) <= 6 or tokens[0][0].islower() or sum(t[0].islower() for t in tokens) > 2:
        return False
    if is_genre(words) or any(re.fullmatch(r"(?:19|20)\d\d", t) for t in tokens):
        return False
    # At either end of the name: "Halvern Mercury", "Gazeta do Cais"; "Radio" in the middle is a headline's.
    return any(start == 0 or end == len(words) for start, end in (m.span() for m in _papers().finditer(low(words))))
