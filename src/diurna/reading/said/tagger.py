"""Statements by the trained tagger: source, cue and content tagged word by word, then linked by two pointers.

Cue, source and content are runs of labels along the likeliest path; every content points to a cue or to nothing, every cue to
a source or to nothing (a passive without an agent). A statement is a cue with its contents and its source; contents that point
to the same cue are pieces of one statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np

from diurna.reading.encoder.heads import best_path, linear, pointer, softmax
from diurna.reading.encoder.network import Encoded
from diurna.reading.said.confidence import confidence_of, signs_of
from diurna.reading.said.quoted import CLOSED_INSIDE, OPENED_INSIDE, form_of
from diurna.words import Form, Span

BETWEEN = re.compile(r"[^\n]{1,160}")
STOP = re.compile(r"[^\n.!?]{0,60}[.!?][ \t]*")
END = re.compile(r"(?:[!?]|(?<!\b[A-Z])\.)[\"'\u201d\u2019\u00bb]*\s|\n")
"""The end of a sentence or line; not the full stop of an initial ("the U.N. said")."""
MARKS = "\"'\u201d\u2019\u00bb "
ROLES = ("source", "cue", "content")
REACH = 60
"""Pieces within which a content may look for its cue, and a cue for its source. On PolNeAR dev right F1 is 70.6 with 60, 70.1 with
120, 64.9 with 200: the pointers learn within windows, and stray beyond them."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement as found: character spans, how sure it is, and what found it."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    by: str = "tagger"


OUTER, INNER = ("tag", "chain"), ("inner", "inner_chain")
"""The heads of a layer: for statements that stand in no other, and for those within the contents of others."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of labels: its first and last piece, and the mean probability of its labels word by word."""

    first: int
    last: int
    sure: float


Runs = dict[str, list[Run]]
Link = tuple[int | None, float]


def attributions(text: str, encoded: Encoded, layer: tuple[str, str] = OUTER) -> list[Attribution]:
    """The statements of one layer of a text, in the order of their contents."""
    by = "tagger" if layer == OUTER else "tagger, within a statement"
    return [replace(found, confidence=confidence_of(signs), by=by) for found, signs in told(text, encoded, layer)]


def told(text: str, encoded: Encoded, layer: tuple[str, str] = OUTER) -> list[tuple[Attribution, dict[str, float]]]:
    """The statements of one layer, not yet weighed, each with what speaks for and against it."""
    runs = tagged(text, encoded, layer)
    if not runs["content"]:
        return []
    to_cue = links(encoded, "content_to_cue", runs["content"], runs["cue"])
    to_source = links(encoded, "cue_to_source", runs["cue"], runs["source"])
    at = {role: spans(encoded, found) for role, found in runs.items()}
    for content, carried in carried_on(text, at["content"], at["cue"], [c for c, _ in to_cue], [s for s, _ in to_source], at["source"]):
        to_cue[content] = (carried, to_cue[content][1])
    for content, nearer in in_its_sentence(text, at["content"], at["cue"], [c for c, _ in to_cue]):
        to_cue[content] = (nearer, to_cue[content][1])
    for asking, nearer in in_its_sentence(text, at["cue"], at["source"], [s for s, _ in to_source]):
        to_source[asking] = (nearer, to_source[asking][1])
    held: dict[int, list[int]] = defaultdict(list)
    for content, (cue, _) in enumerate(to_cue):
        if cue is not None and not in_another_paragraph(text, at["content"][content], at["cue"][cue]):
            held[cue].append(content)
    found = []
    for cue, contents in held.items():
        source, _ = to_source[cue]
        sources = () if source is None else (at["source"][source],)
        attribution = Attribution(sources, (at["cue"][cue],), tuple(at["content"][c] for c in contents), 0.0)
        found.append((attribution, weighed(text, attribution, runs, (cue, to_source[cue]), [(c, to_cue[c]) for c in contents])))
    return sorted(found, key=lambda f: f[0].content)


