"""What the parse says that several questions ask: a verb's subject, a noun's phrase."""

from __future__ import annotations

from spacy.tokens import Token

from diurna.reading.document import end_of
from diurna.words import Span

CUT = frozenset("relcl acl advcl appos conj cc prep punct ccomp parataxis".split())
"""What hangs on a party's noun and does not name the party."""
KEPT_PREPOSITIONS = frozenset(["of", "for"])
"""Except in "the Ministry of Defence", "the High Commissioner for Refugees"."""
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
LONGEST_SENTENCE = 600
"""Tokens; in more there is no syntax to follow, only a list, and looking for some costs the square of its length."""


def phrase(token: Token) -> Span:
    """The noun phrase of a token without relative clauses, appositions, coordinations and most prepositional phrases."""
    left = right = token
    for child in token.children:
        if child.dep_ in CUT and not (child.dep_ == "prep" and child.lower_ in KEPT_PREPOSITIONS and named(child)):
            continue
        first, last = child.left_edge, child.right_edge
        left = first if first.i < left.i else left
        right = last if last.i > right.i else right
    while right.i > left.i and (right.is_space or right.is_punct or right.tag_ == "POS"):
        right = right.nbor(-1)
    while left.i < right.i and (left.is_space or left.is_punct or left.dep_ == "cc"):
        left = left.nbor(1)
    return left.idx, end_of(right)


def named(preposition: Token) -> bool:
    """Whether what follows a preposition is part of a name."""
    return any(c.dep_ == "pobj" and c.pos_ == "PROPN" for c in preposition.children) and preposition.head.pos_ == "PROPN"


def is_label(name: Token, verb: Token) -> bool:
    """Whether a colon parts them: of "Office: Chad agreed" the parse may make two subjects."""
    return any(t.text == ":" for t in name.doc[name.i + 1 : verb.i])


def subject_of(verb: Token) -> tuple[Token | None, bool]:
    """The subject, borrowed from the verb before in a coordination or above in control; and whether the verb is passive."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    for child in sorted(subjects, key=lambda name: is_label(name, verb)):
        return child, child.dep_ == "nsubjpass"
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head)[0], False
    if verb.i and verb.nbor(-1).text == ",":  # a headline: "Kremlin denies assault, says corridors are working"
        before = (c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.i < verb.i)
        return next((s for c in before for s in c.children if s.dep_ == "nsubj"), None), False
    return None, False


def asked_about(token: Token) -> bool:
    """Whether a verb is what a question asks about ("Has Moscow replied?"): not what it only mentions. Its subject is the nearest one, as
    a label may be read as another ("Q: Did Chad reply?")."""
    subject = next((c for c in reversed(list(token.lefts)) if c.dep_ in SUBJECTS), None)
    turned = subject is not None and any(c.dep_ in ("aux", "auxpass") and c.i < subject.i for c in token.children)
    return turned and any(t.text == "?" for t in token.sent[token.i - token.sent.start :])


def taken_up(token: Token) -> Token | None:
    """What the subject of a relative clause takes up: "families" in "families who had asked"."""
    verb = token.head
    if token.lower_ not in RELATIVE or token.dep_ not in ("nsubj", "nsubjpass", "dobj") or verb.dep_ != "relcl":
        return None
    noun: Token = verb.head
    if token.lower_ == "which" and token.i > 1 and token.nbor(-1).text == ",":
        noun = nearest_noun(token.nbor(-2), noun)
    while noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        noun = noun.head
    return noun


def nearest_noun(last: Token, noun: Token) -> Token:
    """The noun whose phrase ends at a word, where the parse hangs ", which" on one further back ("the breach of the accord, which …")."""
    at = last
    while at != noun and at.head != at and at.dep_ in ("compound", "nummod", "amod", "nmod"):
        at = at.head
    inside = any(a == noun for a in at.ancestors)
    return at if inside and at.pos_ in ("NOUN", "PROPN") else noun
