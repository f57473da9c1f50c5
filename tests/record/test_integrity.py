"""Every way to tamper with a ledger is found, and the first broken entry is named."""
from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from factories import a_reading, a_report, an_act, an_actor

from diurna.record import Ledger, LedgerTrouble, bodies, side_tables, verify
from diurna.record.entries import Head, head_after, seal
from diurna.record.opening import GENESIS
from diurna.words import Quote, Reading, Trouble

Change = Callable[[sqlite3.Connection], object]


def tamper(path: Path, change: Change | str) -> list[Trouble]:
    """What verify says after a change by someone who knows SQLite and takes the triggers away for it."""
    file = sqlite3.connect(path)
    triggers = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        file.execute(f"DROP TRIGGER {name}")
    if isinstance(change, str):
        file.execute(change)
    else:
        change(file)
    for _, sql in triggers:
        file.execute(sql)
    file.commit()
    file.close()
    with Ledger.open(path) as ledger:
        return verify(ledger)


def test_a_sound_ledger_has_no_troubles(five: Path) -> None:
    seen: list[int] = []
    with Ledger.open(five) as ledger:
        assert verify(ledger, seen.append) == []
    assert seen == list(range(1, 11))


def test_an_empty_ledger_has_no_troubles(ledger: Ledger) -> None:
    assert verify(ledger) == []


LONDON = "UPDATE entries SET body = CAST(replace(body, 'Moscow', 'London') AS BLOB)"


@pytest.mark.parametrize(("change", "code", "entry", "says"), [
    (f"{LONDON} WHERE number = 5", "D212", 5, "changed after it was recorded"),
    (f"{LONDON}, digest = 'x' WHERE number = 5", "D212", 5, "changed"),
    ("UPDATE entries SET subject = 'other' WHERE number = 6", "D214", 6, "does not follow from entry 5"),
    ("UPDATE entries SET kind = 'verdict' WHERE number = 6", "D214", 6, "does not follow from entry 5"),
    ("UPDATE entries SET hash = 'x' WHERE number = 6", "D214", 6, "does not follow"),
    ("UPDATE entries SET previous = 'x' WHERE number = 1", "D214", 1, "does not follow from entry 0"),
    ("UPDATE entries SET recorded_at = '1999' WHERE number = 3", "D215", 3, "time of recording"),
    ("DELETE FROM entries WHERE number = 4", "D211", 4, "entry 4 is missing"),
    ("DELETE FROM entries WHERE number IN (1, 2)", "D211", 1, "entries 1 to 2 are missing"),
    ("DELETE FROM entries WHERE number > 8", "D216", 9, "2 of 10 entries are gone"),
    ("DELETE FROM entries", "D216", 1, "10 of 10"),
    ("UPDATE head SET hash = 'x'", "D216", 10, "not the one that was recorded last"),
    ("UPDATE head SET count = 9", "D216", None, "10 entries where 9 were recorded"),
])
def test_tampering_is_found_and_named(five: Path, change: str, code: str, entry: int | None, says: str) -> None:
    first = tamper(five, change)[0]
    assert first.code == code
    assert first.where == (f"{five}, entry {entry}" if entry else str(five))
    assert says in first.what
    assert first.lost


def test_entries_that_changed_places(five: Path) -> None:
    def swap(file: sqlite3.Connection) -> None:
        for old, new in ((3, 99), (5, 3), (99, 5)):
            file.execute("UPDATE entries SET number = ? WHERE number = ?", (new, old))

    first = tamper(five, swap)[0]
    assert (first.code, first.where) == ("D214", f"{five}, entry 3")
    assert "2 more entries" in first.what or "3 more entries" in first.what


def test_a_removed_entry_is_not_hidden_by_new_numbers(five: Path) -> None:
    def close_the_gap(file: sqlite3.Connection) -> None:
        file.execute("DELETE FROM entries WHERE number = 4")
        file.execute("UPDATE entries SET number = -number WHERE number > 4")
        file.execute("UPDATE entries SET number = -number - 1 WHERE number < 0")

    found = tamper(five, close_the_gap)
    assert (found[0].code, found[0].where) == ("D214", f"{five}, entry 4")
    assert any(one.code == "D216" for one in found)


def test_several_broken_entries_are_counted(five: Path) -> None:
    found = tamper(five, f"{LONDON} WHERE number IN (3, 5, 7)")
    assert found[0].where == f"{five}, entry 3"
    assert "(and 2 more entries like it)" in found[0].what


@pytest.mark.parametrize("change", [
    "UPDATE held SET acts = 7 WHERE name = CAST('wire-0002.txt' AS BLOB)",
    "UPDATE about SET value = 'promise' WHERE facet = 'kind'",
    "INSERT INTO about VALUES ('nobody', 'kind', 'promise')",
    "DELETE FROM actors",
])
def test_a_side_table_that_differs_is_a_note(five: Path, change: str) -> None:
    (note,) = tamper(five, change)
    assert (note.code, note.lost) == ("D219", False)
    with Ledger.open(five) as ledger:
        ledger.rebuild()
        assert verify(ledger) == []


