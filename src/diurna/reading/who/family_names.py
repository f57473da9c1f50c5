"""Family names that stand alone, and whom each means."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from diurna.reading.where import known_place
from diurna.reading.who.bodies import GENERAL
from diurna.reading.who.gathering import Found, Gathering
from diurna.reading.who.gender import given_names
from diurna.reading.who.misspellings import SHORTEST, Standing, all_but, holders_all_but
from diurna.reading.who.namesakes import bearers_before, meant, named_below, named_in_full
from diurna.reading.who.people import belongs_to, country_of_office, of_country, person, standing
from diurna.reading.who.registry import Tenure, normal
from diurna.reading.who.roles import PLACES
from diurna.reading.who.word_lists import lexis
from diurna.words import NOT_STATED, Absent, ActorType, identity

UNMISTAKABLE = 6
"""Letters from which a registered family name at the head of a sentence is taken for one."""
CAREER = 3
"""Years before and after a tenure in which a bare family name may still mean its holder."""


def family_names(g: Gathering) -> None:
    """Bare family names: of somebody named in full here, of the one holder whom a title or the date vouches for, misspelt."""
    here = first_of_each_family(g)
    in_full = named_in_full(g)
    called: dict[str, str] = {}
    fuller = words_of_full_names(g)
    stood_in = places_stood_in(g)
    for token in g.document.doc:
        if token.i in g.taken or dated(token) or not token.text[0].isupper() or token.pos_ not in ("PROPN", "NOUN", "ADJ", "VERB"):
            continue
        if part_of_a_place(token):
            continue
        if begun := name_begun(g, token):
            g.lengthen(begun, token.i + 1)
            continue
        word = normal(token.text).removesuffix("'s")
        if not word or (token.is_sent_start and token.pos_ != "PROPN" and not no_common_word(g, token, word)):
            continue
        if len(named_so := fuller.get(word, ())) > 1 and word not in here:
            continue
        actor = by_title(g, token, word) or named_below(g, token, in_full.get(word, [])) or called.get(word)
        if actor is None and (several := bearers_before(g, token, in_full.get(word, []))):
            actor = meant(g, token, several) or vouched(g, token, word)
            if actor not in {m.actor for m in several}:
                continue
        actor = actor or here.get(word) or first_name(g, token, named_so) or vouched(g, token, word)
        if actor := actor or misspelt(g, token, word, here):
            draft = g.draft(actor)
        elif lone_person(g, token) and (titled(g, token) or not a_place(token, stood_in)):
            draft = person("person:" + identity(g.document.report.id, word), token.text, word, stands(g, token, word))
        else:
            continue
        g.add(token.i, token.i + 1, draft, "name")
        here.setdefault(draft.family, draft.id)
        called.setdefault(word, draft.id)


def part_of_a_place(token: Token) -> bool:
    """Whether a word is but one of the name of a place of several words: the "Dar" of Bahir Dar, the "Cook" of the Cook Islands."""
    doc = token.doc
    before = [doc[token.i - 1]] if token.i and token.ent_iob_ == "I" else []
    after = [doc[token.i + 1]] if token.i + 1 < len(doc) and doc[token.i + 1].ent_iob_ == "I" else []
    return token.ent_type_ in PLACES and any(t.pos_ == "PROPN" for t in before + after)


def name_begun(g: Gathering, token: Token) -> Found | None:
    """The person whose name a family name only ends: "Al Thani" after "Tamim bin Hamad", where the parse sees one name, or
    sees none in the rest: "López" after "Vladimir Padrino"."""
    if token.pos_ != "PROPN" or token.ent_type_ not in ("", "PERSON"):
        return None
    beside = g.taken.get(token.i - 1)
    if not token.ent_type_ and beside is not None and g.actors[beside.actor].type is ActorType.PERSON and beside.how in ("name", "person"):
        return beside
    at = token.i
    while at and token.doc[at].ent_iob_ == "I" and at not in g.taken:
        at -= 1
    before = g.taken.get(at)
    ended = before is not None and token.doc[at + 1].ent_iob_ == "I" and before.last == at + 1
    return before if ended and before and g.actors[before.actor].type is ActorType.PERSON and before.how != "adjective" else None


def first_of_each_family(g: Gathering) -> dict[str, str]:
    """Family name to the first of that name in the report: after "Omar Deng and his wife, Sara Deng" the bare name means Omar Deng."""
    here: dict[str, str] = {}
    for mention in sorted(g.found, key=lambda m: m.first):
        draft = g.actors[mention.actor]
        if draft.type is ActorType.PERSON and draft.family:
            here.setdefault(draft.family, draft.id)
    return here


def by_title(g: Gathering, token: Token, word: str) -> str | None:
    """The registered person who holds the title right before a bare family name: "President Obama" is no other Obama of the report."""
    _, _, title = standing(g, token.i)
    known = vouched(g, token, word) if title and g.day else None
    return known if known and any(t.title == title and t.covers(g.day) for t in g.registry.people[known].tenures) else None


def words_of_full_names(g: Gathering) -> dict[str, set[str]]:
    """The words of the names of people named in full here, and whose they are."""
    out: dict[str, set[str]] = {}
    for mention in g.found:
        if mention.last - mention.first > 1 and g.actors[mention.actor].type is ActorType.PERSON:
            for token in g.document.doc[mention.first : mention.last]:
                if token.text[0].isupper() and len(token) > 2 and normal(token.text) not in g.registry.title_words:
                    out.setdefault(normal(token.text), set()).add(mention.actor)
    return out


def first_name(g: Gathering, token: Token, named_so: Collection[str]) -> str | None:
    """The one person named in full here who has a bare word for another name than the last: "Mahamat" after "Mahamat Idriss Deby"."""
    if len(named_so) != 1 or token.pos_ != "PROPN" or (token.dep_ == "compound" and token.head.pos_ == "NOUN"):
        return None
    if token.ent_type_ != "PERSON" and not g.registry.bearers(normal(token.text)):
        return None
    return None if beside_a_name(token) else next(iter(named_so))


def lone_person(g: Gathering, token: Token) -> bool:
    """Whether a bare word is a person whom nothing else in the report names: the parse or an honorific must say so."""
    several = not token.ent_type_ and len(g.registry.bearers(normal(token.text))) > 1
    named = token.ent_type_ == "PERSON" or several or after_a_title(g, token)
    if token.pos_ != "PROPN" or not named or normal(token.text) in g.registry.title_words:
        return False
    if token.dep_ == "compound" and token.head.pos_ == "NOUN":
        return False  # "the Orla bridge"
    return titled(g, token) or not beside_a_name(token)


def after_a_title(g: Gathering, token: Token) -> bool:
    """Whether what the parse takes for a body, or for nothing, is a title and a name: "Envoy Orlov"."""
    misread = not token.ent_type_ or (token.ent_type_ == "ORG" and token.ent_iob_ == "I")
    title = standing(g, token.i)[2] if misread and token.is_title else ""
    return title not in ("", GENERAL) and token.lower_ not in lexis().bodies and token.lower_ not in g.registry.nouns


def beside_a_name(token: Token) -> bool:
    """Whether another name stands next to a word, so that the two may be one."""
    beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    return any(t.pos_ == "PROPN" for t in beside)


def dated(token: Token) -> bool:
    """Whether a word is part of a date, as "May" mostly is."""
    beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    return token.lower_ in lexis().calendar and (token.ent_type_ == "DATE" or any(t.like_num for t in beside))


def places_stood_in(g: Gathering) -> set[str]:
    """The words after "in", "at" or "near" somewhere in the report: these are places wherever they stand."""
    after = (t for t in g.document.doc if t.dep_ == "pobj" and t.pos_ == "PROPN" and t.i not in g.taken)
    return {t.lower_ for t in after if t.head.lower_ in lexis().where}


def a_place(token: Token, stood_in: set[str]) -> bool:
    """Whether a lone word that may be a person is a place: the gazetteer or the report says so, and it does nothing that a person does."""
    speaks = token.dep_ == "nsubj" and (token.head.lemma_ in lexis().saying or token.ent_type_ == "PERSON")
    return token.lower_ in stood_in or (not speaks and known_place(token.text))


def titled(g: Gathering, token: Token) -> bool:
    """Whether a title or honorific stands right before the token."""
    before = g.document.doc[token.i - 1] if token.i else None
    return bool(before is not None and (normal(before.text) in lexis().honorifics or bool(standing(g, token.i)[2])))


def vouched(g: Gathering, token: Token, word: str) -> str | None:
    """The registered person whom a bare family name means: the only one, or the only one in office around the day."""
    people = sorted(g.registry.bearers(word))
    if not people or (token.pos_ not in ("PROPN", "NOUN") and not titled(g, token)):
        return None
    country, _, title = standing(g, token.i)
    if word in lexis().common_family_names and not title and country is NOT_STATED:
        return None
    people = [p for p in of_country(g, people, belongs_to(g, token.i)) if not is_another(g, word, p)]
    if g.day:
        in_office = [p for p in people if any(t.covers(g.day) for t in g.registry.people[p].tenures)]
        people = in_office or [p for p in people if any(near(t, g.day) for t in g.registry.people[p].tenures)]
    if len(people) > 1:
        people = [p for p in people if any(held_as(t, country, title) for t in g.registry.people[p].tenures)]
    return people[0] if len(people) == 1 else None


def is_another(g: Gathering, word: str, person: str) -> bool:
    """Whether the report gives a family name a given name that a registered person has not, and nobody is known by the two: "Goran
    Ilves" is no other Ilves; but of "Michelle Obama" it is plain whom each name means."""
    if g.first_names is None:
        g.first_names = first_names(g)
    known = {part for name in g.registry.people[person].names for part in normal(name).split()}
    return bool(g.first_names.get(word, set()) - known)


