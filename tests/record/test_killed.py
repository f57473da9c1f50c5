"""Killed at any moment, full, locked, read at once by two: whole reports only, and running again completes it."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from factories import a_pair, fill, pairs

from diurna.record import Ledger, LedgerTrouble, verify
from diurna.record import ledger as ledger_module

TESTS = Path(__file__).parents[1]
MANY = 200

APPEND = """
import sys
from factories import a_pair
from diurna.record import Ledger
with Ledger.open(sys.argv[1]) as ledger:
    for number in map(int, range(int(sys.argv[2]), int(sys.argv[3]))):
        print(number, ledger.append(*a_pair(number)), flush=True)
"""
KILLED_BETWEEN_ENTRIES = """
import os, signal, sys
from factories import a_pair
from diurna.record import Ledger
times = iter(range(1000))
def clock():
    if next(times) == 5:  # the reading of the third report: its report is written, the transaction is open
        os.kill(os.getpid(), signal.SIGKILL)
    return "2022-05-01T00:00:00.000000Z"
with Ledger.open(sys.argv[1], clock=clock) as ledger:
    for number in range(10):
        ledger.append(*a_pair(number))
"""
FULL = """
import resource, sys
from factories import a_pair
from diurna.record import Ledger, LedgerTrouble
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
try:
    with Ledger.open(sys.argv[1]) as ledger:
        for number in range(1000):
            ledger.append(*a_pair(number))
            done = number
except LedgerTrouble as trouble:
    print(trouble.trouble.code, trouble)
"""


def python(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process that runs the code."""
    path = os.pathsep.join([str(TESTS), str(TESTS.parent / "src")])
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE,
                            text=True, env={**os.environ, "PYTHONPATH": path})


def assert_whole(path: Path) -> int:
    """The ledger is sound and every report has its reading; how many there are."""
    with Ledger.open(path) as ledger:
        assert verify(ledger) == []
        reports = [report.id for report in ledger.reports()]
        assert [reading.report for reading in ledger.readings()] == reports
        return len(reports)


def test_killed_while_appending(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    child = python(APPEND, path, 0, MANY)
    assert child.stdout
    for line in child.stdout:
        if int(line.split()[0]) == 20:
            break
    time.sleep(0.003)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    kept = assert_whole(path)
    assert 21 <= kept < MANY
    assert fill(path, pairs(MANY)) == MANY - kept
    assert assert_whole(path) == MANY


def test_killed_between_a_report_and_its_reading(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    child = python(KILLED_BETWEEN_ENTRIES, path)
    child.communicate()
    assert child.returncode == -signal.SIGKILL
    assert assert_whole(path) == 2
    assert fill(path, pairs(10)) == 8


def test_two_processes_append_at_once(tmp_path: Path) -> None:
    """Each the same reports and some of its own; a report that both have is added once."""
    path = tmp_path / "both.db"
    children = [python(APPEND, path, 0, 60), python(APPEND, path, 30, 90)]
    said = [child.communicate()[0] for child in children]
    assert [child.returncode for child in children] == [0, 0]
    assert sum(text.count("True") for text in said) == 90
    assert assert_whole(path) == 90


def test_a_report_that_another_process_added_a_moment_ago_is_not_added_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the first look and the transaction."""
    path, check = tmp_path / "both.db", ledger_module.check_fit

    def slow(*pair: Any) -> tuple[bytes, bytes]:
        monkeypatch.setattr(ledger_module, "check_fit", check)
        fill(path, [a_pair()])
        return check(*pair)

    monkeypatch.setattr(ledger_module, "check_fit", slow)
    with Ledger.open(path) as ledger:
        assert not ledger.append(*a_pair())
    assert assert_whole(path) == 1


def test_a_full_disk_is_said_plainly_and_leaves_whole_reports(tmp_path: Path) -> None:
    path = tmp_path / "full.db"
    child = python(FULL, path)
    said, _ = child.communicate()
    assert said.startswith("D205")
    assert "full" in said
    kept = assert_whole(path)
    assert kept > 0
    assert fill(path, pairs(kept + 5)) == 5


def test_a_full_database_is_said_plainly(tmp_path: Path) -> None:
    path = tmp_path / "full.db"
    with Ledger.open(path) as ledger:
        ledger.append(*a_pair(0))
        ((pages,),) = ledger.store.ask("PRAGMA page_count")
        ledger.store.ask(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LedgerTrouble) as caught:
            sum(ledger.append(report, reading) for report, reading in pairs(50))
        assert caught.value.trouble.code == "D205"
    assert assert_whole(path) >= 1


def test_a_locked_ledger_is_said_plainly(tmp_path: Path) -> None:
    path = tmp_path / "locked.db"
    fill(path, [a_pair(0)])
    with Ledger.open(path) as one, Ledger.open(path, wait_s=0.05) as other:
        with one.store.writing(), pytest.raises(LedgerTrouble, match="locked"):
            other.append(*a_pair(1))
        assert other.append(*a_pair(1))


def test_a_snapshot_does_not_see_what_others_append(tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    with Ledger.open(path) as one, Ledger.open(path) as other:
        one.append(*a_pair(0))
        with one.snapshot():
            assert one.counts().reports == 1
            other.append(*a_pair(1))
            assert len(list(one.pairs())) == 1
        assert one.counts().reports == 2
