"""Quotation marks, and whether words stand between them."""

from __future__ import annotations

import re

from diurna.words import Form, Span

OPENING, CLOSING, EITHER = "\u201c\u00ab", "\u201d\u00bb", '"'
"""Double marks: those that open, each with its closing one at the same place, and the one that does both.

The features of the encoder have a table of their own: its weights have learned that one.
"""
LOW = "\u201e"
"""Opens too, but is closed by a mark that elsewhere opens, so it makes no pair."""
OPENS = f"[{EITHER}{OPENING}{LOW}\u2018]|''|``"
CLOSES = f"[{EITHER}{CLOSING}\u2019]|''"
OPENED_BEFORE = re.compile(rf"(?:{OPENS}|(?<![^\s(\u2014-])')[^\w]*$")
OPENED_INSIDE = re.compile(rf"\s*(?:{OPENS}|'(?=\w))")
CLOSED_AFTER = re.compile(rf"^[^\w{EITHER}{CLOSING}]{{0,2}}(?:{CLOSES}|'(?!\w))")
CLOSED_INSIDE = re.compile(rf"(?:{CLOSES}|')[.,!?;:\s]*$")
DOUBLE = EITHER + OPENING + CLOSING + LOW
ANY = re.compile(rf"[{DOUBLE}]|''|``|(?<!\w)[\u2018'](?=\w)")


def form_of(text: str, content: tuple[Span, ...]) -> Form:
    """Direct when every piece stands between quotation marks, mixed when some words do, else indirect."""
    whole = [within_marks(text, start, end) for start, end in content]
    if all(whole):
        return Form.DIRECT
    return Form.MIXED if any(whole) or any(ANY.search(text[a:b]) for a, b in content) else Form.INDIRECT


def within_marks(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] opens and closes with quotation marks, inside the span or right beside it.

    A quotation that runs over paragraphs opens each and closes only the last; one that opens and reaches its line's end counts.
    """
    inner = text[start:end]
    opens = bool(OPENED_INSIDE.match(inner) or OPENED_BEFORE.search(text[max(0, start - 3) : start]))
    closes = bool(CLOSED_INSIDE.search(inner) or CLOSED_AFTER.match(text[end : end + 4]))
    if not (opens and closes):
        return opens and text[end : end + 3].lstrip(" ")[:1] in ("\n", "\r", "") and bool(re.search("[.!?]\\s*$", inner))
    body = inner.strip(DOUBLE + "\u2018\u2019'`.,!?;: \n\r")
    return not re.search(f"[{EITHER}{CLOSING}]|''", body)
