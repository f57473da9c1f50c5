"""Finding the mentions of actors in one report: registry names first, then people by title, then nouns with a country.

Order matters: what an earlier step has taken, a later one leaves alone. Each step says in `how` and `basis` what its
identity rests on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA
from spacy.tokens import Span, Token

from diurna.reading.document import Document, end_of
from diurna.reading.who.registry import Name, Registry, Tenure, normal
from diurna.words import NOT_STATED, Absent, ActorType, identity

HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "lord",
        "lady",
        "dame",
        "prof",
        "professor",
        "sheikh",
        "sheik",
        "rev",
        "reverend",
        "pope",
    ]
)
PREFERENCE = ("name", "phrase", "person", "seat", "capital", "adjective", "family")
ABBREVIATED = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "amb": "ambassador",
    "fm": "foreign minister",
    "pm": "prime minister",
}
FIRST = re.compile(r"\w+")
MISSPELT = 2
"""Edits within which a family name of six letters or more is taken for one that the report or a title vouches for."""
WATERS = frozenset(["sea", "ocean", "peninsula", "gulf", "strait", "straits", "channel"])
DOCUMENTS = frozenset(
    [
        "agreement",
        "agreements",
        "accord",
        "accords",
        "protocol",
        "protocols",
        "declaration",
        "convention",
        "treaty",
        "process",
        "conference",
        "format",
        "summit",
        "memorandum",
        "pact",
        "deal",
    ]
)
CAREER = 3
"""Years before and after a tenure in which a bare family name may still mean its holder."""


@dataclass(slots=True)
class Draft:
    """An actor while it is being gathered."""

    id: str
    name: str
    type: ActorType
    country: str | Absent = NOT_STATED
    sector: str | Absent = NOT_STATED
    office: str | Absent = NOT_STATED
    basis: str = "registry"
    family: str = ""
    titles: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Found:
    """A mention: tokens [first, last), the actor's id, and how it is named."""

    first: int
    last: int
    actor: str
    how: str


@dataclass(slots=True)
class Gathering:
    """The actors and mentions of one report, filled step by step."""

    document: Document
    registry: Registry
    actors: dict[str, Draft] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)
    taken: dict[int, Found] = field(default_factory=dict)
    sentence_of: list[int] = field(default_factory=list)
    """The number of each token's sentence."""

    @property
    def day(self) -> str:
        published = self.document.report.published
        return "" if isinstance(published, Absent) else published.date[:10]

    def add(self, first: int, last: int, actor: Draft, how: str) -> None:
        self.actors.setdefault(actor.id, actor)
        mention = Found(first, last, actor.id, how)
        self.found.append(mention)
        for i in range(first, last):
            self.taken[i] = mention

    def free(self, first: int, last: int) -> bool:
        return all(i not in self.taken for i in range(first, last))

    def draft(self, target: str) -> Draft:
        """The actor for an id of the registry."""
        if target in self.actors:
            return self.actors[target]
        if person := self.registry.people.get(target):
            tenure = self.tenure_of(target)
            office = f"{tenure.title.title()}, {self.name_of(tenure.of)}" if tenure else NOT_STATED
            country = tenure.of.removeprefix("state:") if tenure and tenure.of.startswith("state:") else NOT_STATED
            return Draft(
                target,
                person.name,
                ActorType.PERSON,
                country,
                tenure.sector if tenure else NOT_STATED,
                office,
                family=normal(person.family[0] if person.family else person.name.split()[-1]),
                titles={t.title for t in person.tenures if not self.day or t is tenure},
            )
        entity = self.registry.entities[target]
        return Draft(entity.id, entity.name, entity.type, entity.country, entity.sector)

    def name_of(self, target: str) -> str:
        entity = self.registry.entities.get(target)
        return entity.name if entity else target.replace("-", " ")

    def tenure_of(self, person: str) -> Tenure | None:
        """The office held on the day of the report; without a day the last one known."""
        tenures = self.registry.people[person].tenures
        if not self.day:
            return max(tenures, key=lambda t: t.since, default=None)
        return next((t for t in tenures if t.covers(self.day)), None)


