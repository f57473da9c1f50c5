"""Runs of words that spell a place's name: what might be a mention, before any evidence is weighed."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from diurna.reading.where.gazetteer import Gazetteer, Known
from diurna.reading.where.spelling import fold
from diurna.reading.where.word_lists import lexis

MOST_WORDS = 7
"""Tokens in a name: "Simón Bolívar International Bridge" has four, hyphens count."""
BREAKS = frozenset(',.;:!?()[]{}"“”«»…|•*/–—')
"""No name of a place runs on over these, although `fold` drops them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens first to last (both included) and the places of that name, the likeliest first."""

    first: int
    last: int
    key: str
    options: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A document's words, taken out of spaCy once: asking each token for its text again and again is what costs."""

    text: str
    tokens: list[str]
    starts: list[int]

    @classmethod
    def of(cls, doc: Doc) -> Words:
        return cls(doc.text, [t.text for t in doc], [t.idx for t in doc])

    def end(self, at: int) -> int:
        return self.starts[at] + len(self.tokens[at])

    def between(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.end(last)]

    def capital(self, at: int) -> bool:
        return self.tokens[at][0].isupper()


def candidates(seen: Words, places: Gazetteer) -> list[Candidate]:
    """The candidates of a text from left to right, none inside another, the longest name first."""
    found: list[Candidate] = []
    small, count, at = lexis().small_at_the_start, len(seen.tokens), 0
    while at < count:
        word = seen.tokens[at]
        candidate = None
        if word[0].isupper() or (word in small and leads_on(seen, at)):
            candidate = acronym(seen, at, places) or longest(seen, at, places)
        if candidate:
            found.append(candidate)
            at = candidate.last
        at += 1
    return found


def leads_on(seen: Words, at: int) -> bool:
    """Whether a capital follows a small word, perhaps after a hyphen: al-Bab, southern Lebanon."""
    after = at + 1
    if after < len(seen.tokens) and seen.tokens[after] == "-":
        after += 1
    return after < len(seen.tokens) and seen.capital(after)


def acronym(seen: Words, at: int, places: Gazetteer) -> Candidate | None:
    """A name that counts only as it is written: US, U.K., DRC."""
    word = seen.tokens[at].replace(".", "")
    known = places.acronyms.get(word)
    return Candidate(at, at, word, (known,)) if known else None


def longest(seen: Words, at: int, places: Gazetteer) -> Candidate | None:
    """The longest name that begins at a token."""
    best, last = None, at
    key = fold(seen.tokens[at])
    while key:
        # A hyphen or a possessive leaves the key as it was, or makes another: "Moscow -", "Philippine's".
        options = places.named(key) if seen.tokens[last][0].isalnum() else ()
        if options and (last == at or key in places.ours or key in places.spelt or all_capitals(seen, at, last)):
            best = Candidate(at, last, key, options)
        last += 1
        if last - at >= MOST_WORDS or last >= len(seen.tokens) or not places.extends(key):
            break
        word = seen.tokens[last]
        if word in BREAKS or word.isspace():
            break
        key = fold(seen.between(at, last))
    return best


def all_capitals(seen: Words, first: int, last: int) -> bool:
    """Whether every word of a name but the small ones begins with a capital letter."""
    small = lexis().small_within
    return all(w[0].isupper() or not w[0].isalpha() or w in small for w in seen.tokens[first : last + 1])
