"""The lexicon of this room, read once: data/words.toml."""

from __future__ import annotations

import tomllib
from functools import cache

from diurna.reading.where.tables import DATA


@cache
def words(table: str, name: str) -> frozenset[str]:
    """One list of data/words.toml as a set. Raises KeyError for a list that is not there."""
    return frozenset(_lexicon()[table][name].split())


@cache
def _lexicon() -> dict[str, dict[str, str]]:
    with (DATA / "words.toml").open("rb") as file:
        return tomllib.load(file)
