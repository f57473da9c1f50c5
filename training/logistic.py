"""Logistic regression by Newton's steps with a light pull towards zero: no randomness, few weights, each with a name."""

from __future__ import annotations

import sys

import numpy as np

PULL = 1.0
Row = tuple[dict[str, float], bool]
"""The signs of one thing read, by name, and whether it is right."""


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """x (N, S), y (N,) of 0 and 1 -> weights (S,); the first sign is always 1 and not pulled."""
    weights = np.zeros(x.shape[1])
    pull = PULL * np.eye(x.shape[1])
    pull[0, 0] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + pull, x.T @ (y - p) - pull @ weights)
        weights += step
    return weights


def report(rows: list[Row]) -> None:
    """Print the weights as a table; on standard error how many are right of what each half says of the other, tenth by tenth."""
    names = list(rows[0][0])
    x, y = np.array([[signs[n] for n in names] for signs, _ in rows]), np.array([float(ok) for _, ok in rows])
    for name, weight in zip(names, fit(x, y), strict=True):
        print(f"{name} = {weight:.3f}")
    halves = np.arange(len(y)) % 2 == 0
    held = np.concatenate([1 / (1 + np.exp(-x[part] @ fit(x[~part], y[~part]))) for part in (halves, ~halves)])
    truth = np.concatenate([y[halves], y[~halves]])
    print(f"# {len(y)} in all, {truth.mean():.2f} right; each half told by the other:", file=sys.stderr)
    for low in np.arange(10) / 10:
        inside = (held >= low) & (held < low + 0.1)
        if inside.any():
            print(f"# told {low:.1f} to {low + 0.1:.1f}: {inside.sum()}, {truth[inside].mean():.2f} right", file=sys.stderr)
