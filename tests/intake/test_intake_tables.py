"""The tables that people edit: a mistake is named by its place when they are loaded."""
from __future__ import annotations

import pytest
from msgspec import convert

from diurna.intake import dates, furniture, known_names, tables
from diurna.intake.tables import any_of, low


@pytest.fixture
def edited(monkeypatch):
    """Loads a table with some of its words replaced."""

    def edit(name, old, new, load):
        real = tables.files

        class Edited:
            def joinpath(self, file):
                self.words = real("diurna.intake").joinpath(file).read_text(encoding="utf-8")
                assert file != name or old in self.words
                return self

            def read_text(self, encoding):
                return self.words.replace(old, new)

        monkeypatch.setattr(tables, "files", lambda _: Edited())
        for cached in (dates.date_words, furniture.furniture_table, furniture._rules, known_names.credit_table):
            cached.cache_clear()
        try:
            return load()
        finally:
            monkeypatch.undo()
            for cached in (dates.date_words, furniture.furniture_table, furniture._rules, known_names.credit_table):
                cached.cache_clear()

    return edit


@pytest.mark.parametrize(
    ("name", "old", "new", "load", "says"),
    [
        ("furniture.toml", 'kind = "share bar"', 'kind = "shear bar"', furniture.furniture_table, "'shear bar' is no kind"),
        ("furniture.toml", 'where = "words"', 'where = "word"', furniture._rules, "where = 'word'"),
        ("furniture.toml", "joins = true", "jions = true", furniture.furniture_table, "jions"),
        ("furniture.toml", '"at – Source:"', '"(at"', furniture._rules, "rule 1 (republishing note)"),
        ("credits.toml", 'aliases = ["Getty"', 'aliases = ["REUTERS"', known_names.credit_table, "both Reuters and Getty Images"),
        ("credits.toml", "[[agency]]\nname", "[[agency]]\nnaem", known_names.credit_table, "naem"),
        ("dates.toml", '["April", "Apr"]', '["April", "Jan"]', dates.date_words, "'Jan' names another month"),
        ("dates.toml", '["January", "Jan"], ', "", dates.date_words, "months.en: twelve lists, not 11"),
        ("dates.toml", "UTC = 0", 'UTC = "nought"', dates.date_words, "dates.toml"),
    ],
)
def test_a_mistake_in_a_table_is_named(edited, name, old, new, load, says):
    with pytest.raises(ValueError, match=r"^\w+\.toml: ") as told:
        edited(name, old, new, load)
    assert says in str(told.value)


def test_small_letters_keep_their_places():
    assert low("İSTANBUL Ⱥ ẞ") == "İstanbul ⱥ ß" or len(low("İSTANBUL Ⱥ ẞ")) == len("İSTANBUL Ⱥ ẞ")


def test_a_phrase_is_never_found_inside_a_word():
    import re

    found = re.compile(any_of(["read also", "don't", "来源"]))
    assert found.search("do  read   also this")
    assert found.search("they don’t")
    assert found.search("北京来源新华")
    assert not found.search("bread also")
    assert not found.search("read alsop")


def test_the_tables_are_as_their_types_say():
    assert convert({"name": "x"}, known_names.Named).aliases == ()
