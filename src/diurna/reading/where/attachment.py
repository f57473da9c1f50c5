"""The place of an act: what the sentence ties to its trigger, never what merely stands near.

In order, the first that names a place: the trigger's own phrases ("met in Moscow", "visited Turkey", "the siege of
Mariupol"); those of the word that carries it or that it carries ("held talks in Geneva", "talks held in Geneva"); those the
parser hung on a person or thing beside it ("met Putin in Moscow"); what it leads to ("ready to help people in Mariupol");
the place that its relative clause is about ("Ankara, where he had met..."); the sentence's frame ("In Geneva, ..."). A
clause keeps its places to itself: "the talks in Istanbul between envoys who had met in Antalya" were in Istanbul.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from diurna.reading.document import Document
from diurna.reading.grammar import LONGEST_SENTENCE, SUBJECTS
from diurna.reading.where.dateline import dateline_place
from diurna.reading.where.mentions import PlaceMention, find_places
from diurna.reading.where.word_lists import lexis
from diurna.words import NOT_STATED, Absent, Place

CLAUSES = frozenset(("relcl", "acl", "ccomp", "advcl", "csubj", "parataxis", "pcomp"))
OBJECTS = frozenset(("dobj", "obj", "nsubjpass", "attr", "oprd", "dative"))
LINKS = frozenset(("prep", "prt", "advmod", "agent", "dative"))
KEPT = "diurna.places"
DEPTH = 4
"""Phrases inside phrases followed: "at the gate of the plant in the east of Mariupol"."""

Named = dict[int, PlaceMention]


def place_of(document: Document, token: Token, places: Sequence[PlaceMention] | None = None, *, dateline: bool = False) -> Place | Absent:
    """The place of the act whose trigger is `token`, or NOT_STATED.

    `places` are the report's mentions; when they are not given, `find_places` is asked, once for a document. With `dateline`,
    an act that the sentence places nowhere is put where the report was filed, if it says so; the place's quote then lies in
    the dateline. Never raises.
    """
    mentions = found_once(document) if places is None else places
    sentence = token.sent
    first = bisect_left(mentions, sentence.start_char, key=lambda m: m.start)
    last = bisect_left(mentions, sentence.end_char, key=lambda m: m.start)
    named = {t.i: m for m in mentions[first:last] for t in document.tokens(m.start, m.end)}
    found = by_syntax(token, named) if named and len(sentence) < LONGEST_SENTENCE else None
    if found is not None:
        return found.place
    return dateline_place(document, mentions) if dateline else NOT_STATED


def found_once(document: Document) -> Sequence[PlaceMention]:
    """The report's places, kept with its parse: every act of the report asks for them."""
    kept = document.doc.user_data
    if KEPT not in kept:
        kept[KEPT] = find_places(document)
    found: Sequence[PlaceMention] = kept[KEPT]
    return found


def by_syntax(token: Token, named: Named) -> PlaceMention | None:
    """The place that the sentence gives the act."""
    bearers = tuple(carriers(token))
    steps = (
        (own_place(b, named) for b in bearers),
        (beside(b, named) for b in bearers),
        (led_to(b, named) for b in bearers),
        (journey(b, named) for b in bearers),
        (antecedent(b, named) for b in bearers),
        (frame(b, named) for b in bearers),
    )
    return next((found for step in steps for found in step if found is not None), None)


def carriers(token: Token) -> Iterator[Token]:
    """The trigger and the words that say the same act: its auxiliary's verb, its light verb, the noun that it carries."""
    yield token
    light = lexis().light
    if token.dep_ in ("aux", "auxpass", "amod", "compound", "acomp", "nummod") and token.head != token:
        yield token.head
    if token.pos_ in ("NOUN", "PROPN"):
        yield from (c for c in token.children if c.dep_ == "acl" and c.lemma_ in light)
        head = token.head
        if token.dep_ in OBJECTS | SUBJECTS and head.lemma_ in light:
            yield head
    elif token.lemma_ in lexis().brings:
        yield from (c for c in token.children if c.dep_ in SUBJECTS and happens(c))
    elif token.lemma_ in light:
        yield from (c for c in token.children if c.dep_ in OBJECTS | {"nsubj"} and happens(c))


def happens(token: Token) -> bool:
    """Whether a noun names a happening, which has a place of its own."""
    return token.pos_ == "NOUN" and (token.lemma_ in lexis().happening or token.lemma_ in lexis().happening_of)


def own_place(token: Token, named: Named) -> PlaceMention | None:
    """The place in the token's own object, phrases or name: "shelled Kharkiv", "flew to Doha", "the Geneva talks"."""
    if token.lemma_ in lexis().object_is_the_place and token.pos_ == "VERB":
        for child in token.children:
            # A convoy that is attacked is not where it comes from.
            where = in_name if child.lemma_ in lexis().going_to else in_phrase
            if child.dep_ in ("dobj", "obj", "nsubjpass") and (found := where(child, named)):
                return found
    for link in sorted(links(token), key=lambda p: rank(p, token)):
        if found := by_link(link, token, named):
            return found
    return of_happening(token, named) if happens(token) else None


