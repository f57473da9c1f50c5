"""Reads the tables of words that people may edit, and names the place of a mistake."""
from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
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


def low(words: str) -> str:
    """Small letters, each at its place: the length never changes, so a span found here holds in the words."""
    small = words.lower()
    return small if len(small) == len(words) else "".join(c.lower() if len(c.lower()) == 1 else c for c in words)


def any_of(phrases: Iterable[str], cased: bool = False) -> str:
    """A regular expression for one of the phrases, the longest first; never one inside a longer word.

    It is to be matched against low(words), unless `cased`. A space stands for any run of blanks, an apostrophe for any
    apostrophe.
    """
    # Branches by first letter, each beginning with it: the matcher then passes over most of them at a glance.
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted({p if cased else low(p) for p in phrases}, key=lambda p: (-len(p), p)):
        by_letter.setdefault(phrase[0], []).append(phrase)
    groups = "|".join(_loose(letter) + "(?:" + "|".join(map(_rest, group)) + ")" for letter, group in by_letter.items())
    return f"{WORD_START}(?:{groups})"


WORD_START = r"(?:(?<!\w)|(?<=[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]))"
"""Chinese, Japanese and Thai set no spaces between words: what stands beside a phrase says nothing there."""


def _rest(phrase: str) -> str:
    spaced = phrase[-1].isalnum() and not re.search(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]", phrase)
    return _loose(phrase[1:]) + (r"(?!\w)" if spaced else "")


def _loose(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’ʼ]")


def compiled(pattern: str, where: str) -> re.Pattern[str]:
    """A pattern that a person wrote, matched without regard to case. Raises ValueError that names the place of a broken one."""
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"{where}: {error} in the pattern {pattern!r}") from error