def gather(document: Document, registry: Registry) -> Gathering:
    """All mentions of actors in a report, pronouns aside."""
    g = Gathering(document, registry)
    g.sentence_of = [n for n, s in enumerate(document.doc.sents) for _ in s]
    registered_names(g)
    people_named(g)
    bodies_named(g)
    family_names(g)
    from diurna.reading.who.roles import noun_groups, offices

    noun_groups(g)
    offices(g)
    g.found.sort(key=lambda m: m.first)
    return g


def registered_names(g: Gathering) -> None:
    """Names of the registry, longest first; family names wait until the report's full names are known."""
    doc = g.document.doc
    i = 0
    while i < len(doc):
        match = name_at(g, i)
        if match is None:
            i += 1
            continue
        last, name = match
        if (name.target.startswith("state:") and no_state(g, i, last, name)) or within_a_longer_name(g, i, last, name):
            pass
        elif name.how == "person" or name.target in g.registry.entities:
            g.add(i, last, g.draft(name.target), name.how)
        elif name.target.startswith("head:") and (holder := head_of(g, name.target.removeprefix("head:"))):
            g.add(i, last, g.draft(holder), "office")
        i = last


def within_a_longer_name(g: Gathering, i: int, last: int, name: Name) -> bool:
    """Whether a body's one-word name stands amid a longer one that the registry does not know ("the Karsh Liberation Army")."""
    doc = g.document.doc
    if name.how != "name" or name.target.startswith("state:") or last - i > 1 or not 0 < i < len(doc) - 1:
        return False
    before, after = doc[i - 1], doc[last] if last < len(doc) else doc[i - 1]
    strange = [
        t
        for t in (before, after)
        if t.pos_ == "PROPN" and t.is_title and t.i not in g.taken and normal(t.text) not in g.registry.title_words
    ]
    return before in strange and after in strange


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
    waters = last < len(doc) and doc[last].lower_ in WATERS
    regions = i > 0 and (doc[i - 1].text in ("Latin", "New") or (i > 1 and doc[i - 1].lower_ == "of" and doc[i - 2].lower_ in WATERS))
    return waters or regions or given_name(g, i, last) or (name.how == "capital" and names_a_document(g, last))


def names_a_document(g: Gathering, after: int) -> bool:
    """Whether a capital's name is part of the name of an agreement or conference that the next word gives."""
    doc = g.document.doc
    return after < len(doc) and doc[after].lower_ in DOCUMENTS


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
    head = FIRST.match(normal(doc[i].text))
    longest = g.registry.longest.get(head.group(), 0) if head else 0
    for last in range(min(i + longest, len(doc)), i, -1):
        words = doc[i:last].text
        if "\n" in words or (not words[-1].isalnum() and not (last == i + 1 or (words[-1] == "." and doc[last - 1].text != "."))):
            continue
        names = g.registry.names.get(normal(words), ())
        fit = [n for n in names if n.how != "family" and (n.how == "phrase" or written_as_name(g, words)) and known_head(g, n)]
        if fit:
            best = min(fit, key=lambda n: PREFERENCE.index(n.how))
            return described(g, i, last, best), best
    return None


def written_as_name(g: Gathering, words: str) -> bool:
    """Whether words are written as a name: a capital at the start, and initials ("WHO", "US") all in capitals."""
    letters = [w for w in FIRST.findall(words) if w.lower() not in ("the", "of", "and", "for", "al", "de", "el")]
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


