"""Why a capitalised word is taken for a place, or not: what speaks for it and against it, added up.

A capital letter proves little: towns are called Nice, Reading, Of and Lincoln. Each piece of evidence is a weight with its
reason; a candidate is a place from `ENOUGH` on. The weights were set by hand on the cases of
tests/reading/where/places.tsv and tried on the example reports; what matters is their order, not the decimals.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc

from diurna.reading.where.candidates import Candidate, Words
from diurna.reading.where.gazetteer import LONGEST_ACRONYM, Gazetteer, Known
from diurna.reading.where.spelling import fold
from diurna.reading.where.word_lists import lexis

ENOUGH = 2.0
Reason = tuple[float, str]

OF_PLACES = frozenset(("GPE", "LOC", "FAC"))
NO_PLACES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"))
SURE_PEOPLE = 5.7
"""Weight of a town (half a million people) that needs no more evidence than a capital letter."""
KNOWN_PEOPLE = 4.7
"""Weight (50,000 people) from which a town's name alone says something."""
WHOLE_WORLD = 6.0
"""Weight (a million people) from which a name that is also something else is still first of all the place."""
SHORT = 3
"""Letters up to which a doubtful name (Of, Man, Van, Gay) is a place only with two pieces of evidence."""


@dataclass(slots=True)
class Scene:
    """What the whole report says that bears on its names."""

    doc: Doc
    seen: Words
    places: Gazetteer
    labels: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    """Token index to the spaCy entity it is in: first and last token, label."""
    persons: set[str] = field(default_factory=set)
    """Folded names that the report gives to a person: "Denzel Washington" makes "Washington" one."""
    lands: Counter[str] = field(default_factory=Counter)
    """How often the report speaks of a land, by its name or its people's."""
    listed: dict[int, set[str]] = field(default_factory=dict)
    """First token of a candidate to the lands of the candidates beside it in a list: "Manhush, Tokmak and Vasylivka"."""
    sentences: list[int] = field(default_factory=list)
    """The first token of each sentence, and the number of all tokens."""
    titles: dict[int, bool] = field(default_factory=dict)
    """First token of a sentence to whether it is in title case."""
    spots: set[int] = field(default_factory=set)
    """Tokens of names that are nothing but places: beside one of those a name is no longer name."""

    @classmethod
    def of(cls, doc: Doc, seen: Words, places: Gazetteer, found: list[Candidate]) -> Scene:
        scene = cls(doc, seen, places)
        scene.sentences = [s.start for s in doc.sents] + [len(doc)]
        for ent in doc.ents:
            for at in range(ent.start, ent.end):
                scene.labels[at] = (ent.start, ent.end - 1, ent.label_)
        sure = (c for c in found if c.key not in places.doubts or c.options[0].weight >= WHOLE_WORLD)
        scene.spots = {at for c in sure for at in range(c.first, c.last + 1)}
        scene._meet_persons(found)
        scene._count_lands(found)
        scene._join_lists(found)
        return scene

    def _meet_persons(self, found: list[Candidate]) -> None:
        for candidate in found:
            if self.places.doubts.get(candidate.key) == "person" and proper(candidate.first - 1, self):
                self.persons.add(candidate.key)
        titles = lexis().titles
        for at, (first, last, label) in self.labels.items():
            if at != first or label != "PERSON":
                continue
            while last > first and self.seen.tokens[last] in ("'s", "’s"):
                last -= 1
            titled = first > 0 and fold(self.seen.tokens[first - 1]) in titles
            if last > first or titled:
                name = fold(self.seen.tokens[last])
                if name in self.places.doubts or not self._sure(name):
                    self.persons.add(name)

    def _sure(self, key: str) -> bool:
        """Whether a name is first of all a place's: spaCy takes many of those for persons."""
        options = self.places.named(key)
        return bool(options) and options[0].weight >= SURE_PEOPLE

    def _count_lands(self, found: list[Candidate]) -> None:
        for candidate in found:
            best = candidate.options[0]
            rivals = any(o.country != best.country and o.weight >= KNOWN_PEOPLE for o in candidate.options[1:])
            if best.weight >= SURE_PEOPLE and candidate.key not in self.places.doubts and best.country and not rivals:
                self.lands[best.country] += 1
        peoples = self.places.peoples
        for word in self.seen.tokens:
            if word[0].isupper() and (code := peoples.get(word.lower())):
                self.lands[code] += 1

    def _join_lists(self, found: list[Candidate]) -> None:
        for this, after in pairwise(found):
            if self.seen.text[self.seen.end(this.last) : self.seen.starts[after.first]] in (", ", " and ", ", and ", " or "):
                self.listed.setdefault(this.first, set()).update(o.country for o in after.options if not o.alternate)
                self.listed.setdefault(after.first, set()).update(o.country for o in this.options if not o.alternate)


