"""What one report yields."""

from __future__ import annotations

from msgspec import Struct

from diurna.words.actors import Actor, Mention
from diurna.words.acts import Act
from diurna.words.statements import Statement


class Reading(Struct, frozen=True, kw_only=True):
    """The statements, acts and actors of one report. `unread` says why there are none when no reader could read it."""

    report: str
    statements: tuple[Statement, ...] = ()
    acts: tuple[Act, ...] = ()
    """The main act of a sentence before its others; sentences in text order."""
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    unread: str = ""
