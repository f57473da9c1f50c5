"""A plain deed, and what a question asks about, are no statement of who did it; a deed told stands on the report's word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.said.deeds import says_nothing
from diurna.reading.said.tagger import Attribution
from diurna.words import Reading


def cut(text: str, source: str, cue: str) -> Attribution:
    """What follows the cue as a statement by the source."""
    first, at = text.index(source), text.index(cue)
    return Attribution(((first, first + len(source)),), ((at, at + len(cue)),), ((at + len(cue) + 1, len(text)),), 0.9)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Norland has already deployed engineers to the island.", "Norland", "has already deployed"),
        ("The president signed the accord in the evening.", "The president", "signed"),
        ("The union shall send a team of no more than six pilots.", "The union", "shall"),
        ("A commission is investigating whether the dam was mined.", "A commission", "is investigating"),
        ("Did Cuba threaten to leave the fund?", "Cuba", "threaten"),
        ("Kenya signs aid package for Chad", "Kenya", "signs"),
        ("The envoy asked what Cuba wanted from the fund.", "Cuba", "wanted"),
        ("Tell us if you notice an error on this page.", "you", "notice"),
    ],
)
def test_no_statement(document: Callable[..., Document], text: str, source: str, cue: str) -> None:
    assert says_nothing(document(text), cut(text, source, cue))


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Norland opposes any bridge to the island.", "Norland", "opposes"),
        ("The mayor attacked the plan as a swindle.", "The mayor", "attacked"),
        ("The envoy signed off “with a heavy heart and no hope”.", "The envoy", "signed off"),
        ("The council sent word that the road was open.", "The council", "sent word"),
        ("Who knows why Cuba threatened to leave the fund?", "Cuba", "threatened"),
        ("You told us that the road was open.", "You", "told"),
    ],
)
def test_a_statement(document: Callable[..., Document], text: str, source: str, cue: str) -> None:
    assert not says_nothing(document(text), cut(text, source, cue))


@pytest.mark.parametrize(
    "text", ["Norland has already deployed engineers to the island of Vek.", "President Ivo Kask signed the accord on Monday in Vek."]
)
def test_a_deed_is_not_on_the_word_of_its_doer(reading: Callable[..., Reading], text: str) -> None:
    acts = reading(text).acts
    assert acts
    assert not [hop for act in acts for hop in act.on_word_of]


def test_what_is_done_by_saying_it_is_on_the_word_of_who_says_it(reading: Callable[..., Reading]) -> None:
    acts = reading("Norland promised to send engineers to the island of Vek.").acts
    assert [hop.name for act in acts if act.kind == "promise" for hop in act.on_word_of] == ["Norland"]
