"""People that the parse names and the registry does not, and the title and country that the words beside a name give them."""

from __future__ import annotations

import re
from functools import partial

from spacy.tokens import Span, Token

from diurna.reading.where import known_place
from diurna.reading.who.gathering import Draft, Gathering
from diurna.reading.who.gender import given_names
from diurna.reading.who.misspellings import Standing, holder_all_but
from diurna.reading.who.registry import normal
from diurna.reading.who.roles import country_of, title_at
from diurna.reading.who.word_lists import lexis
from diurna.words import NOT_STATED, Absent, ActorType


def people_named(g: Gathering) -> None:
    """People that the parse names and the registry does not."""
    for entity in (e for e in map(partial(explaining, g), g.document.doc.ents) if e is not None):
        first, last = bare_name(entity, g)
        if last - first < 1 or not g.free(first, last):
            continue
        words = g.document.doc[first:last].text
        if len(words.split()) < 2 or not looks_like_a_name(words) or names_a_people(g, words) or names_a_place(g, first, last):
            continue
        g.add(first, last, new_person(g, first, last), "name")


def new_person(g: Gathering, first: int, last: int) -> Draft:
    """The person of a full name, with country and title from the words beside it; who held that office, if the name is all but his."""
    words = g.document.doc[first:last].text
    said = standing(g, first)
    country, _, title = said
    if not title:
        said = explained(g, first, last, country)
    if known := holder_all_but(g, words, said):
        return g.draft(known)
    return person("person:" + spelt(words), words, normal(words).split()[-1], said)


def spelt(words: str) -> str:
    """A name as one of its spellings in our letters: "Sviatoslav Palamar" and "Svyatoslav Pallamar" are the same in every report."""
    return re.sub(r"(.)\1+", r"\1", normal(words).replace("y", "i")).replace(" ", "-")


def explaining(g: Gathering, entity: Span) -> Span | None:
    """A person's name that the parse marks; also one that it runs together with the place before: "the mayor of Dorn, Anna Brill"."""
    if entity.label_ == "PERSON":
        return entity
    last = entity[-1]
    commas = [t.i for t in entity if t.text == ","]
    if len(commas) != 1 or last.dep_ != "appos" or normal(explained_noun(g, last).text) not in g.registry.offices:
        return None
    return entity.doc[commas[0] + 1 : entity.end]


def names_a_people(g: Gathering, words: str) -> bool:
    """Whether the parse takes a people for a person: "Algerian Berbers"."""
    first = words.split()[0]
    return words.endswith("s") and any(n.how == "adjective" for n in g.registry.names.get(normal(first), ()))


def names_a_place(g: Gathering, first: int, last: int) -> bool:
    """Whether the parse takes a place for a person: "Banda Aceh", with no title or given name."""
    words = g.document.doc[first:last].text
    given = normal(words).split()[0] in given_names().he | given_names().she
    return known_place(words) and not given and not standing(g, first)[2]


def person(slug: str, words: str, family: str, said: Standing) -> Draft:
    """Somebody of whom there is no more than this report says."""
    country, sector, title = said
    titles = {title} if title else set()
    return Draft(slug, words, ActorType.PERSON, country, sector, title or NOT_STATED, "words", family, titles)


def bare_name(entity: Span, g: Gathering) -> tuple[int, int]:
    """The entity without titles before it and 's after it."""
    first, last = entity.start, entity.end
    doc = g.document.doc
    while first < last and (
        normal(doc[first].text) in lexis().honorifics or doc[first].lower_ in g.registry.offices or not doc[first].text[0].isupper()
    ):
        first += 1
    while last > first and (doc[last - 1].tag_ == "POS" or not doc[last - 1].text[0].isalnum()):
        last -= 1
    return first, last


def looks_like_a_name(words: str) -> bool:
    return all(w[0].isupper() or w in lexis().in_a_persons_name for w in words.split())


