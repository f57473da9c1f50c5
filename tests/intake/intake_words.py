"""What the tests of intake speak in: a running paragraph, what is marked in a report, what is left to read of it."""
from __future__ import annotations

from pathlib import Path

from diurna.words import Absent, Report, Trouble

SHARED = Path(__file__).parents[3] / "shared"
SENTENCE = (
    "The mayor of Karsh said on Tuesday that the road out of the town would stay closed until both sides agreed on who may "
    "use it and at what hours."
)
"""A running paragraph that is nobody's."""


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
