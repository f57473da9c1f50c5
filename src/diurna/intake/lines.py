"""The lines of a text, each with its place."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MOST_LINES = 20_000
"""No report has as many. What a hostile text of millions of one-letter lines may cost is bounded by it."""
SHORT = 400
"""Characters. Furniture stands in lines no longer than this."""
_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?…।。！？؟]['\"’”»)\]]*$")
_NO_WORD = re.compile(r"[\W_]+")
_LINKS = frozenset("with from over after into that says amid under near during against between before until while about".split())
"""Words that no headline ends in, beside those of up to three letters."""
_SHORT_FORM = re.compile(r"(?:\b\w\.){2,}$")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


class Line(NamedTuple):
    """One line without the blanks around it: ``text[start:end] == words``, and never empty."""

    start: int
    end: int
    words: str
    gap: bool
    """An empty line, or nothing at all, stands before it."""

    @property
    def short(self) -> bool:
        return len(self.words) <= SHORT

    @property
    def size(self) -> int:
        """How many words; of Chinese and Japanese, which set no spaces, about as many."""
        return len(self.words.split()) + len(_DENSE.findall(self.words)) // 2


def lines_of(text: str) -> list[Line]:
    """The lines that hold words, in order: at most MOST_LINES of them."""
    return [line for line, _ in zip(_walk(text), range(MOST_LINES), strict=False)]


def _walk(text: str) -> Iterator[Line]:
    last = 0
    for match in _LINE.finditer(text):
        words = match.group()
        body = words.strip()
        if not body:
            continue
        start = match.start() + words.index(body[0])
        yield Line(start, start + len(body), body, _is_gap(text, last, start))
        last = start + len(body)


def _is_gap(text: str, last: int, start: int) -> bool:
    # Only a short look back: between two lines there may stand megabytes of blanks.
    return last == 0 or len(_BREAK.findall(text, max(last, start - 200), start)) > 1


def ends_a_sentence(words: str) -> bool:
    """Whether a full stop, question or exclamation mark ends the words, quotation marks and brackets behind it aside."""
    return bool(_SENTENCE_END.search(words[-6:]))


def is_running(line: Line) -> bool:
    """A paragraph of the report, as against a title, a label or a note: long, or a sentence with its full stop."""
    if line.size >= 40 or len(line.words) > 240:
        return True
    if line.size < 8 or not ends_a_sentence(line.words) or line.words.endswith(("?", "!")):
        return False
    # "… -U.N." ends a headline, or a sentence: it is one when another stands before it.
    return not _SHORT_FORM.search(line.words) or bool(re.search(r"[a-z]{2}[.!?] [A-Z]", line.words))


def carries_on(line: Line, below: Line) -> bool:
    """Whether the next line goes on with this one's sentence: a text broken at some width."""
    if below.gap or ends_a_sentence(line.words):
        return False
    last = line.words.split()[-1]
    open_ended = last.islower() and (len(last) <= 3 or last in _LINKS)
    return below.words[0].islower() or line.words[-1] in ",-–—" or open_ended


def joined(lines: Sequence[Line]) -> Line:
    """The first line with those that carry its sentence on, a blank for each break."""
    last = 0
    while last + 1 < len(lines) and carries_on(lines[last], lines[last + 1]):
        last += 1
    return Line(lines[0].start, lines[last].end, " ".join(line.words for line in lines[: last + 1]), True)


def has_letters(words: str) -> bool:
    """Whether there is anything to read in the words, in any script."""
    return bool(_LETTER.search(words))


def plain(words: str) -> str:
    """Words for comparing only: case, punctuation and spaces left out."""
    return _NO_WORD.sub("", words.casefold())
