"""The actor behind a statement's source."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from diurna.reading.document import Document, end_of
from diurna.reading.grammar import SUBJECTS, phrase, subject_of, taken_up
from diurna.reading.said.quoted import ANY
from diurna.reading.said.rules import by_account, span_of
from diurna.reading.said.tagger import Attribution, parted
from diurna.reading.said.word_lists import lexis
from diurna.reading.who import Resolved, Who
from diurna.reading.who.word_lists import lexis as actor_words
from diurna.words import NOT_STATED, UNNAMED, Absent, ActorType, Span

TOGETHER = frozenset(("and", "&", "as"))
"""What joins those who say the same; "as" is that of "as well as"."""
MEDIA = "MED"
"""The sector of agencies, papers and stations."""
EXPLETIVE = frozenset("it there that this which what".split())
DEFINITE = frozenset("the this that these those".split())
SOME = frozenset("some many several most few other both".split())
"""With these before it a name for a people or party means people of it, and not all."""
ONE_OR_PAST = frozenset(("VBZ", "VBD", "VBN", "NNS"))
"""Tags of verbs that one alone can be the subject of; a headline's "urges" may be read as a noun."""
PLACES = frozenset(("GPE", "LOC", "FAC", "NORP"))
"""What the parse calls names of places."""
PAST = frozenset(("VBD", "VBN"))
FINITE = frozenset(("VBZ", "VBD", "VBP"))
ARMED = frozenset(("MIL", "REB", "UAF", "PRM"))
INDEFINITE = frozenset("a an some many several most few other two three four five both another one his her their its".split())


def actor_of(who: Who, document: Document, attribution: Attribution) -> str | Absent:
    """The actor's id, of several the first one's; UNNAMED for sources without a name; NOT_STATED where there are no words or nothing
    resolves them."""
    if not attribution.source:
        return NOT_STATED
    span = attribution.source[0]
    found = actor_at(who, document, span)
    first = speakers(document, span)[0]
    return actor_at(who, document, first) if found is NOT_STATED and first != span else found


def actor_at(who: Who, document: Document, span: Span) -> str | Absent:
    """The same of some words."""
    start, end = span
    found = who.resolve(start, end)
    if found.actor is NOT_STATED and (agency := by_its_name(who, document, span)) is not None:
        return agency
    if str(found.actor).startswith("here:") and found.name.split()[-1].lower() in actor_words().unnamed:
        return UNNAMED  # "They", after "Two officials"
    if found.actor is UNNAMED and ends_in_a_name(document.tokens(start, end)):
        return NOT_STATED  # named, though nobody known
    head = indefinite(document, start, end)
    if head is not None and (found.actor is NOT_STATED or some_of(who, head, found)):
        return UNNAMED
    return found.actor


def by_its_name(who: Who, document: Document, span: Span) -> str | None:
    """The agency or paper whose name stands before what it is: "the Tasnim news agency", "Reuters news agency"."""
    tokens = document.tokens(*span)
    head = tokens.root if len(tokens) else None
    if head is None or head.lemma_.lower() not in lexis().media:
        return None
    named = (who.gathering.taken.get(t.i) for t in tokens if t.i < head.i and t.pos_ == "PROPN")
    drafts = {m.actor: who.gathering.actors[m.actor] for m in named if m is not None and m.how != "adjective"}
    return next(iter(drafts)) if len(drafts) == 1 and all(d.sector == MEDIA for d in drafts.values()) else None


def indefinite(document: Document, start: int, end: int) -> Token | None:
    """The noun of a source whom the report does not name: "a federal court", "two aides", "high school teachers"; else None."""
    tokens = document.tokens(start, end)
    head = (taken_up(tokens.root) or tokens.root) if len(tokens) else None
    if head is None or (head.tag_ not in ("NN", "NNS", "NNPS") and head.lower_ not in actor_words().unnamed):
        return None
    determiners = {t.lower_ for t in head.lefts}
    if determiners & DEFINITE or (head.tag_ == "NN" and ends_in_a_name(tokens)):
        return None
    one = determiners & INDEFINITE or any(t.pos_ == "NUM" for t in head.lefts)
    return head if one or head.tag_ == "NNS" or head.lower_ in SOME else None


def ends_in_a_name(tokens: TokenSpan) -> bool:
    """Whether somebody's name stands behind what he is, whatever the parse ties it to: "a spokesman for the front, Wael Quill"."""
    words = [t for t in tokens if not t.is_space]
    while words and words[-1].text == ",":
        words.pop()
    comma = max((n for n, t in enumerate(words) if t.text == ","), default=None)
    name = [] if comma is None else words[comma + 1 :]
    return len(name) > 1 and all(t.pos_ == "PROPN" and t.ent_type_ not in PLACES for t in name)


