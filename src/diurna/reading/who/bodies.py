"""Organisations that the parse names and the registry does not."""

from __future__ import annotations

from spacy.tokens import Span

from diurna.reading.who.gathering import Draft, Gathering
from diurna.reading.who.registry import normal
from diurna.words import ActorType

LONGEST = 8
"""Letters that initials have fewer of."""


def bodies_named(g: Gathering) -> None:
    """Organisations that the parse names and the registry does not; initials last, which may be short for a name in full."""
    spans = [bare(g, e) for e in g.document.doc.ents if e.label_ == "ORG" and g.free(e.start, e.end)]
    for first, last in spans:
        if last - first > 1:
            add_body(g, first, last)
    shortened(g)
    for first, last in spans:
        words = g.document.doc[first:last].text
        if last - first == 1 and g.free(first, last) and words.isupper() and 2 < len(words) < LONGEST:
            add_body(g, first, last)


def bare(g: Gathering, entity: Span) -> tuple[int, int]:
    """A name without small words before it and signs after it."""
    doc = g.document.doc
    first, last = entity.start, entity.end
    while first < last and not doc[first].text[0].isupper():
        first += 1
    while last > first and (doc[last - 1].tag_ == "POS" or not doc[last - 1].text[-1].isalnum()):
        last -= 1
    return first, last


def add_body(g: Gathering, first: int, last: int) -> None:
    words = g.document.doc[first:last].text
    body = Draft("organisation:" + normal(words).replace(" ", "-"), words, ActorType.ORGANISATION, basis="words")
    g.add(first, last, body, "name")


def shortened(g: Gathering) -> None:
    """Initials that stand in brackets after a body's name, wherever else the report uses them: "the Karsh Relief Committee (KRC)"."""
    doc = g.document.doc
    short = {}
    for mention in g.found:
        initials = doc[mention.last + 1].text if mention.last + 2 < len(doc) else ""
        bracketed = initials and doc[mention.last].text == "(" and doc[mention.last + 2].text == ")"
        body = g.actors[mention.actor].type in (ActorType.ORGANISATION, ActorType.GROUP)
        if body and mention.how == "name" and bracketed and initials.isupper() and initials.isalpha() and len(initials) < LONGEST:
            short[initials] = mention.actor
    for token in doc:
        if token.text in short and token.i not in g.taken:
            g.add(token.i, token.i + 1, g.actors[short[token.text]], "name")
