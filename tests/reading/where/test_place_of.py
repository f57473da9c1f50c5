"""An act's place is the one its sentence ties it to: acts.tsv, and the cases a table does not show."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diurna.reading.document import Document
from diurna.reading.parse import parse
from diurna.reading.where import find_places, place_of
from diurna.words import NOT_STATED, Absent, Furniture, Report, digest_of

CASES = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("acts.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_the_place_of_an_act(document: Callable[..., Document], text: str, trigger: str, expected: str) -> None:
    read = document(text)
    place = place_of(read, next(t for t in read.doc if t.text == trigger))
    assert ("-" if isinstance(place, Absent) else place.name) == expected


def test_places_given_and_places_asked_for_are_the_same(document: Callable[..., Document]) -> None:
    read = document("They met in Doha and flew to Cairo.")
    met = next(t for t in read.doc if t.text == "met")
    assert place_of(read, met) == place_of(read, met, find_places(read))


DATELINES = [
    ("MOSCOW, April 26 (Reuters) - Lavrov rejected the plan.", "rejected", "Moscow"),
    ("Kyiv / Zaporizhzhia, 3 May 2022\n\nThe UN confirmed the operation.", "confirmed", "Kyiv"),
    ("ANKARA, Turkey, June 8 (AP) — He proposed a meeting.", "proposed", "Ankara"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), DATELINES)
def test_the_dateline_counts_only_when_asked(
    document: Callable[..., Document], text: str, trigger: str, expected: str
) -> None:
    read = document(text)
    token = next(t for t in read.doc if t.text == trigger)
    assert place_of(read, token) is NOT_STATED
    filed = place_of(read, token, dateline=True)
    assert not isinstance(filed, Absent)
    assert filed.name == expected


def test_no_dateline_no_place(document: Callable[..., Document]) -> None:
    read = document("Lavrov rejected the plan.")
    assert place_of(read, read.doc[1], dateline=True) is NOT_STATED


PIECES = st.sampled_from(
    "They met Putin in Moscow and flew to Doha , where talks of the siege on Odesa were held from by ( ) . who".split()
)


def test_a_list_of_any_length_is_read(document: Callable[..., Document]) -> None:
    read = document("They met with " + " and ".join(["Putin"] * 3000) + " in Moscow.")
    assert place_of(read, read.doc[1]) is not None


@given(st.lists(PIECES, max_size=14).map(" ".join))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_of_words_has_an_answer(document: Callable[..., Document], text: str) -> None:
    read = document(text)
    places = find_places(read)
    for token in read.doc:
        found = place_of(read, token, places)
        assert found is NOT_STATED or found in [m.place for m in places]


def test_a_dateline_that_the_intake_marked_is_read_from_the_stored_text() -> None:
    text = "ANKARA, Turkey, June 8 (AP) — He proposed a meeting."
    furniture = (Furniture(0, text.index("He"), "dateline"),)
    report = Report(id="r", name="r", place="r", text=text, digest=digest_of(text), language="en", furniture=furniture)
    read = parse(report)
    filed = place_of(read, next(t for t in read.doc if t.text == "proposed"), dateline=True)
    assert not isinstance(filed, Absent)
    assert (filed.name, filed.quote) == ("Ankara", read.quote(0, 6))
