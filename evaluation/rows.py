"""Rows that say what must come out of a report, and whether a record holds them: those of `tests/stories`, and those of the two reports
with which diurna began, where they are present."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
"""A row as read, or a part of a record in the public shape."""


def story_rows(folder: Path) -> Iterator[tuple[str, Path, str, Row]]:
    """The rows of all stories of a folder: name, report, what the row is of (act, no_act, statement, one_actor), row."""
    for told in sorted(folder.glob("*.toml")):
        report = next(p for p in (told.with_suffix(s) for s in (".txt", ".jsonl", ".html")) if p.exists())
        for what, rows in tomllib.loads(told.read_text(encoding="utf-8")).items():
            for n, row in enumerate(rows, 1):
                yield f"{told.stem}-{what}-{n}", report, what, row


def holds(what: str, row: Row, got: Row) -> bool:
    """Whether a record holds a story's row. Raises AssertionError when the row's words are not in the report."""
    text = {r["id"]: r["text"] for r in got["reports"]}
    if what == "act":
        return any(matches(row, a, text[a["report"]]) for a in got["acts"])
    if what == "no_act":
        return not any(matches(row, a, text[a["report"]]) for a in got["acts"])
    if what == "statement":
        return any(said(row, s, got, text[s["report"]]) for key in ("statements", "nested_statements") for s in got[key])
    assert what == "one_actor", what
    return len({a["id"] for a in got["actors"] if set(row["names"]) & {a["name"], *a["mentions"]}}) == 1


def says(words: str, strings: list[str]) -> bool:
    return any(re.search(rf"\b{re.escape(words)}\b", s, re.I) for s in strings if s)


def names(parties: list[Row]) -> list[str]:
    return [p[k] for p in parties for k in ("name", "text") if p.get(k)]


def covers(spans: list[tuple[int, int]], words: str, text: str) -> bool:
    start = text.find(words)
    assert start >= 0, f"not in the report: {words!r}"
    return 2 * sum(max(0, min(e, start + len(words)) - max(s, start)) for s, e in spans) >= len(words)


def matches(row: Row, act: Row, text: str) -> bool:
    kinds = row.get("kind", act["kind"])
    place, when = act.get("place") or {}, act.get("when") or {}
    return (
        act["kind"] in ([kinds] if isinstance(kinds, str) else kinds)
        and ("actor" not in row or says(row["actor"], names(act["actors"])))
        and ("recipient" not in row or says(row["recipient"], names(act["recipients"])))
        and act["modality"] == row.get("modality", act["modality"])
        and ("words" not in row or covers([(e["start"], e["end"]) for e in act["evidence"]], row["words"], text))
        and ("when" not in row or (when.get("from") or "").startswith(row["when"]))
        and ("place" not in row or says(row["place"], [place.get("name", "")]))
        and ("via" not in row or says(row["via"], [h["name"] for h in act["on_word_of"]]))
        and act["alleged"] == row.get("alleged", act["alleged"])
        and (not row.get("conditional") or bool(act["condition"]))
    )


def said(row: Row, statement: Row, got: Row, text: str) -> bool:
    source = [text[a:b] for a, b in statement["source"]["spans"]]
    source += [a["name"] for a in got["actors"] if a["id"] == statement["source"]["actor"]]
    return (
        ("source" not in row or says(row["source"], source))
        and ("words" not in row or covers([tuple(s) for s in statement["content"]["spans"]], row["words"], text))
        and statement["form"] == row.get("form", statement["form"])
    )


def first_rows(path: Path) -> list[Row]:
    """The acts that a careful person reads out of the first two reports. Parties are patterns there, not words."""
    rows: list[Row] = json.loads(path.read_text(encoding="utf-8"))["acts"]
    return rows


def held_first(row: Row, got: Row) -> bool:
    """Whether one act of a record has all that such a row states."""
    report = next(r for r in got["reports"] if r["name"].rpartition("/")[2].startswith(row["report"]))
    return any(a["report"] == report["id"] and matches_first(row, a, report["text"]) for a in got["acts"])


def matches_first(row: Row, act: Row, text: str) -> bool:
    actors, recipients, when = names(act["actors"]), names(act["recipients"]), act.get("when") or {}
    both = actors + recipients if row.get("symmetric") else []
    return (
        act["kind"] in row["kinds"]
        and covers([(e["start"], e["end"]) for e in act["evidence"]], row["evidence"], text)
        and like(row.get("actor"), both or actors)
        and like(row.get("recipient"), both or recipients)
        and act["modality"] == row.get("modality", act["modality"])
        and row.get("when", "") in (when.get("from") or "")
        and like(row.get("place"), [(act.get("place") or {}).get("name", "")])
        and like(row.get("via"), names(act["on_word_of"]))
        and (not row.get("conditional") or bool(act["condition"]) or act["modality"] == "conditional")
    )


def like(pattern: str | None, strings: list[str]) -> bool:
    return pattern is None or any(re.search(rf"\b(?:{pattern})", s, re.I) for s in strings if s)
