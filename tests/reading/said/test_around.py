"""Of two who speak in one sentence the outer is found as well, and holds the inner."""

from __future__ import annotations

from collections.abc import Callable

from diurna.reading.document import Document
from diurna.reading.said.around import around, layers
from diurna.reading.said.rules import attributions
from diurna.reading.said.tagger import Attribution
from diurna.words import Span

Documents = Callable[..., Document]


def place(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution((place(text, source),), (place(text, cue),), (place(text, content),), 0.9)


def test_the_last_word_of_a_sentence_is_the_outer_speakers(document: Documents) -> None:
    text = "Chad told the mediators that the well was dry, a diplomat in Abuja said."
    inner = attribution(text, "Chad", "told", "that the well was dry")
    one = document(text)
    outer = around(one, [inner], attributions(one))
    assert [text[slice(*a.source[0])] for a in outer] == ["a diplomat in Abuja"]
    assert layers([inner, *outer]) == (outer, [inner])


def test_what_stands_before_a_semicolon_is_not_handed_on(document: Documents) -> None:
    text = "Niger closed the road; Chad had accepted the same terms in March, according to two diplomats."
    one = document(text)
    (outer,) = around(one, [attribution(text, "Chad", "had accepted", "the same terms in March")], attributions(one))
    assert [text[a:b] for a, b in outer.content] == ["Chad had accepted the same terms in March"]


def test_a_statement_that_crosses_the_edge_is_held_by_none(document: Documents) -> None:
    text = "Chad told the mediators that the well was dry, a diplomat in Abuja said."
    one = document(text)
    crossing = Attribution((place(text, "Chad"),), (place(text, "told"),), (place(text, "that the well was dry, a diplomat"),), 0.9)
    assert around(one, [crossing], attributions(one)) == []
