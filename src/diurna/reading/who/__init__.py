"""Who: the actors of a report under all their names.

Door: `find_actors(document)` gathers every mention; `Who.resolve(start, end)` says which actor some words mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from diurna.reading.document import Document
from diurna.reading.who.coreference import FIRST, PRONOUNS, antecedent, is_pronoun
from diurna.reading.who.descriptions import described_before
from diurna.reading.who.gathering import Draft, Found, Gathering, span_of
from diurna.reading.who.mentions import gather
from diurna.reading.who.of_a_place import country_of_place, only_there
from diurna.reading.who.registry import RegistryFault, normal, registry
from diurna.reading.who.roles import OF_A_TRADE, PLACES, only_beside, title_at
from diurna.reading.who.word_lists import lexis
from diurna.words import NOT_STATED, UNNAMED, Absent, Actor, ActorType, Mention, Party, Span

__all__ = ["FIRST", "PRONOUNS", "RegistryFault", "Resolved", "Who", "check_tables", "find_actors"]

@dataclass(frozen=True, slots=True)
class Resolved:
    """The actor behind some words. actor is an id, UNNAMED, or NOT_STATED; country and sector may be known without it."""

    actor: str | Absent
    name: str
    country: str | Absent = NOT_STATED
    sector: str | Absent = NOT_STATED


@dataclass(frozen=True, slots=True)
class Who:
    """The actors of one report."""

    gathering: Gathering

    def resolve(self, start: int, end: int, speaker: str | Absent = NOT_STATED) -> Resolved:
        """The actor that the words at [start, end) mean; `speaker` is who says "I" and "we" there."""
        tokens = self.gathering.document.tokens(start, end)
        words = self.gathering.document.report.text[start:end]
        if not len(tokens):
            return Resolved(NOT_STATED, words)
        head = tokens.root
        if head.pos_ == "DET" and not is_pronoun(head):  # "the Russian" of "the Russian and Turkish envoys"
            head = tokens[-1]
        if is_pronoun(head):
            return self._pronoun(head, words, speaker)
        mention = self._mention_of(head, tokens)
        unnamed = head.lower_ in lexis().unnamed
        loose = mention is None or mention.actor.startswith("here:")
        taken_up = described_before(self.gathering, head) if loose else None
        if mention is not None and taken_up is None and not (unnamed and loose):
            return self._placed(self._as_resolved(mention.actor), tokens)
        if taken_up is not None:
            return self._as_resolved(taken_up)
        near = self._named_within(tokens)
        country = self._country(near, tokens)
        return Resolved(UNNAMED if unnamed else NOT_STATED, words, country, self._sector_of(head, near))

    def party(self, start: int, end: int, speaker: str | Absent = NOT_STATED) -> Party:
        """The words at [start, end) as a party of an act."""
        found = self.resolve(start, end, speaker)
        return Party(self.gathering.document.quote(start, end), found.name, found.actor, found.country, found.sector)

    def named(self, actor: str | Absent) -> str:
        """An actor's name; empty when there is none."""
        draft = self.gathering.actors.get(str(actor))
        return draft.name if draft else ""

    def _pronoun(self, token: Token, words: str, speaker: str | Absent) -> Resolved:
        actor = speaker if token.lower_ in FIRST else antecedent(self.gathering, token)
        if not actor or isinstance(actor, Absent):
            return Resolved(NOT_STATED, words)
        return self._as_resolved(actor)

    def _as_resolved(self, actor: str) -> Resolved:
        draft = self.gathering.actors.get(actor)
        if draft is None:
            return Resolved(NOT_STATED, actor)
        return Resolved(draft.id, draft.name, draft.country, draft.sector)

    def _placed(self, found: Resolved, tokens: TokenSpan) -> Resolved:
        """A group that only this report can tell apart, with the country that its own words name: "protesters in Tehran"."""
        if not str(found.actor).startswith("here:") or found.country is not NOT_STATED:
            return found
        return Resolved(found.actor, found.name, self._country(self._named_within(tokens), tokens), found.sector)

    def _country(self, near: Draft | None, tokens: TokenSpan) -> str | Absent:
        """The country of an actor that the words name, else of a place."""
        if near is not None and near.country is not NOT_STATED:
            return near.country
        return country_of_place(self.gathering.document, tokens)

    def _mention_of(self, head: Token, tokens: TokenSpan) -> Found | None:
        """The mention at the head of the words, or at a name that the head only titles ("Foreign Minister Lavrov")."""
        mention = self.gathering.taken.get(head.i)
        if mention is not None and mention.how != "adjective":
            return mention
        beside = [(child, found) for child in head.children if (found := self.gathering.taken.get(child.i))]
        for child, found in beside:
            if child.i > head.i and child.dep_ in ("appos", "flat", "compound") and tokens.start <= child.i < tokens.end:
                return found  # "the opposition leader Nelson Chamisa"
        for child, found in beside:
            if child.dep_ == "compound" and child.i == head.i - 1 and self._is_group(found):
                return found  # "army units", "police officers"
            if child.dep_ in ("compound", "amod", "nmod") and self._says_what_it_is(head, found):
                return found
        if mention is None and head.pos_ == "PROPN" and (last := self.gathering.taken.get(tokens.end - 1)) and last.how != "adjective":
            return last
        return mention

    def _is_group(self, mention: Found) -> bool:
        return self.gathering.actors[mention.actor].type is ActorType.GROUP

    def _says_what_it_is(self, head: Token, mention: Found) -> bool:
        """Whether a noun only tells what the body named before it is: "the Tass news agency", but not "the UN agency"."""
        body = self.gathering.actors[mention.actor]
        kinds = (ActorType.GROUP, ActorType.ORGANISATION)
        return head.lower_ in lexis().what_it_is and body.type in kinds and body.sector not in ("IGO", "GOV") and mention.how == "name"

    def _named_within(self, tokens: TokenSpan) -> Draft | None:
        """The actor that a word inside the phrase names: the country of "a U.S. court decision"; one of known country first."""
        taken = (self.gathering.taken.get(t.i) for t in tokens if not (only_there(t, tokens.root) or only_beside(t)))
        named = [self.gathering.actors[m.actor] for m in taken if m]
        return next((d for d in named if d.country is not NOT_STATED), named[0] if named else None)

    def _sector_of(self, head: Token, near: Draft | None) -> str | Absent:
        """By the noun's row or office; else that of a body named beside it. A state's people are not its government."""
        row = None if head.ent_type_ in PLACES else self.gathering.registry.nouns.get(normal(head.text))
        if row:
            return near.sector if near and near.sector == "IGO" and row[1] in OF_A_TRADE else row[1] or NOT_STATED
        title, _ = title_at(self.gathering, head)
        office = self.gathering.registry.offices.get(title)
        return office or (near.sector if near and near.type is not ActorType.STATE else NOT_STATED)

    def actors(self) -> tuple[Actor, ...]:
        """Every actor with the distinct words it goes by, by id."""
        words: dict[str, dict[str, None]] = {}
        for mention in self.mentions():
            words.setdefault(mention.actor, {})[mention.words] = None
        return tuple(
            Actor(
                id=d.id,
                name=d.name,
                type=d.type,
                mentions=tuple(words.get(d.id, ())),
                country=d.country,
                sector=d.sector,
                office=d.office,
                basis=d.basis,
            )
            for d in sorted(self.gathering.actors.values(), key=lambda d: d.id)
        )

    def mentions(self) -> tuple[Mention, ...]:
        """Every mention in text order, pronouns aside."""
        text = self.gathering.document.report.text
        spans: list[tuple[Span, Found]] = [(span_of(m, self.gathering), m) for m in self.gathering.found]
        return tuple(Mention(a, b, text[a:b], m.actor, m.how) for (a, b), m in spans)


def check_tables(extra: tuple[Path, ...]) -> None:
    """Loads the user's own registry files. Raises RegistryFault for a bad table, OSError for one that cannot be opened."""
    registry(extra)


def find_actors(document: Document, extra: tuple[Path, ...] = ()) -> Who:
    """The actors of a report; `extra` are the user's own registry files. Raises RegistryFault for a bad table."""
    return Who(gather(document, registry(extra)))
