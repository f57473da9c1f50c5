"""Acts by rules: verbs and nouns of the lexicon (the table of kinds), subjects, objects and a few prepositions.

The plain reader, for where no model is wanted.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from diurna.reading.did.modality import modality_by_grammar
from diurna.reading.did.phrases import phrase
from diurna.reading.did.proposal import Proposal
from diurna.reading.document import Document, end_of
from diurna.words import KINDS

TO = frozenset(["to", "with", "on", "upon", "against", "toward", "towards", "at"])
LIGHT = frozenset(
    [
        "hold",
        "have",
        "make",
        "give",
        "take",
        "launch",
        "carry",
        "conduct",
        "put",
        "reach",
        "impose",
        "issue",
        "express",
        "open",
        "begin",
        "start",
    ]
)
NOUNS = {
    "talks": "talk",
    "negotiations": "talk",
    "meeting": "meet",
    "visit": "visit",
    "attack": "assault",
    "strike": "assault",
    "shelling": "assault",
    "raid": "coerce",
    "arrest": "coerce",
    "blockade": "coerce",
    "sanctions": "sanction",
    "proposal": "propose",
    "offer": "offer",
    "pledge": "promise",
    "promise": "promise",
    "commitment": "promise",
    "demand": "demand",
    "appeal": "appeal",
    "call": "appeal",
    "warning": "warn",
    "threat": "threaten",
    "rejection": "reject",
    "refusal": "reject",
    "evacuation": "evacuate",
    "release": "release",
    "withdrawal": "retreat",
    "truce": "cease-fire",
    "ceasefire": "cease-fire",
    "protest": "protest",
    "agreement": "agree",
    "deal": "agree",
    "support": "support",
}
SURE = 0.6


@cache
def verbs() -> dict[str, str]:
    """Lemma to kind; a verb that stands under several kinds goes to the first, as the table orders them."""
    out: dict[str, str] = {}
    for kind in KINDS.values():
        for verb in kind.verbs.split():
            out.setdefault(verb, kind.name)
    return out


def proposals(document: Document) -> list[list[Proposal]]:
    """The acts of each sentence, the root's first."""
    out = []
    for sentence in document.sentences():
        found = [p for token in sentence if (p := of_token(token)) is not None]
        out.append(sorted(found, key=lambda p: (-p.main, p.trigger)))
    return out


def of_token(token: Token) -> Proposal | None:
    """The act that a word tells, if the lexicon has it and it is used as a verb with parties or as the noun of a light verb."""
    if token.pos_ == "VERB" and token.lemma_.lower() in verbs():
        return of_verb(token, token, verbs()[token.lemma_.lower()])
    if token.pos_ == "NOUN" and token.lower_ in NOUNS:
        if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in LIGHT:
            return of_verb(token.head, token, NOUNS[token.lower_])
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is not None:
            return Proposal(
                (token.idx, end_of(token)),
                NOUNS[token.lower_],
                "done",
                (phrase(owner),),
                (),
                why=("lexicon, noun",),
                confidence=SURE,
            )
    return None


def of_verb(verb: Token, trigger: Token, kind: str) -> Proposal | None:
    """An act told by a verb, or by the noun of a light verb."""
    subject, passive = subject_of(verb)
    by = next((p for a in verb.children if a.dep_ == "agent" for p in a.children if p.dep_ == "pobj"), None)
    actor = by if passive else subject
    target = subject if passive else object_of(verb, trigger)
    if actor is None and target is None:
        return None
    return Proposal(
        (trigger.idx, end_of(trigger)),
        kind,
        modality_by_grammar(verb) or "done",
        (phrase(actor),) if actor is not None else (),
        (phrase(target),) if target is not None else (),
        main=1.0 if verb.dep_ == "ROOT" else 0.0,
        confidence=SURE,
        why=(f"lexicon: {verb.lemma_} is {kind}",),
    )


def subject_of(verb: Token) -> tuple[Token | None, bool]:
    """The subject, borrowed from the verb before in a coordination or above in control; and whether the verb is passive."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return child, child.dep_ == "nsubjpass"
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head)[0], False
    return None, False


def object_of(verb: Token, trigger: Token) -> Token | None:
    """The object that is a party: direct, dative, or after to, with, on, against."""
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child != trigger:
            return child
    for holder in (trigger, verb):
        for prep in holder.children:
            if prep.dep_ in ("prep", "dative") and prep.lower_ in TO:
                return next((c for c in prep.children if c.dep_ == "pobj"), None)
    return None
