"""The words that the rules of this room look for: languages/en/places.toml, which says what each list is for."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from diurna.reading.languages.word_lists import Words, word_lists

FILE = "places.toml"


class PlaceWords(Struct, frozen=True):
    """The lists of the file."""

    apart: Words
    at: Words
    before_a_name: Words
    between: Words
    bound_for: Words
    brings: Words
    bystanders: Words
    colouring: Words
    coming_from: Words
    going_to: Words
    happening: Words
    happening_of: Words
    happening_on: Words
    inside: Words
    leading_to: Words
    light: Words
    object_is_the_place: Words
    of_nouns: Words
    on_kinds: Words
    origin_first: Words
    region: Words
    saying: Words
    sites: Words
    small_at_the_start: Words
    small_within: Words
    titles: Words
    touching_after: Words
    touching_before: Words
    travel: Words


@cache
def lexis() -> PlaceWords:
    """The lists, read once. Raises ValueError when something in the file is wrong."""
    return word_lists(FILE, PlaceWords)
