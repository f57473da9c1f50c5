"""What grammar shows to be somebody else's stand inside another's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.said.inside import inside
from diurna.reading.said.tagger import Attribution
from diurna.reading.who import find_actors

Documents = Callable[..., Document]


def read(document: Document) -> list[Attribution]:
    return inside(document, find_actors(document))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("He said that Chad opposes any vote before June.", "Chad", "opposes", "any vote before June"),
        ("He said that Chad will not accept a vote before June.", "Chad", "will not accept", "a vote before June"),
        ("The envoy repeated Chad's promise not to close the border.", "Chad", "promise", "not to close the border"),
        ("The envoy welcomed their demand for a vote.", "their", "demand", "for a vote"),
        ("Radio Chad quoted the mayor as saying that the well was dry.", "the mayor", "as saying", "that the well was dry"),
        ("He denounced what Chad called a raid on its own soil.", "Chad", "called", "a raid on its own soil"),
        ("He turned down a pause that Chad had proposed for June.", "Chad", "had proposed", "a pause"),
        ("Lake brushes aside Chad idea of talks.", "Chad", "idea", "of talks"),
        ("The mayor said that the parties agreed about two points: an escort and a safe road.", "the parties", "agreed",
         "about two points: an escort and a safe road"),
        ("Army's office: Chad promised safe passage for all", "Chad", "promised", "safe passage for all"),
    ],
)
def test_a_stand_in_anothers_words_is_its_own(document: Documents, text: str, source: str, cue: str, content: str) -> None:
    found = [(text[slice(*a.source[0])], text[slice(*a.cue[0])], text[slice(*a.content[0])]) for a in read(document(text))]
    assert (source, cue, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "She asked whether Chad opposes the vote.",
        "The bridge stays shut until Chad accepts the terms.",
        "He said that we want a vote before June.",
        "He said that nobody wants a vote before June.",
        "The report on Chad came out in June.",
        "The ambassador signed the order on the table.",
    ],
)
def test_what_is_supposed_or_the_speakers_own_is_no_stand_of_another(document: Documents, text: str) -> None:
    assert read(document(text)) == []


def test_what_people_expect_is_nobodys_word(document: Documents) -> None:
    text = "The convoy is expected to reach Abeche on Monday, the mayor said."
    (found,) = read(document(text))
    assert not found.source
    assert text[slice(*found.cue[0])] == "is expected"
    assert [text[a:b] for a, b in found.content] == ["The convoy", "to reach Abeche on Monday"]