def test_a_guard_that_was_taken_away_is_a_note(five: Path) -> None:
    file = sqlite3.connect(five)
    file.execute("DROP TRIGGER entries_are_never_removed")
    file.execute("CREATE TABLE mine (a)")
    file.close()
    with Ledger.open(five) as ledger:
        gone, added = verify(ledger)
    assert gone.what.endswith("it lacks its own trigger entries_are_never_removed")
    assert added.what.endswith("it holds a foreign table mine")
    assert not gone.lost


def test_a_damaged_page_is_said_plainly(five: Path) -> None:
    with five.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 2000)
    try:
        with Ledger.open(five) as ledger:
            found = verify(ledger)
    except LedgerTrouble as trouble:
        found = [trouble.trouble]
    assert "D208" in [one.code for one in found]


class TestWhatTheLinesRestOn:
    """Entries whose seals are sound, as a faulty program would have written them."""

    def forged(self, ledger: Ledger, *entries: tuple[str, str, bytes]) -> list[Trouble]:
        head = Head(0, GENESIS, GENESIS)
        with ledger.store.writing():
            for kind, subject, body in entries:
                ledger._add(kind, subject, body)
                head = head_after(seal(head, kind, subject, body, "2022"))
        return [one for one in verify(ledger) if one.code != "D219"]

    def test_words_that_are_not_in_the_text(self, ledger: Ledger) -> None:
        report = a_report()
        act = an_act(report, an_actor(), evidence=(Quote(0, 6, "Lavrov"),))
        reading = a_reading(report, acts=(act,))
        (found,) = self.forged(ledger, ("report", report.id, bodies.encode(report)),
                               ("reading", report.id, bodies.encode(reading)))
        assert (found.code, found.where) == ("D217", ":memory:, entry 2")
        assert f"the words of act {act.id} are not in the stored text at 0:6: 'Lavrov'" in found.what

    def test_a_text_that_is_not_that_of_the_digest(self, ledger: Ledger) -> None:
        report = a_report(digest="sha256:0")
        (found,) = self.forged(ledger, ("report", report.id, bodies.encode(report)),
                               ("reading", report.id, bodies.encode(Reading(report=report.id))))
        assert found.code == "D217"
        assert "digest" in found.what

    def test_a_reading_of_a_report_that_is_not_held(self, ledger: Ledger) -> None:
        (found,) = self.forged(ledger, ("reading", "nobody", bodies.encode(Reading(report="nobody"))))
        assert (found.code, found.where) == ("D218", ":memory:, entry 1")

    def test_a_report_without_its_reading(self, ledger: Ledger) -> None:
        report = a_report()
        (found,) = self.forged(ledger, ("report", report.id, bodies.encode(report)))
        assert (found.code, found.where) == ("D218", ":memory:, entry 1")

    @pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"id":1}', b"\xff", b'{"acts":7,"report":"x"}'])
    def test_a_body_that_is_none(self, ledger: Ledger, body: bytes) -> None:
        report = a_report()
        (found,) = self.forged(ledger, ("report", report.id, bodies.encode(report)), ("reading", report.id, body))
        assert (found.code, found.where) == ("D213", ":memory:, entry 2")

    def test_a_kind_of_entry_of_a_later_version_is_let_be(self, ledger: Ledger) -> None:
        assert self.forged(ledger, ("verdict", "x", b"{}")) == []


REST = "recorded_at, body, digest, previous, hash, stamp FROM entries"


@pytest.mark.parametrize("change", [
    "UPDATE entries SET body = x'00' WHERE number = 1",
    "DELETE FROM entries WHERE number = 10",
    f"INSERT OR REPLACE INTO entries SELECT number, kind, 'x', {REST} WHERE number = 5",
    f"INSERT OR REPLACE INTO entries SELECT 11, kind, subject, {REST} WHERE number = 1",
    f"INSERT INTO entries SELECT 99, 'verdict', subject, {REST} WHERE number = 1",
])
def test_the_file_itself_forbids_changes(five: Path, change: str) -> None:
    """To any program, through the triggers, without diurna."""
    file = sqlite3.connect(five)
    with pytest.raises(sqlite3.IntegrityError, match="entry"):
        file.execute(change)
    file.close()
    with Ledger.open(five) as ledger:
        assert verify(ledger) == []


def test_side_rows_are_given_in_the_order_of_their_keys(five: Path) -> None:
    with Ledger.open(five) as ledger:
        for report_entry, reading_entry in side_tables.entry_numbers(ledger.store, side_tables.Wanted()):
            report = bodies.decode(ledger.entry(report_entry).body, a_report().__class__)
            reading = bodies.decode(ledger.entry(reading_entry).body, Reading)
            rows = side_tables.derive(report, reading, report_entry, reading_entry)
            assert rows == side_tables.stored(ledger.store, report.id)
