"""The words that the rules of this room look for: languages/en/statements.toml, which says what each list is for."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from diurna.reading.languages.word_lists import Words, word_lists

FILE = "statements.toml"


class StatementWords(Struct, frozen=True):
    """The lists of the file."""

    addressing: Words
    plain: Words
    held: Words
    stands: Words
    supposing: Words
    putting_forward: Words
    headline_speakers: Words
    naming: Words
    no_speakers: Words
    quoting: Words
    deeds: Words
    ordering: Words
    media: Words
    asking: Words
    askers: Words
    answerers: Words
    before_a_label: Words
    accounts: Words
    undertaking: Words
    hearsay: Words
    counting: Words


@cache
def lexis() -> StatementWords:
    """The lists, read once. Raises ValueError when something in the file is wrong."""
    return word_lists(FILE, StatementWords)