def first_names(g: Gathering) -> dict[str, set[str]]:
    """The given names before each capitalised word where the two are nobody found."""
    known = given_names().he | given_names().she
    out: dict[str, set[str]] = {}
    for token in g.document.doc[1:]:
        before = token.nbor(-1)
        if token.text[0].isupper() and before.text[0].isupper() and normal(before.text) in known:
            mention = g.taken.get(token.i)
            if mention is None or g.actors[mention.actor].type is not ActorType.PERSON:
                out.setdefault(normal(token.text), set()).add(normal(before.text))
    return out


def stands(g: Gathering, token: Token, word: str) -> Standing:
    """What the words beside a bare family name give; without a country that of all who are known by the name: a "Bush" is American."""
    country, sector, title = standing(g, token.i)
    if country is NOT_STATED and word not in lexis().common_family_names:
        known = g.registry.bearers(word)
        lands = {country_of_office(g, t.of) for p in known for t in g.registry.people[p].tenures if not g.day or near(t, g.day)}
        if len(lands) == 1 and len(known) > 1:
            country = lands.pop()
    return country, sector, title


def held_as(tenure: Tenure, country: str | Absent, title: str) -> bool:
    """Whether a tenure is what the words before a name say: they must give a title or a country, and neither may be another."""
    if not title and country is NOT_STATED:
        return False
    return (not title or title in (tenure.title, "leader")) and (country is NOT_STATED or tenure.of == f"state:{country}")


def near(tenure: Tenure, day: str) -> bool:
    """Whether a tenure lies within CAREER years of a day."""
    year = int(day[:4])
    since, until = tenure.since[:4], tenure.until[:4]
    return (not since or int(since) - CAREER <= year) and (not until or year <= int(until) + CAREER)


def misspelt(g: Gathering, token: Token, word: str, here: dict[str, str]) -> str | None:
    """Somebody named in this report, or held by the title before the word, whose family name is all but this word."""
    if len(word) < SHORTEST or token.pos_ != "PROPN":
        return None
    close = {actor for family, actor in here.items() if len(family) >= SHORTEST and family[0] == word[0] and all_but(family, word)}
    if not close and titled(g, token):
        close = holders_all_but(g, word, standing(g, token.i))
    return next(iter(close)) if len(close) == 1 else None


def no_common_word(g: Gathering, token: Token, word: str) -> bool:
    """Whether a word that begins a sentence is a family name that cannot be read otherwise: "Guterres welcomed", not "May said"."""
    return bool(g.registry.bearers(word)) and len(word) >= UNMISTAKABLE and token.dep_ in ("nsubj", "nsubjpass", "poss")
