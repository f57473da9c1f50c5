"""Text to windows of word pieces, each with its place in the text and its features."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tokenizers import Tokenizer

OPENING, CLOSING, EITHER = "\u201c\u00ab\u201e", "\u201d\u00bb", '"'
SENTENCE_END = re.compile(r"[.!?][\"\u201d\u2019')\]]*\s+$")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text: vocabulary ids, character spans, whether each begins a word, and features."""

    ids: list[int]
    spans: list[tuple[int, int]]
    begins: list[bool]
    features: list[int]


def cut(tokenizer: Tokenizer, text: str) -> Pieces:
    """Word pieces of a text, without the special pieces."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    spans = encoded.offsets
    begins = [not token.startswith("##") for token in encoded.tokens]
    return Pieces(encoded.ids, spans, begins, features(text, spans))


def features(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """case (0 lower, 1 title, 2 upper, 3 no letter) + 4 * quotation (0 out, 1 in, 2 mark, 3 in single marks)
    + 16 * start of a paragraph + 32 * start of a sentence."""
    out: list[int] = []
    inside = single = False
    last = 0
    for start, end in spans:
        gap, word = text[last:start], text[start:end]
        paragraph = not out or "\n" in gap
        if paragraph:
            inside = single = False
        mark, inside, single = quotation(text, start, end, inside, single)
        sentence = paragraph or bool(SENTENCE_END.search(text[max(0, start - 6) : start]))
        out.append(case(word) + 4 * mark + 16 * paragraph + 32 * sentence)
        last = end
    return out


def case(word: str) -> int:
    if not any(c.isalpha() for c in word):
        return 3
    if word.islower():
        return 0
    return 2 if word.isupper() and len(word) > 1 else 1


def quotation(text: str, start: int, end: int, inside: bool, single: bool) -> tuple[int, bool, bool]:
    """The quotation feature of the piece text[start:end], and the state after it."""
    word = text[start:end]
    doubled = word in "'`" and (text[start : start + 2] in ("''", "``") or text[max(0, start - 1) : end] in ("''", "``"))
    if doubled:
        if text[max(0, start - 1) : end] in ("''", "``"):
            return 2, inside, single
        return 2, not inside, single
    if word and word in OPENING:
        return 2, True, single
    if word and word in CLOSING:
        return 2, False, single
    if word == EITHER:
        return 2, not inside, single
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if word in ("\u2018", "'") and not before.isalnum() and after.isalnum():
        return 2, inside, True
    if word in ("\u2019", "'") and single and not after.isalnum():
        return 2, inside, False
    return (1 if inside else 3 if single else 0), inside, single
