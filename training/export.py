"""Export a trained reader: the encoder to ONNX (8-bit unless --full), the small heads to a .npz, the tokenizer beside them.

Usage: python training/export.py WEIGHTS.pt FOLDER [--full]
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "src")]
import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel

from encoder import Reader
from statements import weights_folder


class Words(torch.nn.Module):
    """What runs in ONNX: pieces and features of one window (1, T) -> hidden states (T, H)."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        return self.reader.encode(pieces, features, torch.ones_like(pieces))[0]


class Rows(torch.nn.Module):
    """A table of embeddings in bytes, with a scale for each row. With one scale for the whole, right F1 on PolNeAR dev is 0.6 lower."""

    def __init__(self, table: torch.nn.Embedding) -> None:
        super().__init__()
        self.scale = table.weight.data.abs().amax(1, keepdim=True).clamp(min=1e-12) / 127
        self.bytes = torch.round(table.weight.data / self.scale).to(torch.int8)

    def forward(self, index: torch.Tensor) -> torch.Tensor:
        return self.bytes[index].float() * self.scale[index]


def load(weights: Path) -> Reader:
    reader = Reader(AutoModel.from_pretrained(weights_folder(), attn_implementation="eager"))
    reader.load_state_dict(torch.load(weights, weights_only=True), strict=False)
    return reader.eval()


def export(reader: Reader, folder: Path, *, full: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not full:
        embeddings = reader.body.embeddings
        embeddings.word_embeddings, embeddings.position_embeddings = Rows(embeddings.word_embeddings), Rows(embeddings.position_embeddings)
    sample = torch.randint(1000, 2000, (1, 40)), torch.randint(0, 8, (1, 40))
    with tempfile.TemporaryDirectory() as scratch:
        raw = folder / "encoder.onnx" if full else Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            Words(reader),
            sample,
            str(raw),
            input_names=["pieces", "features"],
            output_names=["hidden"],
            dynamic_axes={"pieces": {1: "t"}, "features": {1: "t"}, "hidden": {0: "t"}},
            dynamo=False,
            opset_version=17,
        )
        if not full:
            quantize_dynamic(
                raw,
                folder / "encoder.onnx",
                per_channel=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul"],
                extra_options={"MatMulConstBOnly": True},
            )
    heads = {
        n: p.detach().numpy().astype(np.float16) for n, p in reader.named_parameters() if not n.startswith(("body.", "features."))
    }
    np.savez_compressed(folder / "heads.npz", **heads)
    shutil.copy(weights_folder() / "tokenizer.json", folder / "tokenizer.json")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("weights", type=Path)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--full", action="store_true", help="32-bit, to compare with")
    args = ap.parse_args()
    export(load(args.weights), args.folder, full=args.full)


if __name__ == "__main__":
    main()
