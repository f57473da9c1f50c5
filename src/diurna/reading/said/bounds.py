"""Where a content begins and ends, where grammar shows it and the tagger went astray: it runs on into what another says in the next
sentence or behind a semicolon, or begins in the middle of the clause that an aside ("…, the ministry said") hangs on.

Words in quotation marks are left as they are: their marks are their bounds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.document import Document, end_of
from diurna.reading.edges import without_blanks
from diurna.reading.grammar import SUBJECTS, phrase
from diurna.reading.said.inside import with_auxiliaries
from diurna.reading.said.quoted import ANY
from diurna.reading.said.rules import ACCORDING, SURE, span_of, speech_verbs
from diurna.reading.said.tagger import END, Attribution
from diurna.reading.said.word_lists import lexis
from diurna.reading.spans import Placed
from diurna.words import Span

BY = "rules, beside a statement"
TAIL = re.compile(r"[\s,;.]+(?:(?:and|but)\s*)?$")
DATELINE = re.compile(r":\s|[\u2013-\u2015]|\s-+\s|^\W*\(")
"""What stands behind a dateline's place and day, before the sentence that it opens."""


def bounded(document: Document, found: list[Attribution], ruled: list[Attribution]) -> list[Attribution]:
    """The statements found, with contents that keep to their own sentence and clause."""
    found = [to_its_own_sentence(document, one, ruled) for one in to_their_aside(document, found)]
    said = ruled_cues(document, ruled)
    found = [part for one in found for part in parted(document, one, said)]
    taken = Placed((span, one) for one in found for span in (*one.source, *one.cue, *one.content))
    by_cue = Placed((one.cue[0], one) for one in ruled if one.source)
    found = [to_its_end(document, from_its_beginning(document, one, by_cue, taken), by_cue, taken) for one in found]
    found = [with_complement(document, other_half(document, one, taken), taken) for one in found]
    return [without_adjuncts(document, one) for one in found]


def plain(document: Document, span: Span) -> bool:
    """Whether no quotation mark stands in or beside some words."""
    return not ANY.search(document.report.text[max(0, span[0] - 1) : span[1] + 1])


def ruled_cues(document: Document, ruled: list[Attribution]) -> Placed[Attribution]:
    """The statements by rule with a speaker and a verb of plain saying, by where their contents stand."""
    said = (a for a in ruled if a.source and any(t.lemma_ in lexis().plain for t in document.tokens(*a.cue[0])))
    return Placed((span, a) for a in said for span in a.content)


def to_their_aside(document: Document, found: list[Attribution]) -> list[Attribution]:
    """A piece that a speaker of an earlier sentence was given although its own sentence names one behind it ("If it rains, he said, …")."""
    cues = sorted((a.cue[0], n) for n, a in enumerate(found) if a.source)
    out = list(found)
    for n, one in enumerate(found):
        for span in one.content[1:]:
            at = bisect_left(cues, (span, 0))
            if at == len(cues) or not plain(document, span) or not strange(document, one.cue[0], span):
                continue
            cue, other = cues[at]
            if other != n and found[other].source[0][0] >= span[1] and not strange(document, span, cue):
                out[n] = replace(out[n], content=tuple(s for s in out[n].content if s != span))
                out[other] = replace(out[other], content=tuple(sorted((*out[other].content, span))))
    return out


def to_its_own_sentence(document: Document, one: Attribution, ruled: list[Attribution]) -> Attribution:
    """What stands before "according to" at a sentence's end, where the tagger took what begins the next; and before "said on condition of
    not being named", where it took that."""
    start, end = one.cue[0]
    words = document.report.text[start:end].lower()
    astray = words.startswith("according") and all(strange(document, one.cue[0], c) for c in one.content)
    if not astray and not words.endswith("on condition of"):
        return one
    return next((replace(one, content=own.content) for own in ruled if own.cue[0][0] == start and own.content[0][1] <= start), one)


def strange(document: Document, first: Span, second: Span) -> bool:
    """Whether a sentence ends between a span and another behind it."""
    return bool(END.search(document.report.text, first[1] - 1, second[0]))


