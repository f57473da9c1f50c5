from __future__ import annotations

import sys
from pathlib import Path

import pytest
import scenes
from running import Ended, Run

from diurna.views.cli import main


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with all scenes; only to be looked at."""
    path = tmp_path_factory.mktemp("held") / "held.db"
    scenes.fill(path)
    return path


@pytest.fixture
def diurna(capfdbinary: pytest.CaptureFixture[bytes], held: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in this process, in an empty folder, with the ledger of all scenes in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIURNA_LEDGER", str(held))

    def run(*arguments: str) -> Ended:
        capfdbinary.readouterr()
        code = main(arguments)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode("utf-8"), err.decode("utf-8"))

    return run