def people_named(g: Gathering) -> None:
    """People that the parse names and the registry does not."""
    for entity in g.document.doc.ents:
        if entity.label_ != "PERSON":
            continue
        first, last = bare_name(entity, g)
        if last - first < 1 or not g.free(first, last):
            continue
        words = g.document.doc[first:last].text
        if len(words.split()) < 2 or not looks_like_a_name(words):
            continue
        country, sector, title = standing(g, first)
        if not title:
            country, sector, title = explained(g, first, last, country)
        slug = "person:" + normal(words).replace(" ", "-")
        titles = {title} if title else set()
        g.add(
            first,
            last,
            Draft(slug, words, ActorType.PERSON, country, sector, title or NOT_STATED, "words", normal(words).split()[-1], titles),
            "name",
        )


def bare_name(entity: Span, g: Gathering) -> tuple[int, int]:
    """The entity without titles before it and 's after it."""
    first, last = entity.start, entity.end
    doc = g.document.doc
    while first < last and (
        normal(doc[first].text) in HONORIFICS or doc[first].lower_ in g.registry.offices or not doc[first].text[0].isupper()
    ):
        first += 1
    while last > first and (doc[last - 1].tag_ == "POS" or not doc[last - 1].text[0].isalnum()):
        last -= 1
    return first, last


def looks_like_a_name(words: str) -> bool:
    return all(w[0].isupper() or w in ("al", "de", "van", "von", "bin", "ben", "el", "da", "di", "du", "del") for w in words.split())


def standing(g: Gathering, first: int) -> tuple[str | Absent, str | Absent, str]:
    """Country, sector and title of a person by the words before the name ("Iranian Foreign Minister X")."""
    doc = g.document.doc
    country: str | Absent = NOT_STATED
    title = ""
    start = first
    for i in range(first - 1, max(first - 8, doc[first].sent.start - 1), -1):
        token = doc[i]
        mention = g.taken.get(i)
        if mention and mention.actor in g.actors and g.actors[mention.actor].type is not ActorType.PERSON:
            country = g.actors[mention.actor].country
            break
        if not (token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text == "-"):
            break
        start = i
    words = " ".join(ABBREVIATED.get(w, w) for w in normal(doc[start:first].text).split())
    for length in range(4, 0, -1):
        tail = " ".join(words.split()[-length:])
        if tail in g.registry.offices:
            title = tail
            break
    return country, g.registry.offices.get(title, NOT_STATED) or NOT_STATED, title


def explained(g: Gathering, first: int, last: int, country: str | Absent) -> tuple[str | Absent, str | Absent, str]:
    """Country, sector and title by an apposition: "the head of the delegation, Anna Brill", "Anna Brill, head of the delegation"."""
    from diurna.reading.who.roles import country_of, title_at

    doc = g.document.doc
    name = doc[last - 1]
    nouns = [name.head] if name.dep_ == "appos" else []
    nouns += [c for t in doc[first:last] for c in t.children if c.dep_ == "appos"]
    if not nouns and first > 1 and doc[first - 1].text == ",":
        nouns = [t for t in doc[max(0, first - 7) : first - 1] if t.pos_ in ("NOUN", "PROPN") and normal(t.text) in g.registry.offices][-1:]
    for noun in nouns:
        title, _ = title_at(g, noun)
        if title:
            of = country_of(g, noun)
            return (g.draft(of).country if of else country), g.registry.offices.get(title) or NOT_STATED, title
    return country, NOT_STATED, ""


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
        g.add(
            first,
            last,
            Draft("organisation:" + normal(words).replace(" ", "-"), words, ActorType.ORGANISATION, basis="words"),
            "name",
        )


