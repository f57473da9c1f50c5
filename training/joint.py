"""Train all heads together: a batch of PolNeAR and a batch of sentences with acts at each step.

Usage: python training/joint.py DATA OUT --start STATEMENTS.pt [--steps N] [--threads N]
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), *(str(Path(__file__).parent.parent / f) for f in ("src", "evaluation"))]
import torch
from tokenizers import Tokenizer
from transformers import AutoModel

from acts import acts_loss
from encoder import Reader
from held_out import held_out
from polnear import Window, articles, passages, windows
from sentences import Pack, Sentence, cameo_class, cameo_ner, ours, packs, plv
from statements import BATCH, LENGTH, Averaged, load_tokenizer, optimizer_of, statement_loss, weights_folder

OURS = 3
"""How often our own passages of statements are met while PolNeAR is met once."""


def endless_statements(data: Path, marked: Path, tokenizer: Tokenizer, rng: random.Random) -> Iterator[list[Window]]:
    train = [*articles(tokenizer, data / "attribution" / "train"), *OURS * passages(tokenizer, marked)]
    while True:
        cuts = [w for a in train for w in windows(a, LENGTH, rng)]
        rng.shuffle(cuts)
        yield from (cuts[i : i + BATCH] for i in range(0, len(cuts) - BATCH + 1, BATCH))


def endless_acts(marked: Callable[[], list[Sentence]], tokenizer: Tokenizer, rng: random.Random) -> Iterator[list[Pack]]:
    """Batches of windows of much the same length, pass after pass. The files are read anew for each pass: what is marked while
    training goes on is learned from as well."""
    while True:
        sentences = marked()
        print(len(sentences), "sentences with acts", flush=True)
        cuts = packs(tokenizer, sentences, LENGTH, rng)
        cuts.sort(key=lambda p: len(p.pieces.ids))
        groups = [cuts[i : i + BATCH] for i in range(0, len(cuts), BATCH)]
        rng.shuffle(groups)
        yield from groups


def pack_batch(group: list[Pack]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    longest = max(len(p.pieces.ids) for p in group) + 2
    pieces = torch.zeros(len(group), longest, dtype=torch.long)
    features, mask = torch.zeros_like(pieces), torch.zeros_like(pieces)
    for row, p in enumerate(group):
        ids = [101, *p.pieces.ids, 102]
        pieces[row, : len(ids)] = torch.tensor(ids)
        features[row, 1 : len(ids) - 1] = torch.tensor(p.pieces.features)
        mask[row, : len(ids)] = 1
    return pieces, features, mask


def sentences_of(data: Path, marked: Path, times: int, ner: int) -> list[Sentence]:
    """All sentences with acts; those of PLV and of cameo_ner so many times, since they are few."""
    acts = data / "acts"
    found = [
        s
        for s in (
            *times * plv(acts / "plv_train.tsv"),
            *ner * cameo_ner(acts / "cameo_ner_train.txt"),
            *cameo_class(acts / "cameo_class_train.tsv"),
        )
        if not held_out(s.text)
    ]
    return [*found, *ours(marked / "acts")]


def acts_step(reader: Reader, group: list[Pack], weight: float) -> float:
    """Gradients of a batch of sentences with acts; its loss, for the eye."""
    pieces, features, mask = pack_batch(group)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = reader.encode(pieces, features, mask)
    loss = acts_loss(reader.acts, hidden.float(), group)
    (weight * loss).backward()
    return float(loss.item())


def begin_with(reader: Reader, weights: dict[str, torch.Tensor]) -> None:
    """Take over weights; where the inner layer has none of its own it begins as a copy of the outer one."""
    for outer, inner in (("tag.", "inner."), ("chain.", "inner_chain.")):
        for name in [n for n in weights if n.startswith(outer)]:
            weights.setdefault(inner + name.removeprefix(outer), weights[name].clone())
    reader.load_state_dict(weights, strict=False)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("data", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--start", type=Path, required=True)
    ap.add_argument("--marked", type=Path, default=Path(__file__).parent.parent / "evaluation")
    ap.add_argument("--steps", type=int, default=900)
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--rate", type=float, default=1e-4)
    ap.add_argument("--every", type=int, default=1, help="statements at every n-th step")
    ap.add_argument("--acts-every", type=int, default=1, help="acts at every n-th step")
    ap.add_argument("--plv", type=int, default=1, help="how often PLV is met while the other sentences are met once")
    ap.add_argument("--ner", type=int, default=1, help="how often cameo_ner is met, likewise")
    ap.add_argument("--acts-weight", type=float, default=0.25, help="weight of the acts' loss beside the statements'")
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--until", type=float, default=0.0, help="the learning rate falls to this share of --rate")
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    tokenizer = load_tokenizer()
    reader = Reader(AutoModel.from_pretrained(weights_folder(), attn_implementation="sdpa"))
    begin_with(reader, torch.load(args.start, weights_only=True))
    reader.body.embeddings.word_embeddings.weight.requires_grad_(False)
    averaged, optimizer = Averaged(reader, 0.995), optimizer_of(reader, args.rate, 1e-3)
    rates = [g["lr"] for g in optimizer.param_groups]
    told = endless_statements(args.data, args.marked / "statements", tokenizer, rng)
    done = endless_acts(lambda: sentences_of(args.data, args.marked, args.plv, args.ner), tokenizer, rng)
    args.out.mkdir(parents=True, exist_ok=True)
    begun = time.time()
    for step in range(args.steps):
        slope = min(1.0, (step + 1) / 60) * (1.01 - (1 - args.until) * step / args.steps)
        for g, rate in zip(optimizer.param_groups, rates, strict=True):
            g["lr"] = rate * slope
        reader.train()
        optimizer.zero_grad()
        if step % args.acts_every == 0:
            told_acts = acts_step(reader, next(done), args.acts_weight)
        if step % args.every == 0:
            statement_loss(reader, next(told)).backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        averaged.update(reader, step)
        if step % 25 == 0:
            print(f"step {step}/{args.steps} acts {told_acts:.3f} {time.time() - begun:.0f}s", flush=True)
        if (step + 1) % 200 == 0 or step + 1 == args.steps:
            torch.save(averaged.reader.state_dict(), args.out / "reader.pt")


if __name__ == "__main__":
    main()
