"""How a ledger lies in its SQLite file: the entries, which are the truth, and side tables, which are only faster.

Entries are added at the end and never changed or removed. Triggers hold that against every program that opens the file;
the chain of hashes (entries.py) finds out the one that takes the triggers away first.
"""
from __future__ import annotations

APPLICATION_ID = 0x64697572
"""'diur' in ASCII, in the file's header: says that a SQLite file is one of ours."""

VERSION = 1
"""Of the entries. Raised when an older diurna could not read what a newer one writes."""

ENTRIES = (
    """CREATE TABLE entries (
        number INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        body BLOB NOT NULL,
        digest TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        stamp TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX entries_by_subject ON entries (subject, kind)",
    "CREATE UNIQUE INDEX one_entry_per_report ON entries (subject) WHERE kind = 'report'",
    """CREATE TABLE head (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        count INTEGER NOT NULL,
        hash TEXT NOT NULL,
        stamp TEXT NOT NULL
    ) STRICT""",
    """CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
        BEGIN SELECT RAISE(ABORT, 'an entry is never changed: append a correction'); END""",
    """CREATE TRIGGER entries_are_never_removed BEFORE DELETE ON entries
        BEGIN SELECT RAISE(ABORT, 'an entry is never removed: append a correction'); END""",
    # INSERT OR REPLACE removes rows without asking the trigger above, so a new entry must be the next and a new report.
    """CREATE TRIGGER entries_are_added_at_the_end BEFORE INSERT ON entries
        WHEN NEW.number IS NOT (SELECT ifnull(max(number), 0) + 1 FROM entries)
          OR (NEW.kind = 'report'
              AND EXISTS (SELECT 1 FROM entries WHERE subject = NEW.subject AND kind = 'report'))
        BEGIN SELECT RAISE(ABORT, 'an entry is only ever added at the end, a report only once'); END""",
)

SIDE_TABLES = (
    # One row a report, in the order of the public record: by name (its UTF-8 bytes), then id.
    """CREATE TABLE held (
        report TEXT PRIMARY KEY,
        name BLOB NOT NULL,
        report_entry INTEGER NOT NULL,
        reading_entry INTEGER NOT NULL,
        first_day TEXT,
        last_day TEXT,
        statements INTEGER NOT NULL,
        acts INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX held_in_order ON held (name, report)",
    # What a report is about: facet is kind, place, actor (an id) or name (the words for a party without an id).
    """CREATE TABLE about (
        report TEXT NOT NULL,
        facet TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (report, facet, value)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX about_by_value ON about (facet, value, report)",
    # Each report's view of an actor, in the order in which views of one actor are merged.
    """CREATE TABLE actors (
        actor TEXT NOT NULL,
        name BLOB NOT NULL,
        report TEXT NOT NULL,
        names TEXT NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (actor, name, report)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX actors_by_report ON actors (report)",
)
SIDE_TABLE_NAMES = ("held", "about", "actors")


def shape(statement: str) -> str:
    """A statement with its white space evened out, to compare what a file holds with what it should hold."""
    return " ".join(statement.split())
