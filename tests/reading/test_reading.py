"""What holds of every reading, whatever the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diurna.words import KINDS, Absent, Modality, Quote, Reading

Read = Callable[..., Reading]
PIECES = st.sampled_from(
    [
        "Lavrov", "said", "that", "Kyiv", "“", "”", "rejected", "the proposal", "on Tuesday", ",", ".", "\n\n", "will", "not", "meet",
        "Guterres", "in Moscow", "if", "UN", "he", "’s", "forces", "shelled", "at least 40", "civilians", "—", "\u202e", "\x07", "Тасс",
        "  ", "''", "(Reuters) -",
    ]
)  # fmt: skip
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def quotes(reading: Reading) -> list[Quote]:
    """Every quote in a reading."""
    out = []
    for act in reading.acts:
        out += [act.trigger, *act.evidence, *(p.quote for p in (*act.actors, *act.recipients)), *(q.quote for q in act.quantities)]
        out += [q for q in (act.matter, act.condition) if isinstance(q, Quote)]
    hops = [h for x in (*reading.acts, *reading.statements) for h in x.on_word_of]
    return [*out, *(h.quote for h in hops if isinstance(h.quote, Quote))]


@pytest.mark.parametrize("reader", ["tagger", "rules"])
@QUICK
@given(st.lists(PIECES, max_size=40))
def test_spans_cut_their_own_words_and_nothing_raises(reading: Read, reader: str, pieces: list[str]) -> None:
    text = " ".join(pieces)
    got = reading(text, "2022-05-01", reader)
    assert all(text[q.start : q.end] == q.words for q in quotes(got))
    assert all(text[m.start : m.end] == m.words for m in got.mentions)
    spans = [s for x in got.statements for s in (*x.source.spans, *x.cue, *x.content)]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(a.kind in KINDS and isinstance(a.modality, Modality) for a in got.acts)
    assert len({a.id for a in got.acts}) == len(got.acts)
    known = {a.id for a in got.actors}
    assert all(p.actor in known for a in got.acts for p in (*a.actors, *a.recipients) if not isinstance(p.actor, Absent))


REPORT = """The mayor of Halvern told Reuters that the bridge had been mined. "We will reopen it on Friday," she said, if the army agrees.

Moscow rejected the proposal, and accused Kyiv of shelling the depot. Officials said at least 40 people were evacuated."""


def test_the_same_text_gives_the_same_reading_whatever_is_read_before(reading: Read) -> None:
    first = reading(REPORT)
    reading("Something else altogether was said by the ministry. " * 30)
    assert reading(REPORT) == first


def test_a_text_longer_than_a_window_is_read_to_its_end(reading: Read) -> None:
    """Statements beyond the encoder's window are found like those within it."""
    text = "\n\n".join(f'The envoy Ivo Kask said on day {n} that the convoy had left the town of Vek before noon.' for n in range(60))
    assert len(reading(text).statements) >= 55


def test_words_without_end_are_no_words(reading: Read) -> None:
    assert reading("A" * 100_000 + " Kyiv rejected the plan.").acts


def test_within_and_alleged_tie_the_alleged_act_to_its_accusation(reading: Read) -> None:
    acts = {a.kind: a for a in reading("Ukraine accused Russia of shelling the hospital.").acts}
    assert acts["assault"].alleged
    assert acts["assault"].within == acts["accuse"].id


def test_a_statement_within_a_statement_stands_on_both_words(reading: Read) -> None:
    found = reading("Zoran Klee said on Monday that Norland had promised to open the road to Tarsk before the first snow.")
    inner = next(s for s in found.statements if not isinstance(s.within, Absent))
    assert [hop.name for hop in inner.on_word_of] == ["Norland", "Zoran Klee"]


def test_nobody_is_called_i_in_a_chain_of_word(reading: Read) -> None:
    found = reading("“I have told the council that we will not leave the mill,” said Zoran Klee, who was calm. “I thanked them,” he added.")
    assert found.statements
    assert not {"I", "we"} & {hop.name for s in found.statements for hop in s.on_word_of}


def test_an_it_of_nobody_known_is_no_hop_in_another_s_words(reading: Read) -> None:
    found = reading("Zoran Klee said on Monday that it had promised to open the road to Tarsk before the first snow.")
    inner = next(s for s in found.statements if not isinstance(s.within, Absent))
    assert [hop.name for hop in inner.on_word_of] == ["Zoran Klee"]
