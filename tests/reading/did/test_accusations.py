"""Who tells another's wrong as a claim accuses: proposals and statements made by hand, no model stands behind these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from diurna.reading.did import Question, accusations
from diurna.reading.did.clause import trigger_token
from diurna.reading.did.proposal import Proposal
from diurna.reading.did.word import Sayings
from diurna.reading.document import Document
from diurna.reading.who import find_actors
from diurna.words import Form, Source, Span, Statement

Parse = Callable[..., Document]
TEXT = "Kenya spoke of the shelling of a school by Uganda."
WRONG = Proposal((19, 27), "assault", "negated", ((43, 49),), alleged=True, main=0.7, why=("by hand",))


def span(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


def added(document: Document, *found: Proposal, source: str = "Kenya") -> list[Proposal]:
    """The accusations that come to these proposals, where all after "spoke" is a statement by `source`."""
    text = document.report.text
    cue = span(text, "spoke")
    statement = Statement(id="s", report="r", form=Form.INDIRECT, source=Source((span(text, source),) if source else ()), cue=(cue,),
                          content=((cue[1], len(text)),))  # fmt: skip
    asked = Question(document, find_actors(document), (), Sayings.of((statement,)))
    with_tokens = [(p, t) for p in found if (t := trigger_token(document, p.trigger)) is not None]
    return [p for p, _ in accusations(asked, with_tokens)]


def test_the_speaker_accuses_the_wrongdoer(document: Parse) -> None:
    (accusation,) = added(document(TEXT), WRONG)
    why = ("by hand", "rule: who tells another's wrong as a claim accuses")
    assert accusation == Proposal(WRONG.trigger, "accuse", "done", (span(TEXT, "Kenya"),), WRONG.actors, why=why)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"alleged": False}, id="told as a fact"),
        pytest.param({"kind": "meet"}, id="no wrong"),
        pytest.param({"actors": ()}, id="nobody did it"),
        pytest.param({"trigger": (0, 5)}, id="outside what is said"),
    ],
)
def test_what_accuses_nobody(document: Parse, changed: dict[str, object]) -> None:
    assert added(document(TEXT), replace(WRONG, **changed)) == []


def test_a_claim_that_nobody_makes_accuses_nobody(document: Parse) -> None:
    assert added(document(TEXT), WRONG, source="") == []


@pytest.mark.parametrize(
    ("blamed", "many"),
    [
        pytest.param("Uganda", 0, id="the same one"),
        pytest.param("", 0, id="nobody in particular"),
        pytest.param("Rwanda", 1, id="another"),
    ],
)
def test_who_is_accused_already_is_not_accused_again(document: Parse, blamed: str, many: int) -> None:
    text = TEXT + " It blamed Uganda, or Rwanda."
    accusing = Proposal(span(text, "blamed"), "accuse", "done", (), (span(text, blamed),) if blamed else ())
    assert len(added(document(text), WRONG, accusing)) == many


def test_what_an_accusation_says_adds_no_second(document: Parse) -> None:
    text = "Kenya spoke: it accuses Rwanda of shelling schools with Uganda."
    accusing = Proposal(span(text, "accuses"), "accuse", "done", (), (span(text, "Rwanda"),))
    wrong = replace(WRONG, trigger=span(text, "shelling"), actors=(span(text, "Uganda"),))
    assert added(document(text), accusing, wrong) == []
