"""Who names the cause of a trouble blames whose it is: statements made by hand, no model stands behind these."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.did.blame import blames, breaches
from diurna.reading.did.proposal import Told
from diurna.reading.did.word import Sayings
from diurna.reading.document import Document
from diurna.words import Form, Source, Statement

Parse = Callable[..., Document]


def blamed(document: Document, source: str = "Chad", by: Callable[..., list[Told]] = blames) -> list[list[str]]:
    """Whom the sentence blames, where all of it but its source is that source's statement."""
    text = document.report.text
    start = text.index(source)
    spans = ((start, start + len(source)),)
    statement = Statement(id="s", report="r", form=Form.INDIRECT, source=Source(spans), cue=(), content=((spans[0][1], len(text)),))
    sentence = next(document.sentences())
    return [[text[a:b] for a, b in p.recipients] for p, _ in by(Sayings.of((statement,)), sentence)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        pytest.param("Chad said the famine was due to the fact that Libya and its allies had closed the road.", ["Libya", "its allies"],
                     id="who does it in the clause"),
        pytest.param("Chad said the hunger was caused by Libya's siege.", ["Libya"], id="whose deed it is"),
        pytest.param("Chad said the crisis stemmed from the refusal of Libya to open the road.", ["Libya"], id="of whom it is"),
        pytest.param("Chad said the delay was the fault of the Libyan delegation.", ["the Libyan delegation"], id="the body itself"),
    ],
)  # fmt: skip
def test_the_cause_of_a_trouble_is_blamed(document: Parse, text: str, whom: list[str]) -> None:
    assert blamed(document(text)) == [whom]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chad said the harvest was due to the rain.", id="no trouble"),
        pytest.param("Chad said the famine was due to the drought.", id="nobody's doing"),
        pytest.param("Chad said the famine was not caused by Libya.", id="not the cause"),
    ],
)
def test_nobody_is_blamed(document: Parse, text: str) -> None:
    assert blamed(document(text)) == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        pytest.param("Chad spoke of Libya's open sabotage of the treaty.", [["Libya"]], id="whose breach it is"),
        pytest.param("Chad spoke of the violation of the treaty.", [], id="nobody's"),
        pytest.param("Chad spoke of Libya's violation of its airspace.", [], id="no accord"),
    ],
)
def test_who_calls_an_accord_broken_blames_whose_breach_it_is(document: Parse, text: str, whom: list[list[str]]) -> None:
    assert blamed(document(text), by=breaches) == whom
