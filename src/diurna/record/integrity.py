"""Whether a ledger still holds what was once written into it, and whether every line still stands on its words."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from diurna.record import bodies, schema, side_tables
from diurna.record.entries import Entry, Head, digest_of_body, hash_of, head_after, stamp_of
from diurna.record.fitness import faults_of
from diurna.record.ledger import Ledger
from diurna.record.ledger_trouble import LedgerTrouble
from diurna.record.opening import GENESIS
from diurna.record.store import Store
from diurna.words import Reading, Report, Trouble

RESTORE = "The entries before it are whole. Restore the ledger from a copy, or read the reports into a new one."
REBUILD = "The entries are not touched by this: rebuild the side tables with Ledger.rebuild()."
GUARDS = "Restore the ledger from a copy if you did not change it yourself; the checks above say whether entries suffered."


class Fault(Struct, frozen=True):
    """What is wrong at one entry."""

    number: int
    code: str
    what: str


def verify(ledger: Ledger, each: Callable[[int], object] | None = None) -> list[Trouble]:
    """Everything that is wrong with a ledger; empty for a sound one.

    Checks the file's pages, the numbers, digests and both chains of the entries, the end against the head, that every span
    cuts its own words out of the stored text and every text has its digest, that every line's report is held, the side
    tables and the guards. Of faults of one sort the first entry is named, and how many more there are; the first broken
    entry of all comes first. Troubles with ``lost=False`` touch no entry.

    each: called with the number of each entry that is done, for a progress bar. Raises nothing for a damaged ledger.
    """
    troubles: list[Trouble] = []
    try:
        with ledger.snapshot():
            troubles += _summed_up(ledger, _entry_faults(ledger, each or (lambda number: None)))
            troubles += _end(ledger)
            troubles += _side_tables(ledger)
            troubles += _guards(ledger.store)
            troubles += _pages(ledger.store)
    except LedgerTrouble as error:
        troubles.append(error.trouble)
    return troubles


def _summed_up(ledger: Ledger, faults: Iterator[Fault]) -> list[Trouble]:
    """One trouble for each sort of fault: the first, and how many more."""
    first: dict[str, Fault] = {}
    more: dict[str, int] = {}
    for fault in faults:
        first.setdefault(fault.code, fault)
        more[fault.code] = more.get(fault.code, -1) + 1
    return [
        Trouble(code, f"{ledger.where}, entry {fault.number}", fault.what + _more(more[code]), RESTORE)
        for code, fault in first.items()
    ]


def _more(count: int) -> str:
    return f" (and {count} more {'entry' if count == 1 else 'entries'} like it)" if count else ""


def _entry_faults(ledger: Ledger, each: Callable[[int], object]) -> Iterator[Fault]:
    """At most one fault for each entry, in their order."""
    contents = Contents(ledger)
    before = Head(0, GENESIS, GENESIS)
    for entry in ledger.entries():
        try:
            fault = _seal_fault(entry, before) or contents.fault(entry)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            fault = Fault(entry.number, "D213", f"the {_of(entry)} cannot be read: {error}")
        if fault:
            yield fault
        before = head_after(entry)
        each(entry.number)


def _of(entry: Entry) -> str:
    return f"{entry.kind} of {entry.subject}" if entry.kind != "report" else f"report {entry.subject}"


def _seal_fault(entry: Entry, before: Head) -> Fault | None:
    """What is wrong with the seal of an entry that follows `before`."""
    number, due = entry.number, before.count + 1
    if number != due:
        gone = f"entry {due} is" if number == due + 1 else f"entries {due} to {number - 1} are"
        return Fault(due, "D211", f"{gone} missing: entry {number} comes after entry {before.count}")
    if entry.digest != digest_of_body(entry.body):
        return Fault(number, "D212", f"the {_of(entry)} was changed after it was recorded: its digest is another")
    own = hash_of(entry.previous, number, entry.kind, entry.subject, entry.digest)
    if entry.previous != before.hash or entry.hash != own:
        what = f"the {_of(entry)} does not follow from entry {before.count}: it was changed, moved or replaced"
        return Fault(number, "D214", what)
    if entry.stamp != stamp_of(before.stamp, entry.hash, entry.recorded_at):
        return Fault(number, "D215", f"the time of recording of the {_of(entry)} was changed ({entry.recorded_at})")
    return None


class Contents:
    """Checks what entries hold, one after the other; keeps the last report, since its reading comes next."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.report: Report | None = None

    def fault(self, entry: Entry) -> Fault | None:
        """The first fault in an entry with a sound seal. Kinds of entry that this version does not know are let be."""
        if entry.kind == "report":
            self.report = bodies.decode(entry.body, Report)
            what = next(faults_of(self.report, Reading(report=self.report.id)), None)
            if what is None and self.report.id != entry.subject:
                what = f"it holds another report ({self.report.id})"
            return self._told(entry, what)
        if entry.kind != "reading":
            return None
        report = self._report(entry.subject)
        if report is None:
            return Fault(entry.number, "D218", f"the report that this reading is of is not held ({entry.subject})")
        return self._told(entry, next(faults_of(report, bodies.decode(entry.body, Reading)), None))

    def _told(self, entry: Entry, what: str | None) -> Fault | None:
        if what is None:
            return None
        name = self.report.name if self.report else entry.subject
        return Fault(entry.number, "D217", f"in the {entry.kind} of {name}, {what}")

    def _report(self, subject: str) -> Report | None:
        if self.report is None or self.report.id != subject:
            rows = self.ledger.store.ask("SELECT body FROM entries WHERE subject = ? AND kind = 'report'", subject)
            self.report = bodies.decode(rows[0][0], Report) if rows else None
        return self.report


