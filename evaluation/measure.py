"""Measure the readers against everything marked, and hold the floors. `make eval` runs this.

    python evaluation/measure.py [--only NAME] [--reader tagger|rules]

Sets under ../shared/data are measured when they are there. Exit status 1 when a figure lies below its floor.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path[:0] = [
    str(Path(__file__).parent),
    str(Path(__file__).parent.parent / "src"),
    str(Path(__file__).parent.parent / "training"),
]
import msgspec

import diurna
import rows as rows_of
from diurna.intake import take
from diurna.reading import Configuration, read_report
from diurna.reading.parse import parse
from diurna.reading.said.source import actor_of
from diurna.reading.said.tagger import Attribution
from diurna.reading.who import Who, find_actors
from diurna.words import KINDS, NOT_STATED, Absent, Act, Party, Published, Report, Statement, digest_of
from marking import MarkedAct, MarkedSentence, passages, read
from scoring import Ratio, Span, Told, agree, right, same_source, told

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "shared" / "data"
Figures = dict[str, float]
TRAPS = ("dev-d", "dev-f", "dev-h", "dev-j")
QUAD = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "COOPERATE": 2,
    "AID": 2,
    "YIELD": 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}


def report_of(text: str, name: str = "x") -> Report:
    return Report(id=name, name=name, place=name, text=text, digest=digest_of(text), language="en")


def statements(asked: Configuration) -> Figures | None:
    """PolNeAR dev: F1 of statements whose content is found and whose source is right."""
    folder = DATA / "attribution" / "dev"
    if not folder.is_dir():
        return None
    from polnear import attributions

    totals = {k: Ratio(0, 0, 0) for k in ("all", "quoted", "indirect")}
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem[:-5]
        if name in seen:
            continue
        seen.add(name)
        with (folder / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as f:
            text = f.read()
        reading = read_report(report_of(text), asked)
        marked = [told(text, a.source, a.content) for a in attributions(path)]
        outer = [s for s in reading.statements if isinstance(s.within, Absent)]  # PolNeAR marks one layer
        found = [told(text, s.source.spans, s.content) for s in outer]
        for key, ratio in right(marked, found).items():
            totals[key] += ratio
    return {f"statements {k} right F1": r.f1 for k, r in totals.items()}


def examples(asked: Configuration) -> Figures:
    """Statements marked in our own example reports, which are of diplomacy and war: found, and given to the right speaker.

    An agency that hands a statement on is marked as a speaker of its own there; it is right where it stands in the chain of word.
    """
    rows = [json.loads(line) for line in (HERE / "statements" / "examples.jsonl").read_text(encoding="utf-8").splitlines()]
    found = missed = wrong = 0
    for name in sorted({r["report"] for r in rows}):
        report = example_report(name)
        read = [(told(report.text, s.source.spans, s.content), s) for s in read_report(report, asked).statements]
        for row in (r for r in rows if r["report"] == name):
            mark = told(report.text, row["source"], row["content"])
            near = [(p, s) for p, s in read if share(mark, p) >= 0.5]
            found += bool(near)
            missed += not near
            wrong += bool(near) and not any(same_source(mark, p) or hands_on(row["source"], s) for p, s in near)
    return {"examples: statements found": found / (found + missed), "examples: speaker right of found": 1 - wrong / max(found, 1)}


def hands_on(source: list[list[int]], statement: Statement) -> bool:
    """Whether a source stands in a statement's chain of word, behind the speaker."""
    quotes = [hop.quote for hop in statement.on_word_of[1:] if not isinstance(hop.quote, Absent)]
    return any(q.start < end and start < q.end for q in quotes for start, end in source)


def share(a: Told, b: Told) -> float:
    """Word Jaccard of two contents."""
    return len(a.content & b.content) / max(len(a.content | b.content), 1)


def example_report(name: str) -> Report:
    """An example report as it is taken in; `FILE.jsonl#id` is one line of a file."""
    path, _, wanted = name.partition("#")
    taken = [r for r in take([HERE.parent / "examples" / path]) if isinstance(r, Report)]
    return next(r for r in taken if not wanted or r.name == wanted)


