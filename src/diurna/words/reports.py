"""One document as published."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from diurna.words.absent import NOT_STATED, Absent
from diurna.words.quotes import Quote


class CreditRole(StrEnum):
    """What a report credits somebody for."""

    WIRE = "wire agency"
    PHOTO = "photo agency"
    OUTLET = "original outlet"
    TRANSLATOR = "translator"


class Credit(Struct, frozen=True):
    """Whom the report credits, and the words that do."""

    name: str
    role: CreditRole
    quote: Quote | Absent = NOT_STATED


class Furniture(Struct, frozen=True):
    """Words on the page that are no part of the report: marked, never cut.

    kind: caption, credit, section label, share bar, navigation, republishing note, related link, date line, byline,
    dateline, title, notice.
    """

    start: int
    end: int
    kind: str


class Published(Struct, frozen=True):
    """The date of publication and what it rests on.

    date is ISO 8601: a day (2022-05-11) or a time with its zone (2022-05-11T09:30:00+03:00).
    """

    date: str
    rests_on: str
    quote: Quote | Absent = NOT_STATED


class Report(Struct, frozen=True, kw_only=True):
    """A report as it was taken in. `text` is the stored text that all offsets hold in."""

    id: str
    """From the digest and the name: reading the same file again gives the same id."""
    name: str
    """A file's name, or the id of a JSON line."""
    place: str
    """Where it was found, for messages to the user: a path, or path:line."""
    text: str
    digest: str
    language: str | Absent = NOT_STATED
    title: str | Absent = NOT_STATED
    title_quote: Quote | Absent = NOT_STATED
    outlet: str | Absent = NOT_STATED
    byline: str | Absent = NOT_STATED
    url: str | Absent = NOT_STATED
    published: Published | Absent = NOT_STATED
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Furniture, ...] = ()
