"""An act's time is the one its sentence ties it to: acts.tsv."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diurna.reading.document import Document
from diurna.reading.when import find_times, time_of
from diurna.words import NOT_STATED, Absent

CASES = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("acts.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_the_time_of_an_act(document: Callable[..., Document], text: str, trigger: str, expected: str) -> None:
    read = document(text, "2022-05-11")
    when = time_of(read, next(t for t in read.doc if t.text == trigger), find_times(read))
    assert ("-" if isinstance(when, Absent) else when.words) == expected


def test_the_sentence_before_gives_no_time(document: Callable[..., Document]) -> None:
    read = document("They met on Monday. They signed nothing.", "2022-05-11")
    signed = next(t for t in read.doc if t.text == "signed")
    assert time_of(read, signed, find_times(read)) is NOT_STATED


def test_a_day_later_than_a_day_of_no_year_is_no_day_later_than_an_older_one(document: Callable[..., Document]) -> None:
    read = document("The war began on 3 November 2020. Fighting resumed on 24 August. A day later the agency accused Chad.")
    accused = next(t for t in read.doc if t.text == "accused")
    found = time_of(read, accused, find_times(read))
    assert found is NOT_STATED or not found.start.startswith("2020")


@pytest.mark.parametrize(
    "text",
    [
        "The ministers announced a summit on 3 June 2022.",
        "The ministers promised a vote in 2027.",
        "The ministers called for a vote within a year.",
    ],
)
def test_what_is_done_has_no_time_after_the_report(document: Callable[..., Document], text: str) -> None:
    read = document(text, "2022-05-11")
    told, times = next(t for t in read.doc if t.tag_ == "VBD"), find_times(read)
    assert time_of(read, told, times) is not NOT_STATED
    assert time_of(read, told, times, done=True) is NOT_STATED


PIECES = st.sampled_from("They met on Monday and signed a deal , which for two years held talks until 5 May in was due to begin .".split())


@given(st.lists(PIECES, max_size=14).map(" ".join))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_of_words_has_an_answer(document: Callable[..., Document], text: str) -> None:
    read = document(text, "2022-05-11")
    times = find_times(read)
    for token in read.doc:
        found = time_of(read, token, times)
        assert found is NOT_STATED or found in [m.when for m in times]
