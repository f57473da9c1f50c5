"""Who stands behind the labels of a transcript: "MR KLEE:" and "KLEE:" are one, "A:" is the one interviewed, "Q:" is nobody named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from diurna.reading.document import Document
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.turns import ASIDE, LABEL
from diurna.reading.said.word_lists import lexis
from diurna.reading.who import Who
from diurna.words import NOT_STATED, UNNAMED, Absent, ActorType, Source

BYLINE = re.compile(r"\b(?:by|from|photos?|translat\w+|interview\w*):?(?: \w+){0,4}\s*$", re.I)
"""What stands before the name of one who asks, writes or translates, and is not asked."""


def behind_labels(document: Document, who: Who, every: list[Attribution], sources: list[Source]) -> list[Source]:
    """The sources with one actor behind all the labels that name the same one."""
    text = document.report.text
    labelled = {n: bare(text[slice(*a.source[0])]) for n, a in enumerate(every) if a.by == LABEL}
    if not labelled:
        return sources
    first = min(every[n].source[0][0] for n in labelled)
    meant: dict[str, list[str | Absent]] = {}
    for n, label in labelled.items():
        meant.setdefault(label, []).append(sources[n].actor)
    actors = {label: behind(document, who, label, first, resolved) for label, resolved in meant.items()}
    return [Source(s.spans, actors[labelled[n]]) if n in labelled else s for n, s in enumerate(sources)]


def bare(label: str) -> str:
    """A label without a note in brackets and an honorific, in small letters: "klee" of "MR. KLEE (through an interpreter)"."""
    words = ASIDE.sub("", label).lower().replace(".", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in lexis().before_a_label else words)


def behind(document: Document, who: Who, label: str, first: int, resolved: list[str | Absent]) -> str | Absent:
    """The actor whom a label means: nobody named for one who asks; the one interviewed for one who answers; else whom the report knows by
    it, most often, or by the initials."""
    if label in lexis().askers:
        return UNNAMED
    if label in lexis().answerers:
        return only(introduced(document, who, first))
    known = Counter(a for a in resolved if not isinstance(a, Absent))
    if known:
        return known.most_common(1)[0][0]
    return only(a for a in people_before(document, who, first) if label in (initials(who.named(a)), *who.named(a).lower().split()[-1:]))


def introduced(document: Document, who: Who, first: int) -> set[str]:
    """Whom the words above an interview bring in: those who do something there ("speaks about", "tells us"), or all who are named."""
    people = people_before(document, who, first)
    return {a for a, acts in people.items() if acts} or {*people}


def people_before(document: Document, who: Who, first: int) -> dict[str, bool]:
    """The people named before the first turn, but for those in bylines; and whether they are the subject of a verb there."""
    text = document.report.text
    out: dict[str, bool] = {}
    for mention in who.gathering.found:
        head = document.doc[mention.last - 1]
        start = document.doc[mention.first].idx
        if start >= first or who.gathering.actors[mention.actor].type is not ActorType.PERSON:
            continue
        if not BYLINE.search(text[text.rfind("\n", 0, start) + 1 : start]):
            out[mention.actor] = out.get(mention.actor, False) or (head.dep_ == "nsubj" and head.head.dep_ == "ROOT")
    return out


def only(actors: Iterable[str]) -> str | Absent:
    """The actor, where there is just one."""
    one, *others = {*actors} or {NOT_STATED}
    return NOT_STATED if others else one


def initials(name: str) -> str:
    return "".join(word[0] for word in name.lower().split())