def some_of(who: Who, head: Token, found: Resolved) -> bool:
    """Whether words that are indefinite mean some whom nobody names, and no body: "a Kenyan official", "US diplomats", "many Russians",
    "prosecutors". Armed men without a name are a party all the same."""
    if {t.lower_ for t in head.lefts} & SOME or head.lower_ in actor_words().unnamed:
        return True
    actor = str(found.actor)
    strangers = actor.startswith("here:") and found.sector not in ARMED
    return strangers or ("/" in actor and who.gathering.actors[actor].type is ActorType.PERSON)


def speakers(document: Document, span: Span) -> list[Span]:
    """Each of those who speak together in the words of a source: "Egypt and Qatar". The words as they are where there is one."""
    tokens = document.tokens(*span)
    root = tokens.root if len(tokens) else None
    if root is not None and root.pos_ == "VERB":  # "Mali and Burkina Faso, both run by juntas," read as a sentence
        root = next((c for c in root.children if c.dep_ == "nsubj" and span[0] <= c.idx < span[1]), None)
    heads = [t for t in (root, *root.conjuncts) if span[0] <= t.idx < span[1]] if root is not None else []
    if len(heads) < 2 and (pair := by_comma(document, span)):
        return pair
    if len(heads) < 2 or any(c.dep_ == "cc" and c.lower_ not in TOGETHER for head in heads for c in head.children):
        return [span]
    return [(max(span[0], head.left_edge.idx), min(span[1], end_of(before_the_next(head)))) for head in heads]


def by_comma(document: Document, span: Span) -> list[Span]:
    """The two whom a headline joins by a comma: "Egypt, Qatar" at the beginning of a line without a full stop."""
    text = document.report.text
    comma = text.find(", ", *span)
    return [(span[0], comma), (comma + 2, span[1])] if comma > 0 and text.count(",", *span) == 1 and leads_a_headline(text, span) else []


def leads_a_headline(text: str, span: Span) -> bool:
    """Whether words stand at the beginning of a line that is no sentence."""
    first, last = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    line = text[first : last if last >= 0 else len(text)]
    return not text[first : span[0]].strip() and line.rstrip()[-1:] not in ".!?\"\u201d"


def with_partner(document: Document, attribution: Attribution) -> tuple[Span, ...]:
    """The source with the one whom a headline joins to it by a comma: "[Egypt], Qatar urge". The verb is one of several."""
    (start, end), *others = attribution.source
    if others or len(attribution.cue) != 1 or any(t.tag_ in ONE_OR_PAST for t in document.tokens(*attribution.cue[0])):
        return attribution.source
    first = document.report.text.rfind("\n", 0, start) + 1
    *name, comma = [t for t in document.tokens(first, start) if not t.is_space] or [None]
    partner = comma is not None and comma.text == "," and name and all(t is not None and t.pos_ == "PROPN" for t in name)
    return ((first, end),) if partner and leads_a_headline(document.report.text, (first, end)) else attribution.source


def before_the_next(head: Token) -> Token:
    """The last word that belongs to one of several, before the "and" or comma that leads to the next."""
    following = next((c for c in head.rights if c.dep_ in ("cc", "conj")), None)
    last = head.right_edge if following is None else following.left_edge.nbor(-1)
    while last.i > head.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return last


def with_source(document: Document, attribution: Attribution) -> Attribution:
    """A statement without a source, or with one from another sentence, takes the subject of its cue if that has one; one whose source is
    spoken to has none."""
    if spoken_to(document, attribution):
        return replace(attribution, source=())
    if (quoted := the_quoted(document, attribution)) is not None:
        return replace(attribution, source=(quoted,))
    if (doer := past_the_aside(document, attribution) or of_the_verb_before(document, attribution)) is not None:
        return replace(attribution, source=(doer,))
    if attribution.source and gives_an_account(document, attribution.source[0]):
        attribution = replace(attribution, source=())
    if attribution.source and (speaks_never(document, attribution.source[0]) or tells_of_a_noun(document, attribution.source[0])):
        attribution = replace(attribution, source=())
    if attribution.source and not from_afar(document, attribution):
        named = replace(attribution, source=with_its_name(document, attribution))
        return replace(named, source=with_partner(document, named))
    span = subject(document, attribution)
    if span is not None and not speaks_never(document, span):
        return replace(attribution, source=(span,))
    strange = attribution.source and parted(document.report.text, attribution.source[0], attribution.cue[0])
    return replace(attribution, source=()) if strange else attribution


