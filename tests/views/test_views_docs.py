"""docs/record.md: every key that the JSON has, and every column of the CSV; and the shape that DESIGN.md promises."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from running import Run

from diurna.record import Ledger, record_of

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
LISTS = ("reports", "statements", "nested_statements", "acts", "actors", "occurrences", "disputes", "stories", "matters")
PROMISED: dict[str, Any] = {
    "reports": {"id", "name", "title", "language", "outlet", "published", "credits", "digest", "text"},
    "statements": {"id", "report", "form", "source", "cue", "content"},
    "source": {"spans", "actor"},
    "cue": {"spans"},
    "acts": {"id", "report", "kind", "plover", "modality", "condition", "actors", "recipients", "matter", "place", "when",
             "on_word_of", "evidence", "confidence"},
    "party": {"id", "name", "text", "country", "sector"},
    "place": {"name", "country", "lat", "lon"},
    "when": {"from", "to", "precision", "words", "inferred"},
    "hop": {"name", "role", "start", "end"},
    "evidence": {"start", "end", "words"},
    "actors": {"id", "name", "type", "mentions", "country", "sector", "office"},
}
"""The keys of DESIGN.md, "The public shape": checks outside read them."""


@pytest.fixture(scope="module")
def record(held: Path) -> dict[str, Any]:
    with Ledger.open(held, writable=False) as ledger:
        return json.loads(record_of(ledger).to_json())  # type: ignore[no-any-return]


def keys_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_in(inner)


def documented() -> set[str]:
    return set(re.findall(r"`([a-z_]+)`", PAGE)) | set(re.findall(r'"([a-z_]+)"', PAGE))


def test_every_key_of_the_record_is_documented(record: dict[str, Any]) -> None:
    assert set(keys_in(record)) <= documented()


@pytest.mark.parametrize("command", [("timeline",), ("verify",), ("explain",)])
def test_every_key_of_a_command_is_documented(diurna: Run, command: tuple[str, ...], record: dict[str, Any]) -> None:
    act = [record["acts"][0]["id"]] if command == ("explain",) else []
    assert set(keys_in(json.loads(diurna(*command, *act, "--json").out))) <= documented()


@pytest.mark.parametrize("name", ["acts", "statements", "actors", "reports"])
def test_every_column_is_documented(held: Path, name: str) -> None:
    with Ledger.open(held, writable=False) as ledger:
        columns = getattr(record_of(ledger), name).columns
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {name} | `id`"))
    assert re.findall(r"`([a-z_]+)`", row) == list(columns)


def test_the_record_has_its_lists_in_order(record: dict[str, Any]) -> None:
    assert tuple(record) == LISTS


@pytest.mark.parametrize("name", ["reports", "statements", "acts", "actors"])
def test_rows_have_the_promised_keys(record: dict[str, Any], name: str) -> None:
    assert record[name]
    assert all(set(row) >= PROMISED[name] for row in record[name])


def test_parts_have_the_promised_keys(record: dict[str, Any]) -> None:
    acts = record["acts"]
    parts = [("party", party) for act in acts for party in act["actors"] + act["recipients"]]
    parts += [("place", act["place"]) for act in acts if act["place"]] + [("when", act["when"]) for act in acts if act["when"]]
    parts += [("hop", hop) for act in acts for hop in act["on_word_of"]]
    parts += [("evidence", one) for act in acts for one in act["evidence"]]
    parts += [(name, one[name]) for one in record["statements"] for name in ("source", "cue")]
    assert {name for name, _ in parts} == {"party", "place", "when", "hop", "evidence", "source", "cue"}
    assert all(set(part) >= PROMISED[name] for name, part in parts)
