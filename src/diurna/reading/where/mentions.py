"""The places a report names."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from diurna.reading.document import Document
from diurna.reading.where.candidates import Candidate, Words, candidates
from diurna.reading.where.evidence import ENOUGH, KNOWN_PEOPLE, Reason, Scene, weigh
from diurna.reading.where.gazetteer import Known, gazetteer
from diurna.reading.where.word_lists import lexis
from diurna.words import NOT_STATED, Place, cut

SAID_BESIDE = 6.0
"""What "Tripoli, Lebanon" adds to the Tripoli in Lebanon: more than any difference in size."""
FAR = 0.25
"""What each degree from the middle of the region said beside it takes away: "Springfield, Illinois" is not the one in
Missouri, which is bigger."""
SPOKEN_OF = 2.0
"""What it adds that the report speaks of the land: Tripoli in Libya has five times the people of the one in Lebanon. Half
as much for a small town: nearly every report speaks of the United States, and they have a small town of every name."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place's name in a report: text[start:end], offsets into the stored text.

    kind: country, capital, city, region, continent, site, crossing, island, sea, river, lake or line. The name may stand
    for a government ("Moscow claims"): whether it is meant as a place is for `place_of` and the reader of actors to say.
    """

    start: int
    end: int
    place: Place
    kind: str


def find_places(document: Document) -> tuple[PlaceMention, ...]:
    """The places named in a report, in order, none overlapping.

    Coordinates are degrees of latitude and longitude (WGS 84) of a town's centre, a site, or a point in the middle of a
    country, region or sea; `country` is ISO 3166 alpha-3, NOT_STATED for the sea and for regions of several lands. Never
    raises for any text.
    """
    places = gazetteer()
    seen = Words.of(document.doc)
    found = candidates(seen, places)
    scene = Scene.of(document.doc, seen, places, found)
    mentions = []
    for number, candidate in enumerate(found):
        known = likeliest(candidate, beside(found, number, scene), scene)
        if sum(weight for weight, _ in weigh(candidate, known, scene)) + bonus(found, number, known, scene) >= ENOUGH:
            mentions.append(mention(document, candidate, known, scene))
    return tuple(mentions)


def reasons(document: Document, start: int) -> list[Reason]:
    """Why the name at a character offset was taken for a place, or was not: for people who look into a mistake."""
    places = gazetteer()
    seen = Words.of(document.doc)
    found = candidates(seen, places)
    scene = Scene.of(document.doc, seen, places, found)
    for number, candidate in enumerate(found):
        if seen.starts[candidate.first] <= start < seen.end(candidate.last):
            return list(weigh(candidate, likeliest(candidate, beside(found, number, scene), scene), scene))
    return []


def beside(found: list[Candidate], number: int, scene: Scene) -> Known | None:
    """The land or region that follows after a comma or in brackets: "Tripoli, Lebanon", "Moscow (Russia)"."""
    if number + 1 >= len(found):
        return None
    this, after = found[number], found[number + 1]
    gap = scene.seen.text[scene.seen.end(this.last) : scene.seen.starts[after.first]]
    return after.options[0] if gap in (", ", " (", ",") and after.options[0].kind in ("country", "region") else None


def bonus(found: list[Candidate], number: int, known: Known, scene: Scene) -> float:
    """A town with its land beside it is a town."""
    land = beside(found, number, scene)
    return 3.0 if land and known.country == land.country and known.kind != "country" else 0.0


def likeliest(candidate: Candidate, land: Known | None, scene: Scene) -> Known:
    """Which of the places of that name is meant: the one in the land said beside it or spoken of, else the biggest."""
    if len(candidate.options) == 1:
        return candidate.options[0]

    def score(known: Known) -> float:
        spoken_of = (SPOKEN_OF if known.weight >= KNOWN_PEOPLE else SPOKEN_OF / 2) * bool(scene.lands[known.country])
        said = land is not None and bool(land.country) and known.country == land.country
        far = hypot(known.lat - land.lat, known.lon - land.lon) if said and land and land.kind == "region" else 0.0
        return known.weight + spoken_of + SAID_BESIDE * said - FAR * far - known.alternate

    return max(candidate.options, key=score)


def mention(document: Document, candidate: Candidate, known: Known, scene: Scene) -> PlaceMention:
    """The mention, with the word that makes a town's name a region's: Kherson region."""
    last, name, kind = candidate.last, known.name, known.kind
    after = scene.seen.tokens[last + 1].lower() if last + 1 < len(scene.seen.tokens) else ""
    if kind in ("city", "capital") and after in lexis().region:
        last, name, kind = last + 1, f"{name} {after.removesuffix('s')}", "region"
    start, end = scene.seen.starts[candidate.first], scene.seen.end(last)
    place = Place(
        name=name,
        country=known.country or NOT_STATED,
        lat=known.lat,
        lon=known.lon,
        quote=cut(document.report.text, start, end),
    )
    return PlaceMention(start, end, place, kind)
