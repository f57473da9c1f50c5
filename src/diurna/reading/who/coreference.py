"""Pronouns: the actor that "he", "it", "they" most likely stand for, or nothing.

Candidates are weighed by kind (a person for "he", a body or state for "it"), by how near they stand, by whether they are subjects (the
subject of the clause before is what most news sentences carry on with), by how often the report has named them, and by whether they
stand inside somebody's quoted words. Pronouns are worked out in text order, so that "He … He … He" carries a name on. An object
pronoun is never the subject of its own verb. Where two candidates weigh about the same, nothing is said.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log2

from spacy.tokens import Span, Token

from diurna.reading.grammar import RELATIVE, subject_of
from diurna.reading.who.definiteness import definite, is_any
from diurna.reading.who.descriptions import described_before
from diurna.reading.who.gathering import Gathering
from diurna.reading.who.gender import HE, SHE, may_mean
from diurna.reading.who.roles import title_at
from diurna.reading.who.word_lists import lexis
from diurna.words import ActorType

PERSONAL = HE | SHE
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves", "both"])
FIRST = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
PRONOUNS = PERSONAL | NEUTER | PLURAL | FIRST | RELATIVE
BACK = 3
"""Sentences back that a pronoun may reach."""
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
MARGIN = 0.4
"""By how much the best candidate must outweigh the next one."""
QUOTED = 1.5
"""What a candidate loses that stands in quoted words which the pronoun is not part of."""
NOBODY = ""
SPEAKS, GOES_ON = 0.5, 1.0
"""What a candidate gains that speaks, and one that speaks for a pronoun that does: who spoke last goes on speaking."""
OPENING, CLOSING, EITHER = frozenset("“«„"), frozenset("”»"), frozenset(('"', "''", "``"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor at a token: the head of a mention, or a pronoun already worked out."""

    at: int
    actor: str
    how: str


def is_pronoun(token: Token) -> bool:
    return token.lower_ in PRONOUNS and token.tag_ in ("PRP", "PRP$", "WP", "WP$", "WDT", "DT")


def antecedent(g: Gathering, token: Token) -> str | None:
    """The id of the actor that a third-person or relative pronoun stands for, or None."""
    if token.lower_ in RELATIVE:
        return relative(g, token)
    if token.lower_ in FIRST:
        return None
    if g.pronouns is None:
        g.pronouns = worked_out(g)
    return g.pronouns.get(token.i)


def worked_out(g: Gathering) -> dict[int, str | None]:
    """Every personal pronoun of the report, in text order, with what it stands for."""
    quoted = in_quotation(g)
    named = sorted([Candidate(m.last - 1, m.actor, m.how) for m in g.found] + nobody_known(g), key=lambda c: c.at)
    times: Counter[str] = Counter()
    near: list[Candidate] = []
    gender: dict[str, bool] = {}
    out: dict[int, str | None] = {}
    coming = iter([*named, None])
    following = next(coming)
    for token in g.document.doc:
        while following is not None and following.at < token.i:
            times[following.actor] += 1
            near.append(following)
            following = next(coming)
        if token.lower_ not in PERSONAL | NEUTER | PLURAL or not is_pronoun(token):
            continue
        near = [c for c in near if g.sentence_of[token.i] - g.sentence_of[c.at] <= BACK]
        she = token.lower_ in SHE if token.lower_ in PERSONAL else None
        able = [c for c in (*near, *fronted(g, token, named)) if she is None or gender.get(c.actor, she) == she]
        out[token.i] = actor = best(g, token, able, times, quoted)
        if actor is not None:
            if she is not None:
                gender.setdefault(actor, she)
            near.append(Candidate(token.i, actor, "pronoun"))
    return out


def best(g: Gathering, token: Token, near: list[Candidate], times: Counter[str], quoted: list[bool]) -> str | None:
    """The actor that fits a pronoun best, where it outweighs every other."""
    weights: dict[str, float] = {}
    named = [c for c in near if c.actor != NOBODY]
    barred = {c.actor for c in named if stands_apart(token, g.document.doc[c.at]) or acts_for_subject(g, token, c)}
    for c in near:
        if c.actor not in barred and fits(g, token, c):
            often = 0.25 * log2(1 + times[c.actor]) if c.actor != NOBODY else 0.0
            score = weight(g, token, c) + often - QUOTED * (quoted[c.at] and not quoted[token.i])
            weights[c.actor] = max(score, weights.get(c.actor, 0.0))
    ranked = sorted(weights.items(), key=lambda w: -w[1])
    if not ranked or ranked[0][1] <= 0 or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return ranked[0][0] if ranked[0][0] != NOBODY else None