def weigh(candidate: Candidate, known: Known, scene: Scene) -> Iterator[Reason]:
    """All that speaks for and against a candidate's being that place."""
    yield prior(candidate, known, scene)
    doubt = scene.places.doubts.get(candidate.key)
    if doubt:
        yield doubted(doubt, known, candidate)
    yield from labelled(candidate, doubt, scene)
    yield from led_to(candidate, scene)
    yield from touching(candidate, known, scene)
    if known.country and scene.lands[known.country]:
        yield (1.0 if known.weight < SURE_PEOPLE else 0.5), "the report speaks of that land"
    if known.country and known.country in scene.listed.get(candidate.first, ()):
        yield 1.0, "beside another place of that land in a list"
    if candidate.key in scene.persons:
        inside = lexis().inside
        led = candidate.first > 0 and scene.seen.tokens[candidate.first - 1].lower() in inside
        yield (-2.0 if led else -5.0), "the report gives the name to a person"


def prior(candidate: Candidate, known: Known, scene: Scene) -> Reason:
    """How well known a place is, before the report is looked at."""
    if known.alternate:
        return (1.0 if known.weight >= KNOWN_PEOPLE else 0.0), "a spelling nobody has checked"
    if (known.kind != "city" and known.weight >= SURE_PEOPLE) or candidate.key in scene.places.ours:
        return 4.0, f"a known {known.kind}"
    if known.weight >= SURE_PEOPLE:
        return 3.0, "a big town"
    if known.weight >= KNOWN_PEOPLE or candidate.key in scene.places.spelt:
        return 2.0, "a town"
    return 0.5, "a small town"


def doubted(doubt: str, known: Known, candidate: Candidate) -> Reason:
    """What else a name may be."""
    if doubt == "calendar":
        return -6.0, "a month's or day's name"
    if doubt in ("institution", "organisation"):
        return -3.5, f"also an {doubt}"
    weight = -1.0 if known.weight >= WHOLE_WORLD else -2.5
    if doubt == "word":
        weight -= 1.0
    if len(candidate.key) <= SHORT:
        weight -= 1.0
    return weight, f"also a {doubt}"


def labelled(candidate: Candidate, doubt: str | None, scene: Scene) -> Iterator[Reason]:
    """What spaCy's recogniser took it for. It takes many towns for persons, so a person's label alone counts little."""
    found = scene.labels.get(candidate.first)
    if found is None:
        return
    first, last, label = found
    # Capitals of other places don't make a longer name: "El Fasher for Chad" as one organisation is the parser's mistake.
    outside = [at for at in range(first, last + 1) if not candidate.first <= at <= candidate.last]
    outside = [at for at in outside if scene.doc[at].pos_ not in ("DET", "ADP", "PUNCT", "PART")]
    wider = any(scene.seen.capital(at) and at not in scene.spots for at in outside)
    if wider and outside[0] > candidate.last and fold(scene.seen.tokens[outside[-1]]) in scene.persons:
        return  # "In Lviv Guterres met": the person's name begins after the place's
    if label in OF_PLACES:
        yield (1.0 if label == "FAC" or wider else 2.0), f"spaCy: {label}"
    elif label in NO_PLACES:
        yield -5.0, f"spaCy: {label}"
    elif label == "PERSON":
        if wider:
            yield -5.0, "part of a person's name"
        else:
            yield (-1.0 if doubt else -0.5), "spaCy: PERSON"
    elif wider and label != "NORP":
        yield -4.0, f"part of a longer name: {label}"
    elif label not in ("ORG", "GPE"):
        yield -1.0, f"spaCy: {label}"


