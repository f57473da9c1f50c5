"""What is found by where it stands is what looking through everything would find."""

from hypothesis import given
from hypothesis import strategies as st

from diurna.reading.spans import BLOCK, Placed

PLACE = st.integers(0, 4 * BLOCK)
SPAN = st.tuples(PLACE, st.integers(1, 2 * BLOCK)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(SPAN, max_size=20), SPAN)
def test_what_overlaps_and_what_lies_around_is_found_in_order(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    placed = Placed((span, number) for number, span in enumerate(spans))
    over = [n for n, (a, b) in enumerate(spans) if a < asked[1] and asked[0] < b]
    around = [n for n, (a, b) in enumerate(spans) if a <= asked[0] and asked[1] <= b]
    assert [n for _, n in placed.over(*asked)] == over
    assert [n for _, n in placed.around(*asked)] == around
