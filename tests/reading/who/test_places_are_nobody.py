"""Places and dates are no persons, people and laws no bodies, and abbreviations are not the words they look like."""

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


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The visit of Field Marshal Haftar was put off.", "Haftar", "person"),
        ("Journalists were punished under the Counter-Terrorism Law on Monday.", "Counter-Terrorism Law", ""),
        ("At 18:42 GMT the siren fell silent.", "GMT", ""),
        ("The Emergency Relief Coordinator read the list.", "Emergency Relief Coordinator", ""),
    ],
)
def test_titles_and_laws_are_no_bodies(document: Parse, text: str, words: str, kind: str) -> None:
    who = find_actors(document(text, "2018-06-01"))
    kinds = {a.id: a.type for a in who.actors()}
    assert "organisation" not in kinds.values()
    assert {kinds[m.actor] for m in who.mentions() if words in m.words} == ({kind} if kind else set())


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("The Secretary-General read the list.", "The Secretary-General", "IGO"),
        ("The Attorney General read the list.", "The Attorney General", "JUD"),
        ("The general read the list.", "The general", "MIL"),
        ("Neither side read the list.", "Neither side", "not stated"),
        ("An ECOWAS delegation read the list.", "An ECOWAS delegation", "IGO"),
        ("The Hamas delegation read the list.", "The Hamas delegation", "REB"),
        ("FARC dissidents read the list.", "FARC dissidents", "REB"),
    ],
)
def test_a_sector_is_that_of_the_whole_title_or_of_the_body(document: Parse, text: str, words: str, sector: str) -> None:
    found = find_actors(document(text)).resolve(0, len(words))
    assert found.sector == sector
    assert found.name != "Estado Mayor Central"
