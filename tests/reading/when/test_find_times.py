"""The times of phrases are those of phrases.tsv; what is no time is left alone."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diurna.reading.document import Document
from diurna.reading.when import TimeMention, find_times
from diurna.words import NOT_STATED, Absent

HERE = Path(__file__).parent
CASES = [
    tuple(line.split("\t"))
    for line in (HERE / "phrases.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
NO_TIMES = (HERE / "no_times.txt").read_text("utf-8").splitlines()
Read = Callable[..., Document]


@pytest.mark.parametrize(("text", "published", "words", "start", "end", "precision"), CASES)
def test_the_time_of_a_phrase(
    document: Read, text: str, published: str, words: str, start: str, end: str, precision: str
) -> None:
    found = {m.when.words: (m.when.start, m.when.end, m.when.precision) for m in find_times(document(text, published))}
    assert found.get(words) == (start, end, precision), found


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(document: Read, text: str) -> None:
    assert [m.when.words for m in find_times(document(text, "2022-05-11"))] == []


def only(document: Read, text: str, published: str = "") -> TimeMention:
    (found,) = find_times(document(text, published))
    return found


def test_a_year_nobody_gives_stays_open(document: Read) -> None:
    when = only(document, "He met Putin on April 26.").when
    assert (when.start, when.inferred, when.from_what) == ("--04-26", (), NOT_STATED)


def test_a_year_inferred_is_marked(document: Read) -> None:
    when = only(document, "He met Putin on April 26.", "2022-05-11").when
    assert (when.start, when.inferred, when.from_what) == ("2022-04-26", ("year",), "date of publication")


def test_a_year_stated_is_not_marked(document: Read) -> None:
    assert only(document, "He met Putin on April 26, 2022.", "2022-05-11").when.inferred == ()


def test_a_weekday_is_inferred_whole(document: Read) -> None:
    assert only(document, "They met on Tuesday.", "2022-05-11").when.inferred == ("year", "month", "day")


def test_a_zone_is_as_the_words_have_it(document: Read) -> None:
    assert only(document, "It left at 8 a.m. Moscow time.").when.zone == "Moscow time"
    assert only(document, "It left at 8 a.m. in the rain.").when.zone is NOT_STATED
    assert only(document, "It left at 8 a.m. (0500 GMT).").when.zone == "(0500 GMT)"


def test_moscow_time_before_2015_has_no_known_offset(document: Read) -> None:
    assert only(document, "It left at 8 a.m. Moscow time on 5 May 2013.").when.start == "2013-05-05T08:00"


def test_how_long_is_told_from_when(document: Read) -> None:
    assert only(document, "They did nothing for seven years.", "2022-05-11").lasts
    assert not only(document, "They did nothing on Monday.", "2022-05-11").lasts


def test_hours_that_head_a_line_are_the_lines_own(document: Read) -> None:
    times = find_times(document("18:30 No ships are planned for 2 November\n19:10 None moved", "2022-11-01"))
    assert [m.when.start for m in times] == ["T18:30", "2022-11-02", "T19:10"]


@pytest.mark.parametrize("published", ["yesterday", "0001-01-01", "9999-12-31", "2022", ""])
def test_any_date_of_publication_is_taken(document: Read, published: str) -> None:
    find_times(document("On Monday, two weeks ago, last month, next year and on 29 February they met over the weekend.", published))


PIECES = st.sampled_from(
    "on in since until by from to between and for the last next two three 26 29 31 2022 0500 April May Monday Tuesday (13) (26/4) "
    "8 a.m. p.m. 14:00 GMT Moscow time ago later days weeks months years early late of 1990s 26.04.2022 2022-05-11 summer noon "
    "yesterday weekend - – , . \n 99 100000 UTC+3 29th a few February 30".split(" ")
)


@given(
    st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join)),
    st.sampled_from(["", "2022-05-11", "2024-02-29", "1500-01-01", "2100-12-31"]),
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_and_spans_cut_their_own_words(document: Read, text: str, published: str) -> None:
    last = 0
    for mention in find_times(document(text, published)):
        quote = mention.when.quote
        assert not isinstance(quote, Absent)
        assert text[mention.start : mention.end] == quote.words == mention.when.words
        assert last <= mention.start < mention.end
        last = mention.end
