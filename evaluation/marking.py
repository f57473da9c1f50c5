"""The marked sentences of `evaluation/acts`: read them, and say what is wrong with them.

python evaluation/marking.py evaluation/acts/*.jsonl      prints every fault with its line; exit status 1 if there is one
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TypeVar

KINDS = frozenset(tomllib.loads((Path(__file__).parent.parent / "src/diurna/words/kinds.toml").read_text(encoding="utf-8")))
MODALITIES = frozenset(("done", "planned", "wanted", "possible", "conditional", "negated"))
KEYS = frozenset(("kind", "trigger", "actors", "recipients", "modality", "condition", "alleged"))
NUMBERED = re.compile(r"(.+)@(\d+)", re.DOTALL)
Span = tuple[int, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MarkedAct:
    """One marked act; spans are half-open character offsets into the sentence."""

    kind: str
    trigger: Span
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    modality: str
    condition: Span | None
    alleged: bool


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    id: str
    text: str
    acts: tuple[MarkedAct, ...]


def place(text: str, words: str) -> Span:
    """The span of marked words; `words@2` is their second place. Raises ValueError when they are not there."""
    marked = NUMBERED.fullmatch(words)
    words, number = marked.groups() if marked else (words, "1")
    at = -1
    for _ in range(int(number)):
        at = whole_word(text, words, at + 1)
    return at, at + len(words)


def whole_word(text: str, words: str, start: int) -> int:
    """Where the words stand from `start` on, not inside a longer word."""
    while (at := text.find(words, start)) >= 0:
        after = at + len(words)
        inside = (at and text[at - 1].isalnum() and words[0].isalnum()) or (
            after < len(text) and text[after].isalnum() and words[-1].isalnum()
        )
        if not inside:
            return at
        start = at + 1
    raise ValueError(f"not in the text: {words!r}")


def parse(line: str) -> MarkedSentence:
    """One line of a marked file. Raises ValueError, saying what is wrong."""
    row = json.loads(line)
    text = row["text"]
    acts = []
    for act in row["acts"]:
        if extra := set(act) - KEYS:
            raise ValueError(f"unknown keys {sorted(extra)}")
        if act["kind"] not in KINDS or act["modality"] not in MODALITIES:
            raise ValueError(f"unknown kind or modality: {act['kind']}, {act['modality']}")
        condition = act.get("condition")
        trigger = place(text, act["trigger"])
        if " " in text[slice(*trigger)]:
            raise ValueError(f"a trigger is one word: {act['trigger']!r}")
        acts.append(
            MarkedAct(
                act["kind"],
                trigger,
                tuple(place(text, w) for w in act.get("actors", [])),
                tuple(place(text, w) for w in act.get("recipients", [])),
                act["modality"],
                place(text, condition) if condition else None,
                bool(act.get("alleged")),
            )
        )
    if len({a.trigger for a in acts}) < len(acts):
        raise ValueError("two acts on one trigger")
    return MarkedSentence(row["id"], text, tuple(acts))


def read(path: Path) -> list[MarkedSentence]:
    """The sentences of one file. Raises ValueError with file and line."""
    return lines_of(path, parse)


def lines_of(path: Path, parsed: Callable[[str], T]) -> list[T]:
    """Every line of a marked file, parsed. Raises ValueError with file and line."""
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            out.append(parsed(line))
        except (KeyError, ValueError) as error:
            raise ValueError(f"{path.name}:{number}: {error}") from error
    return out


def passages(sentences: Iterable[MarkedSentence]) -> list[list[MarkedSentence]]:
    """Sentences that stand together in a report, in order: "test-c-012.3" is the third of the passage "test-c-012"."""
    return [list(group) for _, group in groupby(sentences, key=lambda s: s.id.partition(".")[0])]


def main(paths: list[str]) -> int:
    faults, kinds, modalities, sentences = 0, Counter[str](), Counter[str](), 0
    for path in paths:
        seen = set()
        for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
            try:
                sentence = parse(line)
                if sentence.text in seen:
                    raise ValueError("this sentence stands twice")
            except (ValueError, KeyError, TypeError) as fault:
                print(f"{path}:{number}: {fault!r}")
                faults += 1
                continue
            seen.add(sentence.text)
            sentences += 1
            kinds.update([a.kind for a in sentence.acts] or ["(no act)"])
            modalities.update(a.modality for a in sentence.acts)
    print(sentences, "sentences", dict(kinds.most_common()), dict(modalities), "missing:", sorted(KINDS - set(kinds)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
