"""Actors named by what they are: "Ukrainian forces", "the Kyiv authorities", "the Russian diplomat", "the UN chief"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from diurna.reading.who.bearers import Described, bearer, named_people
from diurna.reading.who.definiteness import definite, is_any, particular
from diurna.reading.who.gathering import Draft, Gathering
from diurna.reading.who.groups import Groups
from diurna.reading.who.registry import normal
from diurna.reading.who.word_lists import lexis
from diurna.words import Absent, ActorType

SERVANTS = frozenset(("delegation", "official", "officials"))
"""Whose sector is that of the body they serve: of Hamas no government's; but the ministers of the G7 are of governments."""
PLACES = frozenset(("GPE", "LOC", "FAC"))
"""Kinds of name in which no noun is a group's: the "bank" of the West Bank."""
PLURAL = frozenset(("NNS", "NNPS"))
OF_A_TRADE = frozenset(("EDU", "LAB", "NGO", "CVL"))
"""Sectors of nouns that yield to that of a body of states: the UN's experts and aid workers are the UN's."""


def peoples(g: Gathering) -> None:
    """Some of a people to whom something is done are not its state: "urged Afghans to rise", "two Chadians"; "the Afghans" may be, and
    "Afghans said"."""
    for token in g.document.doc:
        mention = g.taken.get(token.i)
        if mention is None or mention.how != "adjective" or token.tag_ not in PLURAL or mention.last - mention.first > 1:
            continue
        if token.dep_ not in ("compound", "poss", "nsubj") and not any(c.lower_ == "the" for c in token.lefts):
            g.add(token.i, token.i + 1, placed(g, mention.actor, "people", "CVL", ActorType.GROUP), "phrase")


def noun_groups(g: Gathering) -> None:
    """Nouns of the table `nouns`, with the country that a modifier names."""
    peoples(g)
    groups = Groups()
    for token in g.document.doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.i in g.taken or within_a_places_name(token):
            continue
        row, first = noun_row(g, token)
        if row is None:
            continue
        key, sector, kind = row
        words = g.document.doc[first : token.i + 1]
        if kind == ActorType.PERSON and (is_any(words) or stands_beside_a_name(g, token) or named_after(g, token)):
            continue
        of = country_of(g, token)
        if not key:
            if of is not None:
                g.add(first, token.i + 1, g.draft(of), "phrase")
            continue
        draft = placed(g, of, key, sector, ActorType(kind)) if of else groups.named_by(g, words, key, sector, ActorType(kind))
        if draft:
            g.add(first, token.i + 1, draft, "phrase")


def within_a_places_name(token: Token) -> bool:
    return token.ent_type_ in PLACES and token.ent_iob_ == "I"


def noun_row(g: Gathering, token: Token) -> tuple[tuple[str, str, str] | None, int]:
    """The row for a noun, with its compound before it if the table has the two together, and where it begins. A
    ministry's has what it is of."""
    two = token.i > 0 and token.nbor(-1).text[0].isalnum() and token.nbor(-1).pos_ != "DET"
    if two and (row := g.registry.nouns.get(normal(f"{token.nbor(-1).text} {token.text}"))):
        return row, token.i - 1
    row = g.registry.nouns.get(normal(token.text))
    return (of_its_matter(g, token, row) if row and token.lower_ in ("ministry", "department") else row), token.i


def of_its_matter(g: Gathering, token: Token, row: tuple[str, str, str]) -> tuple[str, str, str]:
    """The row of "the Ministry of Defence", which is the defence ministry, and not that of health."""
    for of in of_what(token):
        matter = next((c for c in of.children if c.dep_ in ("compound", "amod")), of)
        if of.i not in g.taken and matter.i not in g.taken:
            two = g.registry.nouns.get(normal(f"{matter.text} {token.text}"))
            return two or (f"{normal(matter.text)} {row[0]}", row[1], row[2])
    return row


def country_of(g: Gathering, token: Token) -> str | None:
    """The state or body that modifies a noun, the nearest one: "Ukrainian", "Ukraine's", "Kyiv", "the army of Sudan", "President
    Mugabe's party"."""
    near = [t for t in token.lefts if t.dep_ in ("amod", "compound", "poss", "nmod", "nummod", "det")]
    if token.dep_ == "compound":
        near += [t for t in token.head.lefts if t.i < token.i]
    after = of_what(token)
    after += [p for t in after for p in of_what(t)]  # "the Ministry of Defence of Norland"
    if of_several(token, after):
        after = []
    beside = sorted({*near, *(c for t in near for c in t.subtree if c.i < token.i)}, key=lambda t: -t.i)
    for child in [*beside, *after, *(c for t in after for c in t.children)]:
        mention = g.taken.get(child.i)
        draft = g.actors[mention.actor] if mention else None
        if draft is None or only_beside(child):
            continue
        if draft.type in (ActorType.STATE, ActorType.GROUP, ActorType.ORGANISATION):
            return draft.id
        governs = draft.sector == "GOV" and f"state:{draft.country}" in g.registry.entities
        if draft.type is ActorType.PERSON and child.dep_ == "poss" and governs:
            return f"state:{draft.country}"
    return None


def only_beside(name: Token) -> bool:
    """Whether a hyphen ties a name to what is not its own: the "Iran" of "an Iran-backed militia", though not of "an Iran-based" one."""
    tied = name.head
    hyphen = name.i + 1 < len(name.doc) and name.nbor(1).text == "-"
    return hyphen and tied.i == name.i + 2 and tied.tag_ in ("VBN", "VBG", "VBD", "JJ") and tied.lower_ not in lexis().belonging


