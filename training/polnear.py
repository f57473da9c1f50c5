"""Marked statements as training windows: tags for source, cue and content, and links between them. PolNeAR and our own passages."""

from __future__ import annotations

import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from diurna.reading.encoder.pieces import Pieces, cut

sys.path.insert(0, str(Path(__file__).parent.parent / "evaluation"))
from marked_statements import read

ROLES = ("source", "cue", "content")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """Attributions that do not lie in each other: a tag for each piece (-1 inside a word), and their spans in pieces."""

    tags: list[int]
    attributions: list[dict[str, list[Span]]]


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated article: its pieces, its outer layer, and the layer within that one's contents if it is marked."""

    name: str
    text: str
    pieces: Pieces
    outer: Layer
    inner: Layer | None = None


def attributions(path: Path) -> list[Attribution]:
    """The attributions of one brat stand-off file."""
    bounds: dict[str, tuple[str, list[Span]]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        cols = line.rstrip("\r").split("\t")
        if re.fullmatch(r"T\d+", cols[0]):
            kind, offsets = cols[1].split(" ", 1)
            bounds[cols[0]] = kind.lower(), [(int(a), int(b)) for a, b in (o.split() for o in offsets.split(";"))]
        elif re.fullmatch(r"E\d+", cols[0]):
            events.append([a.split(":")[1] for a in cols[1].split()])
    out = []
    for event in events:
        spans: dict[str, list[Span]] = {r: [] for r in ROLES}
        for name in event:
            kind, offsets = bounds.get(name, ("", []))
            if kind in spans:
                spans[kind].extend(offsets)
        if spans["content"]:
            out.append(Attribution(*(tuple(sorted(spans[r])) for r in ROLES)))
    return out


def layer(text: str, pieces: Pieces, marked: list[Attribution]) -> Layer:
    tags = [0 if b else -1 for b in pieces.begins]
    linked: list[dict[str, list[Span]]] = []
    for attribution in marked:
        spans = {r: [p for s in getattr(attribution, r) for p in piece_spans(text, pieces, s)] for r in ROLES}
        for number, role in enumerate(ROLES):
            for first, last in spans[role]:
                for i in range(first, last + 1):
                    if pieces.begins[i]:
                        tags[i] = 1 + 2 * number + (i != first)
        linked.append(spans)
    return Layer(tags, linked)


def piece_spans(text: str, pieces: Pieces, span: Span) -> list[Span]:
    """A character span as spans of pieces (first, last), cut at line ends."""
    out: list[Span] = []
    for i, (a, b) in enumerate(pieces.spans):
        if a >= span[1]:
            break
        if b > span[0] and (pieces.begins[i] or out):
            if out and out[-1][1] == i - 1 and "\n" not in text[pieces.spans[i - 1][1] : a]:
                out[-1] = (out[-1][0], i)
            else:
                out.append((i, i))
    return out


def articles(tokenizer: Tokenizer, folder: Path) -> list[Article]:
    """Every annotation file of a compartment, as an article of its own."""
    out = []
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem[:-5]
        with (folder / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as f:
            text = f.read()
        pieces = cut(tokenizer, text)
        out.append(Article(path.stem, text, pieces, layer(text, pieces, attributions(path))))
    return out


def passages(tokenizer: Tokenizer, folder: Path) -> list[Article]:
    """Our marked passages (`train-*.jsonl`), with two layers; what lies deeper is left out."""
    out = []
    for path in sorted(folder.glob("train-*.jsonl")):
        for passage in read(path):
            pieces = cut(tokenizer, passage.text)
            outer, inner = (
                layer(passage.text, pieces, [Attribution(s.source, s.cue, s.content) for s in passage.statements if s.depth == depth])
                for depth in (0, 1)
            )
            out.append(Article(passage.id, passage.text, pieces, outer, inner))
    return out


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an article's pieces [first, last) with the spans that lie whole within it."""

    article: Article
    first: int
    last: int


def windows(article: Article, length: int, rng: random.Random | None) -> list[Window]:
    """Cut an article into windows; with a random generator the first window's length varies, so that cuts move."""
    total = len(article.pieces.ids)
    out, first = [], 0
    step = rng.randint(length // 2, length) if rng else length
    while first < total:
        last = min(first + step, total)
        while last < total and not article.pieces.begins[last]:
            last -= 1
        out.append(Window(article, first, last))
        first, step = last, length
    return out
