"""The marked statements of this folder: cut every span, show the words, and say what is wrong with them.

    python evaluation/statements/check.py               faults only; exit status 1 if there is one
    python evaluation/statements/check.py --show        every statement of examples.jsonl in its words, too
    python evaluation/statements/check.py --data DEV    sources.tsv also against PolNeAR's dev folder (text/, attributions/)

`examples.jsonl` points into `examples/`: the decoded text of a .txt file, line ends untranslated, or the `text` of
one line of a .jsonl file (`FILE#id`). Offsets count characters, half-open. `sources.tsv` points into texts that are
no part of the project.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"
ROLES = ("source", "cue", "content")
KEYS = frozenset((*ROLES, "report", "actor"))
KINDS = frozenset(("pronoun", "title", "unnamed"))
NOBODY = frozenset(("unnamed", "not stated"))
WORD = re.compile(r"\w+")


def report_text(name: str) -> tuple[str, str]:
    """The text that a report's spans point into, and all that the report says of itself (text, title, outlet)."""
    file, _, line_id = name.partition("#")
    decoded = (EXAMPLES / file).read_bytes().decode("utf-8")
    if not line_id:
        return decoded, decoded
    lines = (json.loads(line) for line in decoded.split("\n") if line.strip())
    line = next(line for line in lines if line["id"] == line_id)
    return line["text"], " ".join((line["text"], line["title"], line["outlet"]))


def span_faults(text: str, start: int, end: int) -> Iterator[str]:
    """What is wrong with one span: out of the text, blank at an edge, or cut through a word."""
    if not 0 <= start < end <= len(text):
        yield f"[{start}, {end}] lies outside the text"
        return
    words = text[start:end]
    if words != words.strip():
        yield f"[{start}, {end}] begins or ends with a blank: {words!r}"
    for edge in (start, end):
        if 0 < edge < len(text) and WORD.fullmatch(text[edge - 1 : edge + 1]):
            yield f"[{start}, {end}] is cut inside a word at {edge}: {words!r}"


def name_faults(means: str, said: str) -> Iterator[str]:
    """A name with words that the text does not have (large letters or small); two names are parted by a semicolon."""
    if not means:
        yield "no name"
    if means in NOBODY:
        return
    known = set(WORD.findall(said.casefold()))
    for name in means.split("; "):
        missing = [word for word in WORD.findall(name.casefold()) if word not in known]
        if missing:
            yield f"{name}: {', '.join(missing)} not in the text"


def statement_faults(statement: dict[str, Any], text: str, said: str) -> Iterator[str]:
    """What is wrong with one statement of examples.jsonl."""
    if set(statement) != KEYS:
        yield f"keys {sorted(statement)}"
        return
    for role in ROLES:
        spans = statement[role]
        for start, end in spans:
            yield from (f"{role} {fault}" for fault in span_faults(text, start, end))
        if any(one[1] > two[0] for one, two in pairwise(spans)):
            yield f"{role} spans out of order or one in another: {spans}"
    if not statement["content"] or not statement["cue"]:
        yield "no content or no cue"
    if any(one[0] < two[1] and two[0] < one[1] for one in statement["source"] for two in statement["cue"]):
        yield "source and cue overlap"
    yield from name_faults(statement["actor"], said)


def shown(statement: dict[str, Any], text: str) -> str:
    """One statement in its words, a line."""
    cut = {role: [" ".join(text[start:end].split()) for start, end in statement[role]] for role in ROLES}
    parts = [f"<{role}> {' | '.join(words) or '-'}" for role, words in cut.items()]
    return "  ".join((*parts, f"<actor> {statement['actor']}"))


def example_faults(path: Path, show: bool) -> Iterator[str]:
    """What is wrong with examples.jsonl, each fault with its line; shows the statements on the way if asked to."""
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        statement = json.loads(line)
        text, said = report_text(statement["report"])
        if show:
            print(f"{statement['report']}  {shown(statement, text)}")
        yield from (f"{path.name}:{number}: {fault}" for fault in statement_faults(statement, text, said))
        if line in seen:
            yield f"{path.name}:{number}: stands twice"
        seen.add(line)


def first_annotation(data: Path, doc: str) -> set[tuple[int, int]]:
    """Outer bounds of the Source spans in the first annotator's file of a document."""
    file = min(data.glob(f"attributions/{doc}_*.ann"))
    bounds = re.findall(r"^T\d+\tSource ([\d ;]+)\t", file.read_text(encoding="utf-8"), re.MULTILINE)
    offsets = [[int(offset) for offset in re.findall(r"\d+", found)] for found in bounds]
    return {(min(pair), max(pair)) for pair in offsets}


def row_faults(row: dict[str, str], data: Path | None) -> Iterator[str]:
    """What is wrong with one row of sources.tsv; without the data only its form is looked at."""
    if row["kind"] not in KINDS or (row["kind"] == "unnamed") != (row["kind"] != "pronoun" and row["means"] == "unnamed"):
        yield f"kind {row['kind']} with means {row['means']}"
    if data is None:
        return
    text = (data / "text" / f"{row['doc']}.txt").read_bytes().decode("utf-8")
    start, end = int(row["start"]), int(row["end"])
    yield from span_faults(text, start, end)
    if " ".join(text[start:end].split()) != row["words"]:
        yield f"words are {text[start:end]!r}, not {row['words']!r}"
    if (start, end) not in first_annotation(data, row["doc"]):
        yield f"[{start}, {end}] is no Source of the first annotator"
    yield from name_faults(row["means"], text)


def source_faults(path: Path, data: Path | None) -> Iterator[str]:
    """What is wrong with sources.tsv, each fault with its line."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, 2):
        yield from (f"{path.name}:{number}: {fault}" for fault in row_faults(row, data))
    twice = Counter((row["doc"], row["start"]) for row in rows)
    yield from (f"{path.name}: {place} stands twice" for place, times in twice.items() if times > 1)


def main(arguments: Iterable[str]) -> int:
    """Print every fault; 1 if there is one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", action="store_true", help="print every statement of examples.jsonl in its words")
    parser.add_argument("--data", type=Path, help="PolNeAR's dev folder")
    options = parser.parse_args(list(arguments))
    faults = [*example_faults(HERE / "examples.jsonl", options.show), *source_faults(HERE / "sources.tsv", options.data)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
