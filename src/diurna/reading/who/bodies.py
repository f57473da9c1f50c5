"""Organisations that the parse names and the registry does not."""

from __future__ import annotations

from diurna.reading.who.gathering import Draft, Gathering
from diurna.reading.who.registry import normal
from diurna.words import ActorType


def bodies_named(g: Gathering) -> None:
    """Organisations that the parse names and the registry does not."""
    for entity in g.document.doc.ents:
        if entity.label_ != "ORG" or not g.free(entity.start, entity.end):
            continue
        doc = g.document.doc
        first, last = entity.start, entity.end
        while first < last and not doc[first].text[0].isupper():
            first += 1
        while last > first and (doc[last - 1].tag_ == "POS" or not doc[last - 1].text[-1].isalnum()):
            last -= 1
        words = doc[first:last].text
        if last - first < 2 and not (words.isupper() and 2 < len(words) < 8):
            continue
        body = Draft("organisation:" + normal(words).replace(" ", "-"), words, ActorType.ORGANISATION, basis="words")
        g.add(first, last, body, "name")
