"""A meeting that a report tells twice: what one sentence says of its place holds for the other.

"After their talks on 26 April" and "a press conference of the two ministers in Bern on 26 April" have the day and both parties in common,
and only one town is named with them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace
from spacy.tokens import Span as Sentence

from diurna.reading.document import Document
from diurna.reading.when import TimeMention
from diurna.reading.where import PlaceMention, found_once
from diurna.reading.who import Who
from diurna.words import Absent, Act, Mention

MEETINGS = frozenset(("meet", "talk"))
TOWNS = frozenset(("city", "capital", "site", "crossing"))
Stands = TypeVar("Stands", Mention, PlaceMention)
AT = frozenset(("in", "at", "near"))


def placed_elsewhere(
    document: Document, acts: tuple[Act, ...], times: Sequence[TimeMention], who: Who
) -> tuple[Act, ...]:
    """The acts, with the place of a meeting that no sentence of its own gives, where another one with its day and parties does."""
    if not any(open_meeting(act) for act in acts):
        return acts
    mentions, places = who.mentions(), found_once(document)
    return tuple(placed(document, act, times, mentions, places) if open_meeting(act) else act for act in acts)


def open_meeting(act: Act) -> bool:
    """Whether an act is a meeting of known parties on a known day, its place not stated."""
    day = not isinstance(act.when, Absent) and act.when.precision in ("day", "hour", "minute")
    return act.kind in MEETINGS and isinstance(act.place, Absent) and day and len(parties(act)) > 1


def parties(act: Act) -> set[str]:
    """Those who meet, as far as they are known."""
    return {p.actor for p in (*act.actors, *act.recipients) if not isinstance(p.actor, Absent)}


def placed(
    document: Document, act: Act, times: Sequence[TimeMention], mentions: Sequence[Mention], places: Sequence[PlaceMention]
) -> Act:
    """The meeting with its place, if all that is told with its day and parties names one town, and only one."""
    assert not isinstance(act.when, Absent)
    sentences = {s.start: s for t in times if t.when.start == act.when.start for s in [document.tokens(t.start, t.end)[0].sent]}
    told = [s for s in sentences.values() if parties(act) <= {m.actor for m in within(mentions, s)}]
    towns = {p.place.name: p.place for s in told for p in within(places, s) if p.kind in TOWNS and stood_in(document, p)}
    if len(towns) != 1:
        return act
    why = (*act.decided_by, "rule: the place told with the same day and parties")
    return replace(act, place=next(iter(towns.values())), decided_by=why)


def within(found: Sequence[Stands], sentence: Sentence) -> Sequence[Stands]:
    """Of things in text order those in a sentence."""
    first = bisect_left(found, sentence.start_char, key=lambda m: m.start)
    return found[first : bisect_left(found, sentence.end_char, key=lambda m: m.start)]


def stood_in(document: Document, place: PlaceMention) -> bool:
    """Whether something is in the place, and it stands for no government."""
    return document.tokens(place.start, place.end).root.head.lower_ in AT
