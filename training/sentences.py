"""Sentences with acts, from three kinds of marking, as one shape to learn from.

- ours (`evaluation/acts/train-*.jsonl`): every act with its trigger, parties, modality, condition;
- PLV: one act, its PLOVER root kind, its source and target, no trigger;
- cameo_ner: source and target, no kind; cameo_class: a class of five.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tokenizers import Tokenizer

from diurna.reading.encoder.pieces import Pieces, cut

sys.path.insert(0, str(Path(__file__).parent.parent / "evaluation"))
from held_out import class_rows, ner_rows, plv_rows
from marking import MarkedAct, read

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what is known of its acts. acts: all of them, or None where the marking has no triggers. passage: what it shares
    with the sentences that stand around it in one report; empty for a sentence by itself."""

    text: str
    acts: tuple[MarkedAct, ...] | None = None
    root: str = ""
    actors: tuple[Span, ...] | None = None
    recipients: tuple[Span, ...] | None = None
    quad: int = -1
    passage: str = ""


def ours(folder: Path) -> list[Sentence]:
    """Our marked sentences; an id "train-e-012.3" is the third sentence of the passage "train-e-012"."""
    return [
        Sentence(s.text, acts=s.acts, passage=s.id.partition(".")[0] if "." in s.id else "")
        for path in sorted(folder.glob("train-*.jsonl"))
        for s in read(path)
    ]


def plv(path: Path) -> list[Sentence]:
    """PLV rows whose marked spans can be found; "An actor" stands for no source."""
    out = []
    for row in plv_rows(path):
        text, marked = row["sentence"], row["marked_sentence"]
        spans = {m: marked_span(marked, m) for m in "st"}
        if not all(s is None or text[s[0] : s[1]].strip() for s in spans.values()):
            continue
        out.append(
            Sentence(
                text,
                root=row["gold_root"],
                actors=(spans["s"],) if spans["s"] else (),
                recipients=(spans["t"],) if spans["t"] else (),
            )
        )
    return out


def marked_span(marked: str, mark: str) -> Span | None:
    """Where <s>…</s> (or t) stands, counted in the text without marks; outer blanks left off."""
    first, last = marked.find(f"<{mark}>"), marked.find(f"</{mark}>")
    if first < 0 or last < 0:
        return None
    other = "t" if mark == "s" else "s"
    before = marked[:first].replace(f"<{other}>", "").replace(f"</{other}>", "")
    inner = marked[first + 3 : last].replace(f"<{other}>", "").replace(f"</{other}>", "")
    start = len(before) + len(inner) - len(inner.lstrip())
    return start, start + len(inner.strip())


def cameo_ner(path: Path) -> list[Sentence]:
    """BIO sentences; of reciprocal spans the first is the actor, the others recipients."""
    return [
        Sentence(
            text, actors=(*spans_of("S", spans), *spans_of("R", spans)[:1]), recipients=(*spans_of("T", spans), *spans_of("R", spans)[1:])
        )
        for text, spans in ner_rows(path)
    ]


def spans_of(letter: str, spans: list[tuple[str, Span]]) -> tuple[Span, ...]:
    return tuple(span for of, span in spans if of == letter)


def cameo_class(path: Path) -> list[Sentence]:
    return [Sentence(text, quad=label) for text, label in class_rows(path)]


@dataclass(frozen=True, slots=True)
class Pack:
    """Several sentences set as one text, each with its range of pieces [first, last) and its offset."""

    pieces: Pieces
    sentences: tuple[tuple[Sentence, int, int, int], ...]


def passages(sentences: list[Sentence]) -> list[list[Sentence]]:
    """Sentences that stand together, in order; one by itself is a passage of one."""
    return [list(group) for _, group in groupby(sentences, key=lambda s: s.passage or id(s))]


def packs(tokenizer: Tokenizer, sentences: list[Sentence], length: int, rng: random.Random) -> list[Pack]:
    """Shuffle the passages, and set one to eight of them to a window: in a report a sentence has neighbours."""
    order = passages(sentences)
    rng.shuffle(order)
    out: list[Pack] = []
    group: list[Sentence] = []
    size, held, most = 0, 0, rng.randint(1, 8)
    for passage in order:
        n = sum(len(tokenizer.encode(s.text, add_special_tokens=False).ids) for s in passage)
        if group and (size + n > length or held == most):
            out.append(packed(tokenizer, group, rng))
            group, size, held, most = [], 0, 0, rng.randint(1, 8)
        group += passage
        size, held = size + n, held + 1
    return [*out, packed(tokenizer, group, rng)] if group else out


def packed(tokenizer: Tokenizer, group: list[Sentence], rng: random.Random) -> Pack:
    text, starts = "", []
    for sentence in group:
        text += rng.choice((" ", "\n")) if text else ""
        starts.append(len(text))
        text += sentence.text
    pieces = cut(tokenizer, text)
    places, at = [], 0
    for sentence, start in zip(group, starts, strict=True):
        first = at
        while at < len(pieces.spans) and pieces.spans[at][0] < start + len(sentence.text):
            at += 1
        places.append((sentence, start, first, at))
    return Pack(pieces, tuple(places))
