"""The places found in sentences are those of places.tsv, all of them and no others."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diurna.reading.document import Document
from diurna.reading.where import PlaceMention, find_places
from diurna.reading.where.mentions import reasons
from diurna.words import Absent

CASES = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("places.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def written(mention: PlaceMention, text: str) -> str:
    country = mention.place.country
    return f"{text[mention.start : mention.end]}={mention.place.name}/{mention.kind}/" + (
        "-" if isinstance(country, Absent) else country
    )


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_places_of_a_sentence(document: Callable[..., Document], text: str, expected: str) -> None:
    assert [written(m, text) for m in find_places(document(text))] == (expected.split(";") if expected else [])


def test_a_place_carries_its_words_and_coordinates(document: Callable[..., Document]) -> None:
    text = "He will arrive in Kiev on Thursday."
    (found,) = find_places(document(text))
    assert found.place.quote is not None
    assert (found.place.lat, found.place.lon) == (pytest.approx(50.45, abs=0.05), pytest.approx(30.52, abs=0.05))
    assert not isinstance(found.place.quote, Absent)
    assert found.place.quote.words == "Kiev"


def test_why_a_name_is_no_place_can_be_asked(document: Callable[..., Document]) -> None:
    text = "Denzel Washington praised the crew."
    assert any("touches Denzel" in why or "name" in why for _, why in reasons(document(text), text.index("Washington")))


WORDS = st.sampled_from(
    "Kyiv Gaza in the of - ' ’s US U.S. Jordan City New York Donetsk People's Republic, (Russia) \n al-Bab Of MOSCOW é ß İ \u202e . /"
    .split(" ")
)


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=12).map(" ".join)))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_and_spans_cut_their_own_words(document: Callable[..., Document], text: str) -> None:
    last = 0
    for mention in find_places(document(text)):
        quote = mention.place.quote
        assert not isinstance(quote, Absent)
        assert text[mention.start : mention.end] == text[quote.start : quote.end] == quote.words
        assert last <= mention.start < mention.end
        last = mention.end


def test_the_region_said_beside_a_town_tells_it_from_others(document: Callable[..., Document]) -> None:
    springfield, *_ = find_places(document("He was born in Springfield, Illinois."))
    assert springfield.place.lat == pytest.approx(39.8, abs=0.1)
