"""Which sentences of the research sets are never learned from, and how those sets are read."""

from __future__ import annotations

import csv
import zlib
from pathlib import Path


def held_out(text: str) -> bool:
    """One sentence in ten, by its letters: the sets share sentences, set with and without blanks before commas."""
    letters = "".join(c for c in text.lower() if c.isalnum())
    return zlib.crc32(letters[:50].encode()) % 10 == 0


def plv_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a PLV table: sentence, marked_sentence, source, target, gold_root."""
    with path.open(encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter="\t"))


def class_rows(path: Path) -> list[tuple[str, int]]:
    """Sentences of cameo_class with their class, 0 to 4."""
    rows = [line.rsplit("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(text, int(label)) for text, label in rows]
