"""The clause an act stands in: its evidence, its matter, and which act holds which."""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from diurna.reading.document import Document, end_of
from diurna.reading.edges import PARTING
from diurna.words import NOT_STATED, Absent, Quote, Span

LONGEST = 320
"""Half the characters beyond which a complement is too long to say what an act is about."""
ENOUGH = 4
"""Words of evidence below which the sentence stands instead: fewer cannot be quoted."""
COMPLEMENTS = ("ccomp", "xcomp", "dobj", "acl", "attr", "oprd", "pcomp")
ABOUT = frozenset(["of", "for", "on", "about", "over", "to", "into", "against", "that", "from", "with", "at"])
SAYING_WHEN = frozenset(["on", "at", "from"])
"""Of these, the ones that a time after them makes no complement: "met on Tuesday", but "talks about May 9"."""
TIMES = frozenset(("DATE", "TIME"))
NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP", "FAC"))
"""Kinds of entity that are somebody, whatever their words: April Ryan, the May cabinet."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december noon midnight dawn dusk midday today yesterday tomorrow tonight weekend".split()
)
KEPT = "diurna.text"
PAIRS = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"))
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
OWN_CLAUSE = ("conj", "advcl", "parataxis", "relcl")
EDGES = PARTING | frozenset(" \t\r\n")


def trigger_token(document: Document, span: Span) -> Token | None:
    """The token that a trigger's characters end in ("Turkey-mediated": "mediated")."""
    tokens = document.tokens(*span)
    return tokens[-1] if len(tokens) else None


def evidence_of(document: Document, trigger: Token, parties: tuple[Span, ...]) -> Quote:
    """The words that the act rests on: the trigger's clause with its parties, within one sentence."""
    sentence = trigger.sent
    first, last = clause_edges(trigger)
    first = first.nbor(1) if first.lower_ == "that" and first.dep_ == "mark" and first.i < last.i else first
    inside = [p for p in parties if sentence.start_char <= p[0] and p[1] <= sentence.end_char]
    start = min([first.idx, held_against(trigger).idx, *(p[0] for p in inside)])
    end = max([end_of(last), *(p[1] for p in inside)])
    words = [t for t in document.tokens(start, end) if not (t.is_space or t.is_punct)]
    if words and words[-1].dep_ == "cc" and words[-1].idx > trigger.idx:  # "…, and": what comes then is another clause
        words.pop()
        end = end_of(words[-1])
    if len(words) < ENOUGH or breaks_off(trigger, words[-1]):
        start, end = sentence.start_char, sentence.end_char
    return closed(document, trimmed(document, *of_its_block(document, trigger, start, end)))


def text_read(document: Document) -> str:
    """The text as it was parsed, furniture blanked out, kept with the parse: put together anew it would cost each act its length."""
    kept = document.doc.user_data
    if KEPT not in kept:
        kept[KEPT] = document.doc.text
    text: str = kept[KEPT]
    return text


def held_against(trigger: Token) -> Token:
    """The verb of who holds the act against somebody, without which its words read as none: "accused Kyiv of ordering"."""
    link = trigger.head
    return link.head if trigger.dep_ == "pcomp" and link.lower_ in ("of", "for") and link.head.pos_ == "VERB" else trigger


def closed(document: Document, quote: Quote) -> Quote:
    """Evidence with the quotation mark that stands just outside it, where its other one stands within, or without one that is
    closed far off: nobody quotes half of a pair."""
    text, start, end = text_read(document), quote.start, quote.end
    for opening, closing in PAIRS:
        odd = quote.words.count(opening) - quote.words.count(closing) if opening != closing else quote.words.count(opening) % 2
        if odd > 0 and (mark := re.match(rf"[.,!?]?{closing}", text[end : end + 2])):
            return document.quote(start, end + mark.end())
        if odd and text[start - 1 : start] == opening:
            return document.quote(start - 1, end)
        if odd > 0 and quote.words.startswith(opening) and end - start > 1:
            return document.quote(start + 1, end)
    return quote


def of_its_block(document: Document, trigger: Token, start: int, end: int) -> Span:
    """A span cut at the blank lines around the trigger: what stands beyond, or was furniture, is another block, whatever the parse
    takes for a sentence."""
    before = [m.end() for m in BLANK_LINE.finditer(text_read(document), start, trigger.idx)]
    after = BLANK_LINE.search(text_read(document), end_of(trigger), end)
    return (before[-1] if before else start), (after.start() if after else end)


