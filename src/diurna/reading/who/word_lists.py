"""The words that the rules of this room look for: languages/en/actors.toml, which says what each table is for."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct

from diurna.reading.languages.word_lists import Words, word_lists

FILE = "actors.toml"


class ActorWords(Struct, frozen=True):
    """The tables of the file."""

    any_one: Words
    asking: Words
    before_another_name: Words
    belonging: Words
    bodies: Words
    bodies_by_sector: dict[str, tuple[str, ...]]
    """Noun to PLOVER sectors."""
    bodies_with: dict[str, tuple[str, ...]]
    """Title to ids of the registry, the one whose readouts name it alone first."""
    calendar: Words
    common_family_names: Words
    honorifics: Words
    in_a_persons_name: Words
    in_names_of_bodies: Words
    kin: Words
    kinds_of_body: dict[str, tuple[str, ...]]
    """Word to PLOVER sectors."""
    lesser: Words
    looser_titles: dict[str, tuple[str, ...]]
    """Word to titles."""
    men: Words
    no_bodies: Words
    no_longer: Words
    of_their_place: Words
    papers: Words
    persons: Words
    placing: Words
    saying: Words
    several: Words
    shared_names: dict[str, tuple[str, ...]]
    """Name to states."""
    shortened_titles: dict[str, str]
    """Short form to title."""
    small_in_a_name: Words
    titles_of_gender: dict[str, Literal["he", "she"]]
    unnamed: Words
    waters: Words
    what_it_is: Words
    where: Words
    women: Words


@cache
def lexis() -> ActorWords:
    """The tables, read once. Raises ValueError when something in the file is wrong."""
    return word_lists(FILE, ActorWords)
