"""Organisations that the parse names and the registry does not."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from diurna.reading.who.gathering import Draft, Gathering
from diurna.reading.who.gender import given_names
from diurna.reading.who.of_a_place import country_of_place
from diurna.reading.who.people import bare_name, new_person, title_ending
from diurna.reading.who.registry import normal
from diurna.reading.who.shared_names import Words, owner
from diurna.reading.who.word_lists import lexis
from diurna.words import NOT_STATED, Absent, ActorType, identity

MINISTRIES = frozenset(("ministry", "ministries"))
GENERAL = "general"
"""A title that begins the names of many bodies too."""
LONGEST = 8
"""Letters that initials have fewer of."""


def bodies_named(g: Gathering) -> None:
    """Organisations that the parse names and the registry does not; initials last, which may be short for a name in full."""
    spans = names_of_bodies(g)
    states = states_of(g, spans)
    for first, last in spans:
        if last - first > 1:
            g.add(first, last, body_named(g, first, last, states), "name")
    shortened(g)
    for first, last in spans:
        if last - first == 1 and g.free(first, last) and are_initials(g.document.doc, first):
            g.add(first, last, body_named(g, first, last, states), "name")


def names_of_bodies(g: Gathering) -> list[tuple[int, int]]:
    """Where the parse sees bodies; the people whom it takes for some become people."""
    spans = []
    for entity in g.document.doc.ents:
        if entity.label_ != "ORG" or not g.free(entity.start, entity.end) or of_some_state(entity):
            continue
        name = behind_a_land(entity) or bare_name(entity, g)
        if persons_name(g, *name):
            g.add(*name, new_person(g, *name), "name")
        else:
            spans.append(bare(g, entity))
    return [s for s in spans if names_a_body(g, g.document.doc[slice(*s)].text) and not titles_somebody(g, *s)]


def of_some_state(entity: Span) -> bool:
    """Whether a name is that of a ministry, which every state has: it is told apart by its state and by what it is of."""
    words = [t.lower_ for t in entity if t.lower_ != "the"]
    return bool(words) and (words[0] in MINISTRIES or words[-1] in MINISTRIES)


def are_initials(doc: Doc, at: int) -> bool:
    words = doc[at].text
    return words.isupper() and 2 < len(words) < LONGEST and not shouted(doc, at)


def bare(g: Gathering, entity: Span) -> tuple[int, int]:
    """A name without small words before it and signs after it."""
    doc = g.document.doc
    first, last = entity.start, entity.end
    while first < last and not doc[first].text[0].isupper():
        first += 1
    while last > first and (doc[last - 1].tag_ == "POS" or not doc[last - 1].text[-1].isalnum()):
        last -= 1
    return first, last


def states_of(g: Gathering, spans: list[Words]) -> dict[str, set[str]]:
    """The states that stand beside each name as its owners, anywhere in the report."""
    found: dict[str, set[str]] = {}
    for words in spans:
        country = owner(g, words)
        if not isinstance(country, Absent):
            found.setdefault(normal(g.document.doc[slice(*words)].text), set()).add(country)
    return found


def body_named(g: Gathering, first: int, last: int, states: dict[str, set[str]]) -> Draft:
    """The body of a name. One that any state may have ("the Supreme Court") is that of the state beside the name, or of the only one that
    stands beside it in the report; else this report alone can tell which it is."""
    words = g.document.doc[first:last].text
    name = normal(words)
    country = owner(g, (first, last))
    if isinstance(country, Absent) and len(states.get(name, ())) == 1:
        country = next(iter(states[name]))
    if not set(name.split()) <= lexis().in_names_of_bodies:
        country = country_of_place(g.document, g.document.doc[first:last])
        return Draft("organisation:" + name.replace(" ", "-"), words, ActorType.ORGANISATION, country, basis="words")
    sector = g.registry.nouns.get(name.split()[-1], ("", "", ""))[1] or NOT_STATED
    if isinstance(country, Absent):
        return Draft(f"here:{identity(g.document.report.id, name)}", words, ActorType.ORGANISATION, sector=sector, basis="words")
    state = g.registry.entities.get(f"state:{country}")
    full = f"{state.name if state else country}: {words}"
    return Draft(f"state:{country}/{name.replace(' ', '-')}", full, ActorType.ORGANISATION, country, sector, basis="words")


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


def behind_a_land(entity: Span) -> Words | None:
    """The two words that a rough translation runs together with the land before: "the minister of defence of Norland Anna Brill"."""
    joined = len(entity) == 3 and entity.start > 0 and entity.doc[entity.start - 1].lower_ == "of"
    return (entity.start + 1, entity.end) if joined else None


def persons_name(g: Gathering, first: int, last: int) -> bool:
    """Whether two words are a given name and another name: "Tatyana Moskalkova"."""
    names = g.document.doc[first:last]
    if len(names) != 2 or not (normal(names[0].text) in given_names().he | given_names().she or explains_an_office(g, first)):
        return False
    return all(t.pos_ == "PROPN" and t.is_title and t.lower_ not in lexis().bodies and t.lower_ not in g.registry.nouns for t in names)


def explains_an_office(g: Gathering, first: int) -> bool:
    """Whether a name stands after an office that one holds at a time, and a comma: "Ruritania's president, Anno Brill"."""
    doc = g.document.doc
    return first > 1 and doc[first - 1].text == "," and title_ending(g, doc[max(0, first - 4) : first - 1].text) in g.registry.held_alone


def titles_somebody(g: Gathering, first: int, last: int) -> bool:
    """Whether words are a title before a family name: "Field Marshal Haftar", "Envoy Orlov"."""
    family = normal(g.document.doc[last - 1].text)
    title = title_ending(g, g.document.doc[first : last - 1].text)
    if not title or g.registry.bearers(family):
        return bool(title)
    return title != GENERAL and family not in lexis().bodies and family not in g.registry.nouns and g.document.doc[last - 1].is_title


def names_a_body(g: Gathering, words: str) -> bool:
    """False for an office ("High Representative"), a law or a treaty, and a time zone."""
    name = normal(words)
    *_, before, last = ["", "", *name.split()]
    return bool(name) and name not in g.registry.offices and (last not in lexis().no_bodies or before == "of")  # "School of Law"


def shouted(doc: Doc, at: int) -> bool:
    """Whether a word in capitals stands beside another one in capitals, and so is no abbreviation for it: "TAKE COVER"."""
    beside = (doc[i] for i in (at - 1, at + 1) if 0 <= i < len(doc))
    return any(t.is_upper and len(t) > 2 and t.is_alpha for t in beside)
