"""Where."""

from __future__ import annotations

from msgspec import Struct

from diurna.words.absent import NOT_STATED, Absent
from diurna.words.quotes import Quote


class Place(Struct, frozen=True):
    """A place named in the report, with coordinates in degrees when the gazetteer knows it."""

    name: str
    country: str | Absent = NOT_STATED
    lat: float | Absent = NOT_STATED
    lon: float | Absent = NOT_STATED
    quote: Quote | Absent = NOT_STATED
