"""What can be wrong with the file, in one clear line each; nothing that is no ledger is ever touched."""
from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from factories import a_pair, fill, pairs

from diurna.record import Ledger, LedgerTrouble, verify


def trouble(path: Path | str, **how: bool) -> tuple[str, str]:
    """The code and the line of what opening the path runs into."""
    with pytest.raises(LedgerTrouble) as caught:
        Ledger.open(path, **how)
    found = caught.value.trouble
    assert str(path) in found.where
    assert found.do
    assert "\n" not in found.line()
    return found.code, found.line()


@pytest.mark.parametrize("content", [
    b"not a ledger, just words\n" * 9, b"\x89PNG\r\n", b"SQLite format 3\0 and then nonsense" * 50,
])
def test_another_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    assert trouble(path)[0] == "D201"
    assert path.read_bytes() == content
    assert os.listdir(tmp_path) == ["notes.txt"]


def test_another_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    file = sqlite3.connect(path)
    file.execute("CREATE TABLE mine (a)")
    file.close()
    before = path.read_bytes()
    assert trouble(path)[0] == "D201"
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    assert fill(path, pairs(1)) == 1


def test_a_ledger_of_a_newer_version_is_left_as_it_is(five: Path) -> None:
    file = sqlite3.connect(five)
    file.execute("PRAGMA user_version = 7")
    file.close()
    before = five.read_bytes()
    code, line = trouble(five)
    assert code == "D202"
    assert "version 7" in line
    assert "Update diurna" in line
    assert five.read_bytes() == before


def test_a_folder(tmp_path: Path) -> None:
    assert trouble(tmp_path)[0] == "D203"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert trouble(tmp_path / "pipe")[0] == "D203"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    code, line = trouble(tmp_path / "no" / "a.db")
    assert code == "D204"
    assert "mkdir" in line


@pytest.mark.parametrize("name", ["a\0b.db", "x" * 300])
def test_a_path_that_cannot_be(tmp_path: Path, name: str) -> None:
    assert trouble(f"{tmp_path}/{name}")[0] == "D204"


def test_reading_a_ledger_that_is_not_there_makes_none(tmp_path: Path) -> None:
    assert trouble(tmp_path / "a.db", writable=False)[0] == "D204"
    assert os.listdir(tmp_path) == []


def test_a_ledger_opened_for_reading_cannot_be_written(five: Path) -> None:
    with Ledger.open(five, writable=False) as ledger:
        assert ledger.counts().reports == 5
        with pytest.raises(LedgerTrouble, match="D206"):
            ledger.append(*a_pair(9))


def as_nobody(do: Callable[[], bool]) -> int:
    """Runs it in a child process without root's powers; its exit status."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            status = 0 if do() else 2
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A ledger of five reports that may only be read, in a folder of the same sort, which all users can reach."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.db")
        fill(path, pairs(5))
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        yield path
        Path(folder).chmod(0o755)


def test_a_read_only_ledger_is_said_plainly_when_it_should_be_written(read_only: Path) -> None:
    def refused() -> bool:
        try:
            Ledger.open(read_only)
        except LedgerTrouble as error:
            return error.trouble.code == "D206"
        return False

    assert as_nobody(refused) == 0


def test_a_read_only_ledger_in_a_read_only_folder_can_be_read(read_only: Path) -> None:
    def read() -> bool:
        with Ledger.open(read_only, writable=False) as ledger:
            return ledger.counts().reports == 5 and verify(ledger) == []

    assert as_nobody(read) == 0


def test_a_ledger_without_permission(read_only: Path) -> None:
    read_only.chmod(0)

    def refused() -> bool:
        try:
            Ledger.open(read_only, writable=False)
        except LedgerTrouble as error:
            return error.trouble.code == "D204"
        return False

    assert as_nobody(refused) == 0


def test_a_closed_ledger_is_said_plainly() -> None:
    ledger = Ledger.open(":memory:")
    ledger.close()
    ledger.close()
    with pytest.raises(LedgerTrouble, match="closed"):
        ledger.counts()


def test_a_trouble_travels_between_processes(tmp_path: Path) -> None:
    with pytest.raises(LedgerTrouble) as caught:
        Ledger.open(tmp_path)
    assert pickle.loads(pickle.dumps(caught.value)).trouble == caught.value.trouble
