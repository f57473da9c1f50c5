"""Reads the tables of words that people may edit, and names the place of a mistake."""
from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import TypeVar

from msgspec import Struct, ValidationError, convert

T = TypeVar("T", bound=Struct)


def table(name: str, kind: type[T]) -> T:
    """The table of that file, checked. Raises ValueError that names the file and the key that is wrong."""
    try:
        return convert(tomllib.loads(files("diurna.intake").joinpath(name).read_text(encoding="utf-8")), kind)
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{name}: {error}") from error


def any_of(phrases: tuple[str, ...] | list[str]) -> str:
    """A regular expression for one of the phrases, the longest first; never one inside a longer word.

    A space stands for any run of blanks, an apostrophe for any apostrophe.
    """
    return "(?:" + "|".join(_loose(p) for p in sorted(set(phrases), key=lambda p: (-len(p), p))) + ")"


def _loose(phrase: str) -> str:
    body = re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’ʼ]")
    before = r"(?<!\w)" if phrase[0].isalnum() and _spaced(phrase) else ""
    after = r"(?!\w)" if phrase[-1].isalnum() and _spaced(phrase) else ""
    return before + body + after


def _spaced(phrase: str) -> bool:
    """Chinese, Japanese and Thai set no spaces between words: what follows the phrase says nothing there."""
    return not re.search(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]", phrase)


def compiled(pattern: str, where: str) -> re.Pattern[str]:
    """Raises ValueError that names the place of a broken pattern."""
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"{where}: {error} in the pattern {pattern!r}") from error
