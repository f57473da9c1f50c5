"""Stands and sayings inside another's words that grammar shows: "said [NATO opposes any closure]", "repeated [its promise not to attack]".

By themselves such words are no statements for the rules: in a report's own sentence they are as often a deed. Within what somebody says
they are the stand of somebody else on the speaker's word, and without a line of their own they read as the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from diurna.reading.document import Document, end_of
from diurna.reading.grammar import RELATIVE, phrase, subject_of
from diurna.reading.said.rules import SURE, span_of
from diurna.reading.said.source import EXPLETIVE
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.word_lists import lexis
from diurna.reading.who import Who
from diurna.words import Span

BY = "rules, within a statement"
SHORTEST = 2
"""Tokens; a stand towards less ("want it") is a turn of phrase."""
SELF = frozenset("i we you".split())
"""Subjects that are the speaker of the moment, or the one spoken to: no word of somebody else."""
BARE = frozenset(("compound", "nmod", "amod"))
"""How a noun's owner may stand before it without the 's."""
TOWARDS = frozenset("xcomp ccomp dobj prep prt dative oprd npadvmod advmod".split())
PREPOSITIONS = frozenset("to for of on about with against".split())


def inside(document: Document, who: Who) -> list[Attribution]:
    """Every such saying of a report, wherever it stands."""
    return [*(found for token in document.doc for rule in RULES for found in rule(token)), *by_names(document, who)]


def held_by_noun(noun: Token) -> Iterator[Attribution]:
    """ "Its promise not to attack", "Moscow's demand for talks": somebody's, and what it is about."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in lexis().held:
        return
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None and owner.lower_ not in ("my", "our", "your"):
        yield from held_by(noun, owner)


def held_by(noun: Token, owner: Token) -> Iterator[Attribution]:
    """What a noun for something said is about, as its owner's."""
    about = next((c for c in noun.children if c.i > noun.i and tells(c)), None)
    if about is not None:
        yield Attribution((phrase(owner),), ((noun.idx, end_of(noun)),), (span_of(about),), SURE, BY)


def by_names(document: Document, who: Who) -> Iterator[Attribution]:
    """ "Brushes aside Kyiv idea of talks": whose it is a headline says by the bare name."""
    for noun in document.doc:
        before = noun.nbor(-1) if noun.i else noun
        if noun.lemma_ in lexis().held and before.i in who.gathering.taken and before.head == noun and before.dep_ in BARE:
            yield from held_by(noun, before)


def tells(complement: Token) -> bool:
    """Whether words behind a noun say what it is about: "to leave", "that it left", "of looting", "for talks"."""
    if complement.dep_ == "prep":
        return complement.lower_ in ("of", "for") and any(c.dep_ in ("pobj", "pcomp") for c in complement.children)
    return complement.dep_ in ("acl", "ccomp") and any(c.lower_ in ("to", "that") and c.i < complement.i for c in complement.children)


def stand(verb: Token) -> Iterator[Attribution]:
    """ "NATO opposes any closure", "Pyongyang planned to test it": a stand with whose it is, and towards what."""
    if verb.pos_ != "VERB" or verb.lemma_ not in lexis().stands or verb.dep_ == "xcomp" or supposed(verb):
        return
    subject, passive = subject_of(verb)
    if subject is None or passive or any(c.dep_ == "auxpass" for c in verb.children):
        return
    told = towards(verb)
    if told is None or subject.lower_ in SELF | EXPLETIVE | RELATIVE or (subject.pos_ == "PRON" and subject.tag_ == "NN"):
        return  # the last: "nobody", "everyone"
    yield Attribution((without_a_clock(subject),), (with_auxiliaries(verb),), (with_its_list(verb, told),), SURE, BY)


def without_a_clock(subject: Token) -> Span:
    """A subject's phrase without the time that a list of headlines sets before it ("0702  Chad offers…")."""
    start, end = phrase(subject)
    clock = next((t for t in subject.lefts if t.idx == start and t.like_num and t.nbor().is_space), None)
    return (start, end) if clock is None else (clock.nbor(2).idx, end)


def with_its_list(verb: Token, told: Span) -> Span:
    """What a stand is towards, with the list that a colon right behind it opens ("agreed on two points: a centre and an escort")."""
    after = next((t for t in verb.doc[verb.i :] if t.idx >= told[1]), verb)
    if after.text != ":":
        return told
    last = next((t for t in reversed(list(verb.sent)) if not t.is_space and t.text != "."), verb)
    return told[0], max(told[1], end_of(last))


