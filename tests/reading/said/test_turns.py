"""A statement in a transcript is held against the turn in which it begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.turns import Turn, turns, within_turn
from diurna.reading.who import find_actors

Documents = Callable[..., Document]


def test_a_statement_is_looked_for_in_the_turn_where_it_begins() -> None:
    told = [Turn((at, at + 3), (at + 3, at + 4), ((at + 5, at + 50),)) for at in range(0, 600, 60)]
    inside_one = Attribution(((126, 128),), ((129, 132),), ((133, 150),), 0.9)
    another_speaker = Attribution(((66, 68),), ((129, 132),), ((133, 150),), 0.9)
    between = Attribution((), ((52, 54),), ((55, 58),), 0.9)
    assert [within_turn(a, told) for a in (inside_one, another_speaker, between)] == [True, False, True]


def told(document: Documents, text: str, found: list[Attribution]) -> list[tuple[str, str, str]]:
    one = document(text)
    read = turns(one, find_actors(one), found)
    return [tuple(text[slice(*spans[0])] for spans in (a.source, a.cue, a.content)) for a in read]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("18:30  Crossing authority: no convoys planned for June 2\n", ("Crossing authority", ":", "no convoys planned for June 2")),
        ("Envoys see raid on port, Niger answers: ask Chad\n", ("Niger", "answers", "ask Chad")),
        ("Chad repeats offer: road open until June\n", ("Chad", "repeats offer", "road open until June")),
    ],
)
def test_a_headline_names_its_speaker_before_the_colon(document: Documents, text: str, statement: tuple[str, str, str]) -> None:
    assert statement in told(document, text, [])


@pytest.mark.parametrize("text", ["Press office: 44 Lake Street\n", "Chad answers: it is not yet known what.\n"])
def test_a_label_or_a_sentence_is_no_headline_of_a_speaker(document: Documents, text: str) -> None:
    assert told(document, text, []) == []


def test_two_speakers_of_one_headline_keep_to_their_own_words(document: Documents) -> None:
    text = "Chad: about 200 still inside; Niger: they are free to go\n"
    colon, first = text.index(":"), text.index("about")
    whole = Attribution(((0, 4),), ((colon, colon + 1),), ((first, len(text) - 1),), 0.9)
    assert told(document, text, [whole]) == [("Chad", ":", "about 200 still inside"), ("Niger", ":", "they are free to go")]


def test_a_land_before_a_colon_may_only_be_where_people_act(document: Documents) -> None:
    assert told(document, "Kenya: Kibaki and Odinga agree to share power\n", []) == []
    assert told(document, "Russia: Ukraine shelled a village\n", []) == [("Russia", ":", "Ukraine shelled a village")]
