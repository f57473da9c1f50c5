"""The actor behind a statement's source: nobody in particular is unnamed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.said.source import actor_of, with_source
from diurna.reading.said.tagger import Attribution
from diurna.reading.who import find_actors
from diurna.words import UNNAMED

Parse = Callable[..., Document]


def behind(document: Document, words: str) -> str:
    """The name of the actor behind a source of these words."""
    who = find_actors(document)
    start = document.report.text.index(words)
    actor = actor_of(who, document, Attribution(((start, start + len(words)),), (), (), 1.0))
    return "unnamed" if actor is UNNAMED else who.named(actor)


@pytest.mark.parametrize(
    "words",
    [
        "A Kenyan official",
        "Kenyan officials",
        "Two Turkish diplomats",
        "A foreign ministry official",
        "Some Russians",
        "Many Democrats",
        "State prosecutors",
        "A regional court",
        "Residents",
    ],
)
def test_somebody_of_a_kind_is_unnamed(document: Parse, words: str) -> None:
    assert behind(document(f"{words} said that the truce would hold."), words) == "unnamed"


def test_who_is_named_behind_a_title_is_not_unnamed(document: Parse) -> None:
    words = "A spokesman for Failaq al-Vek, Wael Quilan"
    parsed = document(f"{words}, told Reuters that Moscow was pressing for war.")
    actor = actor_of(find_actors(parsed), parsed, Attribution(((0, len(words)),), (), (), 1.0))
    assert actor is not UNNAMED


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Kenyan government", "Kenya"),
        ("Russians", "Russia"),
        ("Ukrainian forces", "Ukraine: forces"),
        ("Democrats", "Democratic Party"),
        ("The rebels", "The rebels"),
    ],
)
def test_a_party_is_not_unnamed(document: Parse, words: str, name: str) -> None:
    assert behind(document(f"{words} said that the truce would hold."), words) == name


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "given", "cue", "content", "source"),
    [
        (
            "Chad denied the raid on the port, having told Niger, by Niamey's account, that it was over.",
            "Niamey's account", "told", "that it was over", "Chad",
        ),
        (
            "The agency will talk with both sides so that all families may leave, and calls on them to keep the truce.",
            "", "calls on", "them to keep the truce", "The agency",
        ),
        ("It has told the council so, Chad's mission said, and asked for a meeting.", "Chad's mission", "asked for", "a meeting", "It"),
        ("“It left,” the envoy said, and asked for a meeting.", "the envoy", "asked for", "a meeting", "the envoy"),
        (
            "The diplomat had told the paper before the meeting that Chad has own conditions: wants to search the lorries, to exclude the "
            "smuggling of fuel, and wants that Niger abstain from raids.",
            "The diplomat", "wants that", "Niger abstain from raids", "Chad",
        ),
        ("The envoy said the rebels want food, and want the road open.", "The envoy", "want the", "the road open", "the rebels"),
        ("The envoy said the rebels wanted food, and called for a truce.", "The envoy", "called for", "a truce", "The envoy"),
    ],
)  # fmt: skip
def test_whose_a_verb_is_its_clause_says(document: Parse, text: str, given: str, cue: str, content: str, source: str) -> None:
    attribution = Attribution((place(text, given),) if given else (), (place(text, cue),), (place(text, content),), 0.9)
    found = with_source(document(text), attribution).source
    assert [text[a:b] for a, b in found] == [source]
