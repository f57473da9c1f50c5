"""What goes in comes out: once, whole, in order."""
from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from factories import a_pair, a_reading, a_report, an_act, an_actor, fill, pairs, ticking
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from diurna.record import Ledger, Unfit, verify
from diurna.words import NOT_STATED, UNNAMED, Quantity, Quote, Reading, Source, Statement


def test_a_report_and_its_reading_come_back_as_they_went_in(ledger: Ledger) -> None:
    report, reading = a_pair()
    assert ledger.append(report, reading)
    assert list(ledger.reports()) == [report]
    assert list(ledger.readings()) == [reading]
    assert ledger.holds(report.id)


def test_the_same_report_twice_adds_nothing(ledger: Ledger) -> None:
    report, reading = a_pair()
    ledger.append(report, reading)
    before = ledger.head()
    assert not ledger.append(report, replace(reading, acts=()))
    assert ledger.head() == before


def test_a_ledger_opened_again_goes_on_where_it_ended(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    assert fill(path, pairs(2)) == 2
    assert fill(path, pairs(3)) == 1
    with Ledger.open(path) as ledger:
        assert [entry.number for entry in ledger.entries()] == [1, 2, 3, 4, 5, 6]
        assert verify(ledger) == []


def test_entries_follow_one_another(ledger: Ledger) -> None:
    for report, reading in pairs(2):
        ledger.append(report, reading)
    entries = list(ledger.entries())
    assert [entry.kind for entry in entries] == ["report", "reading", "report", "reading"]
    assert [entry.previous for entry in entries[1:]] == [entry.hash for entry in entries[:-1]]
    assert (ledger.head().count, ledger.head().hash) == (4, entries[-1].hash)


def test_the_hashes_do_not_depend_on_the_time_but_the_stamps_do() -> None:
    heads = []
    for clock in (ticking(), lambda: "2030-01-01T00:00:00.000000Z"):
        with Ledger.open(":memory:", clock=clock) as ledger:
            ledger.append(*a_pair())
            heads.append(ledger.head())
    assert heads[0].hash == heads[1].hash
    assert heads[0].stamp != heads[1].stamp


def test_counts(ledger: Ledger) -> None:
    for report, reading in pairs(3):
        ledger.append(report, reading)
    counts = ledger.counts()
    assert (counts.entries, counts.reports, counts.statements, counts.acts, counts.actors) == (6, 3, 3, 3, 1)


def test_appending_while_iterating_is_allowed(ledger: Ledger) -> None:
    ledger.append(*a_pair(0))
    for number, _ in enumerate(ledger.reports(), start=1):
        if number < 4:
            ledger.append(*a_pair(number))
    assert ledger.counts().reports == 4


def test_rebuilding_changes_nothing_but_what_was_wrong(five: Path) -> None:
    with Ledger.open(five) as ledger:
        counts, before = ledger.counts(), list(ledger.pairs())
        ledger.store.tell("DELETE FROM held")
        ledger.store.tell("DELETE FROM actors")
        ledger.rebuild()
        assert (ledger.counts(), list(ledger.pairs())) == (counts, before)


def test_side_tables_that_were_dropped_are_made_again_on_opening(five: Path) -> None:
    with Ledger.open(five) as ledger:
        ledger.store.tell("DROP TABLE about")
    with Ledger.open(five) as ledger:
        assert verify(ledger) == []


class TestWhatCannotBeKept:
    def test_words_that_are_not_in_the_text(self, ledger: Ledger) -> None:
        report = a_report()
        act = an_act(report, an_actor(), evidence=(Quote(0, 8, "Lavrov!!"),))
        with pytest.raises(Unfit, match=rf"act {act.id}.*Lavrov.*D210"):
            ledger.append(report, a_reading(report, acts=(act,)))
        assert ledger.head().count == 0

    def test_a_span_outside_the_text(self, ledger: Ledger) -> None:
        report = a_report()
        reading = a_reading(report)
        statement = replace(reading.statements[0], cue=((10, 9999),))
        with pytest.raises(Unfit, match="no words at 10:9999"):
            ledger.append(report, replace(reading, statements=(statement,)))

    def test_a_digest_of_another_text(self, ledger: Ledger) -> None:
        with pytest.raises(Unfit, match="digest"):
            ledger.append(a_report(digest="sha256:0"), a_reading(a_report()))

    def test_a_line_of_another_report(self, ledger: Ledger) -> None:
        with pytest.raises(Unfit, match="another report"):
            ledger.append(a_report(), a_reading(a_report(name="other.txt")))

    def test_a_number_that_is_none(self, ledger: Ledger) -> None:
        report = a_report()
        act = an_act(report, an_actor(), confidence=float("nan"))
        with pytest.raises(Unfit):
            ledger.append(report, a_reading(report, acts=(act,)))

    def test_a_value_that_no_json_can_hold(self, ledger: Ledger) -> None:
        report = a_report()
        act = an_act(report, an_actor(), decided_by=(object(),))
        with pytest.raises(Unfit):
            ledger.append(report, a_reading(report, acts=(act,)))

    def test_more_than_an_entry_can_hold(self, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("diurna.record.fitness.MOST_BYTES", 100)
        with pytest.raises(Unfit, match="longer than an entry can be"):
            ledger.append(*a_pair())

    def test_the_next_report_is_kept_all_the_same(self, ledger: Ledger) -> None:
        with pytest.raises(Unfit):
            ledger.append(a_report(digest="sha256:0"), a_reading(a_report()))
        assert ledger.append(*a_pair())


class TestAbsence:
    """What is not stated, what is unnamed, and words that only look like it stay apart."""

    def test_a_title_that_reads_not_stated_is_a_title(self, ledger: Ledger) -> None:
        ledger.append(a_report(title="not stated"), a_reading(a_report()))
        (report,) = ledger.reports()
        assert report.title == "not stated"
        assert report.title is not NOT_STATED

    @pytest.mark.parametrize("absent", [NOT_STATED, UNNAMED])
    def test_an_absent_speaker(self, ledger: Ledger, absent: str) -> None:
        report = a_report()
        reading = a_reading(report)
        statement: Statement = replace(reading.statements[0], source=Source((), absent))
        ledger.append(report, replace(reading, statements=(statement,)))
        (back,) = ledger.readings()
        assert back.statements[0].source.actor is absent

    def test_at_least_so_many(self, ledger: Ledger) -> None:
        report = a_report()
        number = Quantity(Quote(0, 8, "Guterres"), 100, NOT_STATED, "people")
        ledger.append(report, a_reading(report, acts=(an_act(report, an_actor(), quantities=(number,)),)))
        (back,) = ledger.readings()
        assert back.acts[0].quantities[0].high is NOT_STATED


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=()), max_size=80), name=st.text(st.characters(exclude_categories=())))
def test_any_text_under_any_name_comes_back_character_for_character(text: str, name: str) -> None:
    """Control characters, right-to-left overrides and halves of characters too."""
    try:
        report = a_report(text, name=name)
        with Ledger.open(":memory:") as ledger:
            ledger.append(report, Reading(report=report.id, unread="no reader for it"))
            assert [(one.text, one.name) for one, _ in ledger.pairs()] == [(text, name)]
            assert verify(ledger) == []
    except Unfit:
        # JSON has no way to tell two halves of a character, one after the other, from the whole one.
        both = text + "\n" + name
        assert any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in pairwise(both))