def parted(document: Document, one: Attribution, said: Placed[Attribution]) -> Iterator[Attribution]:
    """A statement whose contents end where the words of another begin, and that other where nothing else finds it."""
    whole, others = one, [*beside(document, one)]
    for n, span in enumerate(one.content):
        cuts: dict[int, Attribution | None] = dict.fromkeys(next_sentence(document, one, span, said))
        cuts |= dict(others)
        inside = [at for at in cuts if span[0] < at < span[1] and not open_marks(document, span[0], at)]
        if inside:
            at = min(inside)
            whole = replace(whole, content=(*whole.content[:n], clean(document, span[0], at), *whole.content[n + 1 :]))
            if (other := cuts[at]) is not None:
                yield other
    yield whole


def open_marks(document: Document, start: int, at: int) -> bool:
    """Whether a quotation is open at a place of a content."""
    return len(ANY.findall(document.report.text[start:at])) % 2 == 1


def clean(document: Document, start: int, end: int) -> Span:
    """A content without the marks and the "and" that led on from it."""
    words = TAIL.sub("", document.report.text[start:end])
    return without_blanks(document.report.text, start, start + len(words))


def next_sentence(document: Document, one: Attribution, span: Span, said: Placed[Attribution]) -> Iterator[int]:
    """Where a sentence begins inside a content that is somebody else's by its own words ("… left. The well was dry, the mayor said")."""
    if one.cue[0][1] > span[0]:
        return
    for (start, end), other in said.over(*span):
        own = span[0] < start and end <= span[1] <= other.cue[0][0]
        if own and strange(document, one.cue[0], (start, end)):
            yield start


def beside(document: Document, one: Attribution) -> Iterator[tuple[int, Attribution]]:
    """Statements that stand beside one and that the tagger took into its content, each with where its words begin there."""
    for verb in (t for t in document.tokens(*one.cue[0]) if t.pos_ == "VERB"):
        if verb.dep_ == "ccomp" and verb.head.i > verb.i:
            yield from behind_a_semicolon(verb.head, verb)
            yield from behind_a_comma(verb.head, verb, one)
        yield from without_its_verb(verb, one)


def behind_a_semicolon(other: Token, verb: Token) -> Iterator[tuple[int, Attribution]]:
    """ "Said that it hit a ship; [the mayor counted nine dead]": somebody else says or counts."""
    subject = next((c for c in other.lefts if c.dep_ == "nsubj" and c.i > verb.i and c.pos_ != "PRON"), None)
    if subject is None or subject.left_edge.nbor(-1).text != ";" or other.lemma_ not in speech_verbs() | lexis().counting:
        return
    rest = [c for c in other.rights if c.dep_ != "punct" and c.lower_ not in ACCORDING]
    if rest:
        told = span_of(rest[0])[0], span_of(rest[-1])[1]
        yield subject.left_edge.idx, Attribution((phrase(subject),), (with_auxiliaries(other),), (told,), SURE, BY)


def behind_a_comma(other: Token, verb: Token, one: Attribution) -> Iterator[tuple[int, Attribution]]:
    """A headline's second verb: "Chad denies raid, [says the road is open]"."""
    told = next((c for c in other.rights if c.dep_ == "ccomp"), None)
    alone = other.i > verb.i + 1 and other.nbor(-1).text == "," and not any(c.dep_ in SUBJECTS for c in other.children)
    if alone and told is not None and other.tag_ == verb.tag_ and other.lemma_ in speech_verbs():
        yield other.idx, Attribution(one.source, ((other.idx, end_of(other)),), (span_of(told),), SURE, BY)


def without_its_verb(verb: Token, one: Attribution) -> Iterator[tuple[int, Attribution]]:
    """ "Chad promised to leave, and [Niger to stay]": the second promised too."""
    for noun in (c for c in verb.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")):
        behind = (*noun.rights, *(c for c in verb.rights if c.i > noun.i))  # the parse hangs it on either
        told = next((c for c in behind if c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.lefts)), None)
        if told is not None:
            whose = phrase(noun)
            yield whose[0], Attribution((whose,), one.cue, (span_of(told),), SURE, BY)


