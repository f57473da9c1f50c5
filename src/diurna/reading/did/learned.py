"""Acts by the trained heads: which words tell an act and of which kind, how it stands, and which words are its parties.

The same arithmetic as `ActHeads` in `training/encoder.py`. Every probability that decided is kept for `diurna explain`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Span as TokenSpan

from diurna.reading.did.proposal import Proposal
from diurna.reading.document import Document
from diurna.reading.encoder import Encoded
from diurna.reading.encoder.heads import Array, gelu, linear, softmax
from diurna.words import KINDS, Span

MODALITIES = ("done", "planned", "wanted", "possible", "conditional", "negated")
LABELS = ("O", "B-actor", "I-actor", "B-recipient", "I-recipient", "B-condition", "I-condition")
REACH = 24
"""Words beyond which distance to the trigger is no longer told apart (as trained)."""
FLOOR = 0.5
"""Probability that a word tells an act at all, from which it is taken; chosen on the development part (evaluation/)."""
LEXICON = 0.15
"""Added to that probability where the lexicon has the verb under the kind that the heads prefer."""
MOST = 12
"""Acts in one sentence: a list of a hundred headlines without full stops is cut here."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence: piece indices, character spans, hidden states (W, H)."""

    spans: list[Span]
    states: Array


def proposals(document: Document, encoded: Encoded) -> list[list[Proposal]]:
    """The acts of each sentence that holds a word, the main act first."""
    starts = np.array([s for s, _ in encoded.pieces.spans])
    begins = np.array(encoded.pieces.begins, bool)
    kinds = softmax(linear(encoded.weights, "acts.kind", encoded.hidden))
    out = []
    for sentence in document.sentences():
        first, last = np.searchsorted(starts, [sentence.start_char, sentence.end_char])
        pieces = [int(i) for i in range(first, last) if begins[i]]
        words = Words([word_span(encoded, i, int(last)) for i in pieces], encoded.hidden[pieces])
        out.append(of_sentence(encoded.weights, words, kinds[pieces], sentence) if pieces else [])
    return out


def word_span(encoded: Encoded, i: int, last: int) -> Span:
    """A word's characters: its first piece and those that carry it on."""
    end = i + 1
    while end < last and not encoded.pieces.begins[end]:
        end += 1
    return encoded.pieces.spans[i][0], encoded.pieces.spans[end - 1][1]


def of_sentence(weights: Mapping[str, Array], words: Words, kinds: Array, sentence: TokenSpan) -> list[Proposal]:
    """The acts of one sentence. kinds (W, kinds + 1): probabilities, the first of no act."""
    told = 1 - kinds[:, 0]
    lemmas = {t.idx: t.lemma_.lower() for t in sentence}
    names = list(KINDS)
    chosen = []
    for i in np.argsort(-told)[:MOST]:
        best = int(kinds[i, 1:].argmax())
        known = lemmas.get(words.spans[i][0], "") in KINDS[names[best]].verbs.split()
        if told[i] + LEXICON * known >= FLOOR:
            chosen.append(int(i))
    if not chosen:
        return []
    main = softmax(linear(weights, "acts.main", words.states)[:, 0])
    made = [proposal(weights, words, i, kinds[i], float(main[i])) for i in sorted(chosen)]
    lead = max(range(len(made)), key=lambda n: made[n].main)
    return [made[lead], *made[:lead], *made[lead + 1 :]]


def proposal(weights: Mapping[str, Array], words: Words, i: int, kind: Array, main: float) -> Proposal:
    """The act that word i tells."""
    names = list(KINDS)
    order = np.argsort(-kind[1:])
    modality = softmax(linear(weights, "acts.modality", words.states[i : i + 1]))[0]
    alleged = 1 / (1 + np.exp(-linear(weights, "acts.alleged", words.states[i : i + 1])[0, 0]))
    parties = roles(weights, words, i)
    best = names[int(order[0])]
    why = (
        f"kind {best} {kind[1 + order[0]]:.2f}, then {names[int(order[1])]} {kind[1 + order[1]]:.2f}, no act {kind[0]:.2f}",
        f"modality {MODALITIES[int(modality.argmax())]} {modality.max():.2f}",
    )
    return Proposal(
        trigger=words.spans[i],
        kind=best,
        modality=MODALITIES[int(modality.argmax())],
        actors=parties["actor"],
        recipients=parties["recipient"],
        condition=parties["condition"][0] if parties["condition"] else None,
        alleged=bool(alleged > 0.5),
        main=main,
        confidence=round(float((1 - kind[0]) * kind[1 + order[0]] / max(kind[1:].sum(), 1e-6)), 3),
        why=why,
    )


def roles(weights: Mapping[str, Array], words: Words, trigger: int) -> dict[str, tuple[Span, ...]]:
    """The spans of the trigger's actors, recipients and condition."""
    n = len(words.spans)
    told = words.states[trigger]
    gap = np.arange(n) - trigger
    near = np.minimum(np.abs(gap), REACH - 1) + REACH * (gap > 0)
    mixed = (
        linear(weights, "acts.of_word", words.states)
        + linear(weights, "acts.of_trigger", told[None])
        + linear(weights, "acts.of_both", words.states * told)
        + weights["acts.distance.weight"][near]
    )
    labels = linear(weights, "acts.role", gelu(mixed)).argmax(1)
    out: dict[str, list[Span]] = {"actor": [], "recipient": [], "condition": []}
    last = ""
    for at, label in enumerate(labels):
        name = LABELS[label]
        role = name[2:]
        if not role:
            last = ""
            continue
        if role == last and name[0] == "I":
            out[role][-1] = (out[role][-1][0], words.spans[at][1])
        else:
            out[role].append(words.spans[at])
        last = role
    return {role: tuple(spans) for role, spans in out.items()}
