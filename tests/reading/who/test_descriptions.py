"""Whom a description means: somebody named before only where the words say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.who import Who, find_actors

Parse = Callable[..., Document]
DAY = "2022-05-01"


def meant(who: Who, text: str, words: str) -> str:
    """The name of the actor that the last place of some words means; empty for none."""
    at = text.rindex(words)
    return who.named(who.resolve(at, at + len(words)).actor)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Russian diplomat", "Sergei Lavrov"),
        ("A Russian diplomat", ""),
        ("Another Russian diplomat", ""),
        ("One Russian diplomat", ""),
        ("Russian diplomat", ""),
        ("The Russian foreign minister", "Sergei Lavrov"),
        ("Russian foreign minister", "Sergei Lavrov"),
        ("A Russian foreign minister", ""),
        ("The former Russian foreign minister", ""),
    ],
)
def test_only_a_definite_title_takes_up_its_holder(document: Parse, words: str, name: str) -> None:
    text = f"Foreign Minister Sergei Lavrov flew to Hanoi. {words} was seen at the opera."
    assert meant(find_actors(document(text, DAY)), text, words) == name