def from_its_beginning(document: Document, one: Attribution, ruled: Placed[Attribution], taken: Placed[Attribution]) -> Attribution:
    """A content before its aside, from where the clause begins that the aside hangs on."""
    first = one.content[0]
    if len(one.content) > 1 or first[1] > one.cue[0][0] or not plain(document, first):
        return one
    for _, other in ruled.over(*one.cue[0]):
        start, end = other.content[0]
        missing = document.report.text[start : first[0]]
        same_end = start < first[0] and abs(end - first[1]) <= 1 and plain(document, (start, end))
        if not same_end or "\n" in missing or DATELINE.search(missing) or next(taken.over(start, first[0]), None):
            continue
        if begun(document.tokens(start, end).root, first[0]):
            return replace(one, content=((start, first[1]),))
    return one


def to_its_end(document: Document, one: Attribution, ruled: Placed[Attribution], taken: Placed[Attribution]) -> Attribution:
    """A content before its aside of which only the subject was taken, to where the clause ends: "Raiders [stormed the gate], he said"."""
    first = one.content[0]
    tokens = document.tokens(*first)
    if len(one.content) > 1 or first[1] > one.cue[0][0] or not len(tokens) or tokens.root.dep_ not in SUBJECTS:
        return one
    for _, other in ruled.over(*one.cue[0]):
        start, end = other.content[0]
        whole = abs(start - first[0]) <= 1 and first[1] < end <= one.cue[0][0] and plain(document, (start, end))
        if whole and tokens.root.head.idx < end and not any(held is not one for _, held in taken.over(first[1] + 1, end)):
            return replace(one, content=((first[0], end),))
    return one


def begun(verb: Token, start: int) -> bool:
    """Whether the subject or the verb of a clause stands before a place."""
    return any(t.idx < start for t in (verb, *(c for c in verb.children if c.dep_ in SUBJECTS)))


def other_half(document: Document, one: Attribution, taken: Placed[Attribution]) -> Attribution:
    """A content that an aside parts after its subject, with the rest of its clause: "The road, she said, [would stay shut]"."""
    first, cue = one.content[-1], one.cue[-1]
    if first[1] > cue[0] or not plain(document, first):
        return one
    tokens = document.tokens(*first)
    if not len(tokens) or tokens.root.dep_ not in SUBJECTS or tokens.root.head.idx < cue[1]:
        return one
    verb = tokens.root.head
    start = next((t.idx for t in document.doc[verb.left_edge.i : verb.i + 1] if t.idx >= cue[1] and not t.is_punct), verb.idx)
    rest = start, span_of(verb)[1]
    between = document.report.text[cue[1] : start]
    free = all(held is one for _, held in taken.over(*rest))
    return replace(one, content=(*one.content, rest)) if between.strip() == "," and free and plain(document, rest) else one


def with_complement(document: Document, one: Attribution, taken: Placed[Attribution]) -> Attribution:
    """A passive without a speaker of which only the subject was taken, with what follows: "The envoys were expected [in Tunis]"."""
    first, cue = one.content[-1], one.cue[-1]
    verb = next((t for t in document.tokens(*cue) if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in lexis().hearsay or one.source or len(one.content) > 1 or first[1] > cue[0]:
        return one
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass" and first[0] <= c.idx < first[1]), None)
    rest = [c for c in verb.children if c.idx >= cue[1] and c.dep_ in ("xcomp", "prep", "ccomp", "oprd")]
    if subject is None or not rest:
        return one
    told = span_of(rest[0])[0], span_of(rest[-1])[1]
    return one if next(taken.over(*told), None) else replace(one, content=(first, told))


def without_adjuncts(document: Document, one: Attribution) -> Attribution:
    """The pieces but for when and where it was said: "The road is shut, he said, [on the day of the vote]"."""
    kept = tuple(s for s in one.content if not adjunct(document, one, s))
    return replace(one, content=kept) if kept else one


def adjunct(document: Document, one: Attribution, span: Span) -> bool:
    """Whether a piece behind the cue hangs on the cue's verb as when or where."""
    if span[0] < one.cue[0][1] or one.content[0][0] > one.cue[0][0] or not plain(document, span):
        return False
    tokens = document.tokens(*span)
    root = tokens.root if len(tokens) else None
    if root is None or root.dep_ != "prep" or not one.cue[0][0] <= root.head.idx < one.cue[0][1]:
        return False
    return any(c.dep_ == "pobj" and c.lemma_ in lexis().no_speakers for c in root.children)
