"""The time of an act: the phrase that the sentence ties to its trigger, never what merely stands near.

Read from the phrase upwards: whom does it belong to? First the word it hangs on ("met on Tuesday", "Tuesday's attack"); then the
words that say the same act (auxiliaries, the light verb of "held talks on Tuesday", the predicate of "is due on Friday", what
"a strike on Monday" brought about); up through persons and places that the parser hung it on ("met Putin in Moscow on April 26");
and, for a phrase that opens the sentence, all its main verbs. A clause keeps its times: "the talks between envoys who had met
in March" were not in March.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from diurna.reading.document import Document
from diurna.reading.grammar import LONGEST_SENTENCE, SUBJECTS
from diurna.reading.when.mentions import TimeMention, day_of
from diurna.reading.when.word_lists import lexis
from diurna.words import NOT_STATED, Absent, When

OBJECTS = frozenset(("dobj", "obj", "nsubjpass", "attr", "oprd"))
STEPS = 6
"""Words climbed from a phrase to its verb, or past persons and places that stand between."""
FINEST = ("minute", "hour", "day", "week", "month", "season", "year", "open")
FAR = 9
"""A rank behind all others: what does not belong to the act at all."""


def time_of(document: Document, token: Token, times: Sequence[TimeMention], *, done: bool = False) -> When | Absent:
    """The time of the act whose trigger is `token`, or NOT_STATED. What is `done` has no time after the report.

    `times` are the report's times, `find_times(document)`. How long something lasted counts only when nothing says when.
    Of phrases that belong to the act equally the finest wins. Never raises.
    """
    sentence = token.sent
    first = bisect_left(times, sentence.start_char, key=lambda t: t.start)
    near = times[first : bisect_left(times, sentence.end_char, key=lambda t: t.start)]
    if len(sentence) > LONGEST_SENTENCE:
        return NOT_STATED
    ranks = {t: rank for t in near if (rank := belongs(document, t, token)) < FAR}
    if not ranks:
        return NOT_STATED
    best = min(ranks, key=lambda t: (t.lasts, ranks[t], FINEST.index(t.when.precision), t.start))
    return NOT_STATED if done and ahead(best.when, day_of(document.report.published)) else best.when


def ahead(when: When, published: date | None) -> bool:
    """Whether a time lies wholly after the day of the report, all of the day after it does, by whatever clock; or runs from that day on:
    "within a year"."""
    if published is None or not when.start[:1].isdigit():
        return False
    start, end, after = when.start[:10], when.end[:10], (published + timedelta(days=1)).isoformat()
    from_now_on = published.isoformat().startswith(start) and end[:1].isdigit() and end > after[: len(end)]
    return start > after[: len(start)] or from_now_on


def belongs(document: Document, time: TimeMention, token: Token) -> int:
    """How directly a time is the act's: 0 hangs on it, 1 says the same act, 2 was carried to it, 3 frames it; FAR not at all."""
    phrase = document.tokens(time.start, time.end)
    if not len(phrase):
        return FAR
    if phrase.start <= token.i < phrase.end:
        return FAR
    bearer = hangs_on(phrase.root, phrase.start, phrase.end)
    if named_after(time, bearer, token, phrase.start) or of_object(token, phrase.start):
        return FAR
    rank = FAR
    for holder, carried in climbed(bearer):
        rank = min(rank, claim(holder, token, phrase.start) + (2 if carried else 0))
    return min(rank, 3 if frames(phrase.start, bearer, token) else FAR, FAR)


def named_after(time: TimeMention, bearer: Token, token: Token, at: int) -> bool:
    """Whether a year is part of what something is called: "signed the 2014 accord" is no signing of 2014."""
    return time.when.precision == "year" and bearer.pos_ in ("NOUN", "PROPN") and at < bearer.i and bearer.i != token.i


def of_object(token: Token, at: int) -> bool:
    """Whether a time stands behind the object of a verb that speaks of something with a time of its own: "condemned the strike on Mekelle
    on 20 October". When it was condemned is not said."""
    if token.lemma_.lower() not in lexis().of_its_own_time:
        return False
    objects = [c for c in token.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and token.i < c.i < at]
    return bool(objects) and not any(t.text == "," for t in token.doc[objects[-1].i : at])


