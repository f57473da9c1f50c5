"""Fit the weights of `src/diurna/reading/did/confidence.toml` on the marked dev passages.

Usage: python training/confidence.py [FOLDER OF MARKED PASSAGES]      prints the table and how well it holds, sign by sign

Logistic regression by Newton's steps with a light pull towards zero; no randomness. An act is right when its kind, its modality and
every party on both sides agree with the marks (`sides_same` of `evaluation/measure.py`).
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent.parent
sys.path[:0] = [str(HERE / "src"), str(HERE / "evaluation"), str(HERE / "training")]
import numpy as np

from diurna.reading.did import told
from diurna.reading.did.confidence import signs
from diurna.reading.did.proposal import Proposal
from diurna.reading.encoder import load_network
from diurna.reading.parse import parse
from logistic import Row, report
from marking import MarkedAct, MarkedSentence, passages, read
from measure import report_of, sides_same

Mark = tuple[MarkedSentence, int, MarkedAct]
"""A marked act, with its sentence and where that begins in the passage."""


def rows_of(marked: list[list[MarkedSentence]]) -> list[Row]:
    """Every act read from the passages: its signs, and whether it is right."""
    network, out = load_network(), []
    for passage in marked:
        text = " ".join(s.text for s in passage)
        starts = np.cumsum([0, *(len(s.text) + 1 for s in passage)])
        left: list[Mark] = [(s, int(start), act) for s, start in zip(passage, starts, strict=False) for act in s.acts]
        for sentence in told(parse(report_of(text)), network.encode(text)):
            for proposal, trigger in sentence:
                at = next((m for m in left if same_trigger(m, proposal)), None)
                if at is not None:
                    left.remove(at)
                if proposal.sure is not None:
                    out.append((signs(proposal, proposal.sure, trigger), at is not None and right(at, proposal, text)))
    return out


def same_trigger(marked: Mark, proposal: Proposal) -> bool:
    """Whether a proposal tells a marked act. Not `paired` of measure.py: that looks for the act of a mark, among acts printed, and takes
    one near by of the same kind too; here each proposal looks for its mark, and one that only stands near is to count as wrong."""
    _, start, act = marked
    return proposal.trigger[0] < start + act.trigger[1] and start + act.trigger[0] < proposal.trigger[1]


def right(marked: Mark, proposal: Proposal, text: str) -> bool:
    sentence, _, act = marked
    gold = [[sentence.text[a:b] for a, b in side] for side in (act.actors, act.recipients)]
    got = [[text[a:b] for a, b in side] for side in (proposal.actors, proposal.recipients)]
    return sides_same(act.kind, gold, got) and act.kind == proposal.kind and act.modality == proposal.modality


def main(folder: Path) -> None:
    report(rows_of(passages(s for path in sorted(folder.glob("dev-*.jsonl")) for s in read(path))))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "evaluation" / "acts")
