"""Who stands in a chain of word, and in which order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.words import HopRole, Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kenya and Uganda said on Monday that the border would stay open.", ["Kenya", "Uganda"]),
        ("Kenya, Uganda and Rwanda told Reuters that the border would stay open.", ["Kenya", "Uganda", "Rwanda", "Reuters"]),
        ("Chad and Burkina Faso, both led by soldiers, have warned that the border would close.", ["Chad", "Burkina Faso"]),
        ("Kenya, Uganda urge rebels in Chad to accept the truce", ["Kenya", "Uganda"]),
        ("Bosnia and Herzegovina said on Monday that the border would stay open.", ["Bosnia and Herzegovina"]),
    ],
)
def test_those_who_speak_together_are_all_at_the_head(reading: Read, text: str, names: list[str]) -> None:
    said = reading(text).statements[0].on_word_of
    assert [hop.name for hop in said] == names
    speakers = [hop for hop in said if hop.role is HopRole.SPEAKER]
    assert [hop.beside for hop in speakers] == [False, *(True for _ in speakers[1:])]
    assert not any(hop.beside for hop in said if hop.role is HopRole.AGENCY)


def test_reporters_who_are_told_something_are_no_agency(reading: Read) -> None:
    said = reading("President Ruto told reporters in Nairobi that the border would stay open.").statements[0]
    assert [hop.role for hop in said.on_word_of] == [HopRole.SPEAKER]


def test_what_is_told_before_an_aside_is_on_the_word_of_who_is_named_in_it(reading: Read) -> None:
    found = reading("Raiders stormed the Kenyan embassy on Friday, Uganda's interior ministry said, blaming “foreign bands”.")
    words = [hop.name for act in found.acts if act.kind == "assault" for hop in act.on_word_of]
    assert words == ["Uganda: interior ministry"]