def sources(asked: Configuration) -> Figures | None:
    """Pronouns, titles and unnamed sources marked in PolNeAR dev: the actor behind them is right, or nothing is claimed."""
    folder = DATA / "attribution" / "dev" / "text"
    if not folder.is_dir():
        return None
    with (HERE / "statements" / "sources.tsv").open(encoding="utf-8") as f:
        rows = list(csv.DictReader(f, delimiter="\t"))
    hits = dict.fromkeys(("pronoun", "title", "unnamed"), 0)
    wrong = 0
    for doc in sorted({r["doc"] for r in rows}):
        document = parse(dated(doc, (folder / f"{doc}.txt").read_bytes().decode("utf-8")))
        who = find_actors(document)
        for row in (r for r in rows if r["doc"] == doc):
            got = named(who, actor_of(who, document, Attribution(((int(row["start"]), int(row["end"])),), (), (), 1.0)))
            ok = got == row["means"] or (got not in ABSENT and last(got) in [last(m) for m in row["means"].split("; ")])
            hits[row["kind"]] += ok
            wrong += not ok and got not in ABSENT
    out = {f"sources: {k} right": n / sum(r["kind"] == k for r in rows) for k, n in hits.items()}
    return out | {"sources: not given to the wrong actor": 1 - wrong / len(rows)}


ABSENT = ("unnamed", "not stated")


def dated(doc: str, text: str) -> Report:
    day = re.search(r"\d{4}-\d\d-\d\d", doc)
    return msgspec.structs.replace(report_of(text, doc), published=Published(day.group(), "its name") if day else NOT_STATED)


def named(who: Who, actor: str | Absent) -> str:
    return str(actor) if isinstance(actor, Absent) else who.named(actor)


def last(name: str) -> str:
    return (name.lower().split() or [""])[-1]


def acts_of(text: str, asked: Configuration) -> list[Act]:
    return list(read_report(report_of(text), asked).acts)


def acts(asked: Configuration) -> Figures:
    """Our own test sentences, each by itself: what is found, what is right in it, what is invented."""
    return acts_in("acts", [[s] for name in ("test-a", "test-b") for s in read(HERE / "acts" / f"{name}.jsonl")], asked)


def in_passages(asked: Configuration) -> Figures:
    """Our own test passages, each read as one report."""
    return acts_in("passages", passages(read(HERE / "acts" / "test-c.jsonl")), asked)


def in_traps(asked: Configuration) -> Figures:
    """Passages of four other hands, rich in idioms, in modalities and in what looks like an act and is none."""
    return acts_in("traps", passages(s for name in TRAPS for s in read(HERE / "acts" / f"{name}.jsonl")), asked)


def acts_in(name: str, marked: list[list[MarkedSentence]], asked: Configuration) -> Figures:
    """The figures of the acts in some passages."""
    count = counts()
    for passage in marked:
        text = " ".join(s.text for s in passage)
        found, start = acts_of(text, asked), 0
        for sentence in passage:
            end = start + len(sentence.text)
            one_sentence(sentence, start, [a for a in found if start <= a.trigger.start < end], count)
            start = end + 1
    return figures_of(name, count)


def counts() -> dict[str, int]:
    return dict.fromkeys(("marked", "found", "kind", "both", "actor", "recipient", "whole", "predicted", "invented", "empty", "alone"), 0)


def figures_of(name: str, count: dict[str, int]) -> Figures:
    """Shares out of the counts of `one_sentence`."""
    found_ones, printed = max(count["found"], 1), max(count["predicted"], 1)
    return {
        f"{name}: found": count["found"] / count["marked"],
        f"{name}: kind and modality right": count["both"] / count["marked"],
        f"{name}: kind right of found": count["kind"] / found_ones,
        f"{name}: actor right of found": count["actor"] / found_ones,
        f"{name}: recipient right of found": count["recipient"] / found_ones,
        f"{name}: not invented": 1 - count["invented"] / printed,
        f"{name}: wholly right of printed": count["whole"] / printed,
        f"{name}: sentences without act left alone": count["alone"] / count["empty"],
    }