def of_happening(noun: Token, named: Named) -> PlaceMention | None:
    """The place in a happening's name, or hung on those who take part: "the Geneva talks", "a meeting of the four in Geneva"."""
    if found := in_name(noun, named):
        return found
    for link in links(noun):
        if link.lower_ in ("of", "with", "by", "between", "among") and (found := inside(link, noun, named, DEPTH)):
            return found
    return None


def links(token: Token) -> list[Token]:
    """The prepositions that hang on a token, and a second leg of a journey hung on the first: "from Odesa for Lebanon"."""
    direct = [c for c in token.children if c.dep_ in LINKS and c.pos_ in ("ADP", "ADV", "SCONJ")]
    further = [
        g
        for c in direct
        if c.lower_ in ("from", "to", "out")
        for place in c.children
        if place.dep_ == "pobj"
        for g in place.children
        if g.dep_ == "prep" and g.lower_ in ("for", "to", "into", "from")
    ]
    return direct + further


def rank(link: Token, token: Token) -> tuple[int, int]:
    """Which of a token's phrases to try first: where it goes for travel, where it leaves for rescue, else where it is."""
    lemma, word = token.lemma_, link.lower_
    origin, goal = word in ("from", "out", "off"), word in ("to", "into", "onto", "for", "toward", "towards")
    first = origin if lemma in lexis().origin_first else goal if lemma in lexis().going_to else False
    return (0 if first else 1 if word in lexis().at else 2, link.i)


def by_link(link: Token, token: Token, named: Named) -> PlaceMention | None:
    """The place a preposition leads to, if with this act that preposition leads to places."""
    lemma, word = token.lemma_, link.lower_
    inner = [c for c in link.children if c.dep_ == "pobj"] + [
        g for c in link.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"
    ]
    found = next((f for c in inner if (f := in_phrase(c, named))), None)
    if found is None:
        return None
    leads = (
        word in lexis().at
        or (word in ("to", "into", "onto", "toward", "towards", "via", "through") and lemma in lexis().going_to)
        or (word == "for" and lemma in lexis().bound_for)
        or (word in ("from", "out", "off") and lemma in lexis().coming_from)
        or (word == "of" and lemma in lexis().happening_of)
        or (word == "on" and (found.kind in lexis().on_kinds or lemma in lexis().happening_on))
        or (word in ("during", "on", "upon") and any(happens(c) for c in inner))
    )
    return found if leads else None


def in_phrase(noun: Token, named: Named, depth: int = DEPTH) -> PlaceMention | None:
    """The place in a noun phrase: its own name, else what stands in it: "the Azovstal works", "the plant in Mariupol"."""
    if noun.i in named:
        return named[noun.i]
    if not depth:
        return None
    children = [c for c in noun.children if c.dep_ not in CLAUSES]
    if found := in_name(noun, named):
        return found
    for link in children:
        if link.dep_ == "prep" and link.lower_ not in lexis().apart and (found := inside(link, noun, named, depth)):
            return found
    owns = noun.lemma_ in lexis().of_nouns or noun.lemma_ in lexis().sites
    for child in children:
        if child.dep_ in ("appos", "nmod", "compound") and child.i in named:
            return named[child.i]
        if child.dep_ == "poss" and owns and child.i in named:
            return named[child.i]
    return None


def in_name(noun: Token, named: Named, depth: int = 2) -> PlaceMention | None:
    """A town or site that is part of what a thing is called: "the Azovstal steel plant". A land is not: "Ukraine talks"."""
    for child in noun.children:
        if child.dep_ in ("compound", "nmod", "amod"):
            if child.i in named and named[child.i].kind != "country":
                return named[child.i]
            if child.dep_ == "compound" and depth and (found := in_name(child, named, depth - 1)):
                return found
    return None


def inside(link: Token, noun: Token, named: Named, depth: int) -> PlaceMention | None:
    """The place behind a preposition within a phrase. What is with, by or between persons may have theirs hung on it."""
    word, happening = link.lower_, happens(noun)
    for inner in link.children:
        if inner.dep_ != "pobj":
            continue
        leads = word in lexis().at or (
            word == "of" and (noun.lemma_ in lexis().of_nouns or noun.lemma_ in lexis().happening_of)
        )
        found = in_phrase(inner, named, depth - 1)
        if found and (leads or (word == "on" and found.kind in lexis().on_kinds)):
            return found
        if found and word in ("to", "from") and noun.lemma_ in lexis().going_to:
            return found
        if happening and word in ("with", "by", "between", "of"):
            return next((f for person in chain(inner) if (f := hung_on(person, named))), None)
    return None


