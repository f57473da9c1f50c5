"""The words that name a party: spans grown to noun phrases, and cut at coordinations."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from diurna.reading.did.clause import CALENDAR, TIMES, is_time
from diurna.reading.document import Document, end_of
from diurna.reading.grammar import RELATIVE, phrase, taken_up
from diurna.words import Span

LOOSE_AT_END = frozenset(["ADP", "CCONJ", "SCONJ", "DET", "PUNCT", "ADV"])
LOOSE_AT_START = frozenset(["ADP", "CCONJ", "SCONJ", "PUNCT"])
"""Parts of speech that a party's words neither begin nor end with."""
PARTICIPLES = frozenset(["VBN", "VBD", "VBG"])
EMPTY = frozenset("it there this that which what these those".split())
"""Words that take the place of a party and name nobody."""
PAIRING = frozenset(("both", "either", "neither"))
"""Words before the first of two parties that are no part of its name."""
CLOSING = re.compile(r"\s?\)")
DASHES = frozenset("-–—")
LANDS = frozenset(("GPE", "NORP", "ORG"))
NUMBERED = re.compile(r"\d{1,2}-(?=[A-Z])")
CLOCK = re.compile(r"\d{1,2}[:.h]\d\d|GMT|UTC|CES?T|EES?T|MSK")
HOUR = re.compile(r"[012]\d[0-5]\d")


def whole(document: Document, span: Span) -> Span:
    """A span that begins or ends inside a noun phrase, grown to that phrase; one that is whole, left alone. A dateline or a clock
    before the name is cut off, and for a relative clause stands what it hangs on."""
    tokens = after_dateline(document.tokens(*span))
    if tokens and (antecedent := taken_up(tokens[0])) is not None:
        return phrase(antecedent)
    while len(tokens) > 1 and (tokens[-1].pos_ in LOOSE_AT_END or tokens[-1].lower_ in RELATIVE):
        tokens.pop()
    while len(tokens) > 1 and tokens[0].pos_ in LOOSE_AT_START:
        tokens.pop(0)
    if not tokens:
        return span
    start, end = tokens[0], hyphenated(tokens[-1])
    head = grown_head(document, start, end)
    if head is None or head.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
        return start.idx, end_of(end)
    first, last = phrase(head)
    grown = document.tokens(first, start.idx) if first < start.idx else ()
    if any((t.text in DASHES and t.whitespace_) or CLOCK.fullmatch(t.text) for t in grown):
        first = start.idx
    return unnumbered(document, min(first, start.idx)), max(last, end_of(end))


def after_dateline(span: TokenSpan) -> list[Token]:
    """The words of a span after "GENEVA, 29 January - " or "11:30"."""
    tokens = list(span)
    if tokens and HOUR.fullmatch(tokens[0].text) and (tokens[0].i == 0 or "\n" in tokens[0].nbor(-1).text):
        tokens = tokens[1:]
    if tokens and (tokens[0].is_sent_start or CLOCK.fullmatch(tokens[0].text)):
        dashes = [n for n, t in enumerate(tokens[:-1]) if t.text in DASHES and t.i and t.nbor(-1).whitespace_]
        tokens = tokens[dashes[-1] + 1 :] if dashes and ends_dateline(tokens, dashes[-1]) else tokens
        while len(tokens) > 1 and CLOCK.fullmatch(tokens[0].text):
            tokens = tokens[1:]
    return [t for t in tokens if not (t.is_space or t.is_punct)]


def ends_dateline(tokens: list[Token], dash: int) -> bool:
    """Whether a dash may end a dateline: no small word stands before it, and what follows begins as a sentence does. "The president - a
    former judge" is none, nor is "Iran - allied fighters"."""
    return not any(t.is_lower and t.is_alpha for t in tokens[:dash]) and not tokens[dash + 1].is_lower


def unnumbered(document: Document, start: int) -> int:
    """Where a name begins after the number of a wire's update ("UPDATE 5-Russia suspends …")."""
    number = NUMBERED.match(document.report.text, start)
    return number.end() if number else start


def hyphenated(token: Token) -> Token:
    """The last part of a hyphenated word: "secretary" in "secretary-general" is no end of a phrase. "Turkey" in "Turkey-mediated" is."""
    while token.i + 2 < len(token.doc) and token.nbor(1).text in ("-", "–") and not token.whitespace_ and not token.nbor(1).whitespace_:
        if token.nbor(2).tag_ in PARTICIPLES:
            return token
        token = token.nbor(2)
    return token


def grown_head(document: Document, start: Token, end: Token) -> Token | None:
    """The head of a span; the noun just after it when the span breaks off inside a name ("The United" of "The United Nations")."""
    span = document.doc[start.i : end.i + 1]
    for token in span:
        beyond = token.head.i > end.i and token.head.i - end.i <= 2
        if beyond and token.dep_ in ("compound", "nmod") and token.ent_type_ and token.head.ent_type_ == token.ent_type_:
            return token.head
        part_of_a_title = token.dep_ == "compound" and token.pos_ == "PROPN" and not token.ent_type_ and token.head.pos_ == "PROPN"
        if beyond and len(span) == 1 and part_of_a_title:
            return token.head.head if token.head.dep_ == "compound" and token.head.head.pos_ == "PROPN" else token.head
        if beyond and len(span) == 1 and token.dep_ == "det":
            return token.head
    root: Token = span.root
    return None if root.dep_ in ("compound", "amod", "nummod", "det", "nmod") and root.head.i > end.i else root


