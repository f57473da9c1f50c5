from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import fill, pairs

from diurna.record import Ledger


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """An empty ledger in memory."""
    with Ledger.open(":memory:") as opened:
        yield opened


@pytest.fixture
def five(tmp_path: Path) -> Path:
    """A ledger file that holds five reports: ten entries."""
    path = tmp_path / "five.db"
    fill(path, pairs(5))
    return path
