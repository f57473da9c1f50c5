"""The small heads, in numpy: linear layers, the pointer between spans, the best path through a chain of labels.

The same arithmetic as `training/encoder.py`, which names the weights.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
DISTANCES = 24


def linear(weights: Mapping[str, Array], name: str, x: Array) -> Array:
    """x (N, I) through the layer `name` -> (N, O)."""
    out: Array = x @ weights[f"{name}.weight"].T
    bias = weights.get(f"{name}.bias")
    return out if bias is None else out + bias


def gelu(x: Array) -> Array:
    """x * Phi(x), with erf by Abramowitz and Stegun 7.1.26 (error below 1.5e-7)."""
    z = np.abs(x) / np.float32(2**0.5)
    t = 1 / (1 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    out: Array = (0.5 * x * (1 + erf)).astype(np.float32)
    return out


def softmax(x: Array) -> Array:
    """Along the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    out: Array = e / e.sum(-1, keepdims=True)
    return out


def buckets(gap_after: NDArray[np.int64], gap_before: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed, logarithmic distances as indices below DISTANCES. gap_after > 0: what is asked about stands after."""
    after = gap_after > 0
    gap = np.maximum(np.where(after, gap_after, gap_before), 1)
    level = np.minimum(np.floor(np.log2(gap)), DISTANCES // 2 - 1).astype(np.int64)
    out: NDArray[np.int64] = np.where(after, level + DISTANCES // 2, level)
    return out


def pointer(
    weights: Mapping[str, Array],
    name: str,
    hidden: Array,
    askers: NDArray[np.int64],
    asked: NDArray[np.int64],
    barred: NDArray[np.bool_],
) -> Array:
    """Probabilities (N, M + 1) that each asking span points to each asked span, the last column: to nothing.

    hidden (T, H); askers (N, 2) and asked (M, 2): first and last piece; barred (N, M): pairs that can't be.
    """
    a = gelu(linear(weights, f"{name}.asker.0", np.concatenate((hidden[askers[:, 0]], hidden[askers[:, 1]]), 1)))
    nothing = linear(weights, f"{name}.nothing", a)
    if not len(asked):
        return softmax(nothing)
    b = gelu(linear(weights, f"{name}.asked.0", np.concatenate((hidden[asked[:, 0]], hidden[asked[:, 1]]), 1)))
    where = buckets(asked[None, :, 0] - askers[:, None, 1], askers[:, None, 0] - asked[None, :, 1])
    pairs = linear(weights, f"{name}.form", a) @ b.T / np.float32(a.shape[1] ** 0.5)
    pairs = pairs + weights[f"{name}.distance.weight"][where, 0]
    return softmax(np.concatenate((np.where(barred, np.float32(-1e9), pairs), nothing), 1))


def best_path(weights: Mapping[str, Array], name: str, emissions: Array) -> NDArray[np.int64]:
    """The likeliest labels (W,) of a linear chain under emissions (W, L)."""
    if not len(emissions):
        return np.zeros(0, np.int64)
    transitions = weights[f"{name}.transitions"]
    score = weights[f"{name}.first"] + emissions[0]
    back = np.zeros(emissions.shape, np.int64)
    for w in range(1, len(emissions)):
        paths = score[:, None] + transitions
        back[w] = paths.argmax(0)
        score = paths.max(0) + emissions[w]
    labels = np.zeros(len(emissions), np.int64)
    labels[-1] = score.argmax()
    for w in range(len(emissions) - 1, 0, -1):
        labels[w - 1] = back[w, labels[w]]
    return labels
