"""Exact words at an exact place, and the ids that come from them."""

from __future__ import annotations

import hashlib

from msgspec import Struct

Span = tuple[int, int]


class Quote(Struct, frozen=True, order=True):
    """An exact span of a report's stored text."""

    start: int
    end: int
    words: str


def cut(text: str, start: int, end: int) -> Quote:
    """The quote of text[start:end]. Raises ValueError for a span that is empty or outside the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no words at {start}:{end} in a text of {len(text)} characters")
    return Quote(start, end, text[start:end])


def digest_of(text: str) -> str:
    """sha256 of the stored text in UTF-8 (lone surrogates kept), as ``sha256:`` and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def identity(*parts: object) -> str:
    """A short id, the same for the same raw parts in any version: 16 hexadecimal digits."""
    raw = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(raw).hexdigest()[:16]
