"""What a user asks the record for, of a record and of a part of a ledger."""
from __future__ import annotations

import io
from pathlib import Path

import pytest
from factories import (
    a_pair,
    a_party,
    a_reading,
    a_report,
    an_act,
    an_actor,
    in_moscow,
    pairs,
)
from msgspec.structs import replace

from diurna.record import Ledger, Record, record_of, records_of, wanted, write_json
from diurna.words import (
    NOT_STATED,
    Reading,
    Report,
    When,
)


def record(*these: tuple[Report, Reading]) -> Record:
    return Record.of(these or [a_pair()])


def acts_of(*changes: dict[str, object]) -> Record:
    """A record of one report with an act for each of the changes."""
    report = a_report()
    acts = tuple(an_act(report, an_actor(), **{"id": str(n), **change}) for n, change in enumerate(changes))
    return record((report, a_reading(report, acts=acts)))


def ids(acts: object) -> list[str]:
    return [act.id for act in acts]  # type: ignore[attr-defined]


def when(start: str, end: str | None = None) -> When:
    return When(start=start, end=start if end is None else end, precision="day", words="then")


class TestFilters:
    @pytest.mark.parametrize(("asked", "found"), [
        ("guterres", True), ("antonio", True), ("António Guterres", True), ("GUTERRES", True), ("gut", False),
        ("errES", False), ("Lavrov", False), ("the UN  chief", True),
        ("UN", True), ("UNESCO", False), ("(", False), ("secretary", True),
    ])
    def test_by_any_name_in_whole_words(self, asked: str, found: bool) -> None:
        report, reading = a_pair()
        actor = an_actor(mentions=("Guterres", "the UN chief"), office="Secretary-General")
        held = record((report, replace(reading, actors=(actor,))))
        assert bool(held.acts.where(actor=asked)) is found
        assert bool(held.statements.where(actor=asked)) is found
        assert bool(held.actors.where(actor=asked)) is found
        assert bool(held.reports.where(actor=asked)) is found

    def test_the_one_who_acts_not_the_one_it_is_done_to(self) -> None:
        russia = an_actor("Russia")
        to_russia = {"recipients": (a_party(a_report(), russia),)}
        held = acts_of(to_russia, {**to_russia, "mutual": True})
        assert ids(held.acts.where(actor="Russia")) == ["1"]

    def test_by_kind(self) -> None:
        held = acts_of({}, {"kind": "promise"})
        assert ids(held.acts.where(kind="promise")) == ["1"]

    def test_by_place(self) -> None:
        held = acts_of({}, {"place": in_moscow(a_report())})
        assert ids(held.acts.where(place="moscow")) == ["1"]

    @pytest.mark.parametrize(("since", "until", "found"), [
        ("2022-04-26", "2022-04-26", {"day", "days", "month", "time"}),
        ("2022-04-30", "2022-05-02", {"month", "open"}),
        ("2022-04-27", "2022-04-27", {"days", "month", "unknown", "no year"}),
        ("2022", "2022", {"day", "days", "month", "open", "time", "unknown", "no year"}),
        ("2022-05", None, {"open"}),
        (None, "2022-04-25", {"days", "month"}),
        (None, "2021", set()),
    ])
    def test_by_time(self, since: str | None, until: str | None, found: set[str]) -> None:
        """The report is of 27 April: the day of an act whose own is not stated, or lacks its year."""
        held = acts_of(
            {"id": "day", "when": when("2022-04-26")}, {"id": "days", "when": when("2022-04-25T22:00", "2022-04-27")},
            {"id": "month", "when": when("2022-04")}, {"id": "open", "when": when("2022-05-01", "")},
            {"id": "time", "when": when("2022-04-26T14:00+03:00")}, {"id": "unknown"},
            {"id": "no year", "when": when("--04-26")})
        assert set(ids(held.acts.where(since=since, until=until))) == found

    def test_without_any_date_nothing_fits_a_time(self) -> None:
        report = a_report(published=NOT_STATED)
        held = record((report, a_reading(report)))
        assert not held.statements.where(since="1900")
        assert held.statements.where(actor="Guterres")

    def test_by_report(self) -> None:
        held = record(*pairs(3))
        wanted_id = held.reports[1].id
        assert [act.report for act in held.acts.where(report="WIRE-0001")] == [wanted_id]
        assert [act.report for act in held.acts.where(report=wanted_id)] == [wanted_id]
        assert len(held.actors.where(report="wire")) == 1
        assert not held.acts.where(report="0001")

    @pytest.mark.parametrize(("sure", "found"), [(0, "0123"), (0.3, "0123"), (0.31, "123"), (0.8, "23"), (1, "3")])
    def test_by_how_sure(self, sure: float, found: str) -> None:
        held = acts_of({"confidence": 0.3}, {"confidence": 0.79}, {"confidence": 0.8}, {"confidence": 1.0})
        assert "".join(ids(held.acts.where(sure=sure))) == found
        assert [act["id"] for act in held.to_dict(sure=sure)["acts"]] == [*found]
        assert len(held.to_dict()["acts"]) == len(held.acts.where()) == 4

    def test_filters_add_up(self) -> None:
        held = acts_of({}, {"kind": "promise"}, {"kind": "promise", "place": in_moscow(a_report())})
        assert ids(held.acts.where(kind="promise", place="Moscow", actor="Guterres", since="2022")) == ["2"]
        assert ids(held.acts.where(kind="promise").where(place="Moscow")) == ["2"]

    @pytest.mark.parametrize(("asked", "says"), [
        ({"kind": "promisse"}, "did you mean 'promise'"), ({"since": "yesterday"}, "since is not a date: 'yesterday'"),
        ({"since": "20220426"}, "since is not a date: '20220426'"), ({"until": "2022-W17"}, "until is not a date: '2022-W17'"),
        ({"until": "2022-02-30"}, "until is not a date"), ({"since": "2022-05", "until": "2022-04"}, "later than"),
        ({"actor": " "}, "nothing to look for"), ({"sure": 1.01}, "sure is not between 0 and 1: 1.01"),
        ({"sure": -0.5}, "not between 0 and 1"), ({"sure": float("nan")}, "not between 0 and 1: nan"),
    ])
    def test_a_filter_that_makes_no_sense(self, asked: dict[str, object], says: str) -> None:
        with pytest.raises(ValueError, match=says):
            record().acts.where(**asked)  # type: ignore[arg-type]

    def test_a_filter_that_the_rows_do_not_know(self) -> None:
        with pytest.raises(ValueError, match="statements cannot be filtered by kind"):
            record().statements.where(kind="promise")

    @pytest.mark.parametrize("name", ["reports", "statements", "actors"])
    def test_only_acts_are_asked_for_by_how_sure_they_are(self, name: str) -> None:
        with pytest.raises(ValueError, match=f"{name} cannot be filtered by sure"):
            getattr(record(), name).where(sure=0)


