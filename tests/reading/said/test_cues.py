"""The rules reader finds the statements of cues.tsv (docs/add-a-verb.md): add a verb to cues.toml, and a line there.

Columns: sentence; the words of source, cue and content of a statement in it, " … " between pieces, empty where there are none.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from diurna.reading.said.rules import speech_verbs
from diurna.words import Reading, Span

Row = dict[str, str]


def rows() -> list[Row]:
    with Path(__file__).with_name("cues.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def told(reading: Reading, text: str) -> list[tuple[str, str, str]]:
    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    return [(words(one.source.spans), words(one.cue), words(one.content)) for one in reading.statements]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["sentence"])
def test_the_cue_tells_the_statement(reading: Callable[..., Reading], row: Row) -> None:
    found = told(reading(row["sentence"], reader="rules"), row["sentence"])
    assert (row["source"], row["cue"], row["content"]) in found


def test_a_verb_that_is_no_cue_tells_nothing(reading: Callable[..., Reading]) -> None:
    sentence = "The cook forgot that the soup was cold."
    assert "forget" not in speech_verbs()
    assert told(reading(sentence, reader="rules"), sentence) == []


@pytest.mark.parametrize("sentence", ["Lorries cost three euros per day.", "As per usual, the mayor was late."])
def test_per_that_names_nobody_tells_nothing(reading: Callable[..., Reading], sentence: str) -> None:
    assert told(reading(sentence, reader="rules"), sentence) == []


def test_cues_are_written_as_lemmas() -> None:
    assert all(verb == verb.lower() and verb.isalpha() for verb in speech_verbs())