def breaks_off(trigger: Token, last: Token) -> bool:
    """Whether evidence would end before what matters: on a modal or a bare "to", or on a cue amid its content ("Those who surrender, he
    promised, will be spared")."""
    if last.tag_ in ("MD", "TO") or last.dep_ in ("aux", "auxpass", "neg"):
        return True
    amid = last == trigger and trigger.i + 1 < len(trigger.doc) and trigger.nbor(1).text == "," and trigger.sent.end > trigger.i + 3
    return amid and trigger.dep_ in ("parataxis", "ccomp", "ROOT") and not any(c.dep_ in ("dobj", "ccomp") for c in trigger.children)


def clause_edges(trigger: Token) -> tuple[Token, Token]:
    """The first and last token of the trigger's own clause: its subtree less coordinated and adverbial clauses of their own."""
    top = trigger.head if trigger.dep_ in ("amod", "compound") else trigger
    while (
        top.pos_ in ("NOUN", "PROPN", "ADJ")
        and top.dep_ in ("dobj", "attr", "pobj", "acomp", "nsubjpass", "prep", "oprd")
        and top.head.pos_ in ("VERB", "AUX", "ADP")
        and top.head.sent == trigger.sent
    ):
        top = top.head
    left = right = top
    for token in top.subtree:
        if token.is_space or in_other_clause(token, top):
            continue
        left, right = (token if token.i < left.i else left), (token if token.i > right.i else right)
    return left, right


def in_other_clause(token: Token, top: Token) -> bool:
    """Whether a token hangs on a clause of its own beside `top` (coordinated with a subject, or adverbial before it)."""
    at = token
    while at != top:
        if at.dep_ in OWN_CLAUSE and at.head == top and at.pos_ in ("VERB", "AUX"):
            return at.dep_ in ("conj", "parataxis") or (at.dep_ == "advcl" and at.i < top.i)
        if at.dep_ in ("cc", "punct") and at.head == top and at.i > top.i:
            return True
        at = at.head
        if at.head == at:
            break
    return False


def trimmed(document: Document, start: int, end: int) -> Quote:
    """The words of a span without blanks and commas at its edges."""
    text = text_read(document)
    while start < end - 1 and text[start] in EDGES:
        start += 1
    while end > start + 1 and text[end - 1] in EDGES:
        end -= 1
    return document.quote(start, end)


def matter_of(document: Document, trigger: Token, taken: tuple[Span, ...]) -> Quote | Absent:
    """What the act is about: the trigger's complement, as it stands; not a party's own words."""
    for child in sorted(trigger.children, key=lambda c: (order_of(c), c.i)):
        if order_of(child) < 9:
            words = complement(child)
            if words is None:
                continue
            start, end = words.start_char, words.end_char
            if any(a <= start and end <= b for a, b in taken):
                continue
            if end - start <= 2 * LONGEST:
                return trimmed(document, start, end)
    return NOT_STATED


def order_of(child: Token) -> int:
    """Which complements speak first of what an act is about; 9 for what does not."""
    if child.dep_ in COMPLEMENTS:
        return COMPLEMENTS.index(child.dep_)
    if child.dep_ == "prep" and child.lower_ in ABOUT:
        return len(COMPLEMENTS)
    return 9


def complement(child: Token) -> TokenSpan | None:
    """A complement's words: of a preposition what follows it."""
    if child.dep_ == "prep":
        inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
        if inner is not None and child.lower_ in SAYING_WHEN and is_time(inner):
            return None
        child = inner if inner is not None else child
    doc = child.doc
    first, last = child.left_edge.i, child.right_edge.i
    while last > first and (doc[last].is_space or doc[last].is_punct):
        last -= 1
    return doc[first : last + 1] if last - first >= 1 or child.pos_ in ("NOUN", "PROPN") else None


def holds(outer: Token, inner: Token) -> bool:
    """Whether the inner trigger stands in the outer one's complement."""
    at = inner
    while at.head != at:
        if at.head == outer:
            return at.dep_ in (*COMPLEMENTS, "prep", "dative", "conj", "advcl") and inner.i > outer.i
        at = at.head
    return False


def in_complement(outer: Token, inner: Token) -> bool:
    """Whether the inner trigger is part of what the outer one says: "denied that it had attacked", "accused them of lying"."""
    at, of_doing = inner, False
    while at.head not in (outer, at) and at.dep_ not in ("advcl", "relcl"):
        of_doing = of_doing or (at.dep_ == "pcomp" and at.head.lower_ == "of")
        at = at.head
    if at.head != outer or at == outer:
        return False
    return of_doing or at.dep_ in ("ccomp", "xcomp", "dobj") or (at.dep_ == "prep" and bool(at.lower_ == "of"))


def is_time(token: Token) -> bool:
    """Whether a word says when and not who: a date or an hour, a month or a weekday. "A 12-year-old" is somebody."""
    if token.ent_type_ in TIMES:
        return not token.lower_.startswith("old")
    return token.lower_ in CALENDAR and token.ent_type_ not in NAMES
