"""The lexicon tells the acts of lexicon.tsv (docs/add-a-verb.md): add a verb to kinds.toml, and a line there.

Columns: sentence; the kind of an act in it; the words for its actor and its recipient, empty where the sentence names none.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from diurna.reading.did.lexicon import NOUNS, verbs
from diurna.words import KINDS, Party, Quote, Reading

Row = dict[str, str]
Told = tuple[str, str, str]


def rows() -> list[Row]:
    with Path(__file__).with_name("lexicon.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def named(parties: tuple[Party, ...]) -> str:
    return "; ".join(party.quote.words for party in parties)


def told(reading: Reading) -> list[Told]:
    return [(act.kind, named(act.actors), named(act.recipients)) for act in reading.acts]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["sentence"])
def test_the_lexicon_tells_the_act(reading: Callable[..., Reading], row: Row) -> None:
    assert (row["kind"], row["actor"], row["recipient"]) in told(reading(row["sentence"], reader="rules"))


def test_a_verb_that_is_not_in_it_tells_nothing(reading: Callable[..., Reading]) -> None:
    assert "stir" not in verbs()
    assert told(reading("The cook stirred the soup.", reader="rules")) == []


def test_a_verb_under_several_kinds_goes_to_the_first() -> None:
    for verb, kind in verbs().items():
        assert kind == next(one.name for one in KINDS.values() if verb in one.verbs.split())


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_verbs_are_written_as_lemmas_each_once(kind) -> None:
    listed = kind.verbs.split()
    assert listed == list(dict.fromkeys(listed)), "a verb stands twice"
    assert all(verb == verb.lower() and verb.isalpha() for verb in listed)


def test_the_nouns_have_kinds_that_there_are() -> None:
    assert set(NOUNS.values()) <= set(KINDS)


@pytest.mark.parametrize(
    "sentence", ["It was alleged that the convoy left.", "It was alleged and denied that the convoy left.", "It was agreed to hold talks."]
)
def test_it_that_keeps_the_place_of_a_clause_is_nobody(reading: Callable[..., Reading], sentence: str) -> None:
    assert all("It" not in (actor, recipient) for _, actor, recipient in told(reading(sentence, reader="rules")))


@pytest.mark.parametrize("sentence", ["It was accused of theft.", "It was urged to hold talks."])
def test_it_that_stands_for_somebody_is_a_party(reading: Callable[..., Reading], sentence: str) -> None:
    assert "It" in [recipient for _, _, recipient in told(reading(sentence, reader="rules"))]


@pytest.mark.parametrize("sentence", ["Yesterday's attack was short.", "The envoys met on Friday.", "The rebels attacked at dawn."])
def test_a_time_is_no_party(reading: Callable[..., Reading], sentence: str) -> None:
    parties = [words for _, *both in told(reading(sentence, reader="rules")) for words in both]
    assert not {"Yesterday", "Friday", "dawn"} & set(parties)


@pytest.mark.parametrize(("sentence", "matter"), [("The envoys met on Friday.", ""), ("The governor warned about Friday.", "Friday")])
def test_a_time_is_what_an_act_is_about_only_after_about(reading: Callable[..., Reading], sentence: str, matter: str) -> None:
    assert [act.matter.words if isinstance(act.matter, Quote) else "" for act in reading(sentence, reader="rules").acts] == [matter]
