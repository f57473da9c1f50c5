"""What a report says of its actors while they are being gathered: drafts of them, and their mentions."""

from __future__ import annotations

from dataclasses import dataclass, field

from diurna.reading.document import Document, end_of
from diurna.reading.who.registry import Registry, Tenure, normal
from diurna.words import NOT_STATED, Absent, ActorType


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
    serves: set[str] = field(default_factory=set)
    """The states and bodies that the words beside a person's name give."""
    beside: set[str] = field(default_factory=set)
    """Names beside a person's that are no actors: the "Indiana" of "Indiana Governor X"."""


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
    pronouns: dict[int, str | None] | None = None
    """The actor of each pronoun, by token, once they have been worked out."""
    first_names: dict[str, set[str]] | None = None
    """The given names before each capitalised word where the two are nobody found, once they have been worked out."""

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

    def lengthen(self, mention: Found, last: int) -> None:
        """A mention found before goes on to token `last`."""
        self.found.remove(mention)
        self.add(mention.first, last, self.actors[mention.actor], mention.how)

    def free(self, first: int, last: int) -> bool:
        return all(i not in self.taken for i in range(first, last))

    def draft(self, target: str) -> Draft:
        """The actor for an id of the registry."""
        if target in self.actors:
            return self.actors[target]
        if person := self.registry.people.get(target):
            tenure = self.tenure_of(target)
            office = f"{tenure.title.title()}, {self.name_of(tenure.of)}" if tenure else NOT_STATED
            countries = {self.country_of(t.of) for t in ((tenure,) if tenure else person.tenures) }
            country = countries.pop() if len(countries) == 1 else NOT_STATED
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

    def country_of(self, target: str) -> str | Absent:
        entity = self.registry.entities.get(target)
        return entity.country if entity else NOT_STATED

    def tenure_of(self, person: str) -> Tenure | None:
        """The office held on the day of the report; without a day the last one known."""
        tenures = self.registry.people[person].tenures
        if not self.day:
            return max(tenures, key=lambda t: t.since, default=None)
        return next((t for t in tenures if t.covers(self.day)), None)


def span_of(found: Found, g: Gathering) -> tuple[int, int]:
    """The characters of a mention."""
    doc = g.document.doc
    return doc[found.first].idx, end_of(doc[found.last - 1])