ASKED = [{"actor": "UN chief"}, {"actor": "nobody"}, {"kind": "propose"}, {"kind": "promise"}, {"place": "Moscow"},
         {"since": "2022-04-26", "until": "2022-04-26"}, {"since": "2022-06"}, {"report": "wire-0003"},
         {"actor": "Guterres", "place": "moscow", "report": "wire-0001"}, {"actor": "Lavrov"}]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_record_of_part_of_a_ledger_answers_like_the_whole(ledger: Ledger, asked: dict[str, str]) -> None:
    """The UN chief is called so in one report only; acts of the same actor are found in all."""
    for number, (report, reading) in enumerate(pairs(5)):
        if number == 2:
            reading = replace(reading, actors=(an_actor(mentions=("the UN chief",)),))
        if number == 3:
            nameless = an_act(report, an_actor("Lavrov", mentions=("Guterres",)), kind="promise")
            party = replace(nameless.actors[0], actor=NOT_STATED)
            reading = replace(reading, acts=(replace(nameless, actors=(party,)),))
        ledger.append(report, reading)
    whole, part = record_of(ledger), record_of(ledger, **asked)  # type: ignore[arg-type]
    for table in ("acts", "reports"):
        assert getattr(part, table).where(**asked) == getattr(whole, table).where(**asked)
    if not {"kind", "place"} & set(asked):
        assert part.statements.where(**asked) == whole.statements.where(**asked)
    assert part.acts.where(**asked) or asked in ({"actor": "nobody"}, {"since": "2022-06"})


@pytest.mark.parametrize("asked", [{}, {"actor": "Guterres"}, {"kind": "propose", "report": "wire-0001"}, {"since": "2022"}], ids=str)
def test_a_part_of_a_ledger_knows_how_sure_its_acts_are(ledger: Ledger, asked: dict[str, str]) -> None:
    for number, (report, reading) in enumerate(pairs(3)):
        ledger.append(report, replace(reading, acts=(replace(reading.acts[0], confidence=number / 4),)))
    part = record_of(ledger, sure=0.25, **asked)  # type: ignore[arg-type]
    found = part.acts.where(sure=0.25, **asked)  # type: ignore[arg-type]
    assert found == record_of(ledger).acts.where(sure=0.25, **asked)  # type: ignore[arg-type]
    assert {act.confidence for act in found} == ({0.25} if "report" in asked else {0.25, 0.5})
    assert [one.acts for one in records_of(ledger, wanted(sure=0.25, **asked))] == [record_of(ledger, **asked).acts]  # type: ignore[arg-type]


def test_json_of_sure_acts_is_whole_in_all_else(ledger: Ledger) -> None:
    for number, (report, reading) in enumerate(pairs(3)):
        ledger.append(report, replace(reading, acts=(replace(reading.acts[0], confidence=number / 4),)))
    out, whole = io.BytesIO(), record_of(ledger)
    write_json(ledger, out, sure=0.5)
    assert out.getvalue().decode() == whole.to_json(sure=0.5)
    told, everything = whole.to_dict(sure=0.5), whole.to_dict()
    assert [act["confidence"] for act in told.pop("acts")] == [0.5]
    assert [act["confidence"] for act in everything.pop("acts")] == [0, 0.25, 0.5]
    assert told == everything


def test_nothing_is_written_of_acts_that_cannot_be_so_sure(ledger: Ledger) -> None:
    out = io.BytesIO()
    with pytest.raises(ValueError, match="not between 0 and 1"):
        write_json(ledger, out, sure=2)
    assert not out.getvalue()


def test_pieces_of_a_ledger_say_together_what_the_whole_says(ledger: Ledger) -> None:
    for report, reading in pairs(5):
        if report.name == "wire-0004.txt":
            reading = replace(reading, actors=(an_actor(mentions=("the UN chief",)),))
        ledger.append(report, reading)
    whole, pieces = record_of(ledger), list(records_of(ledger, at_once=2))
    assert [len(piece.reports) for piece in pieces] == [2, 2, 1]
    found = [act for piece in pieces for act in piece.acts.where(actor="UN chief")]
    assert found == list(whole.acts.where(actor="UN chief"))
    assert len(found) == 5
    assert [piece.reports[0].name for piece in records_of(ledger, wanted(report="wire-0003"))] == ["wire-0003.txt"]


def test_a_part_leaves_reports_out(five: Path) -> None:
    with Ledger.open(five) as ledger:
        assert len(record_of(ledger, report="wire-0003").reports) == 1