def of_what(token: Token) -> list[Token]:
    """What stands after "of" behind a noun."""
    return [p for prep in token.rights if prep.dep_ == "prep" and prep.lower_ == "of" for p in prep.children if p.dep_ == "pobj"]


def of_several(token: Token, of: list[Token]) -> bool:
    """Whether several are meant, of several states, and so of no one state: "the ministers of Egypt, Qatar and Oman"."""
    if not token.lower_.endswith("s"):
        return False
    listed = (t for t in of if t.i + 2 < len(t.doc) and t.nbor(1).text in (",", "and"))
    return any(t.conjuncts for t in of) or any(t.nbor(2).pos_ == "PROPN" for t in listed)


def placed(g: Gathering, of: str, key: str, sector: str, kind: ActorType) -> Draft:
    """The actor "forces of Ukraine": one for all its names in every report."""
    holder = g.draft(of)
    if of.endswith(f"/{key}"):  # "army soldiers" are the army's forces once
        return holder
    serves = key in SERVANTS or (holder.sector == "IGO" and sector in OF_A_TRADE)
    own = holder.sector if serves and holder.type is not ActorType.STATE else sector
    return Draft(f"{of}/{key.replace(' ', '-')}", f"{holder.name}: {key}", kind, holder.country, own, basis="words")


def offices(g: Gathering) -> None:
    """Offices without a name beside them: taken up from the report, or from the registry by country and date."""
    people = named_people(g)
    for token in g.document.doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.i in g.taken:
            continue
        title, first = title_at(g, token)
        if not title or named_after(g, token):
            continue
        if stands_beside_a_name(g, token):
            continue
        if anyone(g, g.document.doc[first : token.i + 1], title):
            continue
        of = country_of(g, token)
        actor = bearer(g, Described(token, first, title, of), people) or in_office(g, title, of or body_of_office(g, token, title))
        if actor:
            g.add(first, token.i + 1, g.draft(actor), "office")
        elif of is not None and title in g.registry.held_alone and g.registry.offices.get(title):
            g.add(first, token.i + 1, known_by_office(g, of, title), "office")


def body_of_office(g: Gathering, token: Token, title: str) -> str | None:
    """The body whose office a title alone is, where the report names just one that has it: "The Secretary-General". A readout
    of that title alone is of the United Nations."""
    having = lexis().bodies_with.get(title)
    if having is None or not definite(g.document.doc[token.i : token.i + 1]):
        return None
    named = {body for body in having if body in g.actors}
    if not named and normal(str(g.document.report.title)).startswith(f"readout of the {title}"):
        return having[0]
    return named.pop() if len(named) == 1 else None


def anyone(g: Gathering, words: Span, title: str) -> bool:
    """Whether an office means nobody known: "a Russian diplomat", and without an article whatever many hold at a time."""
    return is_any(words) or (title not in g.registry.held_alone and words.root.pos_ == "NOUN" and not particular(words))


def known_by_office(g: Gathering, of: str, title: str) -> Draft:
    """Whoever holds an office, where neither the report nor the registry tells: "the Kenyan ambassador"."""
    holder = g.draft(of)
    key, name, sector = f"{of}/{title.replace(' ', '-')}", f"{holder.name}: {title}", sector_under(g, holder, title)
    return Draft(key, name, ActorType.PERSON, holder.country, sector, title, "words")


def named_after(g: Gathering, token: Token) -> bool:
    """Whether a name follows that says who it is: "the head of the delegation, Anna Brill"."""
    return any(c.i in g.taken and c.i > token.i for c in token.children if c.dep_ in ("appos", "compound", "flat"))


def stands_beside_a_name(g: Gathering, token: Token) -> bool:
    """Whether a title belongs to a name next to it or that it explains ("Lavrov, the foreign minister"), so names nobody new."""
    after = g.taken.get(token.i + 1)
    if token.dep_ in ("compound", "nmod", "attr") or (after and g.actors[after.actor].type is ActorType.PERSON):
        return True
    explained = g.taken.get(token.head.i) if token.dep_ == "appos" else None
    return explained is not None and g.actors[explained.actor].type is ActorType.PERSON


def sector_under(g: Gathering, holder: Draft, title: str) -> str | Absent:
    """An office of a state has the office's sector; of a body, the body's ("a UN representative" sits in no parliament)."""
    return g.registry.offices[title] if holder.type is ActorType.STATE else holder.sector


def title_at(g: Gathering, token: Token) -> tuple[str, int]:
    """The longest title of the table `offices` that ends at a token, and where it begins."""
    for length in range(4, 0, -1):
        first = token.i - length + 1
        if first < 0 or not g.free(first, token.i) or not g.document.doc[first].text[0].isalnum():
            continue
        if "\n" not in (words := g.document.doc[first : token.i + 1].text):
            title = normal(words)
            if title in g.registry.offices:
                return title, first
    return "", token.i


def in_office(g: Gathering, title: str, of: str | None) -> str | None:
    """Who held the office on the day of the report, if the registry knows just one."""
    if of is None or not g.day:
        return None
    people = {t.person for t in g.registry.holders.get((title, of), []) if t.covers(g.day)}
    return next(iter(people)) if len(people) == 1 else None
