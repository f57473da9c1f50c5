"""Whose country a party is of by the place its words name, and bodies that any state may have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.who import find_actors
from diurna.words import Absent, Party

Parse = Callable[..., Document]


def party(document: Parse, words: str, text: str) -> Party:
    start = text.index(words)
    return find_actors(document(text)).party(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "country", "text"),
    [
        ("the Gaza Strip", "PSE", "Jets struck the Gaza Strip on Sunday."),
        ("Kirkuk", "IRQ", "Soldiers seized Kirkuk on Tuesday."),
        ("A court in Lyon", "FRA", "A court in Lyon convicted the bishop on Thursday."),
        ("The police in Lagos", "NGA", "The police in Lagos held ten dockers."),
        ("Gaza's hospitals", "PSE", "Doctors said Gaza's hospitals had been shelled."),
        ("residents of Aleppo", "SYR", "The army told residents of Aleppo to leave."),
    ],
)
def test_who_is_at_home_in_a_place_is_of_its_country(document: Parse, words: str, country: str, text: str) -> None:
    assert party(document, words, text).country == country


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("negotiators in Doha", "The minister told negotiators in Doha that he would sign."),
        ("The ambassador in Berlin", "The ambassador in Berlin was summoned on Monday."),
    ],
)
def test_who_is_only_there_need_not_be_of_the_country(document: Parse, words: str, text: str) -> None:
    assert isinstance(party(document, words, text).country, Absent)


def test_a_name_that_any_state_may_have_is_the_court_of_the_state_beside_it(document: Parse) -> None:
    mine = party(document, "Myanmar's Supreme Court", "Myanmar's Supreme Court threw the appeal out on Monday.")
    theirs = party(document, "Russia's Supreme Court", "Russia's Supreme Court closed the archive on Monday.")
    assert (mine.country, theirs.country) == ("MMR", "RUS")
    assert mine.actor != theirs.actor


def test_named_alone_it_is_the_one_that_was_named_with_its_state(document: Parse) -> None:
    text = "Myanmar's Supreme Court heard the appeal on Monday. On Friday the Supreme Court threw it out."
    assert party(document, "the Supreme Court", text).actor == party(document, "Myanmar's Supreme Court", text).actor


def test_with_no_state_beside_it_only_its_report_can_tell_which_it_is(document: Parse) -> None:
    found = party(document, "The Central Election Commission", "The Central Election Commission barred the party on Monday.")
    assert str(found.actor).startswith("here:")


def test_the_bank_of_the_west_bank_is_no_bank(document: Parse) -> None:
    found = party(document, "West Bank cities", "Israeli troops raided West Bank cities overnight.")
    assert (found.country, isinstance(found.sector, Absent)) == ("PSE", True)


def test_the_west_bank_itself_is_no_bank(document: Parse) -> None:
    found = party(document, "the West Bank", "Israel sealed off the West Bank after a bombing in Jerusalem.")
    assert (found.country, isinstance(found.sector, Absent)) == ("PSE", True)


def test_aid_workers_of_the_united_nations_are_its_own(document: Parse) -> None:
    assert party(document, "UN humanitarian workers", "Sudan let UN humanitarian workers into Darfur.").sector == "IGO"


@pytest.mark.parametrize(
    ("words", "name", "text"),
    [
        ("Nigeria's National Security Council", "Nigeria: National Security Council", "Nigeria's National Security Council met on Monday."),
        ("the Security Council", "UN Security Council", "Chad spoke in the Security Council on Monday."),
        ("Haftar's troops", "Haftar's troops", "Jets loyal to Sarraj bombed Haftar's troops near Tripoli."),
        ("Putin's forces", "Russia: forces", "The general said Putin's forces had shelled the town."),
        ("Afghans", "Afghanistan: people", "The president urged Afghans to stay at home."),
        ("The Russian", "Russia", "The Russian and Turkish foreign ministers discussed the truce on Monday."),
        ("the Afghans", "Afghanistan", "The president told the Afghans to sign."),
    ],
)
def test_whose_a_body_or_a_people_is(document: Parse, words: str, name: str, text: str) -> None:
    assert party(document, words, text).name == name


def test_the_government_of_a_communique_is_its_own_and_not_the_one_it_condemns(document: Parse) -> None:
    text = "The Transitional Government condemns the hostility of the Ukrainian authorities. The Government warns that it will answer."
    assert party(document, "The Government", text).actor == party(document, "The Transitional Government", text).actor