def hangs_on(root: Token, start: int, end: int) -> Token:
    """The word a phrase hangs on: past its own preposition, and past words that only join it."""
    before = root.doc[start - 1] if start else root
    # The preposition is surer than the phrase's own root, which the parser may take for part of a name.
    led = before.pos_ == "ADP" and start > 0 and not start <= before.head.i < end
    token = before.head if led else root.head
    for _ in range(STEPS):
        if token.pos_ not in ("ADP", "SCONJ") and not start <= token.i < end and token.ent_type_ not in ("DATE", "TIME"):
            break
        if token.head == token:
            break
        token = token.head
    return token


def climbed(bearer: Token) -> Iterator[tuple[Token, bool]]:
    """The word a time hangs on, and those above it as long as persons and places stand between, which have no time."""
    yield bearer, False
    token = bearer
    for _ in range(STEPS):
        timeless = token.pos_ in ("PROPN", "PRON", "ADP", "NUM") or token.lemma_.lower() in lexis().bystanders
        done_at = token.dep_ == "pobj" and token.lemma_ in lexis().happening and token.head.lower_ in ("during", "at", "in")
        if not (timeless or done_at) or token.head == token or token.dep_ in ("relcl", "acl"):
            return
        token = token.head
        if token.pos_ != "ADP":
            yield token, True


def claim(bearer: Token, token: Token, at: int) -> int:
    """How the act is tied to the word that bears the time: 0 the same, 1 another word for it, FAR not. `at` is where the
    phrase begins."""
    if bearer.i == token.i:
        return 0
    if token.head == bearer and token.dep_ in ("aux", "auxpass"):
        return 1
    if bearer.pos_ in ("VERB", "AUX"):
        return 1 if carries(bearer, token, at) else FAR
    verb = bearer.head
    happening = bearer.pos_ == "NOUN" and bearer.dep_ in OBJECTS | SUBJECTS
    if happening and verb.i == token.i and (verb.lemma_ in lexis().light or brought_about(bearer, verb)):
        return 1
    if token.head == bearer and token.dep_ in ("amod", "compound", "acl") and (token.dep_ != "acl" or token.i < at):
        return 1 if token.dep_ != "acl" or token.lemma_ in lexis().light else FAR
    return FAR


def brought_about(noun: Token, verb: Token) -> bool:
    """ "Monday's strike killed four": killed on Monday."""
    return noun.dep_ in SUBJECTS and verb.lemma_ in lexis().brings


def carries(verb: Token, token: Token, at: int) -> bool:
    """Whether a verb's time is the act's: the noun it carries, the verb it colours, the predicate that it fills."""
    light, colouring = lexis().light, lexis().colouring
    if token.pos_ == "NOUN" and token.head == verb and token.dep_ in OBJECTS | SUBJECTS:
        return verb.lemma_ in light or (token.dep_ in SUBJECTS and verb.lemma_ in lexis().brings)
    if token.head == verb and token.dep_ in ("acomp", "attr", "oprd", "prt"):
        return True
    if token.pos_ == "NOUN" and verb.dep_ == "acl" and verb.head == token:
        return verb.lemma_ in light
    # "is expected to meet on Friday": the parser may hang the day on either verb. Before the infinitive it is the first one's.
    if verb.dep_ == "xcomp" and verb.head == token:
        return token.lemma_.lower() in colouring
    if token.dep_ == "xcomp" and token.head == verb:
        return at > token.i and verb.lemma_.lower() in colouring
    return False


def frames(start: int, bearer: Token, token: Token) -> bool:
    """Whether a phrase opens the sentence and the act is one of its main verbs, or what such a verb carries."""
    doc = token.doc
    opening = all(t.is_punct or t.is_space or t.pos_ in ("ADP", "DET", "ADV", "CCONJ") for t in doc[token.sent.start : start])
    if not opening or bearer.pos_ not in ("VERB", "AUX"):
        return False
    verb = token
    for _ in range(STEPS):
        if verb.i == bearer.i:
            return True
        if verb.dep_ == "conj" or (verb.dep_ in OBJECTS | SUBJECTS and verb.head.lemma_ in lexis().light):
            verb = verb.head
        else:
            return False
    return False
