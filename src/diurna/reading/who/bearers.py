"""Whom a title without a name takes up: "the minister", "the Russian diplomat", "the Indiana governor"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from diurna.reading.who.gathering import Draft, Found, Gathering
from diurna.reading.who.registry import Tenure, normal
from diurna.reading.who.word_lists import lexis
from diurna.words import Absent, ActorType

NEAR = 3
"""Sentences back in which "the minister" looks for a minister where the report has named several; one alone is taken up from afar."""
FAR = 200
"""Mentions of people back at which the search ends."""
SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Described:
    """A title as it stands: its last token, its first, its words, and the state or body that it is of."""

    token: Token
    first: int
    title: str
    of: str | None


def named_people(g: Gathering) -> list[Found]:
    """The mentions of people, in text order."""
    return sorted((m for m in g.found if g.actors[m.actor].type is ActorType.PERSON), key=lambda m: m.first)


def bearer(g: Gathering, it: Described, people: list[Found]) -> str | None:
    """The person named before whom a title takes up: who fits it best, then who was named last, then the subject there."""
    if it.of is None and not definite(it.token):
        return None
    end = bisect_left(people, it.first, key=lambda m: m.first)
    before = [m for m in people[max(0, end - FAR) : end] if not faced(g, m, it.token)]
    fit = {actor: how_well(g, g.actors[actor], it) for actor in {m.actor for m in before}}
    best = max(fit.values(), default=0)
    able = [m for m in before if best and fit[m.actor] == best]
    if not able:
        return None
    here = g.sentence_of[it.token.i]
    if strange_names(g, it.token) - g.actors[able[-1].actor].beside and len({m.actor for m in able}) > 1:
        return None
    if it.of is None and here - g.sentence_of[able[-1].first] > NEAR and len({m.actor for m in able}) > 1:
        return None
    return standing_out(g, [m for m in able if g.sentence_of[m.first] == g.sentence_of[able[-1].first]])


def faced(g: Gathering, mention: Found, head: Token) -> bool:
    """Whether somebody does something to the one described in the same clause: who accuses the army is not the army, nor is who
    speaks with the envoy."""
    name = g.document.doc[mention.last - 1]
    return name.dep_ in ("nsubj", "nsubjpass") and head.dep_ in ("dobj", "pobj") and name.head in (head.head, head.head.head)


def definite(token: Token) -> bool:
    return token.pos_ == "PROPN" or any(c.lower_ in ("the", "this", "that") for c in token.children)


def standing_out(g: Gathering, together: list[Found]) -> str | None:
    """Of the people named in one sentence the only one, or the only one who is its subject."""
    actors = {m.actor for m in together}
    if len(actors) == 1:
        return actors.pop()
    heads = {m.actor: g.document.doc[m.last - 1] for m in together}
    subjects = {a for a, h in heads.items() if h.dep_ in SUBJECTS and not any(o.dep_ == "conj" and o.head == h for o in heads.values())}
    return subjects.pop() if len(subjects) == 1 else None


def how_well(g: Gathering, draft: Draft, it: Described) -> int:
    """How well a person fits a title: 3 for the same words, 2 for the same office, 1 for a looser word, 0 not at all."""
    if not is_of(g, draft, it.of) or from_elsewhere(strange_names(g, it.token), draft):
        return 0
    held = {*draft.titles, *(t.title for t in tenures(g, draft.id) if not g.day or t.covers(g.day))}
    return max((same_office(g, it.title, h) for h in held), default=0)


def same_office(g: Gathering, title: str, held: str) -> int:
    """How near a title is to the one that somebody holds."""
    if title == held:
        return 3
    one = g.registry.one_title
    if one.get(title, title) == one.get(held, held) or held.startswith((f"{title} for ", f"{title} of ")):
        return 2
    if held.endswith(f" {title}") and held.removesuffix(f" {title}").split()[-1] not in lexis().lesser:
        return 2
    return int(any(wanted in held for wanted in lexis().looser_titles.get(title, ())))


def is_of(g: Gathering, draft: Draft, of: str | None) -> bool:
    """Whether a person belongs to a state or body: by an office, by the words beside the name, or by its country."""
    if of is None or of in draft.serves or any(t.of == of for t in tenures(g, draft.id)):
        return True
    holder = g.draft(of)
    part_of_state = holder.type is ActorType.STATE or holder.sector in ("GOV", "MIL")
    return part_of_state and not isinstance(holder.country, Absent) and draft.country == holder.country


def strange_names(g: Gathering, noun: Token) -> set[str]:
    """Names before a noun that are no actors: the "Indiana" of "the Indiana governor"."""
    return names_among(g, (t for child in noun.lefts for t in child.subtree))


def from_elsewhere(strange: set[str], draft: Draft) -> bool:
    """Whether a person was introduced with other names than a title has: the Sumy governor is not the governor of Luhansk."""
    return bool(strange and draft.beside and not strange & draft.beside)


def names_among(g: Gathering, tokens: Iterable[Token]) -> set[str]:
    """The names among some words that are no actors and no title: regions and towns."""
    return {t.lower_ for t in tokens if t.pos_ == "PROPN" and t.i not in g.taken and not a_title(g, t)}


def a_title(g: Gathering, token: Token) -> bool:
    word = normal(token.text)
    return word in g.registry.title_words or word in lexis().shortened_titles or word in lexis().honorifics


def tenures(g: Gathering, actor: str) -> tuple[Tenure, ...]:
    person = g.registry.people.get(actor)
    return person.tenures if person else ()
