"""The lists that people edit: a mistake is named by its file, list and word when they are loaded."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

import pytest

from diurna.reading.did.word_lists import NAMES, lists_in, word_lists, words

TEXT = files("diurna.reading.languages.en").joinpath("acts.toml").read_text(encoding="utf-8")
LAND = re.compile(r"^\[land\]\nwords = .*\n", re.MULTILINE)


@pytest.mark.parametrize(
    ("land", "says"),
    [
        pytest.param("", "no list land", id="missing"),
        pytest.param('[land]\nwords = "area"\n[sea]\nwords = "gulf"\n', "the list sea", id="unknown"),
        pytest.param('[land]\nwords = " "\n', "land: the list is empty", id="empty"),
        pytest.param('[land]\nwords = "area town area"\n', "land: more than once: area", id="twice"),
        pytest.param('[land]\nwords = "area Town"\n', "land: not in small letters: Town", id="large letter"),
        pytest.param('[land]\nwords = ["area"]\n', r"land: Expected `str`, got `array`", id="no string"),
        pytest.param('[land]\nlemmas = "area"\n', r"land: .*`lemmas`", id="unknown key"),
        pytest.param('[land]\nwords = "area\n', "line", id="no TOML"),
    ],
)
def test_a_mistake_in_a_list_is_named(land: str, says: str) -> None:
    edited, times = LAND.subn(land, TEXT)
    assert times == 1
    with pytest.raises(ValueError, match=rf"^acts\.toml: .*{says}"):
        lists_in(edited)


def test_the_file_holds_every_list() -> None:
    assert set(word_lists()) == NAMES
    assert "cease-fire" in words("events")


def test_every_list_says_what_it_is_for() -> None:
    lines = TEXT.splitlines()
    assert [line for before, line in pairwise(lines) if line.startswith("[") and not before.startswith("# ")] == []
