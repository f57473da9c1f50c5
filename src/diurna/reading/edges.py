"""The edges of a span: what stands there and is no part of the words."""

from __future__ import annotations

from diurna.words import Span

PARTING = frozenset(",;:\u2013\u2014-")
"""Marks that part words from what stands beside them."""


def without_blanks(text: str, start: int, end: int) -> Span:
    """The span text[start:end] without the blanks at its edges, empty where it holds nothing else."""
    end = start + len(text[start:end].rstrip())
    return end - len(text[start:end].lstrip()), end
