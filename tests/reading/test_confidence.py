"""The tables of weights and the signs that are weighed belong together; what speaks for a statement makes it surer."""

from types import ModuleType

import pytest

from diurna.reading.did import confidence as of_acts
from diurna.reading.logistic import fitted
from diurna.reading.said import confidence as of_statements

ROOMS = pytest.mark.parametrize("room", [of_acts, of_statements], ids=["acts", "statements"])


@ROOMS
def test_a_table_that_lacks_a_sign_is_told(room: ModuleType) -> None:
    with pytest.raises(ValueError, match="weather"):
        fitted(room.__package__ or "", room.SIGNS | {"weather"})


@ROOMS
def test_the_table_holds_every_sign(room: ModuleType) -> None:
    assert set(fitted(room.__package__ or "", room.SIGNS)) == room.SIGNS


def test_a_statement_whose_words_are_tagged_with_more_certainty_is_surer() -> None:
    def sure(content: float) -> float:
        signs = of_statements.signs_of(links=0.9, cue=0.9, content=content, source=0.9, pieces=1, words=12, quoted=False)
        return of_statements.confidence_of(signs)

    assert 0 < sure(0.5) < sure(0.99) < 1


@pytest.mark.parametrize(
    ("words", "points"), [("he", True), ("each", True), ("the other", True), ("others", True), ("the other side", False), ("Chad", False)]
)
def test_words_that_only_point_at_somebody_are_told_from_names(words: str, points: bool) -> None:
    assert of_acts.takes_up(words) is points