def coordinated(document: Document, span: Span) -> list[Span]:
    """A span cut at the coordinations of its head: "Russia and Ukraine" is two parties."""
    tokens = document.tokens(*span)
    if not len(tokens):
        return [span]
    heads = [tokens.root]
    at = tokens.root
    while conjunct := next((c for c in at.children if c.dep_ == "conj" and tokens.start <= c.i < tokens.end), None):
        heads.append(conjunct)
        at = conjunct
    if len(heads) == 1 and (several := of_two_peoples(tokens) or of_two_lands(tokens)) is not None:
        return several
    if len(heads) == 1 or any(h.pos_ not in ("NOUN", "PROPN", "PRON", "NUM") for h in heads) or not all(stands_alone(h) for h in heads[1:]):
        return [span]
    ends = [*(ends_before(h, n) for h, n in pairwise(heads)), 0]
    return [(max(a, span[0]), min(max(b, end), span[1])) for (a, b), end in zip(map(phrase, heads), ends, strict=True)]


def ends_before(head: Token, conjunct: Token) -> int:
    """Where a party's words end that has another one coordinated with it: "the government of Norland and three rebel groups"."""
    kept = [c.right_edge for c in head.rights if c.dep_ == "prep" and c.lower_ == "of" and c.right_edge.i < conjunct.left_edge.i]
    return end_of(kept[-1]) if kept else 0


def of_two_lands(tokens: TokenSpan) -> list[Span] | None:
    """Two names, each with its land: of "Chad's Deby and Niger's Bazoum" the parse makes one name with a long owner."""
    for both in (t for t in tokens[1:-3] if t.lower_ in ("and", "&")):
        land, owns, name = (both.nbor(n) for n in (1, 2, 3))
        if land.ent_type_ in LANDS and owns.tag_ == "POS" and name.pos_ == "PROPN" and both.nbor(-1).pos_ == "PROPN":
            return [(tokens[0].idx, end_of(both.nbor(-1))), (name.idx, end_of(tokens[-1]))]
    return None


def edged(document: Document, span: Span) -> Span:
    """One party's words with the bracket that they open closed ("Amnesty International (AI" grows by one), and without the "both" that
    stands before the first of two, or the day before a name ("On Sunday Armenia")."""
    start, end = span
    tokens = document.tokens(start, end)
    times = next((n for n, t in enumerate(tokens) if not (t.lower_ in CALENDAR or t.is_digit) or not is_time(t)), 0)
    if any(t.lower_ in CALENDAR for t in tokens[:times]) and tokens[times].pos_ in ("PROPN", "NOUN", "ADJ"):
        start, tokens = tokens[times].idx, tokens[times:]
    if len(tokens) > 1 and tokens[0].lower_ in PAIRING and any(c.dep_ == "conj" for c in tokens.root.children):
        start = tokens[1].idx
    words = document.report.text[start:end]
    if words.count("(") > words.count(")") and (closing := CLOSING.match(document.report.text, end)):
        end = closing.end()
    return start, end


def stands_alone(conjunct: Token) -> bool:
    """Whether a further conjunct is a party of its own: a name, a noun with its own determiner, "three of them"; not "doctors and
    teachers"."""
    if conjunct.pos_ in ("PROPN", "PRON"):
        return True
    if conjunct.pos_ == "NUM":
        return any(c.lower_ == "of" for c in conjunct.rights)
    return any(c.dep_ in ("det", "nummod", "poss") or c.ent_type_ in ("NORP", "GPE", "ORG") for c in conjunct.lefts)


def beside(document: Document, span: Span) -> list[Span]:
    """The names that stand beside a party in a coordination it is the head of: "host Putin and Zelenskyy" has two guests."""
    tokens = document.tokens(*span)
    if not len(tokens) or tokens.root.pos_ != "PROPN":
        return []
    others = [c for c in tokens.root.conjuncts if c.i >= tokens.end and c.pos_ == "PROPN" and not c.morph.get("Poss")]
    return [phrase(c) for c in others if not any(o.tag_ == "POS" for o in c.rights)]


def listed_before(document: Document, span: Span) -> list[Span]:
    """The names before a party that it is listed with: "representatives of the UN, Russia and Ukraine" whose last is the party."""
    tokens = document.tokens(*span)
    if not len(tokens) or tokens.root.dep_ != "conj" or tokens.root.pos_ != "PROPN":
        return []
    others, at = [], tokens.root
    while at.dep_ == "conj" and at.head.pos_ == "PROPN" and not parted(at.head, at):
        at = at.head
        others.append(phrase(at))
    return others


def parted(first: Token, last: Token) -> bool:
    """Whether a dateline ends between two names that the parse lists together: "(Agency) – Pakistan and Iran"."""
    between = first.doc[first.i : last.i]
    return first.ent_type_ in TIMES or any((t.text in DASHES and t.whitespace_) or t.text in "()" for t in between)


def of_two_peoples(tokens: TokenSpan) -> list[Span] | None:
    """ "Russian and Ukrainian officials" is two parties: "Russian", and "Ukrainian officials"."""
    first = next((c for c in tokens.root.lefts if c.ent_type_ in ("NORP", "GPE") and c.dep_ in ("amod", "compound", "nmod")), None)
    other = next((c for c in first.children if c.dep_ == "conj" and c.ent_type_ in ("NORP", "GPE")), None) if first is not None else None
    if first is None or other is None or not tokens.start <= first.i < other.i < tokens.root.i:
        return None
    return [(first.idx, end_of(first)), (other.idx, end_of(tokens[-1]))]


def overlaps(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
