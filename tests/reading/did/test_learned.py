"""Which words of a sentence are held to tell an act, from probabilities given by hand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from diurna.reading.did.learned import BESIDE_FLOOR, FLOOR, NAMES, Words, bonus, chosen, lexicon_words
from diurna.reading.document import Document

SURE, UNSURE, FAINT = (FLOOR + 1) / 2, (BESIDE_FLOOR + FLOOR) / 2, BESIDE_FLOOR / 2


def words(told: list[float]) -> Words:
    """Words that tell a meeting with the probabilities given, each a letter long."""
    kinds = np.zeros((len(told), len(NAMES) + 1))
    kinds[:, 0] = 1 - np.array(told)
    kinds[:, 1 + NAMES.index("meet")] = told
    nothing = np.zeros(len(told))
    return Words([(i, i + 1) for i in range(len(told))], kinds, kinds, kinds, nothing, nothing)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        pytest.param([FAINT, SURE, FAINT], [1], id="one that is sure"),
        pytest.param([FAINT, UNSURE, FAINT], [], id="one alone that is not"),
        pytest.param([UNSURE, FAINT, UNSURE], [], id="two that are not"),
        pytest.param([UNSURE, FAINT, SURE], [0, 2], id="one beside another that is sure"),
    ],
)
def test_a_sentence_reports_an_act_only_where_one_word_is_sure(told: list[float], found: list[int]) -> None:
    assert chosen(words(told), 0, len(told), {}) == found


def test_another_sentence_does_not_vouch() -> None:
    assert chosen(words([SURE, UNSURE]), 1, 2, {}) == []


def test_a_verb_that_the_lexicon_has_needs_less() -> None:
    told = words([FLOOR - 0.2])
    assert chosen(told, 0, 1, {0: ("meet", "VERB")}) == [0]
    assert chosen(told, 0, 1, {0: ("weave", "VERB")}) == []


def test_a_noun_counts_for_less_and_only_of_what_is_said(document: Callable[..., Document]) -> None:
    known = lexicon_words(document("They attack the port, and the promise of an attack."))
    verb, promise, attack = [word for word in known.values() if word[0] in ("attack", "promise")]
    assert bonus("assault", verb) > bonus("promise", promise) > bonus("assault", attack) == 0
