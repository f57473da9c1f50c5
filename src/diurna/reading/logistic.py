"""A logistic curve over plain signs, each known by its name, with weights in a table that people can read."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from math import exp, log


def share(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """What the weighed signs come to, between 0.01 and 0.99: nothing that is read by machine is certain."""
    return min(max(1 / (1 + exp(-sum(weights[name] * value for name, value in signs.items()))), 0.01), 0.99)


def logit(p: float, edge: float) -> float:
    """The place of a probability on the curve; those closer to 0 or 1 than `edge` are not told apart."""
    held = min(max(p, edge), 1 - edge)
    return log(held / (1 - held))


@cache
def table(room: str) -> dict[str, float]:
    """The weights of a room's `confidence.toml`, by sign."""
    return tomllib.loads(files(room).joinpath("confidence.toml").read_text(encoding="utf-8"))


def fitted(room: str, signs: Collection[str]) -> dict[str, float]:
    """A room's weights. Raises ValueError when the table lacks a sign or has one too many."""
    weights = table(room)
    if odd := set(weights) ^ set(signs):
        raise ValueError(f"{room}: confidence.toml and the signs differ in {', '.join(sorted(odd))}")
    return weights
