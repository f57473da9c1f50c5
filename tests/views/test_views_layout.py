"""On a terminal of any width: no line wider than it, no blanks at the ends, nothing lost."""
from __future__ import annotations

import io
import re
import sys

import pytest
import scenes
from rich.cells import cell_len
from rich.text import Text
from running import Run

from diurna.views.cli import cards, columns, terminal
from diurna.views.cli.terminal import PLAIN_WIDTH, Screen
from diurna.views.rows import act_row, actor_row, report_row, statement_row

WIDTHS = [20, 30, 47, 48, 80, 100, 107, 108, 120, 160]
LONG = "https://example.org/" + "a" * 200


def everything(width: int) -> list[str]:
    """All cards of all scenes."""
    lines: list[Text] = [*cards.head(width)]
    for scene in (*scenes.ALL, scenes.unsure):
        report, reading = scene()
        lines += cards.heading(report_row(report, reading), width)
        for act in reading.acts:
            lines += cards.act_card(act_row(act, report), width, named=True)
        for statement in reading.statements:
            lines += cards.statement_card(statement_row(statement, report, {}), width)
        for actor in reading.actors:
            lines += cards.actor_card(actor_row(actor), width)
    return [line.plain for line in lines]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(cell_len(line) for line in everything(width)) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_ends_in_blanks_or_holds_a_tab(width: int) -> None:
    assert not [line for line in everything(width) if line != line.rstrip() or "\t" in line]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_of_a_quote_is_shown(width: int) -> None:
    report, reading = scenes.harbour()
    act = next(act for act in reading.acts if act.kind == "reject")
    text = "\n".join(line.plain for line in cards.act_card(act_row(act, report), width))
    for word in ("rejected", "Graustark's", "Vek", "Wire", "Mirror", "reject", act.id[:8]):
        assert word in text.replace("\n", " ")


@pytest.mark.parametrize("text", [LONG, "早" * 100, "word " * 50])
@pytest.mark.parametrize("hang", [0, 4])
def test_long_words_and_wide_letters_are_folded(text: str, hang: int) -> None:
    lines = columns.wrapped(Text(text), 21, hang)
    assert max(cell_len(line.plain) for line in lines) <= 21
    assert re.sub(r"\s", "", "".join(line.plain for line in lines)) == text.replace(" ", "")


def test_columns_stand_below_one_another() -> None:
    cells = [([Text("a"), Text("b")], 3), ([Text("cc")], 4), ([Text("d"), Text("e")], 9)]
    assert [line.plain for line in columns.beside(cells)] == ["a    cc    d", "b          e"]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def screen_with(monkeypatch: pytest.MonkeyPatch, **settings: str) -> str:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "COLORTERM", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", **settings}.items():
        monkeypatch.setenv(name, value)
    stream = Terminal()
    report, reading = scenes.convoy()
    screen = Screen(stream)
    for act in reading.acts:
        screen.put(*cards.act_card(act_row(act, report), screen.width))
    return stream.getvalue()


def test_a_terminal_gets_a_little_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    out = screen_with(monkeypatch, COLUMNS="80")
    assert "\x1b[1mevacuate" in out
    assert "\x1b[31mnegated" in out
    assert "\x1b[2;33mpossible" in out


def test_how_unsure_an_act_is_stands_dimly_below_its_kind() -> None:
    report, reading = scenes.unsure()
    first, second, *_ = cards.act_card(act_row(reading.acts[0], report), 80)
    assert first.plain.startswith("withdraw")
    assert second.plain.startswith("unsure")
    assert second.get_style_at_offset(columns.RULER, 0).dim
    assert "unsure" not in "".join(line.plain for line in cards.act_card(act_row(reading.acts[1], report), 80))


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    out = screen_with(monkeypatch, COLUMNS="80", NO_COLOR="1")
    assert not re.search(r"\x1b\[[\d;]*3\dm", out)


def test_a_dumb_terminal_gets_no_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in screen_with(monkeypatch, COLUMNS="80", TERM="dumb")


@pytest.mark.parametrize(("columns_", "width"), [("80", 80), ("300", terminal.WIDEST), ("5", terminal.NARROWEST)])
def test_the_width_of_the_terminal_is_respected(monkeypatch: pytest.MonkeyPatch, columns_: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns_)
    assert Screen(Terminal()).width == width


@pytest.mark.parametrize("command", [("show", "acts"), ("show", "statements"), ("show", "actors"), ("timeline",), ("verify",),
                                     ("explain", scenes.harbour()[1].acts[2].id)])
def test_what_is_no_terminal_gets_plain_lines(diurna: Run, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = diurna(*command).out
    assert "\x1b" not in out
    assert "\t" not in out
    assert max(cell_len(line) for line in out.splitlines()) <= PLAIN_WIDTH
    assert not [line for line in out.splitlines() if line != line.rstrip()]


def test_letters_that_the_encoding_lacks_are_spelt_out(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    terminal.robust_streams()
    Screen().put("Orlov → Graustark")
    stream.flush()
    assert stream.buffer.getvalue() == b"Orlov \\u2192 Graustark\n"
