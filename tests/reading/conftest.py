"""A report from a few words, for tests of the reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading import Configuration, read_report
from diurna.reading.document import Document
from diurna.reading.parse import parse
from diurna.words import NOT_STATED, Published, Reading, Report, digest_of


def report_of(text: str, published: str = "") -> Report:
    """A report that says nothing of itself but its text and, when given, its date."""
    dated = Published(published, "the test") if published else NOT_STATED
    return Report(id="r", name="r.txt", place="r.txt", text=text, digest=digest_of(text), language="en", published=dated)


@pytest.fixture
def document() -> Callable[..., Document]:
    return lambda text, published="": parse(report_of(text, published))


@pytest.fixture
def reading() -> Callable[..., Reading]:
    return lambda text, published="", reader="tagger": read_report(report_of(text, published), Configuration(reader))
