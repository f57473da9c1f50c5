"""How commands end: exit codes, one line for what went wrong, never a traceback."""
from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import scenes
from msgspec.structs import replace
from running import Run, process

from diurna.views.cli import read, show
from diurna.views.cli.exits import INTERRUPTED, LEFT_OUT, NO_LEDGER, PIPE_CLOSED, UNFINISHED


def test_a_whole_ledger_verifies(diurna: Run) -> None:
    ended = diurna("verify")
    assert ended.code == 0
    assert "is whole: 8 entries, 4 reports" in " ".join(ended.out.split())


def test_a_whole_ledger_as_json(diurna: Run, held: Path) -> None:
    said = json.loads(diurna("verify", "--json").out)
    assert (said["ledger"], said["whole"], said["entries"], said["troubles"]) == (str(held), True, 8, [])
    assert f"Its hash: {said['hash']}" in " ".join(diurna("verify").out.split())


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A ledger whose third entry was changed by hand."""
    path = tmp_path / "broken.db"
    scenes.fill(path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER entries_are_never_changed")
        changed = "CAST(replace(CAST(body AS TEXT), 'Nobody', 'Anybody') AS BLOB)"
        connection.execute(f"UPDATE entries SET body = {changed} WHERE number = 3")
    connection.close()
    return path


def test_a_broken_ledger_names_its_first_broken_entry(diurna: Run, broken: Path) -> None:
    ended = diurna("verify", "--ledger", str(broken))
    assert ended.code == LEFT_OUT
    assert "entry 3" in ended.out.replace("\n", " ")
    said = json.loads(diurna("verify", "--json", "--ledger", str(broken)).out)
    assert not said["whole"]
    assert said["troubles"][0]["code"] == "D212"


@pytest.mark.parametrize("command", [("verify",), ("show", "acts"), ("timeline",), ("export", "--format", "csv"), ("explain", "0")])
def test_what_is_no_ledger_cannot_be_used(diurna: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "notes.txt").write_text("These are notes, and no ledger at all.")
    ended = diurna(*command, "--ledger", "notes.txt")
    assert ended.code == NO_LEDGER
    assert ended.err.count("\n") == 1
    assert "[D201]" in ended.err
    assert not ended.out


def failing(error: BaseException) -> Any:
    def fail(*_: object, **__: object) -> int:
        raise error

    return fail


@pytest.mark.parametrize(("error", "code", "said"), [
    (KeyError("x\x1b[2J"), UNFINISHED, "DIURNA_DEBUG=1"),
    (RecursionError("deep"), UNFINISHED, "wrong in diurna itself"),
    (MemoryError(), UNFINISHED, "MemoryError"),
    (OSError(28, "No space left on device"), UNFINISHED, "No space left on device"),
    (PermissionError(13, "Permission denied", "there"), UNFINISHED, "there: Permission denied"),
    (KeyboardInterrupt(), INTERRUPTED, "Stopped."),
])
def test_what_nobody_expected_is_one_line(
    diurna: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    monkeypatch.delenv("DIURNA_DEBUG", raising=False)
    monkeypatch.setattr(show, "run", failing(error))
    ended = diurna("show", "acts")
    assert ended.code == code
    assert ended.err.count("\n") == 1
    assert said in ended.err
    assert "\x1b" not in ended.err


def test_debug_shows_where(diurna: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIURNA_DEBUG", "1")
    monkeypatch.setattr(show, "run", failing(KeyError("x")))
    assert "Traceback" in diurna("show", "acts").err


def test_an_interrupted_read_says_what_stays(diurna: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_read", failing(KeyboardInterrupt()))
    ended = diurna("read", "x.txt", "--ledger", "new.db")
    assert ended.code == INTERRUPTED
    assert ended.err == "Stopped after 0 reports, which stay in new.db. The same command goes on from there.\n"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with more in it than a pipe holds."""
    path = tmp_path_factory.mktemp("many") / "many.db"
    scenes.fill(path, tuple(lambda n=n: _copy(n) for n in range(200)))
    return path


@pytest.mark.parametrize("command", [
    ("show", "acts"), ("show", "acts", "--json"), ("show", "reports", "--json"), ("timeline", "--json"),
    ("export", "--format", "csv"), ("export", "--format", "jsonl"),
])
def test_a_closed_pipe_is_quiet(many: Path, command: tuple[str, ...]) -> None:
    child = process(*command, DIURNA_LEDGER=str(many))
    assert child.stdout
    assert child.stderr
    child.stdout.readline()
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait() == PIPE_CLOSED


def _copy(number: int) -> Any:
    report, reading = scenes.harbour()
    name = f"{number}.txt"
    new = f"{report.id[:-3]}{number:03}"
    return (replace(report, id=new, name=name), replace(
        reading, report=new, acts=tuple(replace(act, report=new) for act in reading.acts),
        statements=tuple(replace(one, report=new) for one in reading.statements)))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", [("show", "acts"), ("show", "acts", "--json"), ("export", "--format", "csv")])
def test_a_full_disk_is_told(held: Path, command: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        child = process(*command, stdout=full, DIURNA_LEDGER=str(held))
        said = child.communicate()[1]
    assert child.returncode == UNFINISHED
    assert b"No space left" in said
    assert b"Traceback" not in said


def test_an_entry_that_is_gone_is_told_by_every_command(diurna: Run, broken: Path) -> None:
    with sqlite3.connect(broken) as connection:
        connection.execute("DROP TRIGGER entries_are_never_removed")
        connection.execute("DELETE FROM entries WHERE number = 4")
    connection.close()
    for command in (("show", "reports"), ("timeline",), ("export", "--format", "csv", "--out", "x.csv")):
        ended = diurna(*command, "--ledger", str(broken))
        assert (ended.code, ended.err.count("\n")) == (NO_LEDGER, 1)
        assert "entry 4: the entry is missing [D211]" in ended.err


def test_side_tables_that_are_gone_are_told_and_made_anew(diurna: Run, tmp_path: Path) -> None:
    path = tmp_path / "half.db"
    scenes.fill(path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE held")
    connection.close()
    ended = diurna("show", "reports", "--ledger", "half.db")
    assert (ended.code, ended.err.count("\n")) == (NO_LEDGER, 1)
    assert "the side tables are gone [D219]" in ended.err
    diurna("read", "none.txt", "--ledger", "half.db")
    assert diurna("verify", "--ledger", "half.db").code == 0


@pytest.mark.parametrize(("stream", "code", "said"), [
    ("stdin", LEFT_OUT, b"-: holds no words [D106]"), ("stdout", UNFINISHED, b"standard output: it is closed"), ("stderr", LEFT_OUT, b""),
])
def test_a_stream_that_was_closed_is_no_fault_of_diurna(tmp_path: Path, stream: str, code: int, said: bytes) -> None:
    begin = f"import sys; sys.{stream} = None; from diurna.views.cli import main; sys.exit(main())"
    running = process("read", "-", "--json", "--ledger", str(tmp_path / "new.db"), begin=begin)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, err.count(b"\n")) == (code, 1 if said else 0)
    assert err.startswith(said) or said in err
    assert out.startswith(b'{"reports"') or stream == "stdout"
