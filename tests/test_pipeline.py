"""One run after another: nothing stops the rest, nothing is lost without a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diurna import pipeline
from diurna.pipeline import Run, run
from diurna.reading import Configuration
from diurna.record import Ledger
from diurna.words import Act, Modality, Quote, Reading, Report, Trouble, digest_of, identity

DOCS = Path(__file__).parent.parent / "docs"


def report_of(text: str, name: str, **fields: str) -> Report:
    digest = fields.pop("digest", digest_of(text))
    return Report(id=identity(digest, name), name=name, place=f"in/{name}", text=text, digest=digest, **fields)


def read(report: Report, configuration: Configuration) -> Reading:
    """A reader that fails, or makes up words, where the text says so."""
    if report.language == "de":
        return Reading(report=report.id, unread="no reader for the language de")
    if "fail" in report.text:
        raise KeyError("x")
    if "wrong" not in report.text:
        return Reading(report=report.id)
    words = Quote(0, 4, "made up")
    return Reading(
        report=report.id,
        acts=(Act(id="a", report=report.id, kind="meet", plover="CONSULT", modality=Modality.DONE, trigger=words),),
    )


def ran(monkeypatch: pytest.MonkeyPatch, ledger: Ledger, *reports: Report) -> tuple[Run, list[Report | Trouble]]:
    """A run over reports, and what it told step by step."""
    told: list[Report | Trouble] = []
    monkeypatch.setattr(pipeline, "take", lambda paths, stdin: iter(reports))
    monkeypatch.setattr(pipeline, "read_report", read)
    return run((), ledger, step=told.append), told


GOOD = report_of("A good report.", "good.txt")
GERMAN = report_of("Ein Bericht.", "bericht.txt", language="de")
FAILS = report_of("Let it fail.", "fails.txt")
WRONG = report_of("A wrong reading.", "wrong.txt")
UNFIT = report_of("An unfit report.", "unfit.txt", digest="sha256:0")


def test_an_unfit_report_does_not_stop_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(":memory:") as ledger:
        done, told = ran(monkeypatch, ledger, UNFIT, GOOD)
        assert [one.name for one in ledger.reports()] == ["good.txt"]
    assert (done.written, done.held, done.unread, done.whole) == (1, 0, 0, False)
    (trouble,) = done.troubles
    assert (trouble.code, trouble.where, trouble.lost) == ("D210", "in/unfit.txt", True)
    assert told == [trouble, GOOD]


def test_an_unfit_reading_is_left_out_and_its_report_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(":memory:") as ledger:
        done, told = ran(monkeypatch, ledger, WRONG, GOOD)
        assert ledger.unread(WRONG.id) == "its reading did not fit its words"
        assert ledger.counts().reports == 2
    assert [(one.code, one.lost) for one in done.troubles] == [("D210", True)]
    assert told == [WRONG, GOOD]


def test_a_failed_reader_is_said_once_and_its_report_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(":memory:") as ledger:
        done, _ = ran(monkeypatch, ledger, FAILS)
        assert ledger.unread(FAILS.id) == "the reader failed (KeyError: 'x')"
    assert [one.what for one in done.troubles] == ["kept, and not read: the reader failed (KeyError: 'x')"]


def test_a_report_that_is_held_unread_counts_as_left_out_in_every_run(monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(":memory:") as ledger:
        first, _ = ran(monkeypatch, ledger, GERMAN, GOOD)
        before = ledger.head()
        again, told = ran(monkeypatch, ledger, GERMAN, GOOD)
        assert ledger.head() == before
    assert (first.written, first.unread, first.whole) == (2, 1, False)
    assert (again.written, again.held, again.unread, again.whole) == (0, 2, 1, False)
    assert again.troubles == first.troubles
    assert "stays in the ledger as it stands" in first.troubles[0].do
    assert told == [GERMAN, GOOD]


@pytest.mark.parametrize("report", [FAILS, WRONG], ids=lambda report: report.name)
def test_what_a_reader_failed_at_is_told_again(monkeypatch: pytest.MonkeyPatch, report: Report) -> None:
    with Ledger.open(":memory:") as ledger:
        ran(monkeypatch, ledger, report)
        again, _ = ran(monkeypatch, ledger, report)
    assert [one.code for one in again.troubles] == ["D301"]
    assert not again.whole


def test_a_report_without_lines_is_not_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(":memory:") as ledger:
        ran(monkeypatch, ledger, GOOD)
        again, _ = ran(monkeypatch, ledger, GOOD)
    assert again.whole


def test_the_codes_are_those_of_the_docs() -> None:
    source = Path(pipeline.__file__).read_text(encoding="utf-8")
    docs = (DOCS / "troubles.md").read_text(encoding="utf-8")
    assert set(re.findall(r'"(D3\d\d)"', source)) == set(re.findall(r"\bD3\d\d\b", docs))
