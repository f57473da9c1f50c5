"""Names that the registry knows, wherever they are written as names and stand for the actor they name."""

from __future__ import annotations

import re

from diurna.reading.who.gathering import Gathering
from diurna.reading.who.people import belongs_to, of_country
from diurna.reading.who.registry import Name, normal
from diurna.reading.who.shared_names import is_shared, settle
from diurna.reading.who.word_lists import lexis

PREFERENCE = ("name", "phrase", "person", "seat", "capital", "adjective", "family")
LETTERS = re.compile(r"\w+")

TIMES = frozenset(("DATE", "TIME"))


def registered_names(g: Gathering) -> None:
    """Names of the registry, longest first; family names wait until the report's full names are known."""
    doc = g.document.doc
    shared: list[tuple[tuple[int, int], str]] = []
    i = 0
    while i < len(doc):
        match = name_at(g, i)
        if match is None:
            i += 1
            continue
        last, name = match
        if is_another(g, i, last, name):
            pass
        elif name.how == "name" and is_shared(g, (i, last), name.target):
            shared.append(((i, last), name.target))
        elif name.how == "person" or name.target in g.registry.entities:
            g.add(i, last, g.draft(name.target), name.how)
        elif name.target.startswith("head:") and (holder := head_of(g, name.target.removeprefix("head:"))):
            g.add(i, last, g.draft(holder), "office")
        i = last
    settle(g, shared)


def is_another(g: Gathering, i: int, last: int, name: Name) -> bool:
    """Whether a name of the registry is only part of somebody else's here."""
    if name.target.startswith("state:"):
        return no_state(g, i, last, name)
    return within_a_longer_name(g, i, last, name) or of_another(g, i, last, name)


def within_a_longer_name(g: Gathering, i: int, last: int, name: Name) -> bool:
    """Whether a body's one-word name stands amid a longer one that the registry does not know ("the Karsh Liberation Army")."""
    doc = g.document.doc
    if name.how != "name" or last - i > 1 or not 0 < i < len(doc) - 1:
        return False
    before, after = doc[i - 1], doc[last] if last < len(doc) else doc[i - 1]
    strange = [
        t
        for t in (before, after)
        if t.pos_ == "PROPN" and t.is_title and t.i not in g.taken and normal(t.text) not in g.registry.title_words
    ]
    return before in strange and after in strange


def of_another(g: Gathering, i: int, last: int, name: Name) -> bool:
    """Whether a name made of common words is the end of another body's, or a state's own: "the National Security Council", "Chad's
    Security Council"."""
    doc = g.document.doc
    common = set(normal(doc[i:last].text).split()) <= lexis().in_names_of_bodies
    if name.how != "name" or not common or i == 0:
        return False
    before = doc[i - 1]
    named = before.pos_ == "PROPN" and before.is_title and before.ent_type_ not in TIMES
    return named or (before.tag_ == "POS" and i > 1 and (i - 2) in g.taken)


def known_head(g: Gathering, name: Name) -> bool:
    """False for "the UN chief" when neither the date nor the report says which one; then the words in it are read on their own."""
    return not name.target.startswith("head:") or head_of(g, name.target.removeprefix("head:")) is not None


def described(g: Gathering, first: int, last: int, name: Name) -> int:
    """Where a name ends without words that only say what it is: "Tass" in "Tass news agency"."""
    doc = g.document.doc
    for end in range(first + 1, last):
        shorter = g.registry.names.get(normal(doc[first:end].text), ())
        if any(n.target == name.target and n.how == "name" for n in shorter) and all(t.is_lower for t in doc[end:last]):
            return end
    return last


def no_state(g: Gathering, i: int, last: int, name: Name) -> bool:
    """Whether a state's name stands inside another name: "the Minsk agreements", "New Mexico", "Jordan Ellery"."""
    doc = g.document.doc
    waters = last < len(doc) and doc[last].lower_ in lexis().waters
    of_waters = i > 1 and doc[i - 1].lower_ == "of" and doc[i - 2].lower_ in lexis().waters
    other = i > 0 and doc[i - 1].is_title and doc[i - 1].lower_ in lexis().before_another_name
    return waters or of_waters or other or given_name(g, i, last) or (name.how == "capital" and names_a_document(g, last))


def names_a_document(g: Gathering, after: int) -> bool:
    """Whether a capital's name is part of the name of an agreement or conference that the next word gives."""
    doc = g.document.doc
    return after < len(doc) and doc[after].lower_ in lexis().papers


def head_of(g: Gathering, body: str) -> str | None:
    """The person at the head of an organisation on the day of the report, if there is just one."""
    held = g.registry.holders.get(("head", body), [])
    held = [t for t in held if t.covers(g.day)] if g.day else held
    people = {t.person for t in held}
    named = {m.actor for m in g.found} & people
    if len(named or people) == 1:
        return next(iter(named or people))
    return None


def name_at(g: Gathering, i: int) -> tuple[int, Name] | None:
    """The longest registry name that begins at token i, and where it ends."""
    doc = g.document.doc
    if not doc[i].text[0].isalnum():
        return None
    head = LETTERS.match(normal(doc[i].text))
    longest = g.registry.longest.get(head.group(), 0) if head else 0
    for last in range(min(i + longest, len(doc)), i, -1):
        words = doc[i:last].text
        if "\n" in words or (not words[-1].isalnum() and not (last == i + 1 or (words[-1] == "." and doc[last - 1].text != "."))):
            continue
        names = g.registry.names.get(normal(words), ())
        fit = [n for n in names if n.how != "family" and (n.how == "phrase" or written_as_name(g, words)) and known_head(g, n)]
        if len(fit) > 1:
            fit = without_namesakes(g, i, fit)
        if fit:
            best = min(fit, key=lambda n: PREFERENCE.index(n.how))
            return described(g, i, last, best), best
    return None


def without_namesakes(g: Gathering, i: int, fit: list[Name]) -> list[Name]:
    """Of several people of one name ("King Abdullah") the one told by the country beside it, the day, or the countries named; else none."""
    people = [n.target for n in fit if n.how == "person"]
    if len(people) < 2:
        return fit
    people = of_country(g, people, belongs_to(g, i))
    if len(people) > 1 and g.day:
        people = [p for p in people if any(t.covers(g.day) for t in g.registry.people[p].tenures)]
    if len(people) > 1:
        people = [p for p in people if any(t.of in g.actors for t in g.registry.people[p].tenures)]
    return [n for n in fit if n.how != "person" or people == [n.target]]


def written_as_name(g: Gathering, words: str) -> bool:
    """Whether words are written as a name: a capital at the start, and initials ("WHO", "US") all in capitals."""
    letters = [w for w in LETTERS.findall(words) if w.lower() not in lexis().small_in_a_name]
    if not letters or not letters[0][0].isupper():
        return False
    return not g.registry.initials.get(normal(words)) or "".join(letters).isupper()


def given_name(g: Gathering, i: int, last: int) -> bool:
    """Whether a state's name is somebody's given name here ("Jordan Ellery", "Chad Brennan")."""
    doc = g.document.doc
    return (
        last < len(doc)
        and doc[i].ent_type_ == "PERSON"
        and doc[last].ent_type_ == "PERSON"
        and doc[last].ent_iob_ == "I"
        and doc[last].pos_ == "PROPN"
        and doc[last].lower_ not in g.registry.offices
        and last not in g.taken
    )
