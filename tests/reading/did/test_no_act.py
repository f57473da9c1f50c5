"""Words that tell no act, each beside one like it that does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.did.clause import trigger_token
from diurna.reading.did.no_act import general, hands_on, held_land, idiom, nobodys, without_forces
from diurna.reading.did.proposal import Proposal, Told
from diurna.reading.document import Document

Parse = Callable[..., Document]


def told(document: Document, kind: str, trigger: str, actors: str = "", modality: str = "done") -> Told:
    """An act proposed by hand; its actors parted by a bar."""
    text = document.report.text
    places = [(text.index(words), text.index(words) + len(words)) for words in (trigger, *actors.split("|")) if words]
    token = trigger_token(document, places[0])
    assert token is not None
    return Proposal(places[0], kind, modality, tuple(places[1:])), token


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "actors", "nothing"),
    [
        pytest.param("Two trawlers and a ferry left Bergen.", "retreat", "left", "Two trawlers", False, id="a ship that is not listed"),
        pytest.param("Two vessels left Bergen.", "retreat", "left", "Two vessels", True, id="ships"),
        pytest.param("The cargo planes and the buses left Juba.", "retreat", "left", "The cargo planes|the buses", True, id="all of them"),
        pytest.param("The buses and the marines left Juba.", "retreat", "left", "The buses|the marines", False, id="forces beside"),
        pytest.param("A lorry struck the gate.", "assault", "struck", "A lorry", False, id="another kind"),
        pytest.param("They left Juba at night.", "retreat", "left", "", False, id="nobody named"),
    ],
)
def test_ships_and_vehicles_neither_retreat_nor_mobilize(
    document: Parse, text: str, kind: str, trigger: str, actors: str, nothing: bool
) -> None:
    one = document(text)
    assert without_forces(one, told(one, kind, trigger, actors)) is nothing


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "nothing"),
    [
        pytest.param("They shelled a village held by the Front.", "coerce", "held", True, id="land"),
        pytest.param("They freed two nurses held by the Front.", "coerce", "held", False, id="people"),
        pytest.param("They crossed the region held by the Front.", "meet", "held", False, id="another kind"),
        pytest.param("The Front held the village.", "coerce", "held", False, id="no participle"),
        pytest.param("They shelled a village besieged by the Front.", "coerce", "besieged", False, id="another word"),
    ],
)
def test_land_is_not_detained(document: Parse, text: str, kind: str, trigger: str, nothing: bool) -> None:
    assert held_land(told(document(text), kind, trigger)) is nothing


@pytest.mark.parametrize(
    ("text", "saying", "inner", "nothing"),
    [
        pytest.param("The harbour master said that rebels attacked a tug.", ("assert", "said"), ("assault", "attacked"), True, id="said"),
        pytest.param("The harbour master insisted that rebels attacked a tug.", ("assert", "insisted"), ("assault", "attacked"), False,
                     id="more than plain saying"),
        pytest.param("The harbour master said that he will sue.", ("promise", "said"), ("accuse", "sue"), False, id="a promise"),
        pytest.param("Rebels attacked a tug, and nobody said a word.", ("assert", "said"), ("assault", "attacked"), False,
                     id="beside and not within"),
    ],
)  # fmt: skip
def test_plain_saying_hands_on(document: Parse, text: str, saying: tuple[str, str], inner: tuple[str, str], nothing: bool) -> None:
    one = document(text)
    outer = told(one, *saying)
    assert hands_on(outer, [outer, told(one, *inner)]) is nothing


def test_saying_with_no_act_in_its_clause_stands(document: Parse) -> None:
    alone = told(document("The harbour master said that the tide was low."), "assert", "said")
    assert not hands_on(alone, [alone])


@pytest.mark.parametrize(
    ("text", "trigger", "nothing"),
    [
        pytest.param("No envoy can threaten a river.", "threaten", True, id="what one can do"),
        pytest.param("The envoy could threaten Norland again.", "threaten", False, id="what may come"),
        pytest.param("Shelling the dam would be madness.", "Shelling", True, id="what it is to do it"),
        pytest.param("Norland has stopped shelling the dam.", "shelling", True, id="what one stops doing"),
        pytest.param("Norland has started shelling the dam.", "shelling", False, id="what one begins"),
    ],
)
def test_a_verb_that_is_only_spoken_of(document: Parse, text: str, trigger: str, nothing: bool) -> None:
    assert general(told(document(text), "assault", trigger)[1]) is nothing


@pytest.mark.parametrize(
    ("text", "trigger", "nothing"),
    [
        pytest.param("Norland swore in a new governor.", "swore", True, id="into office"),
        pytest.param("Norland swore to punish the governor.", "swore", False, id="an oath"),
    ],
)
def test_who_is_sworn_in_is_promised_nothing(document: Parse, text: str, trigger: str, nothing: bool) -> None:
    assert idiom(told(document(text), "promise", trigger)[1]) is nothing


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "actors", "modality", "nothing"),
    [
        pytest.param("The ferry sinks whenever anyone attacks it.", "assault", "attacks", "anyone", "done", True, id="anybody"),
        pytest.param("Two ferries sailed and one of them attacked a tug.", "assault", "attacked", "one of them", "done", False,
                     id="one of those named"),
        pytest.param("Cholera killed nine in the camp.", "assault", "killed", "Cholera", "done", True, id="a disease"),
        pytest.param("Cyclone Ida struck the port.", "assault", "struck", "Cyclone Ida", "done", True, id="a storm by its name"),
        pytest.param("Militiamen struck the port.", "assault", "struck", "Militiamen", "done", False, id="somebody"),
        pytest.param("Threats against judges doubled.", "threaten", "Threats", "", "done", True, id="a topic"),
        pytest.param("She spoke of raids against judges.", "assault", "raids", "", "done", False, id="a deed, and no words"),
        pytest.param("The gates might be opened.", "release", "opened", "", "possible", True, id="perhaps, by nobody and for nobody"),
        pytest.param("The gates were opened.", "release", "opened", "", "done", False, id="done, by whomever"),
    ],
)  # fmt: skip
def test_what_nobody_in_particular_does(
    document: Parse, text: str, kind: str, trigger: str, actors: str, modality: str, nothing: bool
) -> None:
    one = document(text)
    assert nobodys(one, told(one, kind, trigger, actors, modality)) is nothing