def markers(asked: Configuration) -> Figures:
    """What two others who marked 170 of our test sentences anew, blind, would be told as readers: how far such marks can be met at all."""
    marked = {s.id: s for name in ("test-a", "test-b") for s in read(HERE / "acts" / f"{name}.jsonl")}
    count = counts()
    for name in ("again-a", "again-b"):
        for other in read(HERE / "acts" / f"{name}.jsonl"):
            one_sentence(marked[other.id], 0, [as_read(other, act) for act in other.acts], count)
    return figures_of("markers", count)


def countries(asked: Configuration) -> Figures:
    """The countries of the parties of acts in a third of our test sentences, where act and party are found: right, and not wrong."""
    marked = {row["id"]: row["acts"] for row in map(json.loads, (HERE / "countries" / "test.jsonl").read_text().splitlines())}
    parties = told = right_ones = wrong = 0
    for sentence in read(HERE / "acts" / "test-b.jsonl"):
        for party, country in parties_placed(sentence, marked.get(sentence.id, []), asked):
            parties += 1
            told += country != "---"
            right_ones += party.country == country
            wrong += party.country not in (country, NOT_STATED)
    return {"countries: right": right_ones / told, "countries: not wrong": 1 - wrong / parties}


def parties_placed(sentence: MarkedSentence, acts: list[dict[str, list[str]]], asked: Configuration) -> Iterator[tuple[Party, str]]:
    """The parties found that are marked, each with the country that it is marked with."""
    left = acts_of(sentence.text, asked)
    for marked, placed in zip(sentence.acts, acts, strict=True):
        act = paired(marked, 0, left)
        if act is None:
            continue
        left.remove(act)
        for spans, found, codes in (
            (marked.actors, act.actors, placed["actors"]),
            (marked.recipients, act.recipients, placed["recipients"]),
        ):
            for (start, end), country in zip(spans, codes, strict=True):
                yield from ((p, country) for p in found if agree(sentence.text[start:end], p.quote.words))


def as_read(sentence: MarkedSentence, act: MarkedAct) -> Any:
    """A marked act in the shape of one that was read, as far as the measures look at it."""

    def quoted(span: tuple[int, int]) -> SimpleNamespace:
        return SimpleNamespace(start=span[0], end=span[1], words=sentence.text[slice(*span)])

    sides = ([SimpleNamespace(quote=quoted(span)) for span in side] for side in (act.actors, act.recipients))
    actors, recipients = sides
    return SimpleNamespace(kind=act.kind, modality=act.modality, trigger=quoted(act.trigger), actors=actors, recipients=recipients)


def one_sentence(sentence: MarkedSentence, start: int, found: list[Act], count: dict[str, int]) -> None:
    """Add one sentence, which begins at `start` of the text read, to the counts. Acts are paired by their triggers, then by kind."""
    left = list(found)
    count["predicted"] += len(found)
    count["empty"] += not sentence.acts
    count["alone"] += not sentence.acts and not found
    for marked in sentence.acts:
        count["marked"] += 1
        act = paired(marked, start, left)
        if act is None:
            continue
        left.remove(act)
        right_kind, right_modality = act.kind == marked.kind, act.modality == marked.modality
        ours = [[p.quote.words for p in parties] for parties in (act.actors, act.recipients)]
        gold = [[sentence.text[a:b] for a, b in spans] for spans in (marked.actors, marked.recipients)]
        count["found"] += 1
        count["kind"] += right_kind
        count["both"] += right_kind and right_modality
        count["actor"] += same(gold[0], ours[0])
        count["recipient"] += same(gold[1], ours[1])
        count["whole"] += right_kind and right_modality and sides_same(marked.kind, gold, ours)
    count["invented"] += len(left)


