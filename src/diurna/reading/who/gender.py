"""Whether "he" or "she" can mean a person, as far as a given name or an honorific tells."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from diurna.reading.languages.word_lists import Words, word_lists
from diurna.reading.who.registry import normal
from diurna.reading.who.word_lists import lexis

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
FILE = "given_names.toml"


class GivenNames(Struct, frozen=True):
    """The names that tell which pronoun follows."""

    he: Words
    she: Words


@cache
def given_names() -> GivenNames:
    """The names, read once. Raises ValueError when something in the file is wrong."""
    return word_lists(FILE, GivenNames)


def may_mean(pronoun: str, name: str, titles: set[str]) -> bool:
    """False only where the name or a title speaks against the pronoun."""
    told: set[str] = {which for title, which in lexis().titles_of_gender.items() if title in titles}
    if not told:
        first = normal(name).split()[0] if name else ""
        told = {which for which, names in (("he", given_names().he), ("she", given_names().she)) if first in names}
    return not told or pronoun in (SHE if "she" in told else HE)
