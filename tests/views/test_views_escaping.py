"""Nothing that a report holds can dress up a terminal, or hide on it."""
from __future__ import annotations

import unicodedata

import pytest
import scenes
from hypothesis import given
from hypothesis import strategies as some
from running import Run

from diurna.views.escaping import UNSEEN, shown


@pytest.mark.parametrize(("text", "line"), [
    ("Kyiv’s “plan” — done…", "Kyiv’s “plan” — done…"),
    ("António Гутерриш 古特雷斯 غوتيريش", "António Гутерриш 古特雷斯 غوتيريش"),
    ("two\r\nlines\tand a\u00a0blank", "two lines and a blank"),
    ("\x1b[31mred", "⟨U+001B⟩[31mred"),
    ("\u202eevil\u202c", "⟨U+202E⟩evil⟨U+202C⟩"),
    ("bell\x07 null\x00 del\x7f c1\x9b", "bell⟨U+0007⟩ null⟨U+0000⟩ del⟨U+007F⟩ c1⟨U+009B⟩"),
    ("half \ud800", "half ⟨U+D800⟩"),
    ("zero\u200bwidth, \ufeffmark, soft\u00adhyphen", "zero⟨U+200B⟩width, ⟨U+FEFF⟩mark, soft⟨U+00AD⟩hyphen"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("\u200cfirst", "⟨U+200C⟩first"),
    ("[bold]markup[/bold] :smile:", "[bold]markup[/bold] :smile:"),
])
def test_what_is_shown(text: str, line: str) -> None:
    assert shown(text) == line


@given(some.text(alphabet=some.characters()))
def test_nothing_unseen_is_left(text: str) -> None:
    line = shown(text)
    assert not [c for c in line if unicodedata.category(c) in UNSEEN and c not in "\u200c\u200d"]
    assert shown(line) == line


@pytest.mark.parametrize("command", [
    ("show", "acts"), ("show", "actors"), ("show", "reports"), ("timeline",), ("explain", scenes.hostile()[1].acts[0].id),
    ("export", "--format", "csv"), ("export", "--format", "csv", "--what", "actors"),
])
def test_a_hostile_report_is_shown_as_it_is(diurna: Run, command: tuple[str, ...]) -> None:
    ended = diurna(*command)
    assert ended.code == 0
    unseen = {c for c in ended.out if unicodedata.category(c) in UNSEEN} - {"\n", "\r"}
    assert not unseen
    assert "⟨U+202E⟩" in ended.out


def test_markup_of_a_report_is_its_own_words(diurna: Run) -> None:
    assert "[bold]he[/bold] will sign" in diurna("show", "acts", "--kind", "sign").out.replace("\n              ", " ")


def test_a_file_name_cannot_break_the_line_it_is_named_in(diurna: Run) -> None:
    ended = diurna("show", "acts", "--ledger", "no\n\x1b[2Jthing.db")
    assert ended.err.count("\n") == 1
    assert "⟨U+001B⟩" in ended.err