def weighed(
    text: str, attribution: Attribution, runs: Runs, cue: tuple[int, Link], contents: list[tuple[int, Link]]
) -> dict[str, float]:
    """The signs of one statement. cue: which run, and its link to a source; contents: which runs, and their links to the cue."""
    at, (source, to_source) = cue
    return signs_of(
        links=min(to_source, *(sure for _, (_, sure) in contents)),
        cue=runs["cue"][at].sure,
        content=min(runs["content"][c].sure for c, _ in contents),
        source=None if source is None else runs["source"][source].sure,
        pieces=len(contents),
        words=sum(len(text[a:b].split()) for a, b in attribution.content),
        quoted=form_of(text, attribution.content) is not Form.INDIRECT,
    )


def in_another_paragraph(text: str, content: Span, cue: Span) -> bool:
    """Whether a line's end parts a content from its cue and no quotation mark ties it: a headline is not what the first speaker says."""
    between = text[min(content[1], cue[1]) : max(content[0], cue[0])]
    return "\n" in between and not OPENED_INSIDE.match(text[slice(*content)])


def in_its_sentence(text: str, contents: tuple[Span, ...], cues: tuple[Span, ...], to_cue: list[int | None]) -> list[tuple[int, int]]:
    """Contents that a pointer gave to a cue of another sentence while a cue of their own sentence was left without any, each with it.

    The same holds of cues and their sources.
    """
    held = set(to_cue)
    idle = [n for n in range(len(cues)) if n not in held]  # in text order, so that one of the same sentence is the next on a side
    out = []
    for content, cue in enumerate(to_cue):
        if cue is None or not parted(text, contents[content], cues[cue]):
            continue
        at = bisect_left(idle, contents[content][0], key=lambda n: cues[n][0])
        nearer = next((n for n in idle[max(at - 1, 0) : at + 1] if not parted(text, contents[content], cues[n])), None)
        if nearer is not None:
            out.append((content, nearer))
            idle.remove(nearer)
    return out


def parted(text: str, one: Span, other: Span) -> bool:
    """Whether a sentence ends between two spans."""
    return bool(END.search(text, min(one[1], other[1]) - 1, max(one[0], other[0])))


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


def tagged(text: str, encoded: Encoded, layer: tuple[str, str]) -> Runs:
    """The runs of each role, cut at line ends."""
    pieces = encoded.pieces
    words = np.flatnonzero(pieces.begins)
    tag, chain = layer
    emissions = linear(encoded.weights, tag, encoded.hidden[words])
    labels = best_path(encoded.weights, chain, emissions)
    sure = softmax(emissions)[np.arange(len(labels)), labels]
    spans_of_runs: dict[str, list[tuple[int, int]]] = {r: [] for r in ROLES}
    last_role = ""
    for at, label in enumerate(labels):
        if not label:
            last_role = ""
            continue
        role, begins = ROLES[(label - 1) // 2], bool(label % 2)
        first = int(words[at])
        broken = at > 0 and "\n" in text[pieces.spans[first - 1][1] : pieces.spans[first][0]]
        if begins or broken or role != last_role:
            spans_of_runs[role].append((at, at))
        else:
            spans_of_runs[role][-1] = (spans_of_runs[role][-1][0], at)
        last_role = role
    ends = [*(words[1:] - 1).tolist(), len(pieces.ids) - 1]
    return {role: [Run(int(words[a]), ends[b], float(sure[a : b + 1].mean())) for a, b in found] for role, found in spans_of_runs.items()}


def links(encoded: Encoded, name: str, askers: list[Run], asked: list[Run]) -> list[Link]:
    """For each asking run the index of the asked run that it points to, or None, and how sure."""
    if not askers:
        return []
    a, b = (np.array([(run.first, run.last) for run in runs]).reshape(-1, 2) for runs in (askers, asked))
    far = (b[None, :, 0] - a[:, None, 1] > REACH) | (a[:, None, 0] - b[None, :, 1] > REACH)
    scores = pointer(encoded.weights, name, encoded.hidden, a, b, far)
    best = scores.argmax(1)
    return [(int(i) if i < len(asked) else None, float(row[i])) for i, row in zip(best, scores, strict=True)]


def spans(encoded: Encoded, runs: list[Run]) -> tuple[Span, ...]:
    """Runs of pieces as character spans."""
    at = encoded.pieces.spans
    return tuple((at[run.first][0], at[run.last][1]) for run in runs)
