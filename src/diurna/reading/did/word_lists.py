"""The words that the rules of this room look for, read once: languages/en/acts.toml, which says what each list is for."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from msgspec import Struct, ValidationError, convert

FILE = "acts.toml"
ListName = Literal[
    "ahead",
    "ahead_as_written",
    "asked",
    "carried_out",
    "events",
    "failed",
    "felt",
    "land",
    "offers",
    "people",
    "promises",
    "ready",
    "ruling_out",
    "saying",
    "takes_an_object",
    "vehicles",
    "weapons",
    "weighing",
]
NAMES: frozenset[str] = frozenset(get_args(ListName))
"""The lists that some rule asks for: a list that none asks for would be edited in vain."""


class WordList(Struct, frozen=True, forbid_unknown_fields=True):
    """One table of the file."""

    words: str


def words(name: ListName) -> frozenset[str]:
    """One list as a set. Raises ValueError when something in the file is wrong."""
    return word_lists()[name]


@cache
def word_lists() -> dict[str, frozenset[str]]:
    return lists_in(files("diurna.reading.languages.en").joinpath(FILE).read_text(encoding="utf-8"))


def lists_in(text: str) -> dict[str, frozenset[str]]:
    """The lists of a file's text, by name. Raises ValueError that names the file, and the list and the word that are wrong."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{FILE}: {error}") from error
    if missing := NAMES - set(tables):
        raise ValueError(f"{FILE}: no list {', '.join(sorted(missing))}")
    if unknown := set(tables) - NAMES:
        raise ValueError(f"{FILE}: no rule asks for the list {', '.join(sorted(unknown))}")
    return {name: checked(name, table) for name, table in tables.items()}


def checked(name: str, table: object) -> frozenset[str]:
    """The words of one list. Raises ValueError when there are none, one stands twice or one is not in small letters."""
    try:
        listed = convert(table, WordList).words.split()
    except ValidationError as error:
        raise ValueError(f"{FILE}: {name}: {error}") from error
    if not listed:
        raise ValueError(f"{FILE}: {name}: the list is empty")
    if large := [w for w in listed if w != w.lower()]:
        raise ValueError(f"{FILE}: {name}: not in small letters: {', '.join(large)}")
    if twice := [w for w, times in Counter(listed).items() if times > 1]:
        raise ValueError(f"{FILE}: {name}: more than once: {', '.join(twice)}")
    return frozenset(listed)
