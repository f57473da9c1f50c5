"""Who said what, on whose word."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from diurna.words.absent import NOT_STATED, Absent
from diurna.words.quotes import Quote, Span


class Form(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class HopRole(StrEnum):
    SPEAKER = "speaker"
    AGENCY = "agency"
    OUTLET = "outlet"
    TRANSLATOR = "translator"


class Hop(Struct, frozen=True):
    """One link in a chain of word, from the mouth outward, with the words that name it."""

    name: str
    role: HopRole
    actor: str | Absent = NOT_STATED
    quote: Quote | Absent = NOT_STATED
    beside: bool = False
    """Whether it speaks together with the hop before it ("Egypt and Qatar said"), and does not hand its word on."""


class Source(Struct, frozen=True):
    """Who speaks: the words (none in a passive without agent) and the actor behind them.

    actor is an actor's id, UNNAMED ("sources", "an official") or NOT_STATED (no words at all, or a pronoun that nothing
    resolves).
    """

    spans: tuple[Span, ...]
    actor: str | Absent = NOT_STATED


class Statement(Struct, frozen=True, kw_only=True):
    id: str
    report: str
    form: Form
    source: Source
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    on_word_of: tuple[Hop, ...] = ()
    within: str | Absent = NOT_STATED
    """The id of the statement whose content holds this one: what somebody says that somebody else said."""
    confidence: float = 1.0
    decided_by: tuple[str, ...] = ()
