"""What a reader of acts proposes, before actors, place, time and the chain of word are worked out."""

from __future__ import annotations

from dataclasses import dataclass

from diurna.words import Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """One act as words: character spans of the trigger, the parties, the condition.

    main is how strongly the sentence's main act is this one; why says what decided, for people.
    """

    trigger: Span
    kind: str
    modality: str
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    condition: Span | None = None
    alleged: bool = False
    main: float = 0.0
    confidence: float = 1.0
    why: tuple[str, ...] = ()
