"""Acts by rules: verbs and nouns of the lexicon (the table of kinds), subjects, objects and a few prepositions.

The plain reader, for where no model is wanted.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from diurna.reading.did.clause import is_time
from diurna.reading.did.modality import modality_by_grammar
from diurna.reading.did.proposal import Proposal
from diurna.reading.document import Document, end_of
from diurna.reading.grammar import phrase, subject_of
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
ADDRESSED = frozenset(["tell", "inform", "assure", "notify", "remind"])
"""In the passive their subject is who was spoken to, even with a clause after them: "It was told that …"."""
AGREED = frozenset(["agree", "decide", "propose", "plan"])
"""In the passive nobody is left who would do what follows: "It was agreed to hold talks"; but "It was urged to hold talks"."""


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
        if owner is not None and not is_time(owner):
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
    if subject is not None and stands_for_a_clause(subject):
        subject = None
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


def object_of(verb: Token, trigger: Token) -> Token | None:
    """The object that is a party: direct, dative, or after to, with, on, against. A day or an hour is none."""
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child != trigger and not is_time(child):
            return child
    for holder in (trigger, verb):
        for prep in holder.children:
            if prep.dep_ in ("prep", "dative") and prep.lower_ in TO:
                told = next((c for c in prep.children if c.dep_ == "pobj"), None)
                if told is not None and not is_time(told):
                    return told
    return None


def stands_for_a_clause(subject: Token) -> bool:
    """Whether "It" only keeps the place of the clause after the verb ("It was alleged that …"), and is nobody."""
    verb = subject.head
    if subject.lower_ != "it" or subject.dep_ != "nsubjpass" or verb.lemma_ in ADDRESSED:
        return False
    clauses = ("ccomp", "xcomp") if verb.lemma_ in AGREED else ("ccomp",)
    return any(c.dep_ in clauses and c.i > verb.i for v in (verb, *verb.conjuncts) for c in v.children)
