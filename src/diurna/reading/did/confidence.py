"""How sure an act is: what the heads hold of their answers, set against what turned out right on marked reports.

A logistic curve over a few plain signs. Its weights stand in `confidence.toml`, fitted by `training/confidence.py` on the passages
`evaluation/acts/dev-*.jsonl`, from which nothing else is learned: of the acts there with a confidence from 0.7 to 0.8 three in four are
right in kind, modality and all parties, from 0.8 on nine in ten. Who is behind a pronoun is not part of those marks; an act with one is
worth less by PRONOUN.
"""

from __future__ import annotations

from spacy.tokens import Token

from diurna.reading.did.party_spans import PARTED, WHOLE
from diurna.reading.did.proposal import Proposal, Sure
from diurna.reading.did.sides import FACED
from diurna.reading.did.word_lists import lexis
from diurna.reading.logistic import fitted, logit, share
from diurna.reading.who import PRONOUNS
from diurna.words import KINDS, Absent, Party

PRONOUN = 0.9
"""The share of pronouns given an actor that were given the right one, on the 159 marked in `evaluation/statements/sources.tsv`."""
UNRESOLVED = 0.6
"""What an act is worth that names a party by a pronoun and nobody behind it. Not measured: two readers in three called such lines wrong."""
SIGNS = frozenset(
    """always kind modality parties noun known_verb no_actor no_recipient further_parties pronoun not_done whole parted faced
    corrected""".split()
)
EDGE = 0.02
"""Probabilities closer to 0 or 1 than this are not told apart."""


def confidence_of(proposal: Proposal, trigger: Token, parties: tuple[Party, ...]) -> float:
    """How likely an act is right in kind, modality and parties, from 0 to 1; what the lexicon proposed keeps its own figure."""
    if proposal.sure is None:
        return proposal.confidence
    right = share(fitted(__package__, SIGNS), signs(proposal, proposal.sure, trigger))
    pronouns = [p for p in parties if p.quote.words.lower() in PRONOUNS]
    unresolved = any(isinstance(p.actor, Absent) and takes_up(p.quote.words.lower()) for p in parties)
    worth = UNRESOLVED if unresolved else PRONOUN if pronouns else 1.0
    return round(worth * right, 2)


def takes_up(words: str) -> bool:
    """Whether a party's words only point at somebody named elsewhere: a pronoun, "each", "the other"."""
    return words in PRONOUNS or words.removeprefix("the ") in lexis().taking_up


def signs(proposal: Proposal, sure: Sure, trigger: Token) -> dict[str, float]:
    """What speaks for and against an act, each by its name in `confidence.toml`. Of two who face each other in a mutual act the second
    comes by the coordination; such are seldom wrong, other parties made whole often are."""
    return {
        "always": 1.0,
        "kind": logit(sure.kind, EDGE),
        "modality": logit(sure.modality, EDGE),
        "parties": logit(sure.parties, EDGE),
        "noun": float(trigger.pos_ not in ("VERB", "AUX")),
        "known_verb": float(trigger.lemma_.lower() in KINDS[proposal.kind].verbs.split()),
        "no_actor": float(not proposal.actors),
        "no_recipient": float(not proposal.recipients),
        "further_parties": float(max(0, len(proposal.actors) - 1) + max(0, len(proposal.recipients) - 1)),
        "pronoun": float(any(word_of(trigger, span) in PRONOUNS for span in (*proposal.actors, *proposal.recipients))),
        "not_done": float(proposal.modality != "done"),
        "whole": float(WHOLE in proposal.why and FACED not in proposal.why),
        "parted": float(PARTED in proposal.why),
        "faced": float(FACED in proposal.why),
        "corrected": float(sum(why.startswith("rule:") and why not in (WHOLE, PARTED, FACED) for why in proposal.why)),
    }


def word_of(trigger: Token, span: tuple[int, int]) -> str:
    words = trigger.doc.char_span(*span, alignment_mode="expand")
    return words.text.lower() if words is not None else ""