def supposed(verb: Token) -> bool:
    """Whether a verb stands under "if", "whether", "until": what is supposed there is nobody's stand yet."""
    return any(c.dep_ in ("mark", "advmod") and c.i < verb.i and c.lower_ in lexis().supposing for c in verb.children)


def towards(verb: Token) -> Span | None:
    """What a stand is taken towards: all that follows the verb, from its first complement on, but for clauses beside it."""
    after = [c for c in verb.children if c.i > verb.i]
    first = next((c for c in after if c.dep_ in ("xcomp", "ccomp", "dobj") or (c.dep_ == "prep" and c.lower_ in PREPOSITIONS)), None)
    if first is None:
        return None
    last = first
    for child in after:
        if child.i > first.i and child.dep_ not in TOWARDS | {"appos"}:
            break
        last = child
    span = span_of(first)[0], span_of(last)[1]
    return span if last.right_edge.i - first.left_edge.i + 1 >= SHORTEST else None


def with_auxiliaries(verb: Token) -> Span:
    """A verb with its auxiliaries and negation, where nothing stands between: "will not accept"."""
    first = verb
    while first.i and first.nbor(-1).head == verb and first.nbor(-1).dep_ in ("aux", "auxpass", "neg"):
        first = first.nbor(-1)
    return first.idx, end_of(verb)


def as_saying(verb: Token) -> Iterator[Attribution]:
    """ "Quoted the minister as saying that…": the minister's words."""
    if verb.lemma_ not in lexis().plain or verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return
    quoting = verb.head.head
    said = next((c for c in verb.children if c.dep_ in ("ccomp", "dobj")), None)
    speaker = next((c for c in quoting.children if c.dep_ == "dobj" and quoting.i < c.i < verb.i), None)
    if said is not None and speaker is not None:
        yield Attribution((span_of(speaker),), ((verb.head.idx, end_of(verb)),), (span_of(said),), SURE, BY)


def so_called(verb: Token) -> Iterator[Attribution]:
    """ "What it called an attack": the name is its own."""
    if verb.lemma_ not in lexis().naming:
        return
    what = next((c for c in verb.children if c.lower_ == "what" and c.i < verb.i), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    name = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("oprd", "dobj", "prep", "ccomp", "attr")), None)
    if what is not None and subject is not None and name is not None and subject.lower_ not in SELF:
        yield Attribution((phrase(subject),), ((verb.idx, end_of(verb)),), (span_of(name),), SURE, BY)


def put_forward(verb: Token) -> Iterator[Attribution]:
    """ "A corridor that Moscow had declared": who put it forward is another than who speaks of it."""
    if verb.dep_ != "relcl" or verb.lemma_ not in lexis().putting_forward or any(c.dep_ in ("auxpass", "neg") for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    objects = [c for c in verb.children if c.dep_ in ("dobj", "ccomp", "xcomp")]
    if subject is None or subject.lower_ in SELF | EXPLETIVE | RELATIVE or any(c.i > verb.i or c.lower_ not in RELATIVE for c in objects):
        return
    rest = [c for c in verb.children if c.i > verb.i and c.dep_ == "prep"]
    told = (span_of_noun(verb), *(span_of(c) for c in rest[:1]))
    yield Attribution((phrase(subject),), (with_auxiliaries(verb),), told, SURE, BY)


def hearsay(verb: Token) -> Iterator[Attribution]:
    """ "The ship is expected to anchor": somebody expects it, and nobody says who."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.lower_ not in EXPLETIVE | RELATIVE), None)
    told = next((c for c in verb.children if c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.lefts)), None)
    passive = any(c.dep_ == "auxpass" for c in verb.children) and not any(c.dep_ == "agent" for c in verb.children)
    if verb.lemma_ in lexis().hearsay and passive and subject is not None and told is not None and not supposed(verb):
        yield Attribution((), (with_auxiliaries(verb),), (phrase(subject), span_of(told)), SURE, BY)


def span_of_noun(clause: Token) -> Span:
    """The noun that a relative clause is about, with all that stands before the clause."""
    last = clause.left_edge
    while last.i > clause.head.i and (last == clause.left_edge or last.is_punct or last.is_space):
        last = last.nbor(-1)
    return clause.head.left_edge.idx, end_of(last)


RULES = (held_by_noun, stand, as_saying, so_called, put_forward, hearsay)