def _end(ledger: Ledger) -> Iterator[Trouble]:
    """Whether the ledger ends where its head says, and with a whole report."""
    head = ledger.head()
    ((count, last),) = ledger.store.ask("SELECT count(*), ifnull(max(number), 0) FROM entries")
    where, what = f"{ledger.where}, entry {last}", None
    if last < head.count:
        missing = head.count - last
        where = f"{ledger.where}, entry {last + 1}"
        what = f"the end is missing: {missing} of {head.count} entries {'is' if missing == 1 else 'are'} gone"
    elif count != head.count:
        where, what = ledger.where, f"holds {count} entries where {head.count} were recorded"
    elif count and (ledger.entry(last).hash, ledger.entry(last).stamp) != (head.hash, head.stamp):
        what = "the last entry is not the one that was recorded last"
    if what:
        yield Trouble("D216", where, what, RESTORE)
    yield from _without_reading(ledger)


def _without_reading(ledger: Ledger) -> Iterator[Trouble]:
    """A report and its reading are written at once, so a report alone has lost its reading."""
    ((number, reports),) = ledger.store.ask(
        "SELECT min(number), count(*) FROM entries AS one WHERE kind = 'report' AND NOT EXISTS"
        " (SELECT 1 FROM entries WHERE subject = one.subject AND kind = 'reading')"
    )
    if reports:
        what = f"the reading of this report is gone{_more(reports - 1)}"
        yield Trouble("D218", f"{ledger.where}, entry {number}", what, RESTORE)


def _side_tables(ledger: Ledger) -> Iterator[Trouble]:
    """Whether the side tables are what the entries give."""
    store, wrong, rows = ledger.store, 0, [0, 0, 0]
    newest = store.stream(
        "SELECT one.number, max(two.number) FROM entries AS one JOIN entries AS two"
        " ON two.subject = one.subject AND two.kind = 'reading' WHERE one.kind = 'report' GROUP BY one.number"
    )
    for report_entry, reading_entry in newest:
        try:
            report = bodies.decode(ledger.entry(report_entry).body, Report)
            reading = bodies.decode(ledger.entry(reading_entry).body, Reading)
            right = side_tables.derive(report, reading, report_entry, reading_entry)
        except (ValueError, TypeError, KeyError, AttributeError):
            continue  # told already, as a fault of the entry
        wrong += right != side_tables.stored(store, report.id)
        rows = [sum(pair) for pair in zip(rows, map(len, (right.held, right.about, right.actors)), strict=True)]
    extra = [store.ask(f"SELECT count(*) FROM {name}")[0][0] for name in schema.SIDE_TABLE_NAMES] != rows
    if wrong or extra:
        which = f"differ from the entries for {wrong} of the reports" if wrong else "hold rows that no entry gives"
        what = f"the side tables {which}"
        yield Trouble("D219", ledger.where, what, REBUILD, lost=False)


def _guards(store: Store) -> Iterator[Trouble]:
    """Whether the tables and triggers are those that this version makes."""
    there = {schema.shape(sql) for (sql,) in store.ask("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    gone = sorted(_title(statement) for statement in _made() - there)
    added = sorted(_title(statement) for statement in there - _made())
    for title in gone:
        yield Trouble("D220", store.where, f"the file was changed by hand: it lacks its own {title}", GUARDS, lost=False)
    for title in added:
        yield Trouble("D220", store.where, f"the file was changed by hand: it holds a foreign {title}", GUARDS, lost=False)


@cache
def _made() -> frozenset[str]:
    return frozenset(schema.shape(statement) for statement in (*schema.ENTRIES, *schema.SIDE_TABLES))


def _title(statement: str) -> str:
    """'trigger entries_are_never_removed' for the statement that makes it."""
    words = statement.removeprefix("CREATE ").removeprefix("UNIQUE ").split()
    return f"{words[0].lower()} {words[1]}" if len(words) > 1 else statement


def _pages(store: Store) -> Iterator[Trouble]:
    """Whether SQLite finds the file's pages sound."""
    ((said,),) = store.ask("PRAGMA quick_check(1)")
    if said != "ok":
        do = "Restore it from a copy, or read the reports into a new ledger."
        yield Trouble("D208", store.where, f"is damaged: {said}", do)
