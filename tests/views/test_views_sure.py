"""read, show and timeline leave out what they are not sure of, and say so; JSON, files and the ledger hold all of it."""
from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import scenes
from factories import an_act
from running import Run

from diurna.record import Ledger
from diurna.views import SURE
from diurna.words import Reading, Report

KINDS = ["withdraw", "sign", "promise", "threaten"]
"""Of the acts of scenes.unsure."""
SCREENS = pytest.mark.parametrize("screen", [("show", "acts"), ("timeline",)], ids=" ".join)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """Holds two acts that are sure enough for a screen and two that are not."""
    scenes.fill(tmp_path / "unsure.db", (scenes.unsure,))
    return str(tmp_path / "unsure.db")


def shown(out: str) -> list[str]:
    """The kinds of the cards, in the order of the record."""
    heads = [line.split()[0] for line in out.splitlines() if line[:1].isalpha()]
    return [kind for kind in KINDS if kind in heads]


def not_shown(number: int, sure: float = SURE) -> str:
    return f"{number} acts less sure than {sure:g} are not shown; --sure 0 shows them."


@SCREENS
def test_a_screen_leaves_out_what_it_is_not_sure_of_and_says_so(diurna: Run, ledger: str, screen: tuple[str, ...]) -> None:
    ended = diurna(*screen, "--ledger", ledger)
    assert shown(ended.out) == ["sign", "promise"]
    assert ended.out.splitlines()[-2:] == ["2 acts shown.", not_shown(2)]
    assert "unsure 0" not in ended.out
    assert (ended.code, ended.err) == (0, "")


@SCREENS
def test_what_is_asked_for_all_the_same_is_marked(diurna: Run, ledger: str, screen: tuple[str, ...]) -> None:
    out = diurna(*screen, "--ledger", ledger, "--sure", "0").out
    assert shown(out) == KINDS
    assert out.splitlines()[-1] == "4 acts."
    assert "not shown" not in out
    for confidence in (SURE / 2, SURE / 4):
        assert out.count(f"unsure {confidence:.2f}") == 1
    assert out.count("unsure 0") == 2


@SCREENS
def test_another_bound_is_told_too(diurna: Run, ledger: str, screen: tuple[str, ...]) -> None:
    lower = diurna(*screen, "--ledger", ledger, "--sure", str(SURE / 2)).out
    assert shown(lower) == ["withdraw", "sign", "promise"]
    assert lower.splitlines()[-1] == f"1 act less sure than {SURE / 2:g} is not shown; --sure 0 shows it."
    higher = diurna(*screen, "--ledger", ledger, "--sure", "1").out
    assert shown(higher) == ["sign"]
    assert higher.splitlines()[-2:] == ["1 act shown.", not_shown(3, 1)]


@SCREENS
def test_a_limit_is_of_lines_and_tells_what_was_passed_over(diurna: Run, ledger: str, screen: tuple[str, ...]) -> None:
    """The guards withdrew first, in the text and by its day; the threat comes after the last line."""
    out = diurna(*screen, "--ledger", ledger, "--limit", "1").out
    assert shown(out) == ["sign"]
    assert out.splitlines()[-1] == f"1 act less sure than {SURE:g} is not shown; --sure 0 shows it."


@SCREENS
def test_what_is_left_out_is_told_where_nothing_else_fits(diurna: Run, ledger: str, screen: tuple[str, ...]) -> None:
    ended = diurna(*screen, "--ledger", ledger, "--kind", "threaten")
    assert ended.out.splitlines()[-1] == f"1 act less sure than {SURE:g} is not shown; --sure 0 shows it."
    assert ended.err == ""
    assert "No acts fit" in diurna(*screen, "--ledger", ledger, "--kind", "expel").err


def test_a_report_counts_all_its_acts(diurna: Run, ledger: str) -> None:
    for what in ("acts", "reports"):
        assert "4 acts, 0 statements" in diurna("show", what, "--ledger", ledger).out


