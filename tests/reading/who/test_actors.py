"""One actor for all its names, and nobody for a place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diurna.reading.document import Document
from diurna.reading.who import RegistryFault, Who, find_actors
from diurna.reading.who.registry import registry, rows
from diurna.words import UNNAMED, Absent

Parse = Callable[..., Document]


def meant(who: Who, text: str, words: str, number: int = 1) -> str:
    """The name of the actor that the n-th place of some words means; empty for none."""
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return who.named(who.resolve(at, at + len(words)).actor)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Guterres met Lavrov. Mr. Gutteres then left.", "Gutteres", "António Guterres"),
        ("Russian Foreign Minister Sergey Lavrov spoke. The Russian diplomat left.", "The Russian diplomat", "Sergei Lavrov"),
        ("The Kremlin rejected the plan.", "The Kremlin", "Russia"),
        ("Kyiv rejected the plan.", "Kyiv", "Ukraine"),
        ("Kiev and Kyiv are one.", "Kiev", "Ukraine"),
        ("The Ukrainian government rejected the plan.", "The Ukrainian government", "Ukraine"),
        ("The UN chief spoke to Putin.", "The UN chief", "António Guterres"),
        ("The U.N. sent lorries.", "The U.N.", "United Nations"),
        ("The Red Cross sent lorries.", "The Red Cross", "International Committee of the Red Cross"),
        ("Turkey's Erdogan met Putin. He offered to mediate.", "He", "Recep Tayyip Erdoğan"),
        ("Ankara said it would host talks.", "it", "Turkey"),
        ("Hamas released two hostages.", "Hamas", "Hamas"),
        ("The council adopted a statement. Guterres welcomed it.", "Guterres", "António Guterres"),
    ],
)
def test_an_actor_is_known_by_all_its_names(document: Parse, text: str, words: str, name: str) -> None:
    who = find_actors(document(text, "2022-05-01"))
    assert meant(who, text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Ukrainian forces shelled the depot.", "Ukrainian forces", "UKR", "MIL"),
        ("The Israeli police detained ten people.", "The Israeli police", "ISR", "COP"),
        ("The Sudanese army denied the raid.", "The Sudanese army", "SDN", "MIL"),
        ("Iranian Foreign Minister Parviz Nemati denied it.", "Iranian Foreign Minister Parviz Nemati", "IRN", "GOV"),
        ("A U.S. Supreme Court decision was condemned.", "A U.S. Supreme Court decision", "USA", "JUD"),
        ("U.S. and Philippine marines landed.", "Philippine marines", "PHL", "MIL"),
        ("Yugoslav army units left.", "Yugoslav army units", "YUG", "MIL"),
        ("Protesters in Tehran burned a flag.", "Protesters in Tehran", "IRN", "CVL"),
        ("Yemeni army soldiers took the port.", "Yemeni army soldiers", "YEM", "MIL"),
        ("King Bertil of Norway spoke to them.", "King Bertil of Norway", "NOR", "GOV"),
        ("London-based journalists were barred.", "London-based journalists", "GBR", "MED"),
    ],
)
def test_who_is_not_in_the_registry_is_placed_by_its_words(
    document: Parse, text: str, words: str, country: str, sector: str
) -> None:
    found = find_actors(document(text)).resolve(text.index(words), text.index(words) + len(words))
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize("words", ["The Iran-backed militia", "Turkish-trained fighters", "A Saudi-aligned group"])
def test_whom_a_state_stands_behind_is_not_its_own(document: Parse, words: str) -> None:
    found = find_actors(document(f"{words} took the port.")).resolve(0, len(words))
    assert isinstance(found.country, Absent)
    assert not str(found.actor).startswith("state:")


def test_the_last_part_of_a_name_is_nobody_else(document: Parse) -> None:
    words = "Sheikh Tamim bin Hamad Al Thani"
    assert find_actors(document(f"{words} pledged support to Sudan.")).resolve(0, len(words)).actor == "person:tamim-bin-hamad"


@pytest.mark.parametrize("text", ["Soldiers from Bahir Dar fought.", "Aid reached the Cook Islands.", "Floods cut off Banda Aceh."])
def test_a_part_of_a_places_name_is_nobody(document: Parse, text: str) -> None:
    who = find_actors(document(text, "2001-02-01"))
    assert not [a.name for a in who.actors() if a.id.startswith("person:")]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Clinton met the envoy on Monday.", "Clinton", "USA"),
        ("Yesterday Arafat and Rabin signed the accord.", "Arafat", "PSE"),
        ("Gorbachev met Thatcher.", "Gorbachev", "SUN"),
    ],
)
def test_a_bare_family_name_gives_the_country_of_all_who_are_known_by_it(document: Parse, text: str, words: str, country: str) -> None:
    start = text.index(words)
    assert find_actors(document(text)).resolve(start, start + len(words)).country == country


def test_two_who_bear_a_name_are_told_apart_by_who_was_in_office(document: Parse) -> None:
    text = "Bush told reporters that the talks would go on."
    days = {"1991-02-01": "person:george-hw-bush", "2003-02-01": "person:george-w-bush"}
    assert {day: find_actors(document(text, day)).resolve(0, 4).actor for day in days} == days


@pytest.mark.parametrize("text", ["Envoy Orlov met them.", "Chad's president, Emmerson Ngawo, met them.", "Ambassador Lindqvist met them."])
def test_a_name_with_a_title_is_a_person_whatever_the_parse_says(document: Parse, text: str) -> None:
    who = find_actors(document(text))
    assert [a.type for a in who.actors() if not a.id.startswith("state:")] == ["person"]


@pytest.mark.parametrize("text", ["Anna Kowalski spoke with the envoy.", "General Kowalski met the general."])
def test_nobody_speaks_with_himself(document: Parse, text: str) -> None:
    who = find_actors(document(text))
    start = text.index("the ")
    assert who.resolve(start, len(text) - 1).actor != next(a.id for a in who.actors() if "Kowalski" in a.name)


def test_the_opposition_leader_is_a_person_and_not_the_opposition(document: Parse) -> None:
    words = "Zimbabwe's opposition leader Nelson Chamisa"
    found = find_actors(document(f"{words} rejected the result.")).resolve(0, len(words))
    assert (found.name, found.country) == ("Nelson Chamisa", "ZWE")


@pytest.mark.parametrize("words", ["Officials", "Two diplomats", "A source"])
def test_sources_without_a_name_are_unnamed(document: Parse, words: str) -> None:
    text = f"{words} said the talks had stalled."
    assert find_actors(document(text)).resolve(0, len(words)).actor is UNNAMED


def test_a_pronoun_that_nothing_resolves_stays_unresolved(document: Parse) -> None:
    text = "They said the talks had stalled."
    assert isinstance(find_actors(document(text)).resolve(0, 4).actor, Absent)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param("Rana Idris met the envoy. She said talks would go on. He agreed. She left.", "She@2", "Rana Idris", id="carried on"),
        pytest.param("Hamas said it had agreed. The city sent a letter. It was two pages long.", "It", None, id="a common noun before"),
        pytest.param(
            "Sergei Lavrov spoke first. \"Antony Blinken never called,\" he said.", "he", "Sergei Lavrov", id="not somebody in the quote"
        ),
        pytest.param("In its statement, Hamas accused Israel.", "its", "Hamas", id="the subject to come"),
        pytest.param("Berlin brought together twelve countries. They promised to wait.", "They", None, id="several who are no actors"),
        pytest.param("Germany brought together the papers. They promised to wait.", "They", "Germany", id="papers promise nothing"),
        pytest.param("Karl Brandt and Omar Tell met in Cairo. He was pleased.", "He", None, id="two who weigh the same"),
        pytest.param('Omar Deng said talks went on. Karl Brandt left. "We agreed," he added.', "he", "Omar Deng", id="the speaker goes on"),
        pytest.param("Rana Idris met a U.S. senator in March. Meanwhile, it denied the report.", "it", None, id="a country as adjective"),
        pytest.param(
            "Foreign Minister Sergei Lavrov said that, given the role of Antony Blinken, Russia had advised him to wait.",
            "him", "Antony Blinken", id="not who speaks for the state that acts",
        ),
        pytest.param("Mina Sool said that she would wait. Karl Brandt was angry. He left.", "He", "Karl Brandt", id="she is not he"),
    ],
)
def test_a_pronoun_means_who_outweighs_all_others(document: Parse, text: str, words: str, name: str | None) -> None:
    who = find_actors(document(text))
    word, _, number = words.partition("@")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(word, start + 1)
    got = who.resolve(start, start + len(word))
    assert (who.named(got.actor) or None) == name


def test_the_minsk_agreements_are_no_act_of_belarus(document: Parse) -> None:
    who = find_actors(document("The Minsk agreements were signed in 2015."))
    assert "Belarus" not in [a.name for a in who.actors()]


def test_the_office_is_that_of_the_day(document: Parse) -> None:
    text = "The British prime minister spoke."
    then, later = (find_actors(document(text, day)) for day in ("2022-05-01", "2023-05-01"))
    assert meant(then, text, "The British prime minister") == "Boris Johnson"
    assert meant(later, text, "The British prime minister") == "Rishi Sunak"


def test_mentions_cut_their_own_words(document: Parse) -> None:
    text = "Russian Foreign Minister Sergey Lavrov told the UN’s António Guterres in Moscow that the Kyiv authorities balked."
    for mention in find_actors(document(text)).mentions():
        assert text[mention.start : mention.end] == mention.words


def test_a_user_adds_groups_in_a_file_of_their_own(document: Parse, tmp_path: Path) -> None:
    own = tmp_path / "groups-mine.tsv"
    own.write_text(
        "id\tname\taliases\tsector\tcountry\ttype\tdemonyms\nvek-guard\tVek Guard\tGuard of the Vek\tREB\tUKR\tgroup\t\n"
    )
    text = "The Guard of the Vek freed two men."
    who = find_actors(document(text), (own,))
    assert meant(who, text, "The Guard of the Vek") == "Vek Guard"


def test_a_wrong_table_names_the_file_and_the_line(tmp_path: Path) -> None:
    wrong = tmp_path / "groups.tsv"
    wrong.write_text("id\tname\taliases\tsector\tcountry\ttype\tdemonyms\nvek\tVek\n")
    with pytest.raises(RegistryFault, match=r"groups\.tsv:2"):
        list(rows(wrong, "groups"))


def test_the_registry_holds_what_it_promises() -> None:
    """At least every UN member, 200 organisations, 150 groups, and the leaders of 60 states."""
    known = registry()
    kinds = [e.type for e in known.entities.values()]
    assert kinds.count("state") >= 195  # type: ignore[arg-type]
    assert kinds.count("organisation") >= 200  # type: ignore[arg-type]
    assert kinds.count("group") >= 150  # type: ignore[arg-type]
    led = {t.of for p in known.people.values() for t in p.tenures if t.of.startswith("state:")}
    assert len(led) >= 60
    assert all(t.of in known.entities for p in known.people.values() for t in p.tenures if t.of), "an office of nobody's"
