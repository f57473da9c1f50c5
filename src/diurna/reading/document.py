"""A report and its parse: what every question of the reading is put to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from diurna.words import Furniture, Quote, Report, cut

#: Kinds of furniture whose words the readers still read: a caption may hold facts, a title is part of the report.
READ_ALL_THE_SAME = frozenset(("caption", "title"))


@dataclass(frozen=True, slots=True)
class Document:
    """One report with its parse. `doc` covers `report.text` character for character (furniture blanked out), so
    ``token.idx`` is an offset into the stored text."""

    report: Report
    doc: Doc

    def quote(self, start: int, end: int) -> Quote:
        """The words of the stored text at [start, end). Raises ValueError for an empty or outside span."""
        return cut(self.report.text, start, end)

    def sentences(self) -> Iterator[Span]:
        """The sentences that hold at least one word."""
        return (s for s in self.doc.sents if any(not t.is_space for t in s))

    def tokens(self, start: int, end: int) -> Span:
        """The tokens that overlap the characters [start, end); an empty span when none does."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return self.doc[0:0] if span is None else span


def readable(report: Report) -> str:
    """The stored text with furniture blanked out: same length, line ends kept, so offsets hold."""
    text = report.text
    for piece in report.furniture:
        if piece.kind not in READ_ALL_THE_SAME or repeats_the_title(report, piece):
            blank = "".join(c if c in "\r\n" else " " for c in text[piece.start : piece.end])
            text = text[: piece.start] + blank + text[piece.end :]
    return text


def repeats_the_title(report: Report, piece: Furniture) -> bool:
    """Whether a caption only says the title again ("TITLE - Photo 1."): one account is enough."""
    return (
        isinstance(report.title_quote, Quote)
        and piece.start != report.title_quote.start
        and report.text[piece.start : piece.end].startswith(report.title_quote.words)
    )


def end_of(token: Token) -> int:
    """The offset just past a token's characters."""
    return int(token.idx + len(token.text))
