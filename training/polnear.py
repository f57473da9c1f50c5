"""PolNeAR as training windows: tags for source, cue and content, and links between them."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from diurna.reading.encoder.pieces import Pieces, cut

ROLES = ("source", "cue", "content")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated article: its pieces, a tag for each piece (-1 inside a word), and its attributions as piece spans."""

    name: str
    text: str
    pieces: Pieces
    tags: list[int]
    attributions: list[dict[str, list[Span]]]


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


def article(tokenizer: Tokenizer, name: str, text: str, marked: list[Attribution]) -> Article:
    pieces = cut(tokenizer, text)
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
    return Article(name, text, pieces, tags, linked)


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
        out.append(article(tokenizer, path.stem, text, attributions(path)))
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
