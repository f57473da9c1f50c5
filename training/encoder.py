"""The reader's network: one small pretrained encoder, one head for each question.

Shapes: B windows, T word pieces, W words (a word is a piece that does not begin with ``##``).
The statement heads tag words with the seven labels of `STATEMENT_LABELS` (a linear-chain CRF over the encoder's
emissions) and point from content to cue and from cue to source; a second pair of tagger and chain does the same for statements
within the contents of others.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from diurna.words.kinds import KINDS

STATEMENT_LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
FEATURES = 64  # case (4) x quotation (4) x start of a paragraph (2) x start of a sentence (2): see windows.py
MODALITIES = ("done", "planned", "wanted", "possible", "conditional", "negated")
ARGUMENT_LABELS = ("O", "B-actor", "I-actor", "B-recipient", "I-recipient", "B-condition", "I-condition")
LINK_WIDTH = 96
ARGUMENT_WIDTH = 192
DISTANCES = 24


class Chain(nn.Module):
    """Linear-chain CRF: negative log-likelihood of a tag sequence under emissions and learned transitions."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(labels, labels))
        self.first = nn.Parameter(torch.zeros(labels))

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """emissions (B, W, L) float, tags (B, W) int, mask (B, W) bool, words packed to the left. Mean over words."""
        score = self.first[tags[:, 0]] + emissions[:, 0].gather(1, tags[:, :1]).squeeze(1)
        alpha = self.first + emissions[:, 0]
        for w in range(1, emissions.shape[1]):
            keep = mask[:, w]
            step = emissions[:, w].gather(1, tags[:, w : w + 1]).squeeze(1) + self.transitions[tags[:, w - 1], tags[:, w]]
            score = score + step * keep
            grown = torch.logsumexp(alpha.unsqueeze(2) + self.transitions, 1) + emissions[:, w]
            alpha = torch.where(keep.unsqueeze(1), grown, alpha)
        return (torch.logsumexp(alpha, 1) - score).sum() / mask.sum()


class Pointer(nn.Module):
    """Scores of pairs of spans: a bilinear form plus a learned bias for the signed distance between them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.asker = nn.Sequential(nn.Linear(2 * width, LINK_WIDTH), nn.GELU())
        self.asked = nn.Sequential(nn.Linear(2 * width, LINK_WIDTH), nn.GELU())
        self.form = nn.Linear(LINK_WIDTH, LINK_WIDTH, bias=False)
        self.distance = nn.Embedding(DISTANCES, 1)
        self.nothing = nn.Linear(LINK_WIDTH, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, hidden: Tensor, askers: Tensor, asked: Tensor) -> Tensor:
        """hidden (T, H); askers (N, 2) and asked (M, 2) first and last piece -> scores (N, M + 1), the last: nothing."""
        a = self.asker(torch.cat((hidden[askers[:, 0]], hidden[askers[:, 1]]), 1))
        b = self.asked(torch.cat((hidden[asked[:, 0]], hidden[asked[:, 1]]), 1))
        pairs = self.form(a) @ b.T / math.sqrt(LINK_WIDTH) + self.distance(bucket(askers, asked)).squeeze(2)
        return torch.cat((pairs, self.nothing(a)), 1)


def bucket(askers: Tensor, asked: Tensor) -> Tensor:
    """Signed, logarithmic distance in pieces between two spans, as an index below DISTANCES."""
    after = asked[None, :, 0] - askers[:, None, 1]
    before = askers[:, None, 0] - asked[None, :, 1]
    gap = torch.where(after > 0, after, before).clamp(min=1).float()
    level = torch.log2(gap).floor().clamp(max=DISTANCES // 2 - 1).long()
    return torch.where(after > 0, level + DISTANCES // 2, level)


class ActHeads(nn.Module):
    """Which words tell an act and of which kind, how it stands, and, for one such word, which words are its parties.

    Kinds count from 1; 0 is no act. A sentence's main act is a choice among its words.
    """

    def __init__(self, width: int, kinds: int) -> None:
        super().__init__()
        self.kind = nn.Linear(width, kinds + 1)
        self.modality = nn.Linear(width, len(MODALITIES))
        self.alleged = nn.Linear(width, 1)
        self.main = nn.Linear(width, 1)
        self.of_word = nn.Linear(width, ARGUMENT_WIDTH)
        self.of_trigger = nn.Linear(width, ARGUMENT_WIDTH)
        self.of_both = nn.Linear(width, ARGUMENT_WIDTH, bias=False)
        self.distance = nn.Embedding(2 * DISTANCES, ARGUMENT_WIDTH)
        self.role = nn.Linear(ARGUMENT_WIDTH, len(ARGUMENT_LABELS))
        nn.init.zeros_(self.distance.weight)

    def arguments(self, words: Tensor, trigger: int | Tensor) -> Tensor:
        """words (W, H) of one sentence, the trigger's index -> scores (W, labels)."""
        told = words[trigger]
        gap = torch.arange(len(words)) - trigger
        near = gap.abs().clamp(max=DISTANCES - 1) + DISTANCES * (gap > 0)
        mixed = self.of_word(words) + self.of_trigger(told) + self.of_both(words * told) + self.distance(near)
        return self.role(nn.functional.gelu(mixed))


class Reader(nn.Module):
    """The encoder and its heads."""

    def __init__(self, body: nn.Module, width: int = 384, kinds: int = len(KINDS)) -> None:
        super().__init__()
        self.body = body
        self.features = nn.Embedding(FEATURES, width)
        nn.init.normal_(self.features.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(width, len(STATEMENT_LABELS))
        self.chain = Chain(len(STATEMENT_LABELS))
        self.inner = nn.Linear(width, len(STATEMENT_LABELS))
        self.inner_chain = Chain(len(STATEMENT_LABELS))
        self.content_to_cue = Pointer(width)
        self.cue_to_source = Pointer(width)
        self.acts = ActHeads(width, kinds)

    def encode(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """pieces, features, mask (B, T) int -> hidden (B, T, H)."""
        words = self.body.embeddings.word_embeddings(pieces) + self.features(features)
        hidden = self.body(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.drop(hidden.float())
