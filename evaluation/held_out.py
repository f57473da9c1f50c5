"""Which sentences of the research sets are never learned from, and how those sets are read."""

from __future__ import annotations

import csv
import zlib
from pathlib import Path


def held_out(text: str) -> bool:
    """One sentence in ten, by its letters: the sets share sentences, set with and without blanks before commas."""
    return mark_of(text) % 10 == 0


def mark_of(text: str) -> int:
    """A sentence's number, by which figures about it can be kept without its words."""
    letters = "".join(c for c in text.lower() if c.isalnum())
    return zlib.crc32(letters[:50].encode())


def plv_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a PLV table: sentence, marked_sentence, source, target, gold_root."""
    with path.open(encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter="\t"))


def class_rows(path: Path) -> list[tuple[str, int]]:
    """Sentences of cameo_class with their class, 0 to 4."""
    rows = [line.rsplit("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(text, int(label)) for text, label in rows]


def ner_rows(path: Path) -> list[tuple[str, list[tuple[str, tuple[int, int]]]]]:
    """Sentences of cameo_ner, their words set with a blank between, each with its marked spans: S source, T target, R both."""
    rows = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        words = [line.rsplit(None, 1) for line in block.splitlines() if len(line.split()) > 1]
        if words:
            rows.append((" ".join(w for w, _ in words), ner_spans(words)))
    return rows


def ner_spans(words: list[list[str]]) -> list[tuple[str, tuple[int, int]]]:
    """The spans that the tags of a sentence's words make up. A span goes on as long as its letter does, unless a tag begins with B."""
    spans: list[tuple[str, tuple[int, int]]] = []
    start, last = 0, ""
    for word, tag in words:
        letter, end = tag[2:], start + len(word)
        if letter and letter == last and tag[0] == "I":
            spans[-1] = (letter, (spans[-1][1][0], end))
        elif letter:
            spans.append((letter, (start, end)))
        start, last = end + 1, letter
    return spans
