"""Windows over a long text: nothing lost, nothing read twice, sentences left whole."""

from hypothesis import given
from hypothesis import strategies as st

from diurna.reading.encoder.network import CONTEXT, LENGTH, SENTENCE, windows

FEATURES = st.lists(st.sampled_from([0, 1, 2, SENTENCE, SENTENCE + 1]), max_size=1500)


@given(FEATURES)
def test_every_piece_is_kept_from_one_window(features: list[int]) -> None:
    kept = [n for _, _, start, end in windows(features) for n in range(start, end)]
    assert kept == list(range(len(features)))


@given(FEATURES)
def test_a_window_is_bounded_and_lends_context_at_cut_edges(features: list[int]) -> None:
    for first, last, start, end in windows(features):
        assert first <= start < end <= last <= first + LENGTH
        assert first == 0 or start - first >= CONTEXT
        assert last == len(features) or last - end >= CONTEXT


def test_shares_meet_where_a_sentence_begins() -> None:
    features = [SENTENCE if n % 30 == 0 else 0 for n in range(1000)]
    assert all(start % 30 == 0 for _, _, start, _ in windows(features))
