"""Which way a phrase looks: ahead with "will meet on Friday", back with "met on Friday"."""

from __future__ import annotations

from spacy.tokens import Token

from diurna.reading.when.word_lists import lexis

HAVE = frozenset(("has", "have", "had", "'ve", "’ve", "'d", "’d"))
WIDEST = 400
"""Words under one head. spaCy looks through all of them for each question about the head."""
STEPS = 12
"""Heads followed upwards; a phrase is rarely five away from its verb, and a broken parse must not cost more."""


def looks_ahead(token: Token) -> bool | None:
    """True when the verb that a token hangs on speaks of what is to come, False of what has been, None when none tells."""
    for _ in range(STEPS):
        if told := told_by_word(token):
            return told == "ahead"
        if token.pos_ in ("VERB", "AUX"):
            return of_verb(token)
        if token.head == token:
            return None
        if asked_for(token):
            return True
        token = token.head
    return None


def asked_for(token: Token) -> bool:
    """Whether a noun is what somebody asks for or plans: "asked for a meeting of the council on Monday"."""
    if token.pos_ != "NOUN" or token.lemma_ not in lexis().meetings:
        return False
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "for" else token.head
    return token.dep_ in ("dobj", "pobj") and verb.lemma_ in lexis().asking


def held_by(token: Token) -> list[Token]:
    """The words that hang on a token; none when it spans more words than a sentence has: that is a list, or no language."""
    return list(token.children) if token.right_edge.i - token.left_edge.i < WIDEST else []


def told_by_word(token: Token) -> str:
    """What a word on the way to the verb says: "due on Friday", "ahead of talks on Friday", "the planned talks"."""
    low = token.lower_
    if (token.pos_ == "ADP" and low in lexis().comes_before) or low == "ahead":
        return "ahead"
    if token.pos_ == "ADJ" and low in lexis().planned:
        return "ahead"
    if any(c.dep_ == "amod" and c.lower_ in lexis().planned for c in held_by(token)):
        return "ahead"
    return ""


def of_verb(verb: Token) -> bool | None:
    """What a verb's own form says, or that of the verb that leads to it."""
    helpers = {c.lower_ for c in held_by(verb) if c.dep_ in ("aux", "auxpass")}
    if helpers & lexis().ahead:
        return True
    if verb.tag_ in ("VBD", "VBN"):
        return of_participle(verb, helpers)
    if verb.tag_ == "VBG":
        if helpers & {"is", "are", "am", "'s", "’s", "'re", "’re", "'m"}:
            return True
        if helpers & {"was", "were", "been"} or verb.head == verb:
            return False if helpers else None
        return above(verb)
    if verb.tag_ == "VB":
        return of_infinitive(verb, helpers)
    if verb.tag_ in ("VBZ", "VBP"):
        if any(c.dep_ in ("acomp", "attr", "xcomp") and c.lower_ in lexis().planned for c in held_by(verb)):
            return True
        return True if verb.lemma_ in lexis().timetable else None
    return above(verb) if verb.tag_ == "MD" else None


def of_participle(verb: Token, helpers: set[str]) -> bool | None:
    """ "was signed", "had met": past; "is planned", "talks set for": ahead."""
    if verb.tag_ == "VBN" and verb.lemma_ in lexis().planned and ("been" in helpers or not helpers & HAVE):
        return True
    if verb.tag_ == "VBN" and helpers & {"is", "are", "be", "being"} and not helpers & HAVE:
        return True if "be" in helpers and "to" in {c.lower_ for c in held_by(verb)} else None
    return False


def of_infinitive(verb: Token, helpers: set[str]) -> bool | None:
    """ "agreed to meet": ahead of the agreeing; "managed to leave": as past as the managing; "did not meet": past."""
    if helpers & {"did", "had"}:
        return False
    head = verb.head
    if "to" in helpers or verb.dep_ in ("xcomp", "advcl", "ccomp"):
        if head != verb and head.lemma_ in lexis().happened:
            return of_verb(head) if head.pos_ in ("VERB", "AUX") else None
        return True
    return None


def above(verb: Token) -> bool | None:
    """What the verb above says: "after meeting Putin on Tuesday, he flew"."""
    token = verb
    for _ in range(STEPS):
        if token.head == token:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG":
            return of_verb(token)
    return None
