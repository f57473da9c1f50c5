"""The rooms and who may import whom (docs/rooms.md): a stage knows the stages before it, never those after."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "diurna"
MAY = {
    "words": {"words"},
    "intake": {"intake", "words"},
    "reading": {"reading", "words"},
    "record": {"record", "words"},
    "views": {"views", "words", "record", "pipeline", "__init__", "intake", "reading"},
    "pipeline": {"words", "intake", "reading", "record"},
    "__init__": {"words", "pipeline", "reading", "record"},
    "__main__": {"views"},
}


def room_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else path.stem


def imported(path: Path) -> set[str]:
    """The rooms that a module imports, wherever in it the import stands."""
    out = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "diurna" else [f"diurna.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        for name in names:
            if name == "diurna":
                out.add("__init__")
            elif name.startswith("diurna."):
                room = name.split(".")[1]
                out.add(room if (SOURCE / room).is_dir() or (SOURCE / f"{room}.py").exists() else "__init__")
    return out


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_room_imports_only_the_rooms_before_it(path: Path) -> None:
    room = room_of(path)
    assert imported(path) <= MAY[room], f"{room} may import {sorted(MAY[room])}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_another_room_is_entered_by_its_door(path: Path) -> None:
    """`from diurna.record import …`, not from a module inside it."""
    room = room_of(path)
    froms = [n.module for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ImportFrom) and n.module]
    inside = [name for name in froms if name.startswith("diurna.") and name.count(".") > 1 and name.split(".")[1] != room]
    assert inside == []


def test_the_rule_can_fail(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("def f():\n    from diurna.record import Ledger\n")
    assert not imported(wrong) <= MAY["intake"]


def test_only_the_pipeline_appends_to_the_ledger() -> None:
    appending = {room_of(p) for p in MODULES if room_of(p) != "record" and "ledger.append(" in p.read_text(encoding="utf-8")}
    assert appending == {"pipeline"}
