"""Pronouns: the actor that "he", "it", "they" most likely stand for, or nothing.

Candidates are weighed by kind (a person for "he", a body or state for "it"), by how near they stand, and by whether they are
subjects: the subject of the clause before is what most news sentences carry on with. An object pronoun is never the subject of
its own verb.
"""

from __future__ import annotations

from spacy.tokens import Token

from diurna.reading.who.gathering import Found, Gathering
from diurna.reading.who.gender import may_mean
from diurna.words import ActorType

PERSONAL = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves", "both"])
FIRST = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
RELATIVE = frozenset(["who", "whom", "whose", "which", "that"])
BACK = 3
"""Sentences back that a pronoun may reach."""
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


def is_pronoun(token: Token) -> bool:
    return token.lower_ in PERSONAL | NEUTER | PLURAL | FIRST | RELATIVE and token.tag_ in ("PRP", "PRP$", "WP", "WP$", "WDT", "DT")


def antecedent(g: Gathering, token: Token) -> str | None:
    """The id of the actor that a third-person or relative pronoun stands for, or None."""
    word = token.lower_
    if word in RELATIVE:
        return relative(g, token)
    if word in FIRST:
        return None
    before = [m for m in g.found if m.first < token.i and sentences_between(g, m, token) <= BACK]
    candidates = [(weight(g, token, m), -m.first, m) for m in before if fits(g, token, m)]
    candidates = [c for c in candidates if c[0] > 0]
    return max(candidates, key=lambda c: (c[0], -c[1]))[2].actor if candidates else None


def relative(g: Gathering, token: Token) -> str | None:
    """The actor whose noun a relative clause hangs on."""
    verb = token.head
    while verb.dep_ not in ("relcl", "ROOT") and verb.head != verb:
        verb = verb.head
    if verb.dep_ != "relcl":
        return None
    mention = g.taken.get(verb.head.i)
    if mention is None or (token.lower_ == "who" and g.actors[mention.actor].type in (ActorType.STATE, ActorType.ORGANISATION)):
        return None
    return mention.actor


def fits(g: Gathering, token: Token, mention: Found) -> bool:
    """Whether a mention can be what the pronoun means at all."""
    draft = g.actors[mention.actor]
    word = token.lower_
    if mention.how == "adjective":
        return False
    head = g.document.doc[mention.last - 1]
    if mention.how == "capital" and head.dep_ == "pobj" and head.head.lower_ in ("in", "at", "from", "near", "to"):
        return False
    if token.dep_ in ("dobj", "iobj", "pobj", "dative") and head.dep_ in SUBJECTS and head.head in (token.head, token.head.head):
        return False
    if word in PERSONAL:
        return draft.type is ActorType.PERSON and may_mean(word, draft.name, draft.titles)
    if word in NEUTER:
        return draft.type in (ActorType.STATE, ActorType.ORGANISATION) or (draft.type is ActorType.GROUP and not plural(g, mention))
    return draft.type is not ActorType.PERSON


def plural(g: Gathering, mention: Found) -> bool:
    return g.document.doc[mention.last - 1].tag_ in ("NNS", "NNPS")


def sentences_between(g: Gathering, mention: Found, token: Token) -> int:
    """How many sentences back from the token the mention stands."""
    return int(g.sentence_of[token.i] - g.sentence_of[mention.first])


def weight(g: Gathering, token: Token, mention: Found) -> float:
    """How well a fitting mention carries on: subjects first, nearer sentences first, proper names over phrases."""
    head = g.document.doc[mention.last - 1]
    while head.dep_ in ("compound", "appos", "flat") and head.head != head:
        head = head.head
    score = 3.0 - sentences_between(g, mention, token)
    if head.dep_ in SUBJECTS:
        score += {"ROOT": 2.0, "conj": 1.5, "parataxis": 1.5, "ccomp": 1.0}.get(head.head.dep_, 0.7)
    elif head.dep_ == "pobj" and head.head.dep_ == "agent":
        score += 0.8
    elif head.dep_ in ("poss", "compound", "nmod"):
        score -= 0.3
    if mention.how == "phrase":
        score -= 0.2
    if token.lower_ in PLURAL and plural(g, mention):
        score += 1.0
    if token.lower_ in PLURAL and not plural(g, mention) and g.actors[mention.actor].type is ActorType.STATE:
        score -= 0.5
    return score
