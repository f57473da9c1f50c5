"""Where contents begin and end: each statement keeps to its own sentence and clause, and none loses half of it to an aside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.document import Document
from diurna.reading.said.bounds import bounded
from diurna.reading.said.rules import attributions
from diurna.reading.said.tagger import Attribution
from diurna.words import Span

Documents = Callable[..., Document]


def place(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


def told(document: Documents, text: str, *found: tuple[str, str, str]) -> list[tuple[str, str, list[str]]]:
    """Source, cue and contents of what comes of some statements of a text."""
    one = document(text)
    given = [Attribution((place(text, s),) if s else (), (place(text, c),), (place(text, w),), 0.9) for s, c, w in found]
    read = bounded(one, given, attributions(one))
    return [(text[slice(*a.source[0])] if a.source else "", text[slice(*a.cue[0])], [text[x:y] for x, y in a.content]) for a in read]


@pytest.mark.parametrize(
    ("text", "found", "contents"),
    [
        (
            "The mayor reported two fires. The bridge was unharmed, a spokesman for the port said.",
            ("The mayor", "reported", "two fires. The bridge was unharmed"),
            ["two fires"],
        ),
        (
            "The blue ferry left at noon with forty people bound for the port of Tadjoura, the minister said.",
            ("the minister", "said", "with forty people bound for the port of Tadjoura"),
            ["The blue ferry left at noon with forty people bound for the port of Tadjoura"],
        ),
        (
            "Those who leave, he promised, will be given food.",
            ("he", "promised", "Those who leave"),
            ["Those who leave", "will be given food"],
        ),
        (
            "The envoys were expected in Tunis on Friday.",
            ("", "were expected", "The envoys"),
            ["The envoys", "in Tunis on Friday"],
        ),
    ],
)
def test_a_content_is_what_its_own_clause_holds(
    document: Documents, text: str, found: tuple[str, str, str], contents: list[str]
) -> None:
    assert [c for *_, c in told(document, text, found)] == [contents]


@pytest.mark.parametrize(
    ("text", "found", "other"),
    [
        (
            "The minister said 150 people had reached Abeche; the agency counted 120 in its camp.",
            ("The minister", "said", "150 people had reached Abeche; the agency counted 120 in its camp"),
            ("the agency", "counted", ["120 in its camp"]),
        ),
        (
            "Chad promised not to attack ships on the lake, and Niger to have its pilots guide them.",
            ("Chad", "promised", "not to attack ships on the lake, and Niger to have its pilots guide them"),
            ("Niger", "promised", ["to have its pilots guide them"]),
        ),
    ],
)
def test_who_speaks_beside_another_has_a_statement_of_his_own(
    document: Documents, text: str, found: tuple[str, str, str], other: tuple[str, str, list[str]]
) -> None:
    read = told(document, text, found)
    assert other in read
    assert all(other[0] not in words for source, _, contents in read if source == found[0] for words in contents)


def test_a_piece_goes_to_the_speaker_whom_its_own_sentence_names(document: Documents) -> None:
    text = "The envoy said that the letter was sent. If nothing happens, he said, it will look elsewhere."
    one = document(text)
    strange = (place(text, "that the letter was sent"), place(text, "If nothing happens"))
    first = Attribution((place(text, "The envoy"),), (place(text, "said"),), strange, 0.9)
    he, said, rest = (place(text, words) for words in ("he said", "said, it", "it will look elsewhere"))
    second = Attribution(((he[0], he[0] + 2),), ((said[0], said[0] + 4),), (rest,), 0.9)
    read = bounded(one, [first, second], [])
    contents = [[text[a:b] for a, b in r.content] for r in read]
    assert contents == [["that the letter was sent"], ["If nothing happens", "it will look elsewhere"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NIAMEY, May 9 - The army will leave by June, the minister said.", ("the minister", "said", "The army will leave by June")),
        ("The mayor said the well was dry; he had tried it himself.", ("The mayor", "said", "the well was dry; he had tried it himself")),
        ("“The well is dry,” he said, and left.", ("he", "said", "“The well is dry,”")),
    ],
)
def test_what_is_whole_is_left_as_it_is(document: Documents, text: str, found: tuple[str, str, str]) -> None:
    assert told(document, text, found) == [(found[0], found[1], [found[2]])]


@pytest.mark.parametrize(
    ("text", "found", "content"),
    [
        (
            "The road is mined, according to the mayor. The envoy promised to wait.",
            ("the mayor", "according to", "The envoy promised to wait"),
            "The road is mined",
        ),
        (
            "The envoy promised to wait, an official said on condition of not being named.",
            ("an official", "said on condition of", "not being named"),
            "The envoy promised to wait",
        ),
    ],
)
def test_what_stands_before_its_source_is_told_and_not_what_follows(
    document: Documents, text: str, found: tuple[str, str, str], content: str
) -> None:
    assert told(document, text, found) == [(*found[:2], [content])]
