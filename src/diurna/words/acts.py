"""Who did what to whom."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from diurna.words.absent import NOT_STATED, Absent
from diurna.words.places import Place
from diurna.words.quotes import Quote
from diurna.words.statements import Hop
from diurna.words.times import When


class Modality(StrEnum):
    """How an act stands. Never flattened into done."""

    DONE = "done"
    PLANNED = "planned"
    WANTED = "wanted"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    NEGATED = "negated"


class Party(Struct, frozen=True):
    """An actor in an act: the words that name it there and the actor behind them, where the record knows one."""

    quote: Quote
    name: str
    actor: str | Absent = NOT_STATED
    country: str | Absent = NOT_STATED
    sector: str | Absent = NOT_STATED


class Quantity(Struct, frozen=True):
    """A number with its words. low and high are equal for a plain figure; high is NOT_STATED for "at least"."""

    quote: Quote
    low: float | Absent
    high: float | Absent
    of: str


class Act(Struct, frozen=True, kw_only=True):
    """One report's account of an act."""

    id: str
    """From the report's id (its digest and name), the trigger's span and the kind as first read."""
    report: str
    kind: str
    plover: str
    modality: Modality
    trigger: Quote
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    matter: Quote | Absent = NOT_STATED
    condition: Quote | Absent = NOT_STATED
    place: Place | Absent = NOT_STATED
    when: When | Absent = NOT_STATED
    on_word_of: tuple[Hop, ...] = ()
    evidence: tuple[Quote, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mutual: bool = False
    """The parties stand on the same footing: actor and recipient may be read either way round."""
    alleged: bool = False
    """The act stands only inside somebody's accusation, denial or claim."""
    within: str | Absent = NOT_STATED
    """The id of the act that holds this one: the accusation of an alleged act, the demand for a wanted one."""
    confidence: float = 1.0
    decided_by: tuple[str, ...] = ()
    """What decided, in words: the model's head with its score and runners-up, or the rule that stepped in."""
