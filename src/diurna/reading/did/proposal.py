"""What a reader of acts proposes, before actors, place, time and the chain of word are worked out."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from diurna.words import Span


@dataclass(frozen=True, slots=True)
class Sure:
    """What the trained heads hold of their answers, 0 to 1: the kind, the modality, the least sure of the parties that lead."""

    kind: float
    modality: float
    parties: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """One act as words: character spans of the trigger, the parties, the condition.

    confidence is what the reader that proposed it says, before it is set against what was right on marked reports; sure is what that
    rests on, where trained heads proposed. main is how strongly the sentence's main act is this one; why says what decided, for
    people. each_other: they did it to one another.
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
    sure: Sure | None = None
    each_other: bool = False


Told = tuple[Proposal, Token]
"""A proposal and its trigger."""
