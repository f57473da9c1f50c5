"""What the tests of intake speak in: a file with these words, what is taken from it, what is marked in it."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diurna.intake import take
from diurna.words import Absent, Report, Trouble

SHARED = Path(__file__).parents[3] / "shared"
SENTENCE = (
    "The mayor of Karsh said on Tuesday that the road out of the town would stay closed until both sides agreed on who may "
    "use it and at what hours."
)
"""A running paragraph that is nobody's."""

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


def reports(items: object) -> list[Report]:
    return [item for item in items if isinstance(item, Report)]  # type: ignore[attr-defined]


def codes(items: object) -> list[str]:
    return [item.code for item in items if isinstance(item, Trouble)]  # type: ignore[attr-defined]


def marked(report: Report, kind: str) -> list[str]:
    """The words marked as this kind of furniture."""
    return [report.text[m.start : m.end] for m in report.furniture if m.kind == kind]


def read_words(report: Report) -> str:
    """What is left to read: captions stay, their credits do not."""
    aside = {n for m in report.furniture if m.kind != "caption" for n in range(m.start, m.end)}
    return "".join(c for n, c in enumerate(report.text) if n not in aside)


def credits(report: Report) -> list[tuple[str, str]]:
    for credit in report.credits:
        if not isinstance(credit.quote, Absent):
            assert report.text[credit.quote.start : credit.quote.end] == credit.quote.words
    return [(credit.name, credit.role.value) for credit in report.credits]
