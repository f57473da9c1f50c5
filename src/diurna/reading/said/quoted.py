"""Whether words are quoted."""

from __future__ import annotations

import re

from diurna.words import Form, Span

OPENING = re.compile("(?:[\"\u201c\u00ab\u201e\u2018]|''|``|(?<![^\\s(\u2014-])')[^\\w]*$")
CLOSING = re.compile("^[^\\w\"\u201d\u00bb]{0,2}(?:[\"\u201d\u00bb\u2019]|''|'(?!\\w))")
ANY = re.compile("[\"\u201c\u201d\u00ab\u00bb\u201e]|''|``|(?<!\\w)[\u2018'](?=\\w)")


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
    opens = bool(re.match("\\s*(?:[\"\u201c\u00ab\u201e\u2018]|''|``|'(?=\\w))", inner)) or bool(
        OPENING.search(text[max(0, start - 3) : start])
    )
    closes = bool(re.search("(?:[\"\u201d\u00bb\u2019]|''|')[.,!?;:\\s]*$", inner)) or bool(CLOSING.match(text[end : end + 4]))
    if not (opens and closes):
        return opens and text[end : end + 3].lstrip(" ")[:1] in ("\n", "\r", "") and bool(re.search("[.!?]\\s*$", inner))
    body = inner.strip("\"\u201c\u201d\u00ab\u00bb\u201e\u2018\u2019'`.,!?;: \n\r")
    return not re.search("[\u201d\u00bb\"]|''", body)
