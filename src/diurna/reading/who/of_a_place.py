"""The country of a party by the place that its own words name: "Mosul", "the Gaza police", "a court in Lyon"."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Span, Token

from diurna.reading.document import Document
from diurna.reading.where import PlaceMention, found_once
from diurna.reading.who.word_lists import lexis
from diurna.words import NOT_STATED, Absent

BEFORE = frozenset(("compound", "nmod", "amod"))
IN = frozenset(("in", "of", "at", "near", "around"))


def country_of_place(document: Document, words: Span) -> str | Absent:
    """The country of the place that a phrase is, that it belongs to, or where what its noun means is at home: not of the Minsk group."""
    named = places_in(document, words)
    if not named:
        return NOT_STATED
    head = words.root
    told = [head, *(c for c in head.lefts if c.dep_ == "poss")]
    if at_home(head):
        told += [c for c in head.lefts if c.dep_ in BEFORE]
        told += [p for c in head.rights if c.lower_ in IN for p in c.children if p.dep_ == "pobj"]
    return next((named[t.i].place.country for t in told if t.i in named), NOT_STATED)


def at_home(noun: Token) -> bool:
    """Whether what a noun means is of the place where it is: a court and villagers are, negotiators need not be."""
    return noun.lemma_.lower() in lexis().of_their_place


def only_there(token: Token, head: Token) -> bool:
    """Whether a name only says where somebody is who need not be from there: Doha, of "negotiators in Doha"."""
    return token.dep_ == "pobj" and token.head.lower_ in IN - {"of"} and not at_home(head)


def places_in(document: Document, words: Span) -> dict[int, PlaceMention]:
    """The places that lie in a phrase, by their words."""
    found = found_once(document)
    first, last = (bisect_left(found, at, key=lambda m: m.start) for at in (words.start_char, words.end_char))
    return {token.i: mention for mention in found[first:last] for token in document.tokens(mention.start, mention.end)}
