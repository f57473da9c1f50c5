"""A file with these words, and the report of it."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diurna.intake import take
from diurna.words import Report

File = Callable[..., Path]


@pytest.fixture
def file(tmp_path: Path) -> File:
    """Writes a file: its name, and its words or bytes."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def report(file: File) -> Callable[..., Report]:
    """The one report of a file with these words, taken in without any trouble."""

    def read(content: str | bytes, name: str = "report.txt") -> Report:
        [item] = take([file(name, content)])
        assert isinstance(item, Report), item
        return item

    return read
