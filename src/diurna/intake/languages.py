"""What language a report is in. Never a guess: too few words, or words that fit two languages, say nothing."""
from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from diurna.intake.tables import table
from diurna.words import NOT_STATED, Absent

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier


class Languages(Struct, frozen=True, forbid_unknown_fields=True):
    """languages.toml. The keys are explained at its head."""

    news: tuple[str, ...]
    codes: dict[str, str]


_FEWEST = 40
"""Letters. Below it the model is wrong for one headline in five, above it for one in thirty; CJK letters count for three."""
_SURE = 0.9
_SAMPLE = 1_500
"""Characters. The shares of a model of letter sequences have settled long before."""
_WORD = re.compile(r"[^\W\d_]")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def language_named(name: str) -> str | Absent:
    """The ISO 639-1 code for a field such as "en-GB", "eng" or "English"; not stated when it is none that we know."""
    first = re.split(r"[-_ ,;(]", name.strip().casefold())[0]
    code = _table().codes.get(first, first)
    return code if len(code) == 2 and code.isascii() and code.isalpha() else NOT_STATED


def language_of(words: str) -> str | Absent:
    """The language of running text, ISO 639-1; not stated when it is too short or might be another."""
    sample = words[:_SAMPLE]
    if len(_WORD.findall(sample)) + 2 * len(_DENSE.findall(sample)) < _FEWEST:
        return NOT_STATED
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else NOT_STATED


@cache
def _table() -> Languages:
    return table("languages.toml", Languages)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads numpy and the model: 0.7 s

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(_table().news)
    return model
