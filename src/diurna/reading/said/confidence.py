"""How sure a statement by the tagger is: what the network holds of its answers, set against what turned out right on marked articles.

A logistic curve over a few plain signs, with the weights of `confidence.toml`, which `training/statement_confidence.py` fits on PolNeAR's
dev part: of the statements there with a confidence of 0.8, four in five have their content found and their source right, as
`evaluation/scoring.py` counts. The network's own probabilities are near 1 for almost all.
"""

from __future__ import annotations

from diurna.reading.logistic import fitted, logit, share

SIGNS = frozenset("always links cue content source no_source further_pieces short quoted".split())
EDGE = 0.001
"""Probabilities closer to 0 or 1 than this are not told apart."""
SHORT = 4
"""Words below which a content is short."""


def signs_of(
    *, links: float, cue: float, content: float, source: float | None, pieces: int, words: int, quoted: bool
) -> dict[str, float]:
    """What speaks for and against a statement, each by its name in `confidence.toml`.

    links: probability of the weakest link; cue, content, source: mean probability of the labels of the least sure run, None for no source.
    """
    return {
        "always": 1.0,
        "links": logit(links, EDGE),
        "cue": logit(cue, EDGE),
        "content": logit(content, EDGE),
        "source": logit(source, EDGE) if source is not None else 0.0,
        "no_source": float(source is None),
        "further_pieces": float(pieces - 1),
        "short": float(words < SHORT),
        "quoted": float(quoted),
    }


def confidence_of(signs: dict[str, float]) -> float:
    """How likely a statement's content and source are right, from 0 to 1."""
    return round(share(fitted(__package__, SIGNS), signs), 2)