def test_json_leaves_out_nothing_unless_asked(diurna: Run, ledger: str) -> None:
    def kinds(*arguments: str) -> list[str]:
        held = json.loads(diurna(*arguments, "--json", "--ledger", ledger).out)
        acts = held.get("acts") or [act for day in held["timeline"] for act in day["acts"]]
        return [act["kind"] for act in acts]

    for command in (("show", "acts"), ("timeline",)):
        assert kinds(*command) == KINDS
        assert kinds(*command, "--sure", str(SURE)) == ["sign", "promise"]
        assert kinds(*command, "--sure", "0", "--limit", "1") == ["withdraw"]
        assert kinds(*command, "--sure", "1", "--limit", "1") == ["sign"]


def test_an_export_leaves_out_nothing(diurna: Run, ledger: str) -> None:
    rows = csv.DictReader(io.StringIO(diurna("export", "--format", "csv", "--ledger", ledger).out, newline=""))
    assert [row["kind"] for row in rows] == KINDS
    assert len(diurna("export", "--format", "jsonl", "--ledger", ledger).out.splitlines()) == 4


def test_an_unsure_act_is_explained_like_any_other(diurna: Run, ledger: str) -> None:
    act = scenes.unsure()[1].acts[0]
    ended = diurna("explain", act.id, "--ledger", ledger)
    assert ended.code == 0
    assert f"confidence {SURE / 2:.2f}" in ended.out


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A report, and a reader that takes no time: a promise that it is sure of, and two acts that it is not."""

    def read(report: Report, configuration: object) -> Reading:
        told = (("promise", SURE), ("visit", SURE / 2), ("assert", 0.0))
        acts = tuple(an_act(report, kind=kind, words="spoke", confidence=confidence) for kind, confidence in told)
        return Reading(report=report.id, acts=acts)

    monkeypatch.setattr("diurna.pipeline.read_report", read)
    (tmp_path / "a.txt").write_text("Minister Orlov of Ruritania spoke at length about the harbour today. Nobody answered him.\n")


@pytest.mark.usefixtures("report")
def test_read_shows_what_it_is_sure_of_and_counts_the_rest(diurna: Run) -> None:
    out = diurna("read", "a.txt", "--ledger", "new.db").out
    assert "3 acts, 0 statements" in out
    assert "promise" in out
    assert "visit" not in out
    assert out.splitlines()[-2:] == ["1 report, 0 statements, 3 acts, 0 actors, 0 troubles. In new.db.", not_shown(2)]


@pytest.mark.usefixtures("report")
def test_a_report_with_nothing_sure_enough_says_so(diurna: Run) -> None:
    assert "No act here is as sure as 1." in diurna("read", "a.txt", "--ledger", "new.db", "--sure", "1").out


@pytest.mark.usefixtures("report")
def test_read_shows_all_when_asked(diurna: Run) -> None:
    out = diurna("read", "a.txt", "--ledger", "new.db", "--sure", "0").out
    assert out.index("promise") < out.index("visit") < out.index("assert")
    assert f"unsure {SURE / 2:.2f}" in out
    assert "unsure 0.00" in out
    assert out.splitlines()[-1] == "1 report, 0 statements, 3 acts, 0 actors, 0 troubles. In new.db."


@pytest.mark.usefixtures("report")
def test_what_read_keeps_and_gives_as_json_is_whole(diurna: Run) -> None:
    diurna("read", "a.txt", "--ledger", "new.db", "--sure", "1")
    with Ledger.open("new.db", writable=False) as held:
        assert held.counts().acts == 3

    def confidences(*arguments: str) -> list[float]:
        record = json.loads(diurna("read", "a.txt", "--ledger", "new.db", "--json", *arguments).out)
        assert len(record["reports"]) == 1
        return [act["confidence"] for act in record["acts"]]

    assert confidences() == [SURE, SURE / 2, 0]
    assert confidences("--sure", str(SURE)) == [SURE]


@pytest.mark.usefixtures("report")
def test_quiet_is_quiet_about_that_too(diurna: Run) -> None:
    assert diurna("read", "a.txt", "--ledger", "new.db", "--quiet").out == ""


@pytest.mark.usefixtures("report")
def test_a_bound_that_is_none_is_told_before_anything_is_read(diurna: Run, tmp_path: Path) -> None:
    assert diurna("read", "a.txt", "--ledger", "new.db", "--sure", "-1").code == 2
    assert not (tmp_path / "new.db").exists()