def paired(marked: MarkedAct, start: int, found: list[Act]) -> Act | None:
    first, last = (start + at for at in marked.trigger)
    near = [a for a in found if a.trigger.start < last and first < a.trigger.end]
    near = near or [a for a in found if a.kind == marked.kind and abs(a.trigger.start - first) < 40]
    return near[0] if near else None


def same(gold: list[str], found: list[str]) -> bool:
    return any(agree(g, f) for g in gold for f in found) or not (gold or found)


def sides_same(kind: str, gold: list[list[str]], found: list[list[str]]) -> bool:
    """Whether all parties are right. Those of a mutual act stand on the same footing: which of them is called actor is all one."""
    if KINDS[kind].mutual:
        gold, found = [[*gold[0], *gold[1]]], [[*found[0], *found[1]]]
    return all(all_same(g, f) for g, f in zip(gold, found, strict=True))


def all_same(gold: list[str], found: list[str]) -> bool:
    """Whether every party marked is among those found, and the other way round."""
    return all(any(agree(g, f) for f in found) for g in gold) and all(any(agree(g, f) for g in gold) for f in found)


def plv(asked: Configuration) -> Figures | None:
    """The tenth of PLV that training never sees: kind of the first act; one act with kind, actor and recipient right."""
    from held_out import held_out, mark_of, plv_rows

    rows = [r for r in plv_rows(DATA / "acts" / "plv_train.tsv") if held_out(r["sentence"])] if DATA.is_dir() else []
    if not rows:
        return None
    countries = plv_countries()
    first = whole = whom = who = placed = total = 0
    for row in rows:
        found = acts_of(row["sentence"], asked)
        total += len(found)
        roots = [{"CONCEDE": "YIELD", "RETREAT": "YIELD"}.get(a.plover, a.plover) for a in found]
        first += bool(roots) and next((r for r in roots if r), "") == row["gold_root"]
        hits = [(side(a.actors, row["source"]), side(a.recipients, row["target"])) for a in found]
        who += any(h[0] for h in hits)
        whom += any(h[1] for h in hits)
        whole += any(h == (True, True) and root == row["gold_root"] for h, root in zip(hits, roots, strict=True))
        source, target = countries[mark_of(row["sentence"])]
        placed += any(
            root == row["gold_root"] and of(a.actors, source) and of(a.recipients, target) for a, root in zip(found, roots, strict=True)
        )
    n = len(rows)
    return {
        "PLV kind of first act": first / n,
        "PLV who": who / n,
        "PLV whom": whom / n,
        "PLV all three": whole / n,
        "PLV all three by country": placed / n,
        "PLV acts a sentence": -total / n,
    }


def plv_countries() -> dict[int, tuple[str, str]]:
    """The countries of source and target, marked by us, by the sentence's number."""
    with (HERE / "countries" / "plv.tsv").open(encoding="utf-8") as f:
        return {int(r["sentence"]): (r["source"], r["target"]) for r in csv.DictReader(f, delimiter="\t")}


def of(parties: tuple[Party, ...], country: str) -> bool:
    """Whether a party is of a country, or of the sector IGO or NGO where that stands for one; where none could be told, any will do."""
    return country == "---" or any(country in (p.country, p.sector) for p in parties)


def side(parties: tuple[object, ...], gold: str) -> bool:
    return any(agree(p.quote.words, gold) for p in parties)  # type: ignore[attr-defined]


def quads(asked: Configuration) -> Figures | None:
    """The tenth of cameo_class that training never sees: the quad class of the first act that is more than a claim."""
    from held_out import class_rows, held_out

    rows = [r for r in class_rows(DATA / "acts" / "cameo_class_train.tsv") if held_out(r[0])] if DATA.is_dir() else []
    if not rows:
        return None
    right_ones = 0
    for text, label in rows:
        events = [{"CONCEDE": "YIELD", "RETREAT": "YIELD"}.get(a.plover, a.plover) for a in acts_of(text, asked)[:1]]
        right_ones += (QUAD.get(events[0], 0) if events else 0) == label
    return {"cameo_class accuracy": right_ones / len(rows)}


