"""A quotation that goes on after its attribution's full stop belongs to the same speaker."""

import pytest

from diurna.reading.said.tagger import carried_on


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


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