def speaks_never(document: Document, span: Span) -> bool:
    """Whether a source is a time or a turn: "this month", "in its turn"."""
    tokens = document.tokens(*span)
    return bool(len(tokens)) and tokens.root.lemma_.lower() in lexis().no_speakers


def tells_of_a_noun(document: Document, span: Span) -> bool:
    """Whether a source is a clause about what stands before it: of "videos which [the agency could not verify] appeared to show"."""
    tokens = document.tokens(*span)
    verb = tokens.root if len(tokens) else None
    return verb is not None and verb.dep_ == "relcl" and verb.pos_ in ("VERB", "AUX") and not span[0] <= verb.head.idx < span[1]


def spoken_to(document: Document, attribution: Attribution) -> bool:
    """Whether the source is the one accused, told or asked in a passive ("has been accused of"), and so no source at all."""
    for start, end in attribution.cue:
        for verb in (t for t in document.tokens(start, end) if t.pos_ == "VERB"):
            patient = addressed(verb)
            if patient is not None and any(a <= patient.idx < b for a, b in attribution.source):
                return True
    return False


def addressed(verb: Token) -> Token | None:
    """Whom a verb shows to be spoken to: "Hamas was told", a headline's "Millions told to flee", "Asked about it, she declined"."""
    lemma = verb.lemma_.lower()
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if own is None and lemma in lexis().addressing and verb.dep_ == "advcl" and verb.tag_ in PAST and verb.i < verb.head.i:
        joined = any(c.dep_ in ("aux", "auxpass", "mark") for c in verb.children)
        return None if joined else next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    if own is None or own.dep_ == "nsubjpass":
        return own if lemma in lexis().addressing else None
    bare = verb.tag_ in PAST and not any(c.dep_ in ("aux", "dobj", "dative", "ccomp") for c in verb.children)
    infinitive = any(c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.children) for c in verb.children)
    return own if bare and infinitive and lemma in lexis().ordering else None


def the_quoted(document: Document, attribution: Attribution) -> Span | None:
    """Whose words they are in "the governor was quoted as saying by the agency": his, whom the agency only hands on."""
    tokens = [t for start, end in attribution.cue for t in document.tokens(start, end)]
    verb = next((t for t in tokens if t.lemma_ in lexis().quoting), None)
    if verb is None or not any(t.lower_ == "as" and t.i > verb.i for t in tokens):
        return None
    quoted = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.lower_ not in EXPLETIVE), None)
    if quoted is None or any(a <= quoted.idx < b for a, b in attribution.source):
        return None
    return span_of(quoted)


def subject(document: Document, attribution: Attribution) -> Span | None:
    """The subject of an active cue verb, for a statement that the pointers left without a source.

    On PolNeAR dev it is the source more often than not there ("Trump accused Holt of…"); a passive's subject never is.
    """
    for start, end in attribution.cue:
        verb = next((t for t in document.tokens(start, end) if t.pos_ == "VERB"), None)
        if verb is None or any(c.dep_ in ("auxpass", "nsubjpass") or (c.dep_ == "agent" and not by_account(c)) for c in verb.children):
            continue
        found = turned_round(verb) or speaking(verb)
        if found is None or found.lower_ in EXPLETIVE or found == addressed(verb):
            continue
        span = phrase(found)
        if not any(a < span[1] and span[0] < b for a, b in (*attribution.cue, *attribution.content)):
            return span
    return None


def speaking(verb: Token) -> Token | None:
    """The subject of an active verb, its own or borrowed."""
    if verb.dep_ == "advcl" and any(c.lower_ == "having" and c.dep_ == "aux" for c in verb.children):
        return speaking(main_verb(verb))  # ", having told them": whoever the sentence is about
    found, passive = subject_of(verb)
    if found is None:
        return headed(verb)
    if passive or found.dep_ != "nsubj":
        return None
    while found.head != verb and verb.tag_ == "VBZ" and plural(found):  # "so that all may leave, and calls on them"
        above = next((a for a in found.head.ancestors if a.pos_ in ("VERB", "AUX")), None)
        higher, passive = subject_of(above) if above is not None else (None, False)
        if higher is None or passive or higher == found:
            return None
        found = higher
    return found


def turned_round(verb: Token) -> Token | None:
    """Who speaks in a rough translation that sets the speaker behind the verb: "“…,” told Ilves to journalists"."""
    if any(c.dep_ in SUBJECTS for c in verb.children) or not any(c.dep_ in ("prep", "dative") and c.lower_ == "to" for c in verb.children):
        return None
    return next((c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.text[0].isupper() and c.i <= verb.i + 2), None)


def main_verb(verb: Token) -> Token:
    """The verb of the clause that a participle's clause hangs on, however deep the parse hangs it."""
    while verb.dep_ in ("advcl", "relcl", "acl") and verb.head != verb:
        verb = verb.head
    return verb