def parties(asked: Configuration) -> Figures | None:
    """The tenth of cameo_ner that training never sees: exact F1 of the words of source and target, by the first act of a sentence. A
    span that is both counts as both."""
    from held_out import held_out, ner_rows

    rows = [r for r in ner_rows(DATA / "acts" / "cameo_ner_train.txt") if held_out(r[0])] if DATA.is_dir() else []
    if not rows:
        return None
    source = target = Ratio(0, 0, 0)
    for text, spans in rows:
        main = acts_of(text, asked)[:1]
        source += exact(text, [p for a in main for p in a.actors], [s for letter, s in spans if letter in "SR"])
        target += exact(text, [p for a in main for p in a.recipients], [s for letter, s in spans if letter in "TR"])
    return {"cameo_ner source F1": source.f1, "cameo_ner target F1": target.f1}


def exact(text: str, parties: list[Party], spans: list[Span]) -> Ratio:
    """Parties against marked spans, both as the blank-separated words of the text that they touch."""
    words = [m.span() for m in re.finditer(r"\S+", text)]

    def touched(start: int, end: int) -> frozenset[int]:
        return frozenset(n for n, (a, b) in enumerate(words) if a < end and start < b)

    found, marked = {touched(p.quote.start, p.quote.end) for p in parties}, {touched(*s) for s in spans}
    return Ratio(len(found & marked), len(found), len(marked))


def stories(asked: Configuration) -> Figures:
    """The rows of `tests/stories`: of what must come out of each report, how much does."""
    rows = list(rows_of.story_rows(HERE.parent / "tests" / "stories"))
    records = {path: record_of(path, asked) for path in {path for _, path, _, _ in rows}}
    return {"stories: rows that hold": sum(rows_of.holds(what, row, records[path]) for _, path, what, row in rows) / len(rows)}


def seeds(asked: Configuration) -> Figures | None:
    """The two reports with which diurna began, against the acts that a careful person reads out of them."""
    gold = DATA.parent / "reports" / "seeds.gold.json"
    if not gold.is_file():
        return None
    record, rows = record_of(gold.parent / "seeds", asked), rows_of.first_rows(gold)
    return {"seeds: acts that hold": sum(rows_of.held_first(row, record) for row in rows) / len(rows)}


def record_of(path: Path, asked: Configuration) -> dict[str, Any]:
    return diurna.read([path], reader=asked.reader).to_dict()


MEASURES: dict[str, Callable[[Configuration], Figures | None]] = {
    "statements": statements,
    "examples": examples,
    "sources": sources,
    "acts": acts,
    "passages": in_passages,
    "traps": in_traps,
    "markers": markers,
    "countries": countries,
    "plv": plv,
    "quads": quads,
    "parties": parties,
    "stories": stories,
    "seeds": seeds,
}


def floors_of(reader: str) -> dict[str, float]:
    """The floors of a reader, by figure."""
    floors: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8")).get(reader, {})
    return floors


def below(figures: Figures, floors: dict[str, float]) -> list[str]:
    """The figures that lie below their floors, as lines to print."""
    return [
        f"{name}: {figures[name]:.3f} is below its floor {floor:.3f}"
        for name, floor in floors.items()
        if name in figures and figures[name] < floor
    ]


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--only", choices=MEASURES)
    ap.add_argument("--reader", choices=("tagger", "rules"), default="tagger")
    args = ap.parse_args()
    floors = floors_of(args.reader)
    figures: Figures = {}
    for name, measure in MEASURES.items():
        if args.only in (None, name):
            got = measure(Configuration(args.reader))
            print(f"{name}: not measured, the data is not here" if got is None else "", end="\n" if got is None else "", flush=True)
            for figure, value in (got or {}).items():
                print(f"{figure:40s} {value:7.3f}   floor {floors.get(figure, float('nan')):.3f}", flush=True)
            figures |= got or {}
    faults = below(figures, floors)
    print("\n".join(faults) or "every floor holds")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
