"""What the tagger took for a statement and is none: a plain deed ("Moscow has deployed instructors"), what a question asks about, what
"you" do.

The report tells a deed on its own word. As a statement it would stand on the word of the one who did it, who need not have said anything.
"""

from __future__ import annotations

from spacy.tokens import Token

from diurna.reading.document import Document
from diurna.reading.grammar import asked_about
from diurna.reading.said.quoted import form_of
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.word_lists import lexis
from diurna.words import Form

BESIDE_A_DEED = frozenset(("ADV", "PART", "PUNCT", "SPACE"))
"""Other words of a cue that leave its verb what it is. A noun or a preposition does not: "sent a message", "seized on"."""

QUESTION_WORDS = frozenset(("WP", "WRB", "WDT", "WP$"))


def says_nothing(document: Document, attribution: Attribution) -> bool:
    """Whether a statement is none, where none of its words are quoted: its cue is a deed, or asked about ("Did Cuba threaten to leave?"),
    or what "you" think or notice."""
    tokens = [t for start, end in attribution.cue for t in document.tokens(start, end)]
    if not tokens or form_of(document.report.text, attribution.content) is not Form.INDIRECT:
        return False
    if attribution.source and document.report.text[slice(*attribution.source[0])].lower() == "you":
        return not any(t.lemma_ in lexis().plain for t in tokens)
    if any(asked_about(t) or wondered(t) for t in tokens):
        return True
    verbs = [verb_of(t) for t in tokens if t.pos_ not in BESIDE_A_DEED]
    as_verbs = len(tokens) == 1 or all(v.pos_ == "VERB" for v in verbs)  # a headline's "Biden signs" may be read as a noun
    return bool(verbs) and as_verbs and all(v.lemma_.lower() in lexis().deeds for v in verbs)


def wondered(token: Token) -> bool:
    """Whether a verb is what somebody asks: "asked what Moscow would want", "wonders whether Kenya agreed"."""
    verb = verb_of(token)
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in lexis().asking:
        return False
    return any(t.tag_ in QUESTION_WORDS or t.lower_ in ("if", "whether") for t in verb.lefts)


def verb_of(token: Token) -> Token:
    """The verb of an auxiliary, which may stand for the whole cue: "shall" of "shall deploy"."""
    return token.head if token.dep_ in ("aux", "auxpass") else token
