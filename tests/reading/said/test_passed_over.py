"""What the tagger passed over and grammar cannot mistake."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.said.passed_over import stands_untold

Documents = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Chad offers again to host the talks", ("Chad", "offers", "to host the talks")),
        ("The mayor promised to open the road.", ("The mayor", "promised", "to open the road")),
    ],
)
def test_an_undertaking_is_its_speakers_word(document: Documents, text: str, statement: tuple[str, str, str]) -> None:
    (found,) = stands_untold(document(text), [])
    assert tuple(text[slice(*spans[0])] for spans in (found.source, found.cue, found.content)) == statement


@pytest.mark.parametrize(
    "text", ["The mayor wants to open the road.", "The town offers good views.", "If Chad offers to host, they will come."]
)
def test_a_wish_a_thing_offered_and_a_supposition_are_none(document: Documents, text: str) -> None:
    assert stands_untold(document(text), []) == []
