"""What did not come about though no "not" says so: what one stopped short of, came close to, was kept from, was to have done."""

from __future__ import annotations

from spacy.tokens import Token

from diurna.reading.did.clause import TIMES
from diurna.reading.did.word_lists import lexis

LEFT_UNDONE = frozenset(("short of", "instead of", "far from", "rather than", "sooner than"))
"""Two words before a verb that nobody then does; "without" is one."""
ALL_BUT = "all but"
ASSERTING = ("no time in", "tires of", "tire of", "tired of")
BETWEEN = frozenset(("ADV", "PUNCT", "PART"))
FARTHEST = 4
"""Words upward in which "came within a vote of" may stand."""


def undone(token: Token) -> bool:
    """Whether grammar says that what a verb tells did not happen, or no longer does."""
    if token.pos_ == "NOUN":
        return shelved(token)
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return left_undone(token) or kept_from(token) or came_close(token) or was_to_have(token)


def left_undone(verb: Token) -> bool:
    """ "Stopped short of accusing them", "rather than accuse them", "without, so far, accusing them"; and "all but struck it"."""
    first, at = verb.sent.start, verb.i
    while at > max(first, verb.i - FARTHEST) and verb.doc[at - 1].pos_ in BETWEEN and not almost(verb.doc[at - 1].lower_):
        at -= 1
    before = [t.lower_ for t in verb.doc[max(first, at - 3) : at]]
    last, pair = before[-1] if before else "", " ".join(before[-2:])
    if verb.tag_ in ("VBD", "VBN", "VBP", "VBZ"):
        return last in lexis().almost or pair == ALL_BUT
    words = 1 if last == "without" else 2
    denied = before[:-words][-1:] in (["not"], ["nothing"], ["n't"], ["little"])
    return verb.tag_ in ("VB", "VBG") and not denied and (last == "without" or pair in LEFT_UNDONE)


def almost(word: str) -> bool:
    return word in lexis().almost or word == ALL_BUT.split()[-1]


def no_longer(verb: Token) -> bool:
    return any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in verb.children)


def kept_from(verb: Token) -> bool:
    """ "Prevented the envoy from meeting them"."""
    link = verb.head
    return verb.dep_ == "pcomp" and link.lower_ == "from" and link.head.lemma_ in lexis().preventing and not negated(link.head)


def came_close(verb: Token) -> bool:
    """ "Came close to recognising it", "came within a vote of leaving"; not "came to power within days of leaving"."""
    if verb.dep_ != "pcomp":
        return False
    at = verb
    for _ in range(FARTHEST):
        at = at.head
        if at.lemma_ == "come" and at.tag_ in ("VBD", "VBN"):
            near = any(t.lower_ in lexis().near for t in verb.doc[at.i : at.i + 3])
            return near and not negated(at) and not any(t.ent_type_ in TIMES for t in verb.doc[at.i : verb.i])
    return False


def shelved(noun: Token) -> bool:
    """ "The talks are on hold", "put the talks on ice", "shut the door on talks", "pulled the plug on the mission"."""
    on = noun.head
    if noun.dep_ == "pobj" and on.lower_ == "on":
        return any(t.lower_ in ("door", "plug") for t in (on.head, *on.head.children))
    links = [c for c in noun.head.children if c.lower_ == "on"] if noun.dep_ in ("nsubj", "nsubjpass", "dobj") else []
    return any(c.lower_ in ("hold", "ice") for link in links for c in link.children)


def was_to_have(verb: Token) -> bool:
    """ "Was to have met him", "had been due to sign it": it came to nothing."""
    beside = [c.lower_ for c in verb.children if c.dep_ == "aux"]
    above = verb.head
    if verb.dep_ != "xcomp" or "to" not in beside or negated(above):
        return False
    if "have" in beside:
        return above.lower_ in ("was", "were")
    words = [c.lower_ for t in (above, above.head) for c in t.children if c.dep_ in ("aux", "auxpass")]
    return above.lower_ in lexis().due and "had" in words


def asserted(token: Token) -> bool:
    """Whether a negation before a verb denies nothing: "lost no time in accusing", "never tires of accusing"."""
    before = " ".join(t.lower_ for t in token.doc[max(token.sent.start, token.i - 4) : token.i])
    return any(before.endswith(words) for words in ASSERTING)


def negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)
