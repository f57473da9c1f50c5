"""Finding the mentions of actors in one report: registry names first, then people by title, then nouns with a country.

Order matters: what an earlier step has taken, a later one leaves alone. Each step says in `how` and `basis` what its
identity rests on.
"""

from __future__ import annotations

from diurna.reading.document import Document
from diurna.reading.who.bodies import bodies_named
from diurna.reading.who.family_names import family_names
from diurna.reading.who.gathering import Gathering
from diurna.reading.who.introductions import introductions
from diurna.reading.who.people import people_named
from diurna.reading.who.registered_names import registered_names
from diurna.reading.who.registry import Registry
from diurna.reading.who.roles import noun_groups, offices


def gather(document: Document, registry: Registry) -> Gathering:
    """All mentions of actors in a report, pronouns aside."""
    g = Gathering(document, registry)
    g.sentence_of = [n for n, s in enumerate(document.doc.sents) for _ in s]
    registered_names(g)
    people_named(g)
    bodies_named(g)
    family_names(g)
    noun_groups(g)
    introductions(g)
    offices(g)
    g.found.sort(key=lambda m: m.first)
    return g
