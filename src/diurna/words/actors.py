"""Who acts: persons, states, organisations and groups, under all their names."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from diurna.words.absent import NOT_STATED, Absent


class ActorType(StrEnum):
    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"


class Mention(Struct, frozen=True):
    """Words that name an actor in a report. how: name, office, seat (a capital or building for its government),
    adjective, pronoun, phrase."""

    start: int
    end: int
    words: str
    actor: str
    how: str


class Actor(Struct, frozen=True, kw_only=True):
    """One actor for all its names. `mentions` are the distinct words it goes by, in the order of their first place."""

    id: str
    name: str
    type: ActorType
    mentions: tuple[str, ...] = ()
    country: str | Absent = NOT_STATED
    """ISO 3166 alpha-3."""
    sector: str | Absent = NOT_STATED
    """PLOVER sector: GOV, MIL, REB, IGO…"""
    office: str | Absent = NOT_STATED
    basis: str = "words"
    """What the identity rests on: registry (a table of actors, ours or the user's), or words (placed by the words around it)."""
