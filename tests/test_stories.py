"""The stories: a report, and what must come out of it (stories/README.md)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import diurna

STORIES = Path(__file__).parent / "stories"
NOT_YET = frozenset((STORIES / "not-yet.txt").read_text(encoding="utf-8").split())
"""Rows that the reader does not get yet. One that it comes to get fails here until its line is taken out."""
SHARE = 0.75
"""Of all rows, how many must hold: the list of those that do not may not grow beyond a quarter."""
Row = dict[str, Any]


@cache
def record(path: Path) -> Row:
    return diurna.read(path).to_dict()


def expectations() -> list[Any]:
    out = []
    for told in sorted(STORIES.glob("*.toml")):
        report = next(p for p in (told.with_suffix(s) for s in (".txt", ".jsonl", ".html")) if p.exists())
        for what, rows in tomllib.loads(told.read_text(encoding="utf-8")).items():
            for n, row in enumerate(rows, 1):
                name = f"{told.stem}-{what}-{n}"
                marks = [pytest.mark.xfail(reason="not read yet: stories/not-yet.txt", strict=True)] if name in NOT_YET else []
                out.append(pytest.param(report, what, row, id=name, marks=marks))
    return out


def test_most_rows_hold() -> None:
    names = {p.id for p in expectations()}
    assert names >= NOT_YET, "not-yet.txt names rows that are not there"
    assert len(names) - len(NOT_YET) >= SHARE * len(names)


@pytest.mark.parametrize(("report", "what", "row"), expectations())
def test_story(report: Path, what: str, row: Row) -> None:
    got = record(report)
    text = {r["id"]: r["text"] for r in got["reports"]}
    if what == "act":
        assert any(matches(row, a, text[a["report"]]) for a in got["acts"]), shown(got["acts"])
    elif what == "no_act":
        assert not any(matches(row, a, text[a["report"]]) for a in got["acts"]), shown(got["acts"])
    elif what == "statement":
        assert any(said(row, s, got, text[s["report"]]) for s in got["statements"]), got["statements"]
    else:
        assert what == "one_actor"
        named = {a["id"] for a in got["actors"] if set(row["names"]) & {a["name"], *a["mentions"]}}
        assert len(named) == 1


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


def shown(acts: list[Row]) -> str:
    return "\n".join(
        f"{a['kind']} {a['modality']} {names(a['actors'])} -> {names(a['recipients'])} | {a['evidence'][0]['words']}" for a in acts
    )
