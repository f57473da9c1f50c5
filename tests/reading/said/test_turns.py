"""A statement in a transcript is held against the turn in which it begins."""

from __future__ import annotations

from diurna.reading.said.tagger import Attribution
from diurna.reading.said.turns import Turn, within_turn


def test_a_statement_is_looked_for_in_the_turn_where_it_begins() -> None:
    told = [Turn((at, at + 3), (at + 3, at + 4), ((at + 5, at + 50),)) for at in range(0, 600, 60)]
    inside_one = Attribution(((126, 128),), ((129, 132),), ((133, 150),), 0.9)
    another_speaker = Attribution(((66, 68),), ((129, 132),), ((133, 150),), 0.9)
    between = Attribution((), ((52, 54),), ((55, 58),), 0.9)
    assert [within_turn(a, told) for a in (inside_one, another_speaker, between)] == [True, False, True]
