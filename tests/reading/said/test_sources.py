"""Who speaks stands in the sentence of the cue, and hands on nobody else's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.said.source import with_source
from diurna.reading.said.tagger import Attribution, in_its_sentence, parted
from diurna.words import HopRole, Reading, Span

Documents = Callable[..., Document]


def place(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution((place(text, source),), (place(text, cue),), (place(text, content),), 0.9)


def test_a_speaker_of_another_sentence_is_not_stated(document: Documents) -> None:
    text = "The minister left Abuja. Until now refuses surrender the garrison."
    assert with_source(document(text), attribution(text, "The minister", "refuses", "surrender")).source == ()


def test_the_one_quoted_speaks_and_not_the_agency(document: Documents) -> None:
    text = '"The well is dry," the mayor was quoted as saying by Radio Chad.'
    told = with_source(document(text), attribution(text, "Radio Chad", "was quoted as saying by", '"The well is dry,"'))
    assert [text[a:b] for a, b in told.source] == ["the mayor"]


def test_an_initial_ends_no_sentence() -> None:
    text = "The well is dry, the U.N. said. Rain is due."
    assert not parted(text, place(text, "the U.N."), place(text, "said"))
    assert parted(text, place(text, "said"), place(text, "Rain"))


def test_a_cue_goes_to_the_source_of_its_own_sentence_where_that_was_left_without_one() -> None:
    text = "Okello: guns stay in Bria\nRoad to Kaga open, says chief Banda"
    cues, sources = (place(text, "says"),), (place(text, "Okello"), place(text, "chief Banda"))
    assert in_its_sentence(text, cues, sources, [0]) == [(0, 1)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Thousands told to leave as the dam gives way", "Thousands", "told", "to leave"),
        ("Asked whether the dam would hold, the mayor shrugged.", "the mayor", "Asked", "whether the dam would hold"),
    ],
)
def test_who_is_told_or_asked_is_no_speaker(document: Documents, text: str, source: str, cue: str, content: str) -> None:
    assert with_source(document(text), attribution(text, source, cue, content)).source == ()


def test_an_agency_is_known_by_the_name_before_what_it_is(reading: Callable[..., Reading]) -> None:
    for words in ("According to the RIA news agency", "According to Reuters news agency"):
        said = reading(f"{words}, the two sides will exchange prisoners in May.").statements[0].on_word_of
        assert [(hop.name, hop.role) for hop in said] == [("RIA Novosti" if "RIA" in words else "Reuters", HopRole.AGENCY)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor told the farmers to leave.", "The mayor", "told", "to leave"),
        ("The mayor asked whether the dam would hold.", "The mayor", "asked", "whether the dam would hold"),
    ],
)
def test_who_tells_or_asks_is_the_speaker(document: Documents, text: str, source: str, cue: str, content: str) -> None:
    assert with_source(document(text), attribution(text, source, cue, content)).source == (place(text, source),)


def test_no_time_and_no_turn_speaks(document: Callable[..., Document]) -> None:
    text = "Chad sent two planes in June and this month has promised to train the troops."
    assert with_source(document(text), attribution(text, "this month", "has promised", "to train the troops")).source == ()
