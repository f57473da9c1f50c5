"""The encoder at run time: onnxruntime over windows of word pieces, one window at a time.

A window is run alone, never padded and never beside another: 8-bit arithmetic scales by what it is given, and the same
text must give the same reading whatever else is read with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from diurna.reading.encoder.heads import Array
from diurna.reading.encoder.pieces import Pieces, cut

LENGTH, CONTEXT = 300, 24
"""Pieces in a window, and at least how many at each cut edge only lend context. On PolNeAR dev, before the rules for sources, right F1
(all, quoted) was 72.9, 85.7 with 254 and 16; 73.1, 85.8 with 300 and 16; 73.3, 86.3 with 300 and 24; 73.5, 85.5 with 350 and 24, which
takes 4 in 100 longer."""
BEGIN, END = 101, 102
SENTENCE = 32
"""The feature of a piece that begins a sentence."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's word pieces and their hidden states (T, H)."""

    pieces: Pieces
    hidden: Array
    weights: Mapping[str, Array]


@dataclass(frozen=True, slots=True)
class Network:
    """The encoder, its tokenizer and the weights of the small heads."""

    session: Any
    tokenizer: Any
    weights: Mapping[str, Array]

    def encode(self, text: str) -> Encoded:
        """One pass over a text of any length."""
        pieces = cut(self.tokenizer, text)
        total = len(pieces.ids)
        width = self.weights["tag.weight"].shape[1]
        hidden = np.zeros((total, width), np.float32)
        for first, last, keep_from, keep_to in windows(pieces.features):
            ids = np.array([[BEGIN, *pieces.ids[first:last], END]], np.int64)
            features = np.array([[0, *pieces.features[first:last], 0]], np.int64)
            (out,) = self.session.run(None, {"pieces": ids, "features": features})
            hidden[keep_from:keep_to] = out[1 + keep_from - first : 1 + keep_to - first]
        return Encoded(pieces, hidden, self.weights)


def windows(features: list[int]) -> list[tuple[int, int, int, int]]:
    """(first, last, keep_from, keep_to) of each window over the pieces with these features: every piece is kept from one window.

    Where one window's share ends and the next one's begins a sentence begins, if one does in the window's second half: a sentence
    cut in two is read worse.
    """
    total = len(features)
    out = []
    keep = 0
    while keep < total:
        first = max(0, min(keep - CONTEXT, total - LENGTH))
        last = min(first + LENGTH, total)
        until = total if last == total else last - CONTEXT
        if until < total:
            until = next((n for n in range(until, keep + LENGTH // 2, -1) if features[n] & SENTENCE), until)
        out.append((first, last, keep, until))
        keep = until
    return out


@cache
def load_network(folder: Path | None = None) -> Network:
    """The network of the package, or of a folder that holds encoder.onnx, heads.npz and tokenizer.json.

    Raises FileNotFoundError naming what is missing.
    """
    import onnxruntime
    from tokenizers import Tokenizer

    at = folder or Path(str(files("diurna.reading.encoder").joinpath("weights")))
    for name in ("encoder.onnx", "heads.npz", "tokenizer.json"):
        if not (at / name).is_file():
            raise FileNotFoundError(f"the reader's weights are not whole: {at / name} is missing")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(at / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(at / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    with np.load(at / "heads.npz") as packed:
        weights = {name: packed[name].astype(np.float32) for name in packed.files}
    return Network(session, tokenizer, weights)
