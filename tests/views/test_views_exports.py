"""export: files that other programs can trust."""
from __future__ import annotations

import csv
import io
import json
import os
import threading
from pathlib import Path

import pytest
from running import Run

from diurna.record import Ledger, record_of
from diurna.views.exports import guarded


@pytest.mark.parametrize(("cell", "safe"), [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'=1"), ("\r=1", "'=1"),
    (" \t =cmd", "'=cmd"), ("＝1", "'＝1"), ("\tplain", "'plain"),
    ("plain - text", "plain - text"), ("two\nlines", "two lines"), ("\x00", "⟨U+0000⟩"), ("", ""),
    (-12.5, -12.5), (0, 0), (True, "true"), (False, "false"), (None, ""),
])
def test_cells_are_safe_in_a_spreadsheet(cell: str | float | None, safe: str | float) -> None:
    assert guarded(cell) == safe


@pytest.mark.parametrize("what", ["acts", "statements", "actors", "reports"])
def test_csv_has_the_rows_of_the_record(diurna: Run, held: Path, what: str) -> None:
    out = diurna("export", "--format", "csv", "--what", what).out
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    with Ledger.open(held, writable=False) as ledger:
        table = getattr(record_of(ledger), what)
    assert tuple(rows[0]) == table.columns
    assert sorted(row["id"] for row in rows) == sorted(row.id for row in table)
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "@", "\t")]


def test_a_number_below_zero_stays_a_number(diurna: Run) -> None:
    rows = csv.DictReader(io.StringIO(diurna("export", "--format", "csv").out, newline=""))
    assert "-12.5" in [row["lat"] for row in rows]


@pytest.mark.parametrize("what", ["acts", "statements", "actors", "reports"])
def test_json_lines_are_the_rows_of_show(diurna: Run, what: str) -> None:
    lines = diurna("export", "--format", "jsonl", "--what", what).out.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(diurna("show", what, "--json").out)[what]


def test_a_file_is_whole_or_not_there(diurna: Run, tmp_path: Path) -> None:
    ended = diurna("export", "--format", "csv", "--out", "acts.csv")
    assert (ended.code, ended.out) == (0, "")
    assert "11 acts written to acts.csv" in ended.err
    assert (tmp_path / "acts.csv").read_bytes().startswith(b"\xef\xbb\xbfid,report,name")
    assert [path.name for path in tmp_path.iterdir()] == ["acts.csv"]


def test_what_was_there_stays_when_the_ledger_cannot_be_used(diurna: Run, tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_text("mine")
    assert diurna("export", "--format", "csv", "--out", "acts.csv", "--ledger", "none.db").code == 3
    assert (tmp_path / "acts.csv").read_text() == "mine"


@pytest.mark.parametrize(("out", "said"), [(".", "a folder is there"), ("no/where.csv", "its folder is not there")])
def test_a_file_that_cannot_be_one_is_wrong_usage(diurna: Run, out: str, said: str) -> None:
    ended = diurna("export", "--format", "csv", "--out", out)
    assert ended.code == 2
    assert said in ended.err


def test_the_ledger_is_never_overwritten(diurna: Run, held: Path) -> None:
    before = held.read_bytes()
    ended = diurna("export", "--format", "jsonl", "--out", str(held))
    assert ended.code == 2
    assert "overwrite the ledger" in ended.err
    assert held.read_bytes() == before


def test_the_format_must_be_named(diurna: Run) -> None:
    assert diurna("export").code == 2
    assert "jsonl" in diurna("export", "--format", "xls").err


def test_a_pipe_is_written_to_and_stays_a_pipe(diurna: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()), daemon=True)
    reader.start()
    assert diurna("export", "--format", "jsonl", "--out", "pipe").code == 0
    reader.join(10)
    assert got[0].count(b"\n") == 11
    assert (tmp_path / "pipe").is_fifo()


def test_nothing_that_is_beside_the_file_is_lost(diurna: Run, tmp_path: Path) -> None:
    (tmp_path / "acts.csv.part").write_text("mine")
    assert diurna("export", "--format", "csv", "--out", "acts.csv").code == 0
    assert (tmp_path / "acts.csv.part").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["acts.csv", "acts.csv.part"]


def test_a_link_and_the_permissions_of_the_file_stay(diurna: Run, tmp_path: Path) -> None:
    (tmp_path / "real.csv").touch(0o600)
    (tmp_path / "link.csv").symlink_to("real.csv")
    assert diurna("export", "--format", "csv", "--out", "link.csv").code == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "real.csv").stat().st_size