def nobody_known(g: Gathering) -> list[Candidate]:
    """Subjects that are no actor of the record ("The city", "her aides", "the envoy"): a pronoun may well mean one of them, or whom
    "the minister" takes up."""
    subjects = (t for t in g.document.doc if t.dep_ in SUBJECTS and t.pos_ in ("NOUN", "PROPN", "ADJ") and t.i not in g.taken)
    able = (t for t in subjects if not any(c.i in g.taken and c.dep_ == "appos" for c in t.children))
    known = [Candidate(t.i, described_before(g, t) or NOBODY, "noun") for t in able if t.pos_ == "NOUN" or title_at(g, t)[0]]
    return known + [Candidate(t.i, NOBODY, "noun") for t in g.document.doc if is_several(t) and t.i not in g.taken]


def is_several(noun: Token) -> bool:
    """Whether a noun that is no subject tells of several who may act: "brought together twelve countries. They"."""
    return noun.dep_ in ("dobj", "pobj") and noun.lower_ in lexis().several


def fronted(g: Gathering, token: Token, named: list[Candidate]) -> list[Candidate]:
    """The subject to come, for a possessive before it: "In its statement, the ministry said"."""
    root = token.sent.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if token.dep_ != "poss" or subject is None or subject.i < token.i or subject in (token.head, token.head.head):
        return []
    return [c for c in named if c.at == subject.i]


def in_quotation(g: Gathering) -> list[bool]:
    """For each token whether quotation marks stand around it; a paragraph's end closes what is open."""
    out, inside = [], False
    for token in g.document.doc:
        if token.is_space and "\n" in token.text:
            inside = False
        elif token.text in OPENING or (token.text in EITHER and not inside):
            inside = True
        elif token.text in CLOSING or token.text in EITHER:
            inside = False
        out.append(inside)
    return out


def relative(g: Gathering, token: Token) -> str | None:
    """The actor whose noun a relative clause hangs on, whatever the pronoun is in the clause ("to whom", "whose"): `taken_up` asks for its
    subject and object only."""
    verb = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    mention = g.taken.get(verb.head.i) if verb is not None else None
    if mention is None or (token.lower_ == "who" and g.actors[mention.actor].type in (ActorType.STATE, ActorType.ORGANISATION)):
        return None
    return mention.actor


def fits(g: Gathering, token: Token, candidate: Candidate) -> bool:
    """Whether a candidate can be what the pronoun means at all."""
    word = token.lower_
    if candidate.actor == NOBODY:
        return nobody_fits(g, word, g.document.doc[candidate.at])
    draft = g.actors[candidate.actor]
    if candidate.how == "adjective":
        return False
    head = g.document.doc[candidate.at]
    if word == "both" and not plural(g, candidate):
        return False
    if draft.type is ActorType.STATE and head.dep_ == "compound" and head.head.pos_ == "NOUN":
        return False  # "the U.S. senator": no more than an adjective
    if candidate.how == "capital" and head.dep_ == "pobj" and head.head.lower_ in lexis().placing:
        return False
    if names_a_turn(head):
        return False
    if word in PERSONAL:
        return draft.type is ActorType.PERSON and may_mean(word, draft.name, draft.titles)
    if word in NEUTER:
        return draft.type in (ActorType.STATE, ActorType.ORGANISATION) or (draft.type is ActorType.GROUP and not plural(g, candidate))
    return draft.type is not ActorType.PERSON


def nobody_fits(g: Gathering, word: str, noun: Token) -> bool:
    """Whether a common noun can be what the pronoun means: for "he" a man, or whoever bears an office ("A senator", "The envoy")."""
    if word in PERSONAL:
        known = str(noun.lower_) in (lexis().women if word in SHE else lexis().men)
        title, first = title_at(g, noun)
        return known or (bool(title) and one_person(g.document.doc[first : noun.i + 1]) and may_mean(word, "", {title}))
    return bool((noun.tag_ == "NNS") == (word in PLURAL))


