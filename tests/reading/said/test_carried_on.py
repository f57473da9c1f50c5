"""A quotation that goes on after its attribution's full stop belongs to the same speaker."""

import pytest

from diurna.reading.said.tagger import carried_on, in_its_sentence


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def places(text: str, *words: str) -> tuple[tuple[int, int], ...]:
    return tuple(place(text, w) for w in words)


@pytest.mark.parametrize(
    ("text", "first", "second", "goes_on"),
    [
        ('"We will stay," Haas said. "Nobody will move us." Tell agreed.', '"We will stay,"', '"Nobody will move us."', True),
        ("“We will stay,” Haas said on Monday. “Nobody will move us.”", "“We will stay,”", "“Nobody will move us.”", True),
        ('"We will stay," Haas said. "Nobody will move us," Tell added.', '"We will stay,"', '"Nobody will move us,"', False),
        ('"We will stay," Haas said. He left. "Nobody will move us."', '"We will stay,"', '"Nobody will move us."', False),
        ('"We will stay," Haas said.\n"Nobody will move us."', '"We will stay,"', '"Nobody will move us."', False),
    ],
)
def test_a_quotation_goes_on_after_the_full_stop(text: str, first: str, second: str, goes_on: bool) -> None:
    contents = (place(text, first), place(text, second))
    found = carried_on(text, contents, (place(text, "said"),), [0, None], [0], (place(text, "Haas"),))
    assert found == ([(1, 0)] if goes_on else [])


def test_a_content_goes_to_the_cue_of_its_own_sentence_where_that_was_left_without_one() -> None:
    text = "Gatilov said a letter was sent. It would look at the matter differently, he added."
    contents, cues = places(text, "a letter was sent", "It would look at the matter differently"), places(text, "said", "added")
    assert in_its_sentence(text, contents, cues, [0, 0]) == [(1, 1)]
    assert in_its_sentence(text, contents, cues, [0, 1]) == []


def test_a_quotation_split_by_its_cue_stays_in_one_piece() -> None:
    text = "“A letter was sent,” Gatilov said, “and nothing more.” Kyiv denied it."
    contents, cues = places(text, "“A letter was sent,”", "“and nothing more.”"), places(text, "said", "denied")
    assert in_its_sentence(text, contents, cues, [0, 0]) == []
