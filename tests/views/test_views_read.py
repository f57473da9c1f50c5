"""read: reports into the ledger, what they say onto the screen, what was left out onto standard error."""
from __future__ import annotations

import io
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import scenes
from factories import a_party, an_act, quote
from running import Run

from diurna import read as read_reports
from diurna.record import Ledger
from diurna.views.cli import progress
from diurna.views.cli.progress import Progress
from diurna.words import Form, Reading, Report, Source, Statement, Trouble


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that takes no time: an assertion and a promise by Orlov in every English report."""

    def read(report: Report, configuration: object) -> Reading:
        if report.language == "de":
            return Reading(report=report.id, unread="no reader for the language de")
        said, orlov = quote(report, "Orlov"), scenes.ORLOV
        who = (a_party(report, orlov, "Orlov"),)
        acts = tuple(an_act(report, kind=kind, words="Orlov", actors=who) for kind in ("assert", "promise"))
        spans = ((said.start, said.end),)
        told = Statement(id="s", report=report.id, form=Form.DIRECT, source=Source(spans, orlov.id), cue=spans, content=spans)
        return Reading(report=report.id, acts=acts, statements=(told,), actors=(orlov,))

    monkeypatch.setattr("diurna.pipeline.read_report", read)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two reports in a folder."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"Minister Orlov of Ruritania spoke at length about the harbour today. This is report {name}.\n")
    return folder


@pytest.mark.usefixtures("reader", "reports")
def test_what_was_read_is_shown_and_summed_up(diurna: Run) -> None:
    ended = diurna("read", "reports", "--ledger", "new.db")
    assert ended.code == 0
    assert ended.err == ""
    for words in ("a.txt", "b.txt", "Anton Orlov", "“Orlov”"):
        assert words in ended.out
    assert ended.out.splitlines()[-1] == "2 reports, 2 statements, 4 acts, 1 actor, 0 troubles. In new.db."


@pytest.mark.usefixtures("reader", "reports")
def test_the_most_telling_act_comes_first(diurna: Run) -> None:
    out = diurna("read", "reports/a.txt", "--ledger", ":memory:").out
    assert out.index("promise") < out.index("assert")


@pytest.mark.usefixtures("reader", "reports")
def test_a_report_that_is_held_is_shown_again_and_not_added(diurna: Run) -> None:
    first = diurna("read", "reports", "--ledger", "new.db").out
    again = diurna("read", "reports", "--ledger", "new.db").out
    assert again.endswith("0 troubles. In new.db; it held 2 of the reports already.\n")
    assert again.splitlines()[:-1] == first.splitlines()[:-1]


@pytest.mark.usefixtures("reader", "reports")
def test_only_what_was_just_read_is_shown_and_all_that_is_held_is_json(diurna: Run) -> None:
    diurna("read", "reports/a.txt", "--ledger", "new.db")
    assert "a.txt" not in diurna("read", "reports/b.txt", "--ledger", "new.db").out
    record = json.loads(diurna("read", "reports/b.txt", "--ledger", "new.db", "--json").out)
    assert [report["name"] for report in record["reports"]] == ["a.txt", "b.txt"]


@pytest.mark.usefixtures("reader", "reports")
def test_memory_holds_only_what_was_read_and_keeps_nothing(diurna: Run, tmp_path: Path) -> None:
    record = json.loads(diurna("read", "reports/b.txt", "--ledger", ":memory:", "--json").out)
    assert [report["name"] for report in record["reports"]] == ["b.txt"]
    assert record["reports"][0]["text"] == (tmp_path / "reports" / "b.txt").read_text()
    assert "Kept nowhere." in diurna("read", "reports/b.txt", "--ledger", ":memory:").out
    assert not list(tmp_path.glob("*memory*"))


@pytest.mark.usefixtures("reader", "reports")
def test_quiet_says_only_what_was_left_out(diurna: Run) -> None:
    ended = diurna("read", "reports", "nowhere.txt", "--ledger", "new.db", "--quiet")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("nowhere.txt: is not there [D101]")
    with Ledger.open("new.db", writable=False) as ledger:
        assert ledger.counts().reports == 2


@pytest.mark.usefixtures("reader", "reports")
def test_what_cannot_be_read_is_one_line_and_the_rest_goes_on(diurna: Run, tmp_path: Path) -> None:
    good = json.dumps({"id": "x-1", "text": "Minister Orlov spoke in the parliament of Ruritania for the first time."})
    (tmp_path / "wire.jsonl").write_text(f"{good}\n{{broken\n{good.replace('x-1', 'x-2')}\n")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    ended = diurna("read", "wire.jsonl", "image.txt", "--ledger", ":memory:")
    assert ended.code == 1
    assert len(ended.err.splitlines()) == 2
    assert "wire.jsonl:2" in ended.err
    assert "image.txt" in ended.err
    assert "2 reports" in ended.out.splitlines()[-1]
    assert "2 troubles" in ended.out.splitlines()[-1]


@pytest.mark.usefixtures("reader")
def test_a_language_without_a_reader_is_told(diurna: Run, tmp_path: Path) -> None:
    (tmp_path / "de.jsonl").write_text(json.dumps({"id": "de", "language": "de", "text": "Der Minister sprach gestern lange."}))
    ended = diurna("read", "de.jsonl", "--ledger", ":memory:")
    assert ended.code == 1
    assert "[D301]" in ended.err
    assert "not read: no reader for the language de" in ended.out


@pytest.mark.usefixtures("reader")
def test_a_language_without_a_reader_is_told_in_every_run(diurna: Run, tmp_path: Path) -> None:
    (tmp_path / "de.jsonl").write_text(json.dumps({"id": "de", "language": "de", "text": "Der Minister sprach gestern lange."}))
    first = diurna("read", "de.jsonl", "--ledger", "new.db")
    again = diurna("read", "de.jsonl", "--ledger", "new.db")
    assert (first.code, again.code) == (1, 1)
    assert first.err == again.err
    assert "stays in the ledger as it stands" in first.err


def test_reading_nothing_leaves_no_ledger(diurna: Run, tmp_path: Path) -> None:
    ended = diurna("read", "nowhere.txt", "--ledger", "new.db")
    assert ended.code == 1
    assert ended.out.endswith("No ledger was made.\n")
    assert json.loads(diurna("read", "nowhere.txt", "--ledger", "new.db", "--json").out)["reports"] == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("reader")
def test_standard_input_is_read(diurna: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"Minister Orlov of Ruritania spoke at length about the harbour on Monday.\n"))
    monkeypatch.setattr(sys, "stdin", stdin)
    ended = diurna("read", "-", "--ledger", ":memory:")
    assert ended.code == 0
    assert "1 report," in ended.out


@pytest.mark.parametrize(("arguments", "code", "said"), [
    (("read",), 2, "PATH"),
    (("read", "a.txt", "--registry", "none.tsv"), 2, "no table of actors at none.tsv"),
    (("read", "a.txt", "--jobs", "0"), 2, "--jobs"),
    (("read", "a.txt", "--sure", "2"), 2, "sure is not between 0 and 1: 2"),
    (("read", "a.txt", "--reader", "magic"), 2, "tagger"),
    (("read", "a.txt", "--ledger", "no/where.db"), 3, "mkdir -p no"),
    (("read", "a.txt", "--ledger", "."), 3, "is a folder"),
])
def test_what_keeps_it_from_reading(diurna: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    ended = diurna(*arguments)
    assert ended.code == code
    assert said in ended.err
    assert ended.err.count("\n") == 1


def a_bar(monkeypatch: pytest.MonkeyPatch, patience: float, work: Any, terminal: bool = True) -> str:
    """What standard error gets while work goes on."""
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(progress, "REFRESH", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    with Progress("Reading", "reports", lambda: 40) as shown:
        work(shown)
    return stream.getvalue()


def slow(shown: Progress) -> None:
    for _ in range(20):
        time.sleep(0.02)
        shown.advance(2)


def test_a_bar_shows_how_many_how_fast_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    out = a_bar(monkeypatch, 0.01, slow)
    assert re.search(r"Reading ━+ \d+/40 \d+\.\d reports/s 0:00:0\d", re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", out))
    assert out.endswith("\x1b[2K")


def test_what_is_quick_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert a_bar(monkeypatch, 60, slow) == ""


def test_what_is_no_terminal_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert a_bar(monkeypatch, 0.01, slow, terminal=False) == ""


TINY = "Foreign Minister Sergey Lavrov rejected Ukraine's proposal. \"We will not leave,\" he said on 26 April 2022 in Moscow.\n"


def test_a_report_is_read_by_the_rules_from_end_to_end(diurna: Run, tmp_path: Path) -> None:
    (tmp_path / "tiny.txt").write_text(TINY)
    ended = diurna("read", "tiny.txt", "--reader", "rules", "--ledger", "tiny.db", "--sure", "0")
    assert ended.code == 0
    assert "reject" in ended.out
    assert "“" in ended.out
    act = json.loads(diurna("show", "acts", "--kind", "reject", "--ledger", "tiny.db", "--json").out)["acts"][0]
    assert act["id"][:8] in ended.out
    assert diurna("explain", act["id"], "--ledger", "tiny.db").code == 0
    assert diurna("verify", "--ledger", "tiny.db").code == 0


def test_the_python_of_the_docs_reads_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    found = re.search(r"^## diurna read.*?```python\n(.*?)```", page, re.MULTILINE | re.DOTALL)
    assert found
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "tiny.txt").write_text(TINY)
    exec(found[1].replace('"tagger"', '"rules"'), {})
    assert "reject" in capsys.readouterr().out
    assert json.loads((tmp_path / "record.json").read_text())["acts"]


@pytest.mark.parametrize(("name", "content", "said"), [
    ("mine.tsv", b"id\tname\n", "is named for its table"),
    ("groups-mine.tsv", b"id\tname\n", "no column aliases"),
    ("groups-mine.tsv", "id\tname\naz\tA\xe7\xe3o\n".encode("latin-1"), "UTF-8"),
])
def test_a_fault_in_a_table_of_actors_is_told_before_anything_is_kept(
    diurna: Run, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / "tiny.txt").write_text(TINY)
    (tmp_path / name).write_bytes(content)
    ended = diurna("read", "tiny.txt", "--reader", "rules", "--ledger", "new.db", "--registry", name)
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert said in ended.err
    assert not (tmp_path / "new.db").exists()
    with pytest.raises(ValueError, match=said):
        read_reports(tmp_path / "tiny.txt", reader="rules", registry=tmp_path / name)


def test_many_troubles_take_no_longer_each(diurna: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    same = Trouble.__eq__

    def counted(one: object, other: object) -> bool:
        nonlocal compared
        compared += 1
        return bool(same(one, other))

    monkeypatch.setattr(Trouble, "__eq__", counted)
    (tmp_path / "bad.jsonl").write_text("no\n" * 300)
    ended = diurna("read", "bad.jsonl", "--ledger", ":memory:")
    assert ended.err.count("\n") == 300
    assert compared < 1000
