"""Places and dates are no persons, and abbreviations are not the words they look like."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.who import find_actors

Parse = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The envoy was preparing a conference in Ghadames. He then flew home.", "Ghadames"),
        ("A convoy of forty lorries entered Douma on Monday.", "Douma"),
        ("They took the town of Rutshuru overnight.", "Rutshuru"),
        ("Fighting went on near Belkarat. Nobody got out of Belkarat.", "Belkarat"),
        ("The truce of 3 May did not hold.", "May"),
        ("The ship sailed on May 7 with grain.", "May"),
        ("Flights to Guam were called off.", "Guam"),
        ("Who is still inside the plant?", "Who"),
    ],
)
def test_a_place_or_a_date_is_nobody(document: Parse, text: str, word: str) -> None:
    assert word not in [m.words for m in find_actors(document(text, "2018-06-01")).mentions()]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ministers told Theresa May nothing, and Mrs May left.", "May"),
        ("The rest of it was told by Mr Lincoln on Monday.", "Lincoln"),
        ("GUAM met in Baku.", "GUAM"),
        ("Unicef sent tents.", "Unicef"),
    ],
)
def test_who_bears_such_a_name_is_still_somebody(document: Parse, text: str, word: str) -> None:
    assert word in [m.words for m in find_actors(document(text, "2018-06-01")).mentions()]
