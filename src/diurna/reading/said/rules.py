"""Statements by rules over the parse: speech verbs with their subject and complement, "according to", "as per".

The plain reader, for where no model is wanted. It knows the speech verbs of `languages/en/cues.toml`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from diurna.reading.document import Document, end_of
from diurna.reading.edges import PARTING, without_blanks
from diurna.reading.said.quoted import CLOSING, EITHER, OPENING
from diurna.reading.said.tagger import Attribution
from diurna.words import Span

QUOTED = re.compile(f"[{EITHER}{OPENING}]([^{EITHER}{OPENING}{CLOSING}]{{2,2000}})[{EITHER}{CLOSING}]")
QUOTES = re.compile(f"[{EITHER}{OPENING}{CLOSING}]")
ACCORDING = frozenset(("according", "per"))
SOMEBODY = frozenset(("NOUN", "PROPN", "PRON"))
PAIRED = tuple(zip(OPENING, CLOSING, strict=True))
SURE = 0.6
"""Confidence given to a statement found by rule: a fixed word for "less sure than the tagger", not a measured share."""


@cache
def speech_verbs() -> frozenset[str]:
    raw = files("diurna.reading.languages.en").joinpath("cues.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(raw)["verbs"])


def attributions(document: Document) -> list[Attribution]:
    """The statements of a report, in the order of their contents."""
    found = []
    for token in document.doc:
        if token.pos_ in ("VERB", "AUX") and token.lemma_ in speech_verbs():
            attribution = of_verb(document, token)
        elif token.lower_ in ACCORDING:
            attribution = of_according(document, token)
        else:
            continue
        if attribution:
            found.append(attribution)
    return sorted(found, key=lambda a: a.content)


def of_verb(document: Document, verb: Token) -> Attribution | None:
    """What a speech verb reports: its clause, the quotation it hangs on, or both."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), None)
    contents: list[Span] = []
    if clause is not None:
        contents.append(span_of(clause))
    elif verb.dep_ in ("parataxis", "ccomp", "ROOT"):
        contents += before_the_aside(document, verb) or quotations(document, verb)
    if not contents:
        return None
    source = (span_of(subject),) if subject is not None and subject.dep_ == "nsubj" else ()
    cue = (verb.idx, end_of(verb))
    told = cut_out(document, contents, [cue, *source])
    return Attribution(source, (cue,), tuple(told), SURE, "rules") if told else None


def before_the_aside(document: Document, verb: Token) -> list[Span]:
    """What is told before "…, the ministry said, blaming …", where it is no quotation."""
    subject, told = next((c for c in verb.children if c.dep_ == "nsubj"), verb), verb.head
    first = subject.left_edge
    if verb.dep_ != "parataxis" or not told.i < first.i < verb.i or first.nbor(-1).text != ",":
        return []
    start, end = told.left_edge.idx, first.nbor(-1).idx
    inside = document.report.text[start:end]
    return [] if "\n" in inside or QUOTES.search(inside) else [(start, end)]


def of_according(document: Document, token: Token) -> Attribution | None:
    """ "According to X, …", "as per X, …": X is the source, the rest of the sentence the content."""
    first, holder = token, next((c for c in token.children if c.dep_ == "prep"), None)
    if token.lower_ == "per":  # a rate ("per day") is none
        first, holder = token.doc[max(token.i - 1, 0)], token
        if first.lower_ != "as":
            return None
    source = next((c for c in (holder.children if holder is not None else ()) if c.dep_ == "pobj"), None)
    if holder is None or source is None or source.pos_ not in SOMEBODY:
        return None
    sentence, at = token.sent, span_of(source)
    rest = cut_out(document, [(sentence.start_char, sentence.end_char)], [(first.idx, at[1])])
    return Attribution((at,), ((first.idx, end_of(holder)),), tuple(rest), SURE, "rules") if rest else None


def quotations(document: Document, verb: Token) -> list[Span]:
    """The quotations in the verb's sentence."""
    sentence = verb.sent
    text = document.report.text[sentence.start_char : sentence.end_char]
    return [(sentence.start_char + m.start(), sentence.start_char + m.end()) for m in QUOTED.finditer(text)]


def span_of(token: Token) -> Span:
    """A token's subtree as characters, commas at its edges left out."""
    first, last = token.left_edge, token.right_edge
    while last.i > first.i and (last.is_space or last.text in ",.;:"):
        last = last.nbor(-1)
    return first.idx, end_of(last)


def cut_out(document: Document, spans: list[Span], holes: list[Span]) -> list[Span]:
    """Spans without the holes, and without what only parts them from the rest (`tidied`); empty pieces dropped."""
    for a, b in holes:
        spans = [p for s, e in spans for p in (((s, min(e, a)), (max(s, b), e)) if a < e and b > s else ((s, e),)) if p[0] < p[1]]
    return [p for p in (tidied(document, s, e) for s, e in spans) if p[1] - p[0] > 2]


def tidied(document: Document, start: int, end: int) -> Span:
    """A span without blanks, commas and dashes at its edges, the sentence's full stop, or half a pair of quotation marks."""
    start, end = without_blanks(document.report.text, start, end)
    tokens = list(document.tokens(start, end)) if start < end else []
    while tokens and parting(tokens[0], tokens, 0):
        tokens.pop(0)
    while tokens and (tokens[-1].text == "." or parting(tokens[-1], tokens, 1)):
        tokens.pop()
    return (max(start, tokens[0].idx), min(end, end_of(tokens[-1]))) if tokens else (start, start)


def parting(token: Token, tokens: list[Token], side: int) -> bool:
    """Whether a token at the beginning (side 0) or end (1) is no part of the words: a comma, or a mark whose other half is gone."""
    if token.is_space or token.text in PARTING:
        return True
    inside = {t.text for t in tokens}
    return any(token.text == pair[side] and pair[1 - side] not in inside for pair in PAIRED)
