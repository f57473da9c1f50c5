"""A name that several bear means one of them only where country, day or report tell which."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.who import find_actors

Parse = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "day", "words", "name"),
    [
        ("Jordan's King Abdullah opened the dam.", "2010-03-01", "King Abdullah", "Abdullah II"),
        ("Saudi King Abdullah opened the dam.", "2010-03-01", "King Abdullah", "Abdullah bin Abdulaziz"),
        ("King Abdullah opened the dam.", "2021-03-01", "King Abdullah", "Abdullah II"),
        ("Jordan sent a team. King Abdullah opened the dam.", "", "King Abdullah", "Abdullah II"),
        ("Guyana's Ali opened the dam.", "", "Ali", "Irfaan Ali"),
        ("Bangladesh's Ali opened the dam.", "", "Ali", "Abul Hassan Mahmood Ali"),
        ("Mahamat Idriss Deby opened the dam. Mahamat then flew home.", "2023-03-01", "Mahamat", "Mahamat Idriss Déby"),
        ("Mahamat Tolli opened the dam. Mahamat then flew home.", "2023-03-01", "Mahamat", "Mahamat Tolli"),
    ],
)
def test_a_shared_name_is_told_apart(document: Parse, text: str, day: str, words: str, name: str) -> None:
    who = find_actors(document(text, day))
    at = text.rindex(words)
    assert who.named(who.resolve(at, at + len(words)).actor) == name


@pytest.mark.parametrize(
    "text",
    [
        "King Abdullah opened the dam.",
        "Ali opened the dam.",
        "Peru's Ali opened the dam.",
        "A captain who gave his name as Ali opened the dam.",
    ],
)
def test_nobody_of_the_registry_is_meant_where_nothing_tells_which(document: Parse, text: str) -> None:
    who = find_actors(document(text, "2010-03-01"))
    assert not [a.name for a in who.actors() if a.type == "person" and a.basis == "registry"]


def test_a_town_is_not_who_bears_its_name(document: Parse) -> None:
    text = "Charlotte Brandt opened the dam. Clashes went on in Charlotte."
    assert [m.words for m in find_actors(document(text)).mentions()] == ["Charlotte Brandt"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Congress passed the bill.", "Congress", "US Congress"),
        ("Biden spoke first. Congress passed the bill.", "Congress", "US Congress"),
        ("Paraguay's Congress passed the bill.", "Congress", "Paraguay: congress"),
        ("Washington was glad that the Congress of Peru passed the bill.", "Congress", "Peru: congress"),
        ("The president spoke in Bogota. Congress passed the bill.", "Congress", "Congress of Colombia"),
        ("Poland welcomed it. Congress passed the bill.", "Congress", "US Congress"),
        ("Mexico paid. The United States did not. Congress passed the bill.", "Congress", ""),
        ("Canada's Conservative Party opposed the bill.", "Conservative Party", "Canada: conservative party"),
        ("Kenya's National Police Service and the FBI met.", "FBI", "FBI"),
        ("Nepali Congress opposed the bill.", "Nepali Congress", "Nepali Congress"),
    ],
)
def test_a_bare_name_of_a_body_is_that_of_the_state_spoken_of(document: Parse, text: str, words: str, name: str) -> None:
    who = find_actors(document(text, "2021-03-01"))
    at = text.rindex(words)
    assert who.named(who.resolve(at, at + len(words)).actor) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("John Tolli met Peter Tolli in Rome. Tolli said no.", ""),
        ("Omar Tolli came with his wife, Sara Tolli. Tolli said no.", "Omar Tolli"),
        ("John Tolli met Sara Tolli in Rome. Mrs Tolli said no.", "Sara Tolli"),
        ("Senator John Tolli met Governor Peter Tolli in Rome. Governor Tolli said no.", "Peter Tolli"),
        ("John Tolli spoke. Tolli smiled. Peter Tolli came late. Tolli said no.", "John Tolli"),
        ("John Tolli met John A. Tolli in Rome. Tolli said no.", "John Tolli"),
        ("John Tolli met Karl Brandt in Rome. Tolli said no.", "John Tolli"),
    ],
)
def test_a_family_name_that_two_bear_needs_something_that_decides(document: Parse, text: str, name: str) -> None:
    who = find_actors(document(text, "2021-03-01"))
    at = text.rindex("Tolli said")
    assert who.named(who.resolve(at, at + len("Tolli")).actor) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param("UN Secretary-General Antonio Guteres came.", "Antonio Guteres", "António Guterres", id="his office is beside it"),
        pytest.param("Foreign Minister Dimitro Kuleba came. Ukraine waits.", "Dimitro Kuleba", "Dmytro Kuleba", id="both names misspelt"),
        pytest.param("The baker Antonio Guteres came.", "Antonio Guteres", "Antonio Guteres", id="no office"),
        pytest.param("UN Secretary-General Maria Guteres came.", "Maria Guteres", "Maria Guteres", id="another given name"),
    ],
)
def test_a_misspelt_name_is_that_of_who_held_the_office(document: Callable[..., Document], text: str, words: str, name: str) -> None:
    who = find_actors(document(text, "2022-05-01"))
    start = text.index(words)
    assert who.named(who.resolve(start, start + len(words)).actor) == name


def test_a_name_in_other_letters_is_one_actor_in_every_report(document: Callable[..., Document]) -> None:
    texts = ("Commander Svyatoslav Bruk denied it.", "Sviatoslav Brukk denied it.", "Stanislav Bruk denied it.")
    first, second, third = ({a.id for a in find_actors(document(text)).actors()} for text in texts)
    assert first == second
    assert first != third


def test_who_has_another_given_name_in_the_report_is_no_one_of_the_registry(document: Callable[..., Document]) -> None:
    text = "The minister of defence of Sarovia Goran Ilves spoke on Monday. “It is done,” told Ilves to the papers."
    who = find_actors(document(text))
    start = text.index("Ilves to")
    assert who.resolve(start, start + len("Ilves")).name == "Goran Ilves"


def test_a_headings_bare_name_is_who_the_line_below_it_names_in_full(document: Callable[..., Document]) -> None:
    text = (
        "18:10\nDefence Minister Vladimir Padrino López spoke for the government.\n\n"
        "18:40\nLópez seeks shelter\nOpposition leader Leopoldo López went to the embassy.\n"
    )
    who = find_actors(document(text, "2019-04-30"))
    places = [text.index("Vladimir"), text.index("López seeks")]
    found = [who.resolve(at, at + len(words)).actor for at, words in zip(places, ("Vladimir Padrino López", "López"), strict=True)]
    assert found == ["person:vladimir-padrino", "person:leopoldo-lopez"]
