"""On whose word an act stands."""

from __future__ import annotations

from collections.abc import Callable

from diurna.reading.did.clause import trigger_token
from diurna.reading.did.word import Sayings, answered, on_word_of
from diurna.reading.document import Document
from diurna.words import Form, Hop, Source, Span, Statement


def span(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


def chain(document: Document, cue: str, source: str, trigger: str) -> list[str]:
    """The chain of the act that a word tells, where all behind a cue is a statement by `source`."""
    text = document.report.text
    own = Hop(name=source, role="speaker", quote=document.quote(*span(text, source)))
    told = Statement(id="s", report="r", form=Form.INDIRECT, source=Source((span(text, source),)), cue=(span(text, cue),),
                     content=((span(text, cue)[1], len(text)),), on_word_of=(own,))  # fmt: skip
    token = trigger_token(document, span(text, trigger))
    assert token is not None
    hops = on_word_of(Sayings.of((told,)), span(text, trigger), document.report, spoken=True, answers=answered(token))
    return [hop.name for hop in hops]


def test_who_turns_an_offer_down_does_not_vouch_for_it(document: Callable[..., Document]) -> None:
    assert "Chad" not in chain(document("Chad rejected Norway's offer of talks."), "rejected", "Chad", "offer")


def test_who_tells_of_an_offer_does(document: Callable[..., Document]) -> None:
    assert chain(document("Chad described Norway's offer of talks."), "described", "Chad", "offer") == ["Chad"]
