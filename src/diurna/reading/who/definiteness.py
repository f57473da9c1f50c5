"""Whether a noun group means one that the reader knows already ("the diplomat"), or one not told of yet ("a Russian diplomat")."""

from __future__ import annotations

from spacy.tokens import Span, Token

from diurna.reading.who.word_lists import lexis

DEFINITE = frozenset(("the", "this", "that", "these", "those"))
TIMES = frozenset(("DATE", "TIME"))
BEFORE = frozenset(("det", "amod", "compound", "nmod", "nummod", "poss", "predet"))


def determined_by(words: Span) -> list[Token]:
    """What says which one is meant by a noun or title and what stands before it: articles, adjectives, owners. Dates do not."""
    beside = (t for word in words for t in word.lefts if t.dep_ in BEFORE and (t.i < words.start or t.dep_ == "det"))
    return [t for t in beside if t.ent_type_ not in TIMES and any(c.isalnum() for c in t.text)]


def definite(words: Span) -> bool:
    """Whether "the" or "this" stands before them."""
    return any(t.lower_ in DEFINITE for t in determined_by(words))


def particular(words: Span) -> bool:
    """Whether an article or an owner says which one is meant: "the envoy", "Russia's envoy"."""
    return definite(words) or any(t.dep_ == "poss" for t in determined_by(words))


def one_of_many(words: Span) -> bool:
    """Whether they mean one of several, whom nothing before has named: "a diplomat", "another one", "two former diplomats"."""
    before = determined_by(words)
    return not definite(words) and any(t.lower_ in lexis().any_one or t.dep_ == "nummod" for t in before)


def out_of_office(words: Span) -> bool:
    """Whether an office is told of as held once: "the former Russian minister", "the then minister"."""
    return any(t.lower_ in lexis().no_longer for word in words for t in word.lefts)


def is_any(words: Span) -> bool:
    """Whether an office means somebody who is not said, or who holds it no longer: "a US senator", "former ministers"."""
    return out_of_office(words) or one_of_many(words)
