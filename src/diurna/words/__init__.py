"""The words of the record: frozen types that every other room speaks. Imports nothing else of ours.

Spans are half-open character offsets into a report's stored text: ``text[start:end] == words``, always.
What a report does not say is a value of its own: `NOT_STATED`, never a guess and never a bare ``None``.
"""

from diurna.words.absent import NOT_STATED, UNNAMED, Absent, stated
from diurna.words.actors import Actor, ActorType, Mention
from diurna.words.acts import Act, Modality, Party, Quantity
from diurna.words.kinds import KINDS, Kind, kind_named, plover_of
from diurna.words.places import Place
from diurna.words.quotes import Quote, Span, cut, digest_of, identity
from diurna.words.readings import Reading
from diurna.words.reports import Credit, CreditRole, Furniture, Published, Report
from diurna.words.statements import Form, Hop, HopRole, Source, Statement
from diurna.words.times import When
from diurna.words.troubles import Trouble

__all__ = [
    "KINDS",
    "NOT_STATED",
    "UNNAMED",
    "Absent",
    "Act",
    "Actor",
    "ActorType",
    "Credit",
    "CreditRole",
    "Form",
    "Furniture",
    "Hop",
    "HopRole",
    "Kind",
    "Mention",
    "Modality",
    "Party",
    "Place",
    "Published",
    "Quantity",
    "Quote",
    "Reading",
    "Report",
    "Source",
    "Span",
    "Statement",
    "Trouble",
    "When",
    "cut",
    "digest_of",
    "identity",
    "kind_named",
    "plover_of",
    "stated",
]
