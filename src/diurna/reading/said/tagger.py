"""Statements by the trained tagger: source, cue and content tagged word by word, then linked by two pointers.

Cue, source and content are runs of labels along the likeliest path; every content points to a cue or to nothing, every cue to
a source or to nothing (a passive without an agent). A statement is a cue with its contents and its source; contents that point
to the same cue are pieces of one statement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from diurna.reading.encoder.heads import best_path, linear, pointer
from diurna.reading.encoder.network import Encoded
from diurna.reading.said.quoted import CLOSED_INSIDE, OPENED_INSIDE
from diurna.words import Span

BETWEEN = re.compile(r"[^\n]{1,160}")
STOP = re.compile(r"[^\n.!?]{0,60}[.!?][ \t]*")
MARKS = "\"'\u201d\u2019\u00bb "
ROLES = ("source", "cue", "content")
REACH = 60
"""Pieces within which a content may look for its cue, and a cue for its source. On PolNeAR dev right F1 is 70.6 with 60, 70.1 with
120, 64.9 with 200: the pointers learn within windows, and stray beyond them."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement as tagged: character spans, and the probability of the weakest link in it."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


def attributions(text: str, encoded: Encoded) -> list[Attribution]:
    """The statements of a text, in the order of their contents."""
    runs = tagged(text, encoded)
    if not runs["content"]:
        return []
    to_cue = links(encoded, "content_to_cue", runs["content"], runs["cue"])
    to_source = links(encoded, "cue_to_source", runs["cue"], runs["source"])
    at = {role: spans(encoded, found) for role, found in runs.items()}
    for content, carried in carried_on(text, at["content"], at["cue"], [c for c, _ in to_cue], [s for s, _ in to_source], at["source"]):
        to_cue[content] = (carried, to_cue[content][1])
    held: dict[int, list[int]] = defaultdict(list)
    for content, (cue, _) in enumerate(to_cue):
        if cue is not None and not in_another_paragraph(text, at["content"][content], at["cue"][cue]):
            held[cue].append(content)
    found = []
    for cue, contents in held.items():
        source, surety = to_source[cue]
        found.append(
            Attribution(
                spans(encoded, [runs["source"][source]]) if source is not None else (),
                spans(encoded, [runs["cue"][cue]]),
                spans(encoded, [runs["content"][c] for c in contents]),
                round(float(min([surety, *(to_cue[c][1] for c in contents)])), 3),
            )
        )
    return sorted(found, key=lambda a: a.content)


def in_another_paragraph(text: str, content: Span, cue: Span) -> bool:
    """Whether a line's end parts a content from its cue and no quotation mark ties it: a headline is not what the first speaker says."""
    between = text[min(content[1], cue[1]) : max(content[0], cue[0])]
    return "\n" in between and not OPENED_INSIDE.match(text[slice(*content)])


def carried_on(
    text: str,
    contents: tuple[Span, ...],
    cues: tuple[Span, ...],
    to_cue: list[int | None],
    to_source: list[int | None],
    sources: tuple[Span, ...],
) -> list[tuple[int, int]]:
    """Quotations that go on after their attribution's full stop, each with its cue: "“We will stay,” he said. “Nobody will move us.”"

    Not where a cue of its own follows ("“…,” she added").
    """
    out = []
    for content in range(1, len(contents)):
        start, end = contents[content]
        cue = to_cue[content - 1]
        if cue is None or not OPENED_INSIDE.match(text[start:end]) or not CLOSED_INSIDE.search(text[slice(*contents[content - 1])]):
            continue
        source = to_source[cue]
        attributed = max(cues[cue][1], sources[source][1] if source is not None else 0)
        before = text[contents[content - 1][1] : start]
        follows = contents[content - 1][1] <= cues[cue][0] and attributed <= start and BETWEEN.fullmatch(before)
        if follows and STOP.fullmatch(text[attributed:start]) and not text[:end].rstrip(MARKS).endswith(","):
            out.append((content, cue))
    return out


def tagged(text: str, encoded: Encoded) -> dict[str, list[Span]]:
    """The runs of each role, as first and last piece, cut at line ends."""
    pieces = encoded.pieces
    words = np.flatnonzero(pieces.begins)
    emissions = linear(encoded.weights, "tag", encoded.hidden[words])
    labels = best_path(encoded.weights, "chain", emissions)
    runs: dict[str, list[Span]] = {r: [] for r in ROLES}
    last_role = ""
    for at, label in enumerate(labels):
        if not label:
            last_role = ""
            continue
        role, begins = ROLES[(label - 1) // 2], bool(label % 2)
        first = int(words[at])
        last = int(words[at + 1]) - 1 if at + 1 < len(words) else len(pieces.ids) - 1
        broken = at > 0 and "\n" in text[pieces.spans[first - 1][1] : pieces.spans[first][0]]
        if begins or broken or role != last_role:
            runs[role].append((first, last))
        else:
            runs[role][-1] = (runs[role][-1][0], last)
        last_role = role
    return runs


def links(encoded: Encoded, name: str, askers: list[Span], asked: list[Span]) -> list[tuple[int | None, float]]:
    """For each asking run the index of the asked run that it points to, or None, and how sure."""
    if not askers:
        return []
    a, b = np.array(askers), np.array(asked).reshape(-1, 2)
    far = (b[None, :, 0] - a[:, None, 1] > REACH) | (a[:, None, 0] - b[None, :, 1] > REACH)
    scores = pointer(encoded.weights, name, encoded.hidden, a, b, far)
    best = scores.argmax(1)
    return [(int(i) if i < len(asked) else None, float(row[i])) for i, row in zip(best, scores, strict=True)]


def spans(encoded: Encoded, runs: list[Span]) -> tuple[Span, ...]:
    """Runs of pieces as character spans."""
    at = encoded.pieces.spans
    return tuple((at[first][0], at[last][1]) for first, last in runs)
