"""Reports to measure with: paragraphs of the examples, set together anew, so that ten thousand differ and are alike in length."""

from __future__ import annotations

import json
import random
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
WORDS = 380
"""Words in a generated report: the median of the examples."""


def paragraphs() -> list[str]:
    """Every paragraph of the plain-text examples in English that is longer than a headline."""
    out = []
    for path in sorted(EXAMPLES.glob("*/*.txt")):
        text = path.read_text(encoding="utf-8")
        if sum(c.isascii() for c in text) > 0.9 * len(text):
            out += [p.strip() for p in text.split("\n\n") if len(p.split()) > 15]
    return out


def write(path: Path, number: int, seed: int = 1) -> None:
    """`number` reports as JSON Lines."""
    rng, pool = random.Random(seed), paragraphs()
    with path.open("w", encoding="utf-8") as out:
        for n in range(number):
            chosen: list[str] = []
            while sum(len(p.split()) for p in chosen) < WORDS:
                chosen.append(rng.choice(pool))
            out.write(
                json.dumps(
                    {
                        "id": f"report-{n:06d}",
                        "text": f"Report {n}\n\n" + "\n\n".join(chosen),
                        "date": "2022-05-04",
                        "language": "en",
                    }
                )
                + "\n"
            )
