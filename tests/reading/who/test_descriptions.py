"""Whom a description means: somebody named before only where the words say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.who import Who, find_actors

Parse = Callable[..., Document]
DAY = "2022-05-01"


def meant(who: Who, text: str, words: str) -> str:
    """The name of the actor that the last place of some words means; empty for none."""
    at = text.rindex(words)
    return who.named(who.resolve(at, at + len(words)).actor)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Russian diplomat", "Sergei Lavrov"),
        ("A Russian diplomat", ""),
        ("Another Russian diplomat", ""),
        ("One Russian diplomat", ""),
        ("Russian diplomat", ""),
        ("The Russian foreign minister", "Sergei Lavrov"),
        ("Russian foreign minister", "Sergei Lavrov"),
        ("A Russian foreign minister", ""),
        ("The former Russian foreign minister", ""),
    ],
)
def test_only_a_definite_title_takes_up_its_holder(document: Parse, words: str, name: str) -> None:
    text = f"Foreign Minister Sergei Lavrov flew to Hanoi. {words} was seen at the opera."
    assert meant(find_actors(document(text, DAY)), text, words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The commission", "European Commission"),
        ("The electoral commission", ""),
        ("The truth and dignity commission", ""),
        ("The Karsh commission", ""),
        ("The commission of elders", ""),
        ("The European commission", "European Commission"),
    ],
)
def test_a_body_is_taken_up_by_words_of_its_own_name_only(document: Parse, words: str, name: str) -> None:
    text = f"The European Commission sat all night. {words} rejected the plan."
    assert meant(find_actors(document(text, DAY)), text, words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Interfax news agency", "Interfax"),
        ("the Wagner mercenary group", "Wagner Group"),
        ("the Al-Manar channel", "Al-Manar"),
        ("the UN agency", ""),
    ],
)
def test_a_noun_after_a_name_may_only_tell_what_it_is(document: Parse, words: str, name: str) -> None:
    text = f"Anadolu Agency had the story first. Two pilots spoke to {words} on Monday."
    assert meant(find_actors(document(text, DAY)), text, words) == name


@pytest.mark.parametrize(
    ("first", "later", "one"),
    [
        ("The army shelled the camp.", "The army", True),
        ("Rebels took the bridge.", "The rebels", True),
        ("A court tried the miller.", "The court", True),
        ("The high court tried the miller.", "The high court", True),
        ("An irregular force stormed the market.", "The army", False),
        ("The army shelled the camp.", "Soldiers of an unknown unit", False),
        ("A court tried the miller.", "A court", False),
        ("A court tried the miller.", "The high court", False),
        ("The two leaders met.", "Eight former leaders", False),
        ("Two soldiers died.", "Three soldiers", False),
        ("Residents of Toran fled.", "Residents of Belk", False),
        ("His troops won.", "Her troops", False),
        ("A court tried the miller. A court tried the baker.", "The court", False),
    ],
)
def test_groups_without_a_name_are_one_only_where_nothing_parts_them(document: Parse, first: str, later: str, one: bool) -> None:
    text = f"{first} {later} left the town."
    who = find_actors(document(text, DAY))
    groups = [m.actor for m in who.mentions() if m.actor.startswith("here:")]
    assert (groups[-1] == groups[0]) is one


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("An irregular force", "An irregular force"),
        ("Several hundred civilians", "Several hundred civilians"),
        ("March rebels", "rebels"),
    ],
)
def test_a_group_goes_by_its_own_words(document: Parse, words: str, name: str) -> None:
    text = f"{words} left the town."
    assert meant(find_actors(document(text, DAY)), text, words) == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("The African Union met in Addis Ababa.", "African Union"),
        ("The African Union met. The European Union did not.", "The union"),
        ("The miners went home.", "The union"),
    ],
)
def test_the_union_is_the_only_one_named_so(document: Parse, before: str, name: str) -> None:
    text = f"{before} The union rejected the offer."
    assert meant(find_actors(document(text, DAY)), text, "The union") == name


def test_what_somebody_is_accused_of_is_no_part_of_the_group(document: Parse) -> None:
    text = "Hamas freed two men. The minister accused the group of murder."
    assert meant(find_actors(document(text, DAY)), text, "the group") == "Hamas"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param("The RSF accused the army of bombing a market.", "the army", "the army", id="not its accuser"),
        pytest.param("The Arakan Rohingya Salvation Army struck. The army struck back.", "The army", "The army", id="no rebels"),
        pytest.param("The Sudanese Armed Forces shelled it. The army denied that.", "The army", "Sudanese Armed Forces", id="the state's"),
        pytest.param("Oman denied it. The Ministry of Defense of Qatar denied it.", "The Ministry of Defense of Qatar",
                     "Qatar: defence ministry", id="a ministry, of whom"),
        pytest.param("The Ministry of Health of Qatar asked.", "The Ministry of Health of Qatar", "Qatar: health ministry", id="of what"),
        pytest.param("The ministers of Egypt, Qatar and Oman met.", "The ministers of Egypt, Qatar and Oman", "The ministers",
                     id="of no one state"),
        pytest.param("Volker Perthes, the U.N. envoy, has urged the generals to talk, but both refused.", "both", "", id="both are two"),
    ],
)  # fmt: skip
def test_a_plain_description_stays_what_it_is(document: Parse, text: str, words: str, name: str) -> None:
    assert meant(find_actors(document(text, "2023-06-01")), text, words) == name
