"""The words that the rules of this room look for: languages/en/acts.toml, which says what each list is for."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from diurna.reading.languages.word_lists import Words, word_lists

FILE = "acts.toml"


class ActWords(Struct, frozen=True):
    """The lists of the file."""

    accords: Words
    ahead: Words
    ahead_as_written: Words
    airwaves: Words
    almost: Words
    anybody: Words
    apologising: Words
    asked: Words
    breaches: Words
    calling: Words
    carried_out: Words
    causing: Words
    cautioning: Words
    courts: Words
    due: Words
    elements: Words
    emergencies: Words
    envoys: Words
    events: Words
    exchanging: Words
    failed: Words
    felt: Words
    getting: Words
    gunmen: Words
    hoping: Words
    hostilities: Words
    keeping: Words
    land: Words
    leaving: Words
    naming: Words
    near: Words
    negating: Words
    nobody: Words
    offering: Words
    offers: Words
    officers_do: Words
    papers: Words
    penalties: Words
    people: Words
    perils: Words
    preventing: Words
    promises: Words
    promising: Words
    ready: Words
    returning: Words
    revenge: Words
    ruling_out: Words
    saying: Words
    shooting: Words
    stopping: Words
    supplies: Words
    takes_an_object: Words
    taking_up: Words
    terms: Words
    ties: Words
    troubles: Words
    undergone: Words
    undertaking: Words
    untrue: Words
    vehicles: Words
    weapons: Words
    weighing: Words


@cache
def lexis() -> ActWords:
    """The lists, read once. Raises ValueError when something in the file is wrong."""
    return word_lists(FILE, ActWords)