def chain(noun: Token) -> Iterator[Token]:
    """A noun and those that "and" joins to it; of a long list the first few."""
    for _ in range(DEPTH):
        yield noun
        joined = next((c for c in noun.children if c.dep_ in ("conj", "appos")), None)
        if joined is None:
            return
        noun = joined


def hung_on(noun: Token, named: Named) -> PlaceMention | None:
    """A place phrase that the parser hung on a person or thing: "met Putin in Moscow"."""
    for link in links(noun):
        if link.lower_ in lexis().at and (found := by_link(link, noun, named)):
            return found
    return None


def beside(token: Token, named: Named) -> PlaceMention | None:
    """The place hung on those who take part: "met Putin in Moscow", "killed three people in Kharkiv"."""
    for child in token.children:
        nouns: Iterable[Token] = ()
        if child.dep_ in OBJECTS:
            nouns = bystanders(child)
        elif child.dep_ in ("prep", "agent") and child.lower_ in ("with", "between", "by", "among", "to"):
            nouns = (n for c in child.children if c.dep_ == "pobj" for n in bystanders(c))
        for noun in nouns:
            if found := hung_on(noun, named):
                return found
    return None


def bystanders(noun: Token, depth: int = DEPTH) -> Iterator[Token]:
    """Nouns that have no place of their own: persons, names, papers; and those that "of" or "and" ties to them."""
    if noun.pos_ in ("PROPN", "PRON") or noun.lemma_.lower() in lexis().bystanders:
        yield noun
        for child in noun.children:
            if child.dep_ in ("conj", "appos") and depth:
                yield from bystanders(child, depth - 1)
            elif child.dep_ == "prep" and child.lower_ == "of" and depth:
                yield from (b for c in child.children if c.dep_ == "pobj" for b in bystanders(c, depth - 1))


def led_to(token: Token, named: Named, depth: int = 2) -> PlaceMention | None:
    """The place of what the act is done for: "ready to mobilise resources to save people in Mariupol"."""
    colours = token.lemma_.lower() in lexis().colouring
    for child in token.children:
        purpose = child.dep_ in ("advcl", "acl") and any(c.tag_ == "TO" for c in child.children)
        if purpose or (child.dep_ == "xcomp" and colours):
            found = own_place(child, named) or beside(child, named) or (led_to(child, named, depth - 1) if depth else None)
            if found:
                return found
        if child.dep_ in ("dobj", "obj") and depth and child.pos_ == "NOUN" and not happens(child):
            found = led_to(child, named, depth - 1)
            if found:
                return found
    return None


def journey(token: Token, named: Named) -> PlaceMention | None:
    """The end of the journey that the act was the purpose of: "flew to Doha to meet the emir"."""
    head = token.head
    infinitive = any(c.tag_ == "TO" for c in token.children)
    if infinitive and token.dep_ in ("advcl", "xcomp", "acl") and token.i > head.i and head.lemma_ in lexis().travel:
        return own_place(head, named)
    return None


def antecedent(token: Token, named: Named) -> PlaceMention | None:
    """The place that a relative clause is about: "Ankara, where he had met the president"."""
    verb = clause_of(token)
    if verb.dep_ == "ccomp" and verb.head.lemma_ in lexis().saying:
        verb = verb.head
    elif verb.lemma_ in lexis().saying and any(c.dep_ == "ccomp" for c in verb.children):
        return None
    if verb.dep_ not in ("relcl", "advcl", "ccomp", "acl"):
        return None
    for child in verb.children:
        where = child.lower_ in ("where", "wherein") or (
            child.dep_ == "prep" and child.lower_ in ("in", "at", "on") and any(c.lower_ == "which" for c in child.children)
        )
        if where and child.i > verb.head.i:
            return in_phrase(verb.head, named) or before(child, verb, named)
    return None


def before(where: Token, verb: Token, named: Named) -> PlaceMention | None:
    """The place that stands right before "where", when the parser hung the clause on something else."""
    at = where.i - 1
    while at >= verb.sent.start and (where.doc[at].is_punct or where.doc[at].is_space):
        at -= 1
    return named.get(at)


def clause_of(token: Token) -> Token:
    """The verb at the head of a token's clause, up through auxiliaries and the verbs that "and" joins."""
    while token.dep_ in ("conj", "aux", "auxpass") and token.head != token:
        token = token.head
    return token


def frame(token: Token, named: Named) -> PlaceMention | None:
    """The phrase that opens the sentence and holds for all its main verbs: "In Geneva, A spoke and B accused C"."""
    verb = clause_of(token)
    if verb.dep_ != "ROOT":
        return None
    subject = min((c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), default=verb.i)
    for link in links(verb):
        opening = link.i < subject and all(t.is_punct or t.is_space for t in verb.doc[verb.sent.start : link.i])
        if opening and link.lower_ in lexis().at and (found := by_link(link, verb, named)):
            return found
    return None