def one_person(words: Span) -> bool:
    """Whether a title with its article means one person: a headline's bare "Envoy" mostly has a name below."""
    return words.root.tag_ in ("NN", "NNP", "JJ") and (definite(words) or is_any(words))


def stands_apart(token: Token, head: Token) -> bool:
    """Whether grammar keeps a pronoun and a name apart: an object is not its own verb's subject ("Lavrov told him"), and who demands
    "that they stop" is not "they"."""
    if token.dep_ in ("dobj", "iobj", "pobj", "dative"):
        return head.dep_ in SUBJECTS and head.head in (token.head, token.head.head)
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or clause.head.lemma_ not in lexis().asking:
        return False
    asker, _ = subject_of(clause.head)
    return asker is not None and asker == head


def acts_for_subject(g: Gathering, token: Token, candidate: Candidate) -> bool:
    """Whether a candidate speaks for the state that does something to "him": of "Lavrov said that Russia had advised him" Lavrov is no
    "him"; he would not be told by his own state and tell of it so."""
    if token.dep_ not in ("dobj", "dative") or token.head.pos_ != "VERB" or not speaks(g.document.doc[candidate.at]):
        return False
    subject, _ = subject_of(token.head)
    mention = g.taken.get(subject.i) if subject is not None else None
    if mention is None or g.actors[mention.actor].type is not ActorType.STATE:
        return False
    who = g.actors[candidate.actor]
    return who.type is ActorType.PERSON and who.sector == "GOV" and who.country == g.actors[mention.actor].country


def names_a_turn(head: Token) -> bool:
    """Whether a name only opens a turn of a transcript ("LAVROV: …"): the turn speaks of others."""
    after = head.nbor(1) if head.i + 1 < len(head.doc) else None
    first = head.left_edge
    opens = first.i == 0 or "\n" in first.nbor(-1).text
    return after is not None and after.text == ":" and opens


def plural(g: Gathering, candidate: Candidate) -> bool:
    return g.document.doc[candidate.at].tag_ in ("NNS", "NNPS")


def weight(g: Gathering, token: Token, candidate: Candidate) -> float:
    """How well a fitting candidate carries on: subjects first, nearer sentences first, proper names over phrases."""
    head = g.document.doc[candidate.at]
    while head.dep_ in ("compound", "appos", "flat", "conj") and head.head != head and head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        head = head.head
    score: float = 3.0 - (g.sentence_of[token.i] - g.sentence_of[candidate.at])
    if head.dep_ in SUBJECTS:
        score += {"ROOT": 2.0, "conj": 1.5, "parataxis": 1.5, "ccomp": 1.0}.get(head.head.dep_, 0.7)
    elif head.dep_ == "pobj" and head.head.dep_ == "agent":
        score += 0.8
    elif head.dep_ in ("poss", "compound", "nmod"):
        score -= 0.3
    if candidate.how == "phrase":
        score -= 0.2
    if candidate.actor != NOBODY and g.actors[candidate.actor].sector == "MED" and not speaks(head):
        score -= 1.0
    if token.lower_ in PLURAL and plural(g, candidate):
        score += 1.0
    if candidate.actor != NOBODY and g.actors[candidate.actor].type is ActorType.STATE:
        score -= 1.0 * (token.lower_ in PLURAL and not plural(g, candidate))
        score -= 1.0 * bool(candidate.how != "phrase" and head.dep_ == "pobj" and head.head.lower_ in lexis().placing)
    goes_on = token.dep_ in SUBJECTS and token.head.lemma_ in lexis().saying
    return score + (SPEAKS + GOES_ON * goes_on) * speaks(head)


def speaks(head: Token) -> bool:
    """Whether somebody is the subject of a verb of saying, or stands after "according to"."""
    by = head.head
    if head.dep_ in SUBJECTS:
        return str(by.lemma_) in lexis().saying
    return bool(head.dep_ == "pobj" and by.lower_ == "to" and by.head.lower_ == "according")
