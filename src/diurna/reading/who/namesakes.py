"""Whom of several people of one family a bare family name means: "Scott" where John Scott and Peter Scott were named in full.

A title or honorific before it decides, then whom the report has called so before the other came, or the one whose kin the other is, or who
is named in full twice as often; last an office held on the day. Where nothing decides, nobody is meant.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from diurna.reading.who.gathering import Found, Gathering
from diurna.reading.who.gender import may_mean
from diurna.reading.who.people import standing
from diurna.reading.who.registry import normal
from diurna.reading.who.word_lists import lexis
from diurna.words import ActorType

BELOW = 25
"""Words after a heading's bare name in which the line below may name its bearer in full."""
CLEARLY = 2
"""How many times as often as any other of the family somebody must be named in full."""


def named_in_full(g: Gathering) -> dict[str, list[Found]]:
    """Family name to the mentions in full of those who bear it, in text order."""
    out: dict[str, list[Found]] = {}
    for mention in sorted(g.found, key=lambda m: m.first):
        draft = g.actors[mention.actor]
        if draft.type is ActorType.PERSON and draft.family and mention.last - mention.first > 1:
            out.setdefault(draft.family, []).append(mention)
    return out


def bearers_before(g: Gathering, token: Token, named: list[Found]) -> list[Found]:
    """The mentions before a word of those who bear a name, where they are several people; else none."""
    before = [m for m in named if m.first < token.i]
    apart = {m.actor for m in before if not one_person(g.actors[before[0].actor].name, g.actors[m.actor].name)}
    return before if apart else []


def named_below(g: Gathering, token: Token, named: list[Found]) -> str | None:
    """Whom the line below a heading names in full, of several who bear the heading's bare name: "Kahn in hiding", then "Maya Kahn fled"."""
    after = next((m for m in named if m.first > token.i), None)
    doc = g.document.doc
    if after is None or after.first - token.i > BELOW or all(m.actor == after.actor for m in named):
        return None
    line = doc[token.i : after.first].text.split("\n")
    return after.actor if len(line) > 1 and line[0].rstrip()[-1:] not in (".", "!", "?", ":") else None


def one_person(name: str, other: str) -> bool:
    """Whether two names in full may be one person's: the same given name, or all words of the one in the other."""
    a, b = normal(name).split(), normal(other).split()
    return a[0] == b[0] or set(a) <= set(b) or set(b) <= set(a)


def meant(g: Gathering, token: Token, before: list[Found]) -> str | None:
    """The one of several bearers whom a bare family name means, as far as title, honorific, kin or number tell."""
    able = [m for m in before if may_be_titled(g, token, m)]
    if not able or len({m.actor for m in able}) == 1:
        return able[0].actor if able else None
    others = {m.actor for m in able} - {able[0].actor}
    if others <= {m.actor for m in able if is_kin(g, m)}:
        return able[0].actor
    (most, often), (_, less), *_ = Counter(m.actor for m in able).most_common()
    return most if often >= CLEARLY * less else None


def may_be_titled(g: Gathering, token: Token, bearer: Found) -> bool:
    """Whether the title or honorific before a bare name speaks for somebody, or there is none."""
    draft = g.actors[bearer.actor]
    honorific = normal(token.nbor(-1).text) if token.i else ""
    gender = lexis().titles_of_gender.get(honorific)
    _, _, title = standing(g, token.i)
    titles = draft.titles | {standing(g, bearer.first)[2]}
    return (not title or title in titles) and (gender is None or may_mean(gender, draft.name, draft.titles))


def is_kin(g: Gathering, mention: Found) -> bool:
    """Whether somebody is named as another's kin: "his wife, Sara Deng", "Sara Deng, his wife"."""
    beside = g.document.doc[max(0, mention.first - 2) : mention.last + 3]
    return any(t.lower_ in lexis().kin for t in beside)
