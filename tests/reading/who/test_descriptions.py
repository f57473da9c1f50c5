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


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The commission", "European Commission"),
        ("The electoral commission", ""),
        ("The truth and dignity commission", ""),
        ("The Karsh commission", ""),
        ("The European commission", "European Commission"),
    ],
)
def test_a_body_is_taken_up_by_words_of_its_own_name_only(document: Parse, words: str, name: str) -> None:
    text = f"The European Commission sat all night. {words} rejected the plan."
    assert meant(find_actors(document(text, DAY)), text, words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Interfax news agency", "Interfax"),
        ("the Wagner mercenary group", "Wagner Group"),
        ("the Al-Manar channel", "Al-Manar"),
        ("the UN agency", ""),
    ],
)
def test_a_noun_after_a_name_may_only_tell_what_it_is(document: Parse, words: str, name: str) -> None:
    text = f"Anadolu Agency had the story first. Two pilots spoke to {words} on Monday."
    assert meant(find_actors(document(text, DAY)), text, words) == name
