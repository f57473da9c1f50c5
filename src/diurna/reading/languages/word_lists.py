"""The words that the rules look for: files that people edit, checked when they are loaded.

A room with words of its own has a file of `languages/en` and a Struct with a field for each of the file's tables: `Words` for a list,
a dict for words that mean something each (`april = 4`). So no rule can ask for a list that is not there, and none can be edited in vain.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from typing import Any, TypeVar

from msgspec import Struct, ValidationError, convert
from msgspec.structs import fields

Words = frozenset[str]
"""A list: one table with the one key `words`, a string of words with blanks between."""
Room = TypeVar("Room", bound=Struct)


class WordList(Struct, frozen=True, forbid_unknown_fields=True):
    """A list as the file has it."""

    words: str


def word_lists(file: str, room: type[Room]) -> Room:
    """The words of a room from its file of languages/en. Raises ValueError when something in the file is wrong."""
    return lists_in(files("diurna.reading.languages.en").joinpath(file).read_text(encoding="utf-8"), file, room)


def lists_in(text: str, file: str, room: type[Room]) -> Room:
    """The words in a file's text. Raises ValueError that names the file, and the table and the word that are wrong."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from error
    types = {field.name: field.type for field in fields(room)}
    if missing := set(types) - set(tables):
        raise ValueError(f"{file}: no list {', '.join(sorted(missing))}")
    if unknown := set(tables) - set(types):
        raise ValueError(f"{file}: no rule asks for the list {', '.join(sorted(unknown))}")
    try:
        return room(**{name: checked(tables[name], name, of) for name, of in types.items()})
    except ValueError as error:
        raise ValueError(f"{file}: {error}") from error


def checked(table: object, name: str, of: Any) -> Any:
    """The words of one table, as its field of the room's Struct wants them. Raises ValueError when a word or what it means is not as it
    must be, stands twice, or when there are none."""
    try:
        found = convert(table, WordList).words.split() if of == Words else convert(table, of)
    except ValidationError as error:
        raise ValueError(f"{name}: {error}") from error
    if fault := fault_in(list(found)):
        raise ValueError(f"{name}: {fault}")
    return frozenset(found) if of == Words else found


def fault_in(listed: list[str]) -> str:
    """What is wrong with the words of a table, empty when nothing is."""
    if not listed:
        return "the list is empty"
    if large := [word for word in listed if word != word.lower()]:
        return f"not in small letters: {', '.join(large)}"
    twice = [word for word, times in Counter(listed).items() if times > 1]
    return f"more than once: {', '.join(twice)}" if twice else ""