def family_names(g: Gathering) -> None:
    """Bare family names: of somebody named in full here, of the one holder whom a title or the date vouches for, misspelt."""
    here = {d.family: d.id for d in g.actors.values() if d.type is ActorType.PERSON and d.family}
    for token in g.document.doc:
        if token.i in g.taken or not token.text[0].isupper() or token.pos_ not in ("PROPN", "NOUN", "ADJ", "VERB"):
            continue
        word = normal(token.text).removesuffix("'s")
        if not word or (token.is_sent_start and token.pos_ != "PROPN"):
            continue
        actor = here.get(word) or vouched(g, token, word) or misspelt(g, token, word, here)
        if actor:
            draft = g.draft(actor)
            g.add(token.i, token.i + 1, draft, "name")
            here.setdefault(draft.family, actor)
        elif lone_person(g, token):
            country, sector, title = standing(g, token.i)
            slug = "person:" + identity(g.document.report.id, word)
            g.add(
                token.i,
                token.i + 1,
                Draft(
                    slug,
                    token.text,
                    ActorType.PERSON,
                    country,
                    sector,
                    title or NOT_STATED,
                    "words",
                    word,
                    {title} if title else set(),
                ),
                "name",
            )
            here.setdefault(word, slug)


def lone_person(g: Gathering, token: Token) -> bool:
    """Whether a bare word is a person whom nothing else in the report names: the parse or an honorific must say so."""
    if token.pos_ != "PROPN" or token.ent_type_ != "PERSON" or normal(token.text) in g.registry.title_words:
        return False
    if token.dep_ == "compound" and token.head.pos_ == "NOUN":
        return False  # "the Orla bridge"
    beside = [t for t in (token.nbor(-1) if token.i else None, token.nbor(1) if token.i + 1 < len(token.doc) else None) if t is not None]
    return titled(g, token) or not any(t.pos_ == "PROPN" for t in beside)


def titled(g: Gathering, token: Token) -> bool:
    """Whether a title or honorific stands right before the token."""
    before = g.document.doc[token.i - 1] if token.i else None
    return bool(before is not None and (normal(before.text) in HONORIFICS or bool(standing(g, token.i)[2])))


def vouched(g: Gathering, token: Token, word: str) -> str | None:
    """The registered person whom a bare family name means: the only one, or the only one in office around the day."""
    people = [n.target for n in g.registry.names.get(word, ()) if n.how == "family"]
    if not people or (token.pos_ not in ("PROPN", "NOUN") and not titled(g, token)):
        return None
    if g.day:
        people = [p for p in people if any(near(t, g.day) for t in g.registry.people[p].tenures)]
    if len(people) > 1:
        country, _, title = standing(g, token.i)
        people = [
            p
            for p in people
            if any(
                (not title or title in (t.title, "leader"))
                and (country is NOT_STATED or t.of == f"state:{country}")
                and (title or country is not NOT_STATED)
                for t in g.registry.people[p].tenures
            )
        ]
    return people[0] if len(set(people)) == 1 else None


def near(tenure: Tenure, day: str) -> bool:
    """Whether a tenure lies within CAREER years of a day."""
    year = int(day[:4])
    since, until = tenure.since[:4], tenure.until[:4]
    return (not since or int(since) - CAREER <= year) and (not until or year <= int(until) + CAREER)


def misspelt(g: Gathering, token: Token, word: str, here: dict[str, str]) -> str | None:
    """Somebody named in this report, or held by the title before the word, whose family name is all but this word."""
    if len(word) < 6 or token.pos_ != "PROPN":
        return None
    close = {
        actor
        for family, actor in here.items()
        if len(family) >= 6 and family[0] == word[0] and OSA.distance(family, word, score_cutoff=MISSPELT) <= MISSPELT
    }
    if not close and titled(g, token):
        country, _, title = standing(g, token.i)
        for (held, of), tenures in g.registry.holders.items():
            if held == title and (country is NOT_STATED or of == f"state:{country}" or not of.startswith("state:")):
                close |= {
                    t.person
                    for t in tenures
                    for f in g.registry.people[t.person].family
                    if len(f) >= 6 and OSA.distance(normal(f), word, score_cutoff=MISSPELT) <= MISSPELT
                }
    return next(iter(close)) if len(close) == 1 else None


def span_of(found: Found, g: Gathering) -> tuple[int, int]:
    """The characters of a mention."""
    doc = g.document.doc
    return doc[found.first].idx, end_of(doc[found.last - 1])
