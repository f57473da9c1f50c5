"""explain: an act with everything that it rests on."""
from __future__ import annotations

import json

import pytest
import scenes
from msgspec.structs import replace
from running import Run

from diurna.views.cli.explain import fields
from diurna.views.evidence import explained, sentence_around
from diurna.words import NOT_STATED, UNNAMED, Absent

REPORT, READING = scenes.harbour()
BY_KIND = {act.kind: act for act in READING.acts}


def flowing(out: str) -> str:
    return " ".join(out.split())


@pytest.mark.parametrize("words", [
    "“⟦We are ready to let 120 civilians leave the harbour on 3 May if the shelling stops⟧,",
    "Orlov said after meeting UN envoy Mira Sand in Strelsau on April 26.",
    "promise, told by “ready to let”",
    "Undertakes to do something",
    "Anton Orlov, from “Orlov”; person, GOV, RUR, Foreign Minister, Ruritania; known from the registry",
    "Port Vek, from “Port Vek”; RUR; -12.50, 37.62",
    "3 May ~2022, from “3 May”; year inferred from the date of publication; to the day",
    "“120 civilians”, of civilians",
    "1. Anton Orlov, speaker; “Orlov” 2. The Vek Mirror, outlet; no words name it here",
    "kind promise 0.87, then offer 0.09, no act 0.01",
    "confidence 0.87",
    "published 27 Apr 2022, which rests on a line of the text",
    "PLOVER: AGREE",
])
def test_what_an_act_rests_on(diurna: Run, words: str) -> None:
    out = flowing(diurna("explain", BY_KIND["promise"].id).out.replace('"⟦', "“⟦"))
    assert words in out


@pytest.mark.parametrize("source", ["date of publication", "the last day stated"])
def test_what_a_time_was_inferred_from_has_one_article(source: str) -> None:
    act = BY_KIND["promise"]
    assert not isinstance(act.when, Absent)
    told = replace(act, when=replace(act.when, from_what=source))
    said = {name: " ".join(line.plain for line in lines) for name, lines in fields(explained(told, REPORT, READING), marks=True)}
    assert f"inferred from the {source.removeprefix('the ')};" in said["When"]


def test_nested_acts_name_one_another(diurna: Run) -> None:
    assert f"within: accuse {BY_KIND['accuse'].id[:8]}" in diurna("explain", BY_KIND["coerce"].id).out
    assert f"holds: coerce {BY_KIND['coerce'].id[:8]}" in diurna("explain", BY_KIND["accuse"].id).out
    assert "done, and only alleged" in diurna("explain", BY_KIND["coerce"].id).out
    assert "rule: the blamed party is the actor" in diurna("explain", BY_KIND["coerce"].id).out


def test_an_actor_that_the_registry_lacks_is_placed_by_its_words(diurna: Run) -> None:
    assert "placed by the words around it" in flowing(diurna("explain", BY_KIND["visit"].id).out)


def test_what_is_not_stated_is_said(diurna: Run) -> None:
    out = flowing(diurna("explain", scenes.convoy()[1].acts[1].id).out)
    for words in ("Who not stated", "To whom not stated", "Where not stated", "When not stated", "On whose word the report's own",
                  "its date of publication is not stated"):
        assert words in out


def test_the_beginning_of_an_id_is_enough(diurna: Run) -> None:
    one = BY_KIND["promise"].id
    assert diurna("explain", one[:8].upper()).out == diurna("explain", one).out


def test_an_id_that_fits_several_names_them(diurna: Run) -> None:
    ended = diurna("explain", "")
    assert ended.code == 2
    assert "several acts" in ended.err


def test_an_id_that_fits_none_says_where_ids_are(diurna: Run) -> None:
    ended = diurna("explain", "zzzz")
    assert ended.code == 2
    assert "diurna show acts" in ended.err


def test_explain_as_json(diurna: Run) -> None:
    said = json.loads(diurna("explain", BY_KIND["coerce"].id, "--json").out)
    assert said["act"]["kind"] == "coerce"
    assert said["within"]["kind"] == "accuse"
    assert said["holds"] == []
    assert [actor["basis"] for actor in said["actors"]] == ["registry"]
    assert REPORT.text[said["sentence"]["start"] : said["sentence"]["end"]] == said["sentence"]["words"]
    assert said["sentence"]["words"] == "Graustark accused Orlov of ordering the blockade."


@pytest.mark.parametrize(("text", "words", "sentence"), [
    ("One. Two three. Four.", "three", "Two three."),
    ("Mr. Orlov met Gen. Sand. Then he left.", "met", "Mr. Orlov met Gen. Sand."),
    ("He said: “It is over.” They left.", "over", "He said: “It is over.”"),
    ("A title\nThe text. More.", "title", "A title"),
    ("The U.S. Envoy spoke. He left.", "spoke", "The U.S. Envoy spoke."),
    ("No end here", "end", "No end here"),
    ("First. Second", "First. Second", "First. Second"),
])
def test_sentences(text: str, words: str, sentence: str) -> None:
    at = text.index(words)
    start, end = sentence_around(text, at, at + len(words))
    assert text[start:end] == sentence


def test_a_text_without_sentences_is_shown_in_part() -> None:
    start, end = sentence_around("word " * 10_000, 20_000, 20_004)
    assert end - start < 2_000


def test_a_party_without_an_actor_is_said_to_have_none() -> None:
    act = BY_KIND["reject"]
    nobody, somebody = replace(act.actors[0], actor=NOT_STATED), replace(act.recipients[0], actor=UNNAMED)
    unknown = replace(act, actors=(nobody,), recipients=(somebody,))
    said = {name: " ".join(line.plain for line in lines) for name, lines in fields(explained(unknown, REPORT, READING), marks=True)}
    assert said["Who"] == "Anton Orlov, from “Anton Orlov”; GOV, RUR; tied to no actor of the record"
    assert said["To whom"].endswith("; GOV, GRK; somebody whom the report does not name")
