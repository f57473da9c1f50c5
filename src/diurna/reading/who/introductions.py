"""What a report says of a person whom it names: the titles, states and bodies beside the name, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from diurna.reading.who.bearers import names_among
from diurna.reading.who.gathering import Draft, Found, Gathering
from diurna.reading.who.people import appositions, title_ending
from diurna.reading.who.roles import country_of
from diurna.words import ActorType

LONGEST = 8
"""Words before a name that may introduce it."""


def introductions(g: Gathering) -> None:
    """Adds to each person what the words beside every mention say of them."""
    for mention in g.found:
        draft = g.actors[mention.actor]
        if draft.type is ActorType.PERSON and mention.how in ("name", "person"):
            before_the_name(g, mention, draft)
            for noun in appositions(g, mention.first, mention.last):
                explained_by(g, noun, draft)


def before_the_name(g: Gathering, mention: Found, draft: Draft) -> None:
    """The words that lead up to a name, where they end in a title: "Indiana Governor X", "UN envoy X"."""
    doc = g.document.doc
    first = mention.first
    while first > max(doc[mention.first].sent.start, mention.first - LONGEST) and introduces(g, doc[first - 1]):
        first -= 1
    title = title_ending(g, doc[first : mention.first].text)
    if title:
        draft.titles.add(title)
        draft.beside.update(names_among(g, doc[first : mention.first]))
        draft.serves.update(bodies_among(g, doc[first : mention.first]))


def introduces(g: Gathering, token: Token) -> bool:
    """Whether a word before a name may belong to it; another person's name does not."""
    if (mention := g.taken.get(token.i)) and g.actors[mention.actor].type is ActorType.PERSON:
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ in ("POS", "HYPH")


def explained_by(g: Gathering, noun: Token, draft: Draft) -> None:
    """An apposition: "X, the mayor of Y", "a spokeswoman for Z, X"."""
    words = noun.doc[max(noun.left_edge.i, noun.i - LONGEST) : noun.i + 1]
    title = title_ending(g, words.text)
    if not title:
        return
    draft.titles.add(title)
    draft.beside.update(names_among(g, words))
    of = country_of(g, noun)
    draft.serves.update([of] if of else [])
    draft.serves.update(bodies_among(g, [t for prep in noun.rights if prep.dep_ == "prep" for t in prep.subtree]))


def bodies_among(g: Gathering, tokens: Iterable[Token]) -> set[str]:
    """The states and bodies that some words name."""
    named = {g.taken[t.i].actor for t in tokens if t.i in g.taken}
    return {a for a in named if g.actors[a].type is not ActorType.PERSON}
