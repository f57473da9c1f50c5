"""The gate holds what is measured, and can fail. The full measure is `make eval`; here its definitions and its gate."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import marked_statements
import measure
from marking import parse, read
from scoring import Ratio, agree, right, told

HERE = Path(__file__).parent


def test_a_figure_below_its_floor_is_named() -> None:
    assert measure.below({"acts: found": 0.5}, {"acts: found": 0.6}) == ["acts: found: 0.500 is below its floor 0.600"]
    assert measure.below({"acts: found": 0.6}, {"acts: found": 0.6}) == []


def test_the_gate_fails_when_a_reader_gets_worse(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    floor = measure.floors_of("tagger")["acts: found"]
    monkeypatch.setattr(measure, "MEASURES", {"acts": lambda _: {"acts: found": floor - 0.01}})
    monkeypatch.setattr(sys, "argv", ["measure.py"])
    assert measure.main() == 1
    assert "below its floor" in capsys.readouterr().out


@pytest.mark.parametrize("path", sorted((HERE / "acts").glob("*.jsonl")), ids=lambda p: p.name)
def test_every_marked_sentence_can_be_read(path: Path) -> None:
    assert len(read(path)) >= 170


@pytest.mark.parametrize("path", sorted((HERE / "countries").glob("*.jsonl")), ids=lambda p: p.name)
def test_every_party_has_its_country_or_none(path: Path) -> None:
    marked = {s.id: s for name in ("test-b", "dev-a", "dev-b") for s in read(HERE / "acts" / f"{name}.jsonl")}
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        sizes = [(len(a.actors), len(a.recipients)) for a in marked[row["id"]].acts]
        assert [(len(a["actors"]), len(a["recipients"])) for a in row["acts"]] == sizes
        assert all(len(code) == 3 for a in row["acts"] for side in a.values() for code in side)


@pytest.mark.parametrize("path", sorted((HERE / "statements").glob("train-*.jsonl")), ids=lambda p: p.name)
def test_every_marked_passage_can_be_read(path: Path) -> None:
    assert len(marked_statements.read(path)) >= 30
    assert not list(marked_statements.faults([path]))


def test_how_deep_a_statement_stands_follows_from_the_spans() -> None:
    said = marked_statements.parse(
        json.dumps({"id": "x", "text": "Tass said that Lavrov had promised to come.", "statements": [
            {"source": ["Tass"], "cue": ["said"], "content": ["that Lavrov had promised to come"]},
            {"source": ["Lavrov"], "cue": ["had promised"], "content": ["to come"]}]})
    )  # fmt: skip
    assert [s.depth for s in said.statements] == [0, 1]


def test_a_statement_whose_parts_overlap_is_refused() -> None:
    line = '{"id": "x", "text": "Kyiv agreed to come.", "statements": [{"source": ["Kyiv"], "cue": ["agreed to"], "content": ["to come"]}]}'
    with pytest.raises(ValueError, match="overlap"):
        marked_statements.parse(line)


def test_test_and_training_sentences_are_apart() -> None:
    parts = {name: {s.text for p in (HERE / "acts").glob(f"{name}-*.jsonl") for s in read(p)} for name in ("test", "train")}
    assert not parts["test"] & parts["train"]
    assert sum(map(len, parts.values())) >= 1500
    assert len(parts["test"]) >= 500


def test_a_mark_that_is_not_in_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not in the text"):
        parse('{"id": "x", "text": "Kyiv agreed.", "acts": [{"kind": "agree", "trigger": "refused", "modality": "done"}]}')


def test_strings_agree_by_half_their_words() -> None:
    assert agree("the Russian army", "Russian army")
    assert not agree("Russia", "Ukraine")


def test_a_statement_is_right_when_content_and_source_are() -> None:
    text = 'Kyiv said "the road is closed" and Moscow said it is open.'
    kyiv = told(text, [(0, 4)], [(10, 30)])
    moscow = told(text, [(35, 41)], [(47, 57)])
    whole = right([kyiv, moscow], [kyiv, moscow])
    assert whole["all"] == Ratio(2, 2, 2)
    assert whole["quoted"] == Ratio(1, 1, 1)
    wrong = told(text, [(35, 41)], [(10, 30)])
    assert right([kyiv], [wrong])["all"] == Ratio(0, 1, 1)
    assert right([kyiv, moscow], [])["all"].f1 == 0
