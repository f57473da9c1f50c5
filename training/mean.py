"""The weighted mean of several weights of one network, which often reads better than any of them when they came from each other.

Usage: python training/mean.py OUT.pt WEIGHTS.pt SHARE [WEIGHTS.pt SHARE ...]

A head that some of them lack is the mean of those that have it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch


def mean(weights: list[tuple[dict[str, torch.Tensor], float]]) -> dict[str, torch.Tensor]:
    names = dict.fromkeys(name for one, _ in weights for name in one)
    out = {}
    for name in names:
        held = [(one[name], share) for one, share in weights if name in one]
        whole = sum(share for _, share in held)
        out[name] = sum(share / whole * one.float() for one, share in held).to(held[0][0].dtype)  # type: ignore[union-attr]
    return out


def main() -> None:
    out, *rest = sys.argv[1:]
    if len(rest) < 4 or len(rest) % 2:
        sys.exit(__doc__)
    parts = [(torch.load(Path(path), weights_only=True), float(share)) for path, share in zip(rest[::2], rest[1::2], strict=True)]
    torch.save(mean(parts), out)


if __name__ == "__main__":
    main()
