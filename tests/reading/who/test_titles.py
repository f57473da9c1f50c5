"""Titles and descriptions without a name: whom of those named before they take up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec import structs

from diurna.reading.document import Document
from diurna.reading.who import find_actors
from diurna.reading.who.registry import registry
from diurna.reading.who.word_lists import lexis

Parse = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param(
            "The mayor of Dorn, Anatol Fedorin, spoke on Friday. Nurses had fled. The mayor said that 300 people were buried.",
            "The mayor said",
            "Anatol Fedorin",
            id="a title that the name explains",
        ),
        pytest.param(
            "A spokesperson for the ICRC, Lena Hartog, spoke in Geneva. Rain fell. The spokesperson said the lorries had turned back.",
            "The spokesperson",
            "Lena Hartog",
            id="a body between title and name",
        ),
        pytest.param(
            "Filippo Grandi, the UN High Commissioner for Refugees, visited Chad. The high commissioner said money was short.",
            "The high commissioner",
            "Filippo Grandi",
            id="a title shortened",
        ),
        pytest.param(
            "Foreign Minister Karel Lund met his counterpart Hossein Amirabdollahian in Van. The minister added that a route was open.",
            "The minister",
            "Karel Lund",
            id="of two in one sentence its subject",
        ),
        pytest.param(
            "President Omar Deng and President Karel Lund met in Juba. The president said grain would flow.",
            "The president",
            None,
            id="two subjects are too many",
        ),
        pytest.param(
            "Prime Minister Selma Rahimi flew to Geneva with Defence Minister Karl Lund. The premier said the truce held.",
            "The premier",
            "Selma Rahimi",
            id="another word for one office",
        ),
        pytest.param(
            "Defence Minister Karl Lund flew to Geneva with Prime Minister Selma Rahimi. The minister said the truce held.",
            "The minister",
            "Karl Lund",
            id="a prime minister is not the minister",
        ),
        pytest.param(
            "Russian Foreign Ministry spokeswoman Maria Zakharova spoke in Moscow. The diplomat said the West was to blame.",
            "The diplomat",
            "Maria Zakharova",
            id="who speaks for a foreign ministry is a diplomat",
        ),
        pytest.param(
            "Omar Deng of the United Nations spoke first. Envoy Karel Lund of the Red Cross came late. The UN envoy said talks went on.",
            "The UN envoy",
            None,
            id="the envoy of another body",
        ),
        pytest.param(
            "Luhansk Governor Serhiy Odar met Karel Lund. The Luhansk governor said two were killed.",
            "The Luhansk governor",
            "Serhiy Odar",
            id="a region named again",
        ),
        pytest.param(
            "Luhansk Governor Serhiy Odar spoke to reporters. The Sumy governor said two were killed.",
            "The Sumy governor",
            None,
            id="a region that nobody was named with",
        ),
        pytest.param(
            "Omar Deng, an opposition lawmaker, was held. The lawmaker said police beat him.",
            "The lawmaker",
            "Omar Deng",
            id="a kind of lawmaker",
        ),
        pytest.param(
            "Secretary-General Mina Sool met General Karel Lund. The general said the bridge was lost.",
            "The general",
            "Karel Lund",
            id="a secretary-general is no general",
        ),
        pytest.param(
            "Omar Deng, a senior Hamas official, spoke in Doha. He said talks had failed.", "He", "Omar Deng", id="what a name is"
        ),
        pytest.param("A US senator met the envoy in Kyiv. He left.", "A US senator", None, id="any senator is nobody in particular"),
        pytest.param("A US senator met Karel Lund in Kyiv. He said aid would come.", "He", None, id="he may be the senator"),
        pytest.param("The envoy met Karel Lund in Kyiv. He said aid would come.", "He", None, id="he may be the envoy"),
        pytest.param("The Secretary-General met Karel Lund. He said aid would come.", "He", None, id="he may be the secretary-general"),
        pytest.param("The general met Karel Lund. He spoke of a truce.", "He", None, id="he may be the general"),
        pytest.param("A spokesman for the army met Karel Lund. He spoke of a truce.", "He", None, id="he may be the spokesman"),
        pytest.param("The spokeswoman met Karel Lund. He spoke of a truce.", "He", "Karel Lund", id="he is no spokeswoman"),
        pytest.param(
            "Karel Lund, a general, flew to Juba. The general met Omar Deng. He spoke of a truce.", "He", "Karel Lund", id="a title goes on"
        ),
        pytest.param("A former Israeli prime minister spoke.", "A former Israeli prime minister", None, id="who held an office once"),
        pytest.param(
            "Omar Deng came with his wife, Sara Deng. Deng said that the truce held.",
            "Deng said",
            "Omar Deng",
            id="of one family the first named",
        ),
    ],
)
def test_a_title_takes_up_who_bears_it(document: Parse, text: str, words: str, name: str | None) -> None:
    who = find_actors(document(text, "2022-05-01"))
    start = text.rindex(words)
    got = who.resolve(start, start + len(words.removesuffix(" said")))
    assert (who.named(got.actor) or None) == name


def test_a_party_s_nominee_is_who_was_nominated_then(document: Parse) -> None:
    text = "Donald Trump answered Hillary Clinton. The Republican nominee said that he would win."
    who = find_actors(document(text, "2016-09-20"))
    start = text.index("The Republican")
    assert who.named(who.resolve(start, start + len("The Republican nominee")).actor) == "Donald Trump"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param(
            "The International Monetary Fund lent less. Traders sold. The fund said growth was slow.",
            "The fund",
            "International Monetary Fund",
            id="its name is built on the noun",
        ),
        pytest.param("Hamas spoke first. The Islamic State fled. The bank stayed shut.", "The bank", "The bank", id="rebels are no bank"),
        pytest.param(
            "The Sudanese army shelled Nyala. The army denied it.",
            "The army",
            "Sudanese Armed Forces",
            id="an army with its country before",
        ),
        pytest.param(
            "The Kenyan government sent maize. Rain fell. The government said it was not enough.",
            "The government",
            "Kenya",
            id="a government with its country before",
        ),
        pytest.param(
            "The Kenyan government met the Ugandan government. The government said it was not enough.",
            "The government",
            None,
            id="of two governments neither",
        ),
        pytest.param(
            "The Sudanese army and the Rapid Support Forces met. The paramilitary force said it would sign.",
            "The paramilitary force",
            "Rapid Support Forces",
            id="the kind of body",
        ),
        pytest.param(
            "The World Food Programme left Nyala. The UN agency said looters came.",
            "The UN agency",
            "World Food Programme",
            id="a body of the same family",
        ),
        pytest.param(
            "Tass and Al Jazeera were there. The Russian agency said two were hurt.", "The Russian agency", "TASS", id="a body's country"
        ),
        pytest.param("Al Jazeera and Reuters were there. The agency said two were hurt.", "The agency", None, id="two bodies in one place"),
    ],
)
def test_a_common_noun_takes_up_a_body(document: Parse, text: str, words: str, name: str | None) -> None:
    who = find_actors(document(text))
    start = text.rindex(words)
    assert (who.named(who.resolve(start, start + len(words)).actor) or None) == name


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        pytest.param("UN lorries left Nyala.", "The Secretary-General", "António Guterres", id="the body named"),
        pytest.param("NATO met in Vilnius.", "The Secretary-General", "Jens Stoltenberg", id="another body"),
        pytest.param("NATO met the United Nations.", "The Secretary-General", None, id="of two neither"),
        pytest.param("UN lorries left for the ASEAN summit.", "The Secretary-General", None, id="one whose holder is not known"),
        pytest.param("UN lorries left Nyala.", "A secretary-general", None, id="any"),
        pytest.param("Nurses left Nyala.", "The Secretary-General", None, id="no body"),
        pytest.param("Readout of the Secretary-General's call to Nyala\n\n", "The Secretary-General", "António Guterres", id="a readout"),
    ],
)
def test_the_secretary_general_is_that_of_the_body_named(document: Parse, before: str, words: str, name: str | None) -> None:
    text = f"{before} {words} met Karel Lund. He spoke of grain."
    report = document(text, "2022-05-01")
    if before.endswith("\n"):
        report = replace(report, report=structs.replace(report.report, title=before.strip()))
    who = find_actors(report)
    for said in (words, "He"):
        at = text.rindex(said)
        assert (who.named(who.resolve(at, at + len(said)).actor) or None) == name


def test_the_bodies_with_an_office_are_of_the_registry() -> None:
    assert {body for bodies in lexis().bodies_with.values() for body in bodies} <= set(registry().entities)
