"""What can be wrong with the file, in one clear line each; nothing that is no ledger is ever touched."""
from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from factories import a_pair, fill, pairs

import diurna
from diurna.record import Ledger, LedgerTrouble, verify
from diurna.record.store import Row, Store


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


def test_a_ledger_that_nothing_went_into_leaves_no_file(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert (ledger.counts().reports, list(ledger.pairs()), verify(ledger)) == (0, [], [])
        assert os.listdir(tmp_path) == []
        assert ledger.append(*a_pair())
        assert "a.db" in os.listdir(tmp_path)
    with Ledger.open(tmp_path / "a.db", writable=False) as ledger:
        assert ledger.counts().reports == 1


def test_a_ledger_that_another_process_makes_first_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Ledger.open(path) as ledger:
        fill(path, pairs(2))
        assert not ledger.append(*a_pair(1))
        assert ledger.append(*a_pair(2))
        assert ledger.counts().reports == 3


def test_a_ledger_that_is_just_being_made_is_not_taken_for_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the questions what the file is, another process writes its first report."""
    path, ask = tmp_path / "a.db", Store.ask
    path.touch()

    def interrupted(store: Store, sql: str, *values: object) -> list[Row]:
        answer = ask(store, sql, *values)
        if sql == "PRAGMA application_id":
            monkeypatch.setattr(Store, "ask", ask)
            with suppress(LedgerTrouble), Ledger.open(path, wait_s=0.01) as other:
                other.append(*a_pair(0))
        return answer

    monkeypatch.setattr(Store, "ask", interrupted)
    with Ledger.open(path) as ledger:
        assert ledger.append(*a_pair(1))


def test_a_folder_that_may_not_be_written_is_said_before_anything_is_read(read_only: Path) -> None:
    def refused() -> bool:
        try:
            Ledger.open(read_only.with_name("new.db"))
        except LedgerTrouble as error:
            return error.trouble.code == "D204"
        return False

    assert as_nobody(refused) == 0


def test_open_ledger_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(LedgerTrouble, match="D204"):
        diurna.open_ledger(tmp_path / "nope.db")
    assert os.listdir(tmp_path) == []


def test_open_ledger_opens_what_was_written(five: Path) -> None:
    with diurna.open_ledger(five) as ledger:
        assert ledger.counts().reports == 5


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
