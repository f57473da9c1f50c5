"""The words that people edit: a mistake is named by its file, list and word when they are loaded."""

from __future__ import annotations

import inspect
import re
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import fields

from diurna.reading.did.word_lists import ActWords
from diurna.reading.languages.word_lists import Words, lists_in, word_lists
from diurna.reading.said.word_lists import StatementWords
from diurna.reading.when.word_lists import TimeWords
from diurna.reading.where.word_lists import PlaceWords
from diurna.reading.who.gender import GivenNames
from diurna.reading.who.word_lists import ActorWords

ENGLISH = files("diurna.reading.languages.en")
ROOMS: dict[str, type[Struct]] = {
    "acts.toml": ActWords,
    "actors.toml": ActorWords,
    "given_names.toml": GivenNames,
    "places.toml": PlaceWords,
    "statements.toml": StatementWords,
    "times.toml": TimeWords,
}
each_file = pytest.mark.parametrize("file", ROOMS)


def text_of(file: str) -> str:
    return ENGLISH.joinpath(file).read_text(encoding="utf-8")


def with_table(file: str, name: str, table: str) -> str:
    """The text of a file with another table in the place of one."""
    edited, times = re.subn(rf"^\[{name}\]\n(?:[^\n\[#].*\n)+", table, text_of(file), flags=re.MULTILINE)
    assert times == 1
    return edited


@each_file
@pytest.mark.parametrize(
    ("table", "says"),
    [
        pytest.param("", "no list {name}", id="missing"),
        pytest.param('[{name}]\nwords = "area"\n[sky]\nwords = "gulf"\n', "no rule asks for the list sky", id="unknown"),
        pytest.param('[{name}]\nwords = " "\n', "{name}: the list is empty", id="empty"),
        pytest.param('[{name}]\nwords = "area town area"\n', "{name}: more than once: area", id="twice"),
        pytest.param('[{name}]\nwords = "area Town"\n', "{name}: not in small letters: Town", id="large letter"),
        pytest.param('[{name}]\nwords = ["area"]\n', "{name}: Expected `str`, got `array`", id="no string"),
        pytest.param('[{name}]\nlemmas = "area"\n', "{name}: .*`lemmas`", id="unknown key"),
        pytest.param('[{name}]\nwords = "area\n', "line", id="no TOML"),
    ],
)
def test_a_mistake_in_a_list_is_named(file: str, table: str, says: str) -> None:
    name = next(field.name for field in fields(ROOMS[file]) if field.type == Words)
    edited = with_table(file, name, table.format(name=name))
    with pytest.raises(ValueError, match=rf"^{re.escape(file)}: .*{says.format(name=name)}"):
        lists_in(edited, file, ROOMS[file])


@pytest.mark.parametrize(
    ("file", "name", "table", "says"),
    [
        pytest.param("actors.toml", "looser_titles", 'envoy = "envoy"', "Expected `array`, got `str`", id="a title, not titles"),
        pytest.param("actors.toml", "shortened_titles", "gen = 1", "Expected `str`, got `int`", id="no title"),
        pytest.param("actors.toml", "shortened_titles", 'Gen = "general"', "not in small letters: Gen", id="large letter"),
        pytest.param("actors.toml", "titles_of_gender", 'king = "it"', "Invalid enum value 'it'", id="no gender"),
        pytest.param("times.toml", "months", 'april = "four"', "Expected `int`, got `str`", id="no number"),
        pytest.param("times.toml", "months", "", "the list is empty", id="empty"),
        pytest.param("times.toml", "months", "april = 4\napril = 5", "line", id="twice"),
        pytest.param("times.toml", "units", 'moons = "moon"', "Invalid enum value 'moon'", id="no unit"),
        pytest.param("times.toml", "seasons", "spring = [3]", "Expected `array` of length 2", id="no end"),
        pytest.param("times.toml", "zones", 'gmt = "London"', "Invalid enum value 'London'", id="no offset"),
    ],
)
def test_a_mistake_in_a_table_is_named(file: str, name: str, table: str, says: str) -> None:
    edited = with_table(file, name, f"[{name}]\n{table}\n")
    with pytest.raises(ValueError, match=rf"^{re.escape(file)}: .*{says}"):
        lists_in(edited, file, ROOMS[file])


@each_file
def test_every_list_is_asked_for(file: str) -> None:
    room = Path(inspect.getfile(ROOMS[file])).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    assert [name for name in ROOMS[file].__struct_fields__ if not re.search(rf"\(\)\.{name}\b", code)] == []


@each_file
def test_every_list_says_what_it_is_for(file: str) -> None:
    lines = text_of(file).splitlines()
    assert [line for before, line in pairwise(lines) if line.startswith("[") and not before.startswith("# ")] == []


def test_what_a_room_gets() -> None:
    times = word_lists("times.toml", TimeWords)
    assert "cease-fire" in word_lists("acts.toml", ActWords).events
    assert (times.months["april"], times.seasons["winter"], times.zones["et"]) == (4, (12, 2), "")
    assert word_lists("actors.toml", ActorWords).looser_titles["envoy"] == ("envoy", "ambassador")
