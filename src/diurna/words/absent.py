"""What a report leaves out, as values."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar


class Absent(StrEnum):
    """A value that the report does not give."""

    NOT_STATED = "not stated"
    UNNAMED = "unnamed"
    """Somebody is meant, and the report does not say who ("sources", "an official")."""


T = TypeVar("T")
NOT_STATED = Absent.NOT_STATED
UNNAMED = Absent.UNNAMED


def stated(value: T | Absent) -> T | None:
    """The value, or None where the report does not give it (for the public JSON, which says null)."""
    return None if isinstance(value, Absent) else value
