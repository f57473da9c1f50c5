"""Names that are all but those of somebody known: of who held the office named beside them."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from diurna.reading.who.gathering import Gathering
from diurna.reading.who.registry import normal
from diurna.words import NOT_STATED, Absent

Standing = tuple[str | Absent, str | Absent, str]
"""A person's country, sector and title."""
MISSPELT = 2
"""Edits within which a family name of six letters or more is taken for one that the report or a title vouches for."""
SHORTEST = 6
"""Letters of a family name below which nearness says nothing."""


def holder_all_but(g: Gathering, words: str, said: Standing) -> str | None:
    """The one holder of the office before a full name whose given and family name it all but is: "Secretary-General Antonio Guteres"."""
    given, *_, family = normal(words).split()
    if not said[2] or len(family) < SHORTEST:
        return None
    near = {p for p in holders_all_but(g, family, said) if all_but(normal(g.registry.people[p].name).split()[0], given)}
    return near.pop() if len(near) == 1 else None


def holders_all_but(g: Gathering, word: str, said: Standing) -> set[str]:
    """Who has held the office that the words before a name give, with a family name that is all but the word."""
    country, _, title = said
    held = [
        tenure.person
        for (office, of), tenures in g.registry.holders.items()
        if office == title or title.endswith(f" {office}")
        if country is NOT_STATED or of == f"state:{country}" or not of.startswith("state:")
        for tenure in tenures
    ]
    return {p for p in held if any(len(f) >= SHORTEST and all_but(normal(f), word) for f in g.registry.people[p].family)}


def all_but(family: str, word: str) -> bool:
    """Whether no more than MISSPELT edits part a family name from a word."""
    return OSA.distance(family, word, score_cutoff=MISSPELT) <= MISSPELT


