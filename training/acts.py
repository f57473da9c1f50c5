"""The losses of the act heads.

Where triggers are marked, every head learns from them. Where only a kind and parties are (PLV), or less, the trigger is a hidden
choice among the sentence's words: each word's share in the answer is worked out first (expectation), then learned from
(maximisation). PLOVER kinds are sums over our kinds and modalities, by the table `src/diurna/words/kinds.toml`.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, log_softmax

from diurna.words.kinds import KINDS, plover_of
from encoder import MODALITIES, ActHeads
from sentences import Pack, Sentence

NAMES = list(KINDS)
ROOTS = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
QUADS = {1: ROOTS[:3], 2: ROOTS[3:6], 3: ROOTS[6:10], 4: ROOTS[10:]}
CANDIDATES = 6
ROOT_OF = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def folding() -> Tensor:
    """(roots, kinds + 1, modalities): 1 where a kind in a modality has that PLOVER root."""
    out = torch.zeros(len(ROOTS), len(NAMES) + 1, len(MODALITIES))
    for k, name in enumerate(NAMES, 1):
        for m, modality in enumerate(MODALITIES):
            event = plover_of(name, modality)
            if event:
                out[ROOTS.index(ROOT_OF.get(event, event)), k, m] = 1
    return out


FOLDING = folding()


def acts_loss(heads: ActHeads, hidden: Tensor, packs: list[Pack]) -> Tensor:
    """hidden (B, T, H) of packed windows, first piece at 1. Mean over sentences."""
    total, n = hidden.new_zeros(()), 0
    for row, pack in enumerate(packs):
        for sentence, start, first, last in pack.sentences:
            words = [i for i in range(first, last) if pack.pieces.begins[i]]
            if not words:
                continue
            states = hidden[row, torch.tensor(words) + 1]
            spans = [(pack.pieces.spans[i][0] - start, pack.pieces.spans[i][1] - start) for i in words]
            loss = marked_loss if sentence.acts is not None else hidden_loss
            total = total + loss(heads, states, spans, sentence)
            n += 1
    return total / max(n, 1)


def word_at(spans: list[tuple[int, int]], span: tuple[int, int]) -> int:
    """The index of the first word that begins in or holds the start of a span."""
    held = [i for i, (a, _) in enumerate(spans) if a <= span[0]]
    return held[-1] if held else 0


def last_word(spans: list[tuple[int, int]], span: tuple[int, int]) -> int:
    """The head-most word of a trigger such as "Turkey-mediated": its last part."""
    return max((i for i, (a, _) in enumerate(spans) if span[0] <= a < span[1]), default=word_at(spans, span))


def argument_tags(spans: list[tuple[int, int]], roles: tuple[tuple[tuple[int, int], ...], ...]) -> Tensor:
    """BIO tags of the words for the spans of actors, recipients, condition."""
    tags = torch.zeros(len(spans), dtype=torch.long)
    for number, role in enumerate(roles):
        for span in role:
            inside = [i for i, (a, b) in enumerate(spans) if a < span[1] and b > span[0]]
            for i in inside:
                tags[i] = 1 + 2 * number + (i != inside[0])
    return tags


def marked_loss(heads: ActHeads, states: Tensor, spans: list[tuple[int, int]], sentence: Sentence) -> Tensor:
    acts = sentence.acts or ()
    kinds = torch.zeros(len(spans), dtype=torch.long)
    at = [last_word(spans, a.trigger) for a in acts]
    for i, act in zip(at, acts, strict=True):
        kinds[i] = NAMES.index(act.kind) + 1
    loss = cross_entropy(heads.kind(states), kinds, reduction="sum")
    if not acts:
        return loss
    triggers = states[at]
    loss = loss + cross_entropy(
        heads.modality(triggers), torch.tensor([MODALITIES.index(a.modality) for a in acts]), reduction="sum"
    )
    alleged = torch.tensor([float(a.alleged) for a in acts])
    loss = loss + 0.5 * binary_cross_entropy_with_logits(heads.alleged(triggers).squeeze(1), alleged, reduction="sum")
    loss = loss + cross_entropy(heads.main(states).T, torch.tensor([at[0]]))
    for i, act in zip(at, acts, strict=True):
        tags = argument_tags(spans, (act.actors, act.recipients, (act.condition,) if act.condition else ()))
        loss = loss + 0.5 * cross_entropy(heads.arguments(states, i), tags, reduction="sum")
    return loss


def hidden_loss(heads: ActHeads, states: Tensor, spans: list[tuple[int, int]], sentence: Sentence) -> Tensor:
    chosen = log_softmax(heads.main(states).squeeze(1), 0)
    answer = kind_likelihood(heads, states, sentence)
    parties = sentence.actors is not None
    with torch.no_grad():
        best = (chosen + answer).topk(min(CANDIDATES, len(spans))).indices.tolist()
    score = chosen[best] + answer[best]
    if parties:
        tags = argument_tags(spans, (sentence.actors or (), sentence.recipients or ()))
        told = torch.stack([-cross_entropy(heads.arguments(states, i)[:, :5], tags, reduction="sum") for i in best])
        share = torch.softmax((score + 0.3 * told).detach(), 0)
        return -(share * (score + 0.5 * told)).sum()
    return -0.5 * torch.logsumexp(score, 0)


def kind_likelihood(heads: ActHeads, states: Tensor, sentence: Sentence) -> Tensor:
    """(W,) log probability of the known kind at each word; that there is an act at all, where no kind is known."""
    kind = torch.softmax(heads.kind(states), 1)
    if sentence.root:
        modality = torch.softmax(heads.modality(states), 1)
        p = torch.einsum("km,wk,wm->w", FOLDING[ROOTS.index(sentence.root)], kind, modality)
    elif sentence.quad > 0:
        modality = torch.softmax(heads.modality(states), 1)
        table = FOLDING[[ROOTS.index(r) for r in QUADS[sentence.quad]]].sum(0)
        p = torch.einsum("km,wk,wm->w", table, kind, modality)
    elif sentence.quad == 0:
        p = kind[:, NAMES.index("assert") + 1] + 0.3 * kind[:, 0]
    else:
        p = 1 - kind[:, 0]
    return torch.log(p + 1e-6)
