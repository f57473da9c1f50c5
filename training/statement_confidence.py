"""Fit the weights of `src/diurna/reading/said/confidence.toml` on PolNeAR's dev part.

Usage: python training/statement_confidence.py DATA      prints the table, and on standard error how well it holds

A statement is right when its content is found and its source right (`evaluation/scoring.py`), which of two that find the same counts once.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent.parent
sys.path[:0] = [str(HERE / "src"), str(HERE / "evaluation"), str(HERE / "training")]
from diurna.reading.encoder import load_network
from diurna.reading.said.tagger import told as read_from
from logistic import Row, report
from polnear import attributions
from scoring import right, told


def rows_of(dev: Path) -> list[Row]:
    """Every statement of the outer layer in the first annotator's articles: its signs, and whether it is right."""
    network, out = load_network(), []
    for name in sorted({p.stem[:-5] for p in (dev / "attributions").glob("*.ann")}):
        with (dev / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as f:
            text = f.read()
        path = min((dev / "attributions").glob(f"{name}_*.ann"))
        marked = [told(text, a.source, a.content) for a in attributions(path)]
        for found, signs in read_from(text, network.encode(text)):
            out.append((signs, bool(right(marked, [told(text, found.source, found.content)])["all"].hits)))
    return out


def main(data: Path) -> None:
    report(rows_of(data / "attribution" / "dev"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