def led_to(candidate: Candidate, scene: Scene) -> Iterator[Reason]:
    """The words before: in, near, the town of."""
    tokens, at = scene.seen.tokens, candidate.first - 1
    skipped = lexis().between
    while at >= 0 and tokens[at].lower() in skipped and candidate.first - at <= 4:
        at -= 1
    if at < 0:
        return
    word = tokens[at].lower()
    if word == "of" and at and tokens[at - 1] in lexis().before_a_name:
        yield 4.0, f"the {tokens[at - 1]} of"
    elif word == "from" and on_the_way(candidate.last + 1, scene):
        yield 4.0, "from one place to another"
    elif word in lexis().inside:
        yield 2.0, f"after {word}"
    elif word in lexis().leading_to:
        yield 1.0, f"after {word}"
    elif word in ("-", "/") and at and at - 1 in scene.spots:
        yield 0.5, "beside another place"


def on_the_way(at: int, scene: Scene) -> bool:
    """Whether "to" and another place follow."""
    return at + 1 < len(scene.seen.tokens) and scene.seen.tokens[at].lower() == "to" and at + 1 in scene.spots


def touching(candidate: Candidate, known: Known, scene: Scene) -> Iterator[Reason]:
    """Capitalised words that touch the name and make it part of a longer one: Kyiv Independent, Radio Liberty."""
    tokens = scene.seen.tokens
    after, before = candidate.last + 1, candidate.first - 1
    if after < len(tokens) and tokens[after].lower() == "time" and known.kind in ("city", "capital"):
        yield -6.0, "a time zone"
    word = tokens[candidate.first]
    if after < len(tokens) and tokens[after].lower() in lexis().region:
        yield 2.0, f"the {tokens[after]}"
    if word.isupper() and len(word) <= LONGEST_ACRONYM and known.kind == "city" and known.weight < SURE_PEOPLE:
        yield -4.0, "an acronym"
    if after < len(tokens) and tokens[after].lower() == "district" and known.weight < KNOWN_PEOPLE:
        yield -3.0, "a district, hardly the town of its name"
    if title_case(candidate.first, scene):
        return
    land = known.kind == "country"
    if proper(after, scene) and tokens[after].lower() not in lexis().touching_after:
        yield (-1.0 if land else -2.5), f"touches {tokens[after]}"
    if proper(before, scene) and tokens[before].lower() not in lexis().touching_before:
        yield (-2.0 if land else -4.0), f"touches {tokens[before]}"


def proper(at: int, scene: Scene) -> bool:
    """Whether a token is a capitalised name that no comma or other place keeps apart from its neighbour."""
    if not 0 <= at < len(scene.seen.tokens) or at in scene.spots or not scene.seen.capital(at):
        return False
    token = scene.doc[at]
    if fold(token.text) in scene.persons and fold(token.text) not in scene.places.doubts:
        return False
    if token.pos_ != "PROPN" or scene.labels.get(at, (0, 0, ""))[2] in (*NO_PLACES, "NORP"):
        return False
    return fold(token.text) not in scene.places.peoples


def title_case(at: int, scene: Scene) -> bool:
    """Whether the sentence writes (nearly) every long word with a capital, verbs too, so that a capital says nothing."""
    first = max(0, bisect_right(scene.sentences, at) - 1)
    start, end = scene.sentences[first], scene.sentences[first + 1]
    if start not in scene.titles:
        long = [i for i in range(start, end) if len(scene.seen.tokens[i]) > 3]
        capitals = sum(scene.seen.capital(i) for i in long)
        verbs = (i for i in long if scene.doc[i].pos_ in ("VERB", "AUX"))
        scene.titles[start] = len(long) >= 3 and capitals >= 0.75 * len(long) and all(scene.seen.capital(i) for i in verbs)
    return scene.titles[start]
