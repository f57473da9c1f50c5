"""Names that bodies of several states go by ("Congress", "the Labour Party"), and whose body is meant.

A country beside the name decides ("Mexico's Congress", "the Congress of Peru"). Otherwise it is the body of the state that the report
speaks of, among those that have one of this name; of the registry's own where it names none of them; of nobody where it names several
about as often.
"""

from __future__ import annotations

from collections import Counter

from diurna.reading.who.gathering import Draft, Gathering
from diurna.reading.who.people import belongs_to, country_of_office
from diurna.reading.who.registry import Entity, normal
from diurna.reading.who.word_lists import lexis
from diurna.words import NOT_STATED, Absent, ActorType

OF_STATES = frozenset(("GOV", "LEG", "PTY", "MIL", "JUD", "COP", "SPY"))
"""Sectors whose bodies belong to one state each."""
CLEARLY = 2
"""How many times as often as any other a state must be named for a bare name to mean its body."""
Words = tuple[int, int]
"""The first token, and the one after the last."""


def is_shared(g: Gathering, words: Words, target: str) -> bool:
    """Whether a name may be that of another state's body: a list says so, or another state stands beside it as its owner."""
    body = g.registry.entities[target]
    if body.type is not ActorType.ORGANISATION or body.sector not in OF_STATES or body.country is NOT_STATED:
        return False
    return normal(g.document.doc[slice(*words)].text) in lexis().shared_names or owner(g, words) not in (NOT_STATED, body.country)


def settle(g: Gathering, shared: list[tuple[Words, str]]) -> None:
    """Mentions for shared names, once the countries that the report names are known; none where nothing tells whose body it is."""
    named = countries_named(g) if shared else Counter[str]()
    for words, target in shared:
        body = g.registry.entities[target]
        name = normal(g.document.doc[slice(*words)].text)
        country = owner(g, words)
        if country is NOT_STATED:
            country = spoken_of(named, lexis().shared_names[name], str(body.country))
        if country is not NOT_STATED:
            g.add(*words, body_of(g, body, name, str(country)), "name")


def owner(g: Gathering, words: Words) -> str | Absent:
    """The country beside a name: "Mexico's Congress", "the Mexican Congress", "the Congress of Mexico"."""
    first, last = words
    doc = g.document.doc
    before = belongs_to(g, first)
    if before is NOT_STATED and last + 1 < len(doc) and doc[last].lower_ == "of":
        after = last + 1 + (doc[last + 1].lower_ == "the")
        states = {n.target for n in g.registry.names.get(normal(doc[after : after + 1].text), ()) if n.how == "name"}
        return country_of_office(g, states.pop()) if len(states) == 1 else NOT_STATED
    return before


def spoken_of(named: Counter[str], able: tuple[str, ...], usual: str) -> str | Absent:
    """The state that a report names by far the most among those that have such a body."""
    ranked = sorted(((named[state], state) for state in able if named[state]), reverse=True)
    if not ranked:
        return usual
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= CLEARLY * ranked[1][0] else NOT_STATED


def countries_named(g: Gathering) -> Counter[str]:
    """How often each country is named in the report, itself or by its people and bodies."""
    found = Counter(str(g.actors[m.actor].country) for m in g.found if g.actors[m.actor].country is not NOT_STATED)
    for token in g.document.doc:
        if token.pos_ == "PROPN" and token.i not in g.taken:
            people = g.registry.bearers(normal(token.text))
            held = {country_of_office(g, t.of) for p in people for t in g.registry.people[p].tenures}
            found.update(str(c) for c in held if len(held) == 1 and c is not NOT_STATED)
    return found


def body_of(g: Gathering, body: Entity, name: str, country: str) -> Draft:
    """A state's body of a name: the registry's own or that of its rows that holds the name, else a body known by its state alone."""
    if country == body.country:
        return g.draft(body.id)
    own = [e.id for e in g.registry.entities.values() if e.country == country and e.sector == body.sector and name in normal(e.name)]
    if len(own) == 1:
        return g.draft(own[0])
    of = g.registry.entities.get(f"state:{country}")
    holder = of.name if of else country
    return Draft(f"state:{country}/{name.replace(' ', '-')}", f"{holder}: {name}", body.type, country, body.sector, basis="words")
