"""The table of kinds, its map to PLOVER, and the manual made from it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from diurna.words import KINDS, plover_of

ROOT = Path(__file__).parent.parent.parent
EVENTS = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
    "ASSAULT".split()
)


@pytest.mark.parametrize(
    ("kind", "modality", "event"),
    [
        ("visit", "done", "CONSULT"),
        ("visit", "planned", "AGREE"),  # a promised visit is an agreement to visit, says the PLOVER manual
        ("retreat", "done", "RETREAT"),
        ("retreat", "planned", "CONCEDE"),
        ("accuse", "planned", "ACCUSE"),
        ("assert", "done", ""),
        ("promise", "done", "AGREE"),
        ("propose", "done", "REQUEST"),
    ],
)
def test_the_map_to_plover(kind: str, modality: str, event: str) -> None:
    assert plover_of(kind, modality) == event


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda k: k.name)
def test_every_kind_is_explained(kind) -> None:
    assert {kind.plover, kind.planned} <= EVENTS | {""}
    assert len(kind.examples) == 3
    assert all(e.count("*") >= 2 for e in kind.examples), "an example marks its trigger"
    assert kind.line
    assert kind.means.endswith(".")
    assert kind.verbs


def test_the_manual_is_made_from_the_table() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "kinds_page.py"), "--check"], check=False)
    assert done.returncode == 0, "run: python tools/kinds_page.py"