def headed(verb: Token) -> Token | None:
    """The noun before a finite verb that the parse hangs on it for want of a verb ("Chad until now refuses")."""
    noun = verb.head
    finite = verb.tag_ in FINITE and verb.dep_ == "advcl"
    return noun if finite and noun.dep_ == "ROOT" and noun.pos_ in ("PROPN", "NOUN") and noun.i < verb.i else None


def plural(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("they", "we", "these", "those") or any(c.dep_ == "conj" for c in noun.children)


def past_the_aside(document: Document, attribution: Attribution) -> Span | None:
    """Whose verb it is that goes on behind an aside: of "It has left, the envoy said, and asked for more" the second too is its. Not
    where the first is quoted: "“It left,” the envoy said, and asked for more"."""
    verb = next((t for t in document.tokens(*attribution.cue[0]) if t.pos_ == "VERB"), None) if attribution.cue else None
    if verb is None or verb.dep_ != "conj" or verb.head.i > verb.i or not attribution.source:
        return None
    doer = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    aside = next((c for c in verb.head.children if c.dep_ == "parataxis" and verb.head.i < c.i < verb.i), None)
    if doer is None or aside is None or aside.right_edge.text != "," or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    speaker = next((c for c in aside.children if c.dep_ == "nsubj"), None)
    start, end = attribution.source[0]
    quoted = ANY.search(document.report.text, doer.left_edge.idx, verb.idx)
    return phrase(doer) if speaker is not None and start <= speaker.idx < end and not quoted else None


def of_the_verb_before(document: Document, attribution: Attribution) -> Span | None:
    """Whose a verb is that goes on in what somebody said: of "told them that Chad wants grain, and wants the road open" the second is
    Chad's too, since it is in the same tense, and repeats it or is joined to it."""
    verb = next((t for t in document.tokens(*attribution.cue[0]) if t.pos_ == "VERB"), None) if attribution.cue else None
    if verb is None or verb.dep_ != "conj" or verb.tag_ not in FINITE or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    between = verb.doc[verb.head.i + 1 : verb.i]
    before = next((t for t in between if (t.lemma_, t.tag_) == (verb.lemma_, verb.tag_)), None) or told_by_another(verb)
    outer = min(verb.head.i, verb.head.head.i)
    found, passive = subject_of(before) if before is not None else (None, False)
    if before is not None and found is None:  # "that Chad has terms: wants grain": the name before it
        found = next((t for t in reversed(verb.doc[outer + 1 : before.i]) if t.dep_ == "nsubj"), None)
    if found is None or passive:
        return None
    own = next((t for t in found.subtree if t.dep_ == "nsubj" and t != found), found)  # a clause that the parse took for a noun
    return phrase(own) if own.i > outer and own.lower_ not in EXPLETIVE else None


def told_by_another(verb: Token) -> Token | None:
    """The verb that another is joined to in the present tense, inside what somebody told in the past."""
    first = verb.head
    inside = first.dep_ == "ccomp" and first.head.tag_ in PAST
    return first if inside and first.tag_ == verb.tag_ and verb.tag_ not in PAST else None


def gives_an_account(document: Document, span: Span) -> bool:
    """Whether a source is somebody's account of what another says: "having told them, by [Chad's account], that it left"."""
    tokens = document.tokens(*span)
    return bool(len(tokens)) and tokens.root.dep_ == "pobj" and by_account(tokens.root.head)


def with_its_name(document: Document, attribution: Attribution) -> tuple[Span, ...]:
    """The source with the name that explains it, where that was left out: "Iran's president at the time, [Hassan Rouhani], said"."""
    if len(attribution.source) != 1:
        return attribution.source
    start, end = attribution.source[0]
    tokens = document.tokens(start, end)
    root = tokens.root if len(tokens) else None
    names = (c for c in root.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.idx >= end) if root is not None else ()
    for name in names:
        longer = start, end_of(name)
        others = (*attribution.cue, *attribution.content)
        if root is not None and root.pos_ == "NOUN" and not any(a < longer[1] and longer[0] < b for a, b in others):
            return (longer,)
    return attribution.source


def from_afar(document: Document, attribution: Attribution) -> bool:
    """Whether the source stands in another sentence or line than the cue."""
    if not attribution.cue:
        return False
    one, other = attribution.source[0], attribution.cue[0]
    source, cue = document.tokens(*one), document.tokens(*other)
    if not len(source) or not len(cue):
        return False
    between = document.report.text[min(one[1], other[1]) : max(one[0], other[0])]
    return "\n" in between or source.root.sent.start != cue.root.sent.start
