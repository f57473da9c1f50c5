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
from diurna.reading.said.word_lists import lexis
from diurna.words import Span

QUOTED = re.compile(f"[{EITHER}{OPENING}]([^{EITHER}{OPENING}{CLOSING}]{{2,2000}})[{EITHER}{CLOSING}]")
QUOTES = re.compile(f"[{EITHER}{OPENING}{CLOSING}]")
ACCORDING = frozenset(("according", "per"))
SOMEBODY = frozenset(("NOUN", "PROPN", "PRON"))
PAIRED = tuple(zip(OPENING, CLOSING, strict=True))
ACCOUNT = "rules, by an account"
"""What finds the statements that are somebody's account, count or estimate."""
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
        elif by_account(token):
            attribution = of_account(document, token)
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
        contents.append(up_to_the_aside(document, verb, span_of(clause)))
    elif verb.dep_ in ("parataxis", "ccomp", "ROOT"):
        contents += before_the_aside(document, verb) or quotations(document, verb)
    if not contents:
        return None
    source = (span_of(subject),) if subject is not None and subject.dep_ == "nsubj" else ()
    cue = (verb.idx, end_of(verb))
    told = cut_out(document, contents, [cue, *source])
    return Attribution(source, (cue,), tuple(told), SURE, "rules") if told else None


def up_to_the_aside(document: Document, verb: Token, clause: Span) -> Span:
    """A clause before its verb, to the comma before the aside, where the parse ends it sooner: "…, so wrote the paper"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), verb)
    first = min(subject.left_edge, verb, key=lambda t: t.i)
    while first.i > verb.sent.start and first.nbor(-1).pos_ == "ADV" and first.nbor(-1).head == verb:
        first = first.nbor(-1)
    if first.idx <= clause[1] or first.i <= verb.sent.start or first.nbor(-1).text != ",":
        return clause
    between = document.report.text[clause[1] : first.nbor(-1).idx]
    return clause if "\n" in between or ";" in between else (clause[0], first.nbor(-1).idx)


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


def by_account(preposition: Token) -> bool:
    """Whether words say whose telling it is: "by Chad's account", "by the mayor's count"."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None) if preposition.lower_ == "by" else None
    return noun is not None and noun.lemma_ in lexis().accounts and any(c.dep_ == "poss" for c in noun.children)


def of_account(document: Document, preposition: Token) -> Attribution | None:
    """ "Forty ships waited, by the harbour's count": the harbour says so, of the clause that the words hang on."""
    noun = next(c for c in preposition.children if c.dep_ == "pobj")
    owner, verb = next(c for c in noun.children if c.dep_ == "poss"), preposition.head
    if verb.pos_ not in ("VERB", "AUX") or owner.lower_ in ("his", "her", "its", "their", "my", "our"):
        return None
    whose, clause = span_of(owner), span_of(verb)
    rest = cut_out(document, [clause], [(preposition.idx, end_of(noun))])
    cue = ((preposition.idx, end_of(preposition)), (noun.idx, end_of(noun)))
    return Attribution((whose,), cue, tuple(rest), SURE, ACCOUNT) if rest else None


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
