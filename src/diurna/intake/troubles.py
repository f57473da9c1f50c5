"""Everything that can be wrong with what we are given: one function each, in the order of their codes.

`where` is a path, or path:line. docs/troubles.md lists them for the user; a test holds the two together.
"""
from __future__ import annotations

from diurna.words import Trouble

MOST_CHARACTERS = 5_000_000
"""The longest report taken in. The longest news reports run to some 100,000 characters."""


class LeftOutError(Exception):
    """Inside this room only: nothing can come of this file or line, and here is why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.what)
        self.trouble = trouble


def not_there(where: str, dangling: bool) -> Trouble:
    what = "is a link to a file that is not there" if dangling else "is not there"
    return Trouble("D101", where, what, "Check the name.")


def matches_nothing(where: str) -> Trouble:
    return Trouble("D102", where, "matches no file", "Check the pattern; quote it if the shell changes it.")


def nothing_in_folder(where: str) -> Trouble:
    do = "Give a folder with .txt, .html, .md or .jsonl files (.gz of each will do)."
    return Trouble("D103", where, "holds no report to read", do)


def cannot_read(where: str, why: str) -> Trouble:
    return Trouble("D104", where, f"cannot be read: {why}", "Check that you may read it, and that its disk is well.")


def no_file(where: str, kind: str) -> Trouble:
    return Trouble("D105", where, f"is {kind}, not a file", "Give its content through standard input: `-`.")


def empty(where: str) -> Trouble:
    return Trouble("D106", where, "holds no words", "Leave it out, or fetch the report again.")


def not_text(where: str, kind: str) -> Trouble:
    return Trouble("D107", where, f"is {kind}, not text", "Give the report as text, HTML, Markdown or JSON Lines.")


def damaged(where: str, how: str) -> Trouble:
    return Trouble("D108", where, f"is a gzip file that is {how}", "Copy or fetch it again.")


def expands(where: str) -> Trouble:
    what = "is a gzip file that expands out of all measure"
    return Trouble("D109", where, what, "Unpack it yourself and look at it, if you trust it.")


def too_long(where: str) -> Trouble:
    what = f"is longer than {MOST_CHARACTERS:,} characters"
    return Trouble("D110", where, what, "Split it: one report a file, or one report a line in JSON Lines.")


def bad_bytes(where: str, count: int, encoding: str) -> Trouble:
    what = f"holds {count:,} place{'s' * (count != 1)} that {'are' if count != 1 else 'is'} not {encoding}: kept as U+FFFD"
    return Trouble("D111", where, what, "Fetch the report again, or save it as UTF-8.", lost=False)


def guessed_encoding(where: str, encoding: str) -> Trouble:
    what = f"does not say its encoding and is not UTF-8 throughout: read as {encoding}"
    return Trouble("D112", where, what, "If the words look wrong, save it as UTF-8.", lost=False)


def control_characters(where: str, codes: list[str]) -> Trouble:
    what = f"holds characters that cannot be seen ({', '.join(codes)}): kept as they are"
    return Trouble("D113", where, what, "Look before you quote: the text may show otherwise than it reads.", lost=False)


def no_running_text(where: str) -> Trouble:
    return Trouble("D114", where, "is a page without an article", "Give the page of one report, or its text.")


def bad_line(where: str, why: str) -> Trouble:
    do = 'Each line must be one object: {"id": "…", "text": "…"}.'
    return Trouble("D115", where, f"is no line of JSON Lines: {why}", do)


def no_text(where: str, why: str) -> Trouble:
    return Trouble("D116", where, why, 'Put the report\'s words into "text", as a string.')


def no_id(where: str, name: str) -> Trouble:
    what = f'has no "id": the report is called {name}'
    return Trouble("D117", where, what, "Give each line an id that stays.", lost=False)


def same_id(where: str, name: str, first: int) -> Trouble:
    what = f'has the id of line {first}, "{name}": both reports are kept'
    return Trouble("D118", where, what, "Give each line an id of its own.", lost=False)


def bad_field(where: str, field: str, why: str) -> Trouble:
    return Trouble("D119", where, f'has a "{field}" that {why}: left aside', "Correct the field if it matters.", lost=False)


def passed_over(where: str, count: int, kinds: list[str]) -> Trouble:
    what = f"holds {count:,} file{'s' * (count != 1)} of other kinds ({', '.join(kinds)}), passed over"
    return Trouble("D120", where, what, "Name a file itself to have it read.")


def not_json_lines(where: str) -> Trouble:
    return Trouble("D121", where, "is JSON, but not JSON Lines", "Write one object on each line, with nothing around them.")


def failed(where: str, error: Exception) -> Trouble:
    """What should never happen: no input is meant to come here, and none of the tests' does."""
    what = f"could not be taken in: diurna failed at it ({type(error).__name__}: {str(error)[:80]})"
    return Trouble("D122", where, what, "Please send us the file, or a part of it that fails in the same way.")