def standing(g: Gathering, first: int) -> Standing:
    """Country, sector and title of a person by the words before the name ("Iranian Foreign Minister X")."""
    doc = g.document.doc
    country: str | Absent = NOT_STATED
    start = first
    for i in range(first - 1, max(first - 8, doc[first].sent.start - 1), -1):
        token = doc[i]
        mention = g.taken.get(i)
        if mention and mention.actor in g.actors and g.actors[mention.actor].type is not ActorType.PERSON:
            country = g.actors[mention.actor].country
            break
        if not (token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text == "-" or token.tag_ == "POS"):
            break
        start = i
    title = title_ending(g, doc[start:first].text)
    if title and country is NOT_STATED:
        country = land_after(g, first)
    return country, g.registry.offices.get(title) or NOT_STATED, title


def land_after(g: Gathering, first: int) -> str | Absent:
    """The country that follows a name: "King Hussein of Jordan"."""
    doc, after = g.document.doc, first
    while after < len(doc) and doc[after].pos_ == "PROPN":
        after += 1
    mention = g.taken.get(after + 1) if after < len(doc) and doc[after].lower_ == "of" else None
    land = g.actors[mention.actor] if mention else None
    return land.country if land is not None and land.type is ActorType.STATE else NOT_STATED


def belongs_to(g: Gathering, first: int) -> str | Absent:
    """The country that a name is said to be of by what stands before it and its title: "Guyana's Ali", "Jordanian King Abdullah"."""
    doc = g.document.doc
    for i in range(first - 1, max(first - 6, doc[first].sent.start - 1), -1):
        if mention := g.taken.get(i):
            owns = mention.how == "adjective" or doc[mention.last].tag_ == "POS"
            return g.actors[mention.actor].country if owns else NOT_STATED
        titles = doc[i].pos_ in ("NOUN", "PROPN", "ADJ") and normal(doc[i].text) in g.registry.title_words
        if not titles and doc[i].tag_ != "POS":
            return NOT_STATED
    return NOT_STATED


def of_country(g: Gathering, people: list[str], country: str | Absent) -> list[str]:
    """Those of some registered people who have held nothing but offices elsewhere left out."""
    if country is NOT_STATED:
        return people
    held = {p: {country_of_office(g, t.of) for t in g.registry.people[p].tenures} for p in people}
    return [p for p in people if country in held[p] or NOT_STATED in held[p]]


def country_of_office(g: Gathering, of: str) -> str | Absent:
    body = g.registry.entities.get(of)
    return body.country if body else NOT_STATED


def title_ending(g: Gathering, words: str) -> str:
    """The longest title of the table `offices` that the words before a name end in, "" for none; "Gen" is a general."""
    full = " ".join(lexis().shortened_titles.get(w, w) for w in normal(words).split()).split()
    tails = (" ".join(full[-length:]) for length in range(4, 0, -1))
    return next((t for t in tails if t in g.registry.offices), "")


def explained(g: Gathering, first: int, last: int, country: str | Absent) -> Standing:
    """Country, sector and title by an apposition: "the head of the delegation, Anna Brill", "Anna Brill, head of the delegation"."""
    for noun in appositions(g, first, last):
        title, _ = title_at(g, noun)
        if title:
            of = country_of(g, noun)
            return (g.draft(of).country if of else country), g.registry.offices.get(title) or NOT_STATED, title
    return country, NOT_STATED, ""


def appositions(g: Gathering, first: int, last: int) -> list[Token]:
    """The nouns that explain a name: what the parse calls so, else the last office named before its comma."""
    doc = g.document.doc
    name = doc[last - 1]
    nouns = [explained_noun(g, name)] if name.dep_ == "appos" else []
    nouns += [c for t in doc[first:last] for c in t.children if c.dep_ == "appos"]
    if not nouns and first > 1 and doc[first - 1].text == ",":
        nouns = [t for t in doc[max(0, first - 7) : first - 1] if t.pos_ in ("NOUN", "PROPN") and normal(t.text) in g.registry.offices][-1:]
    return nouns


def explained_noun(g: Gathering, name: Token) -> Token:
    """What a name in apposition explains; "a spokeswoman for the agency, Anna Brill" explains no agency."""
    noun: Token = name.head
    holder = noun.head.head
    if noun.dep_ == "pobj" and normal(noun.text) not in g.registry.offices and normal(holder.text) in g.registry.offices:
        return holder
    return noun
