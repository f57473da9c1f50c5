"""Which words are the parties of an act: whole phrases, each once, that name somebody who can act."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span as TokenSpan

from diurna.reading.did.clause import CALENDAR
from diurna.reading.did.phrases import DASHES, PARTICIPLES, beside, coordinated, edged, listed_before, overlaps, whole
from diurna.reading.did.proposal import Proposal
from diurna.reading.did.word_lists import lexis
from diurna.reading.document import Document, end_of
from diurna.reading.grammar import phrase
from diurna.words import Span

PEOPLES = frozenset(("NORP", "GPE", "ORG"))
NAMED = frozenset(("NORP", "GPE", "ORG", "PERSON"))

WHOLE, PARTED = "rule: parties as whole phrases", "rule: a coordination is several parties"


def parties(document: Document, proposal: Proposal) -> Proposal:
    """Party spans grown to whole noun phrases and cut at coordinations; nobody is both actor and recipient."""
    acting, met = (tuple(unbroken(document, span) for span in side) for side in (proposal.actors, proposal.recipients))
    beyond = (proposal.trigger, *met), (proposal.trigger, *acting)
    actors = tuple(a for span in grown(document, acting, beyond[0]) if (a := who_acts(document, span)) is not None)
    recipients = tuple(r for r in grown(document, met, beyond[1]) if not any(overlaps(r, a) for a in actors))
    recipients = tuple(r for r in recipients if not part_of_a_word(document.tokens(*r)))
    listed = (name for r in recipients for name in listed_before(document, r))
    recipients += tuple(name for name in listed if not any(overlaps(name, other) for other in (*actors, *recipients)))
    actors = tuple(a for a in actors if len(actors) == 1 or not slug(document, a))
    if (actors, recipients) == (proposal.actors, proposal.recipients):
        return proposal
    told = (*proposal.actors, *proposal.recipients)
    found = (*actors, *recipients)
    within = len(found) > len(told) and all(any(a <= start and end <= b for a, b in told) for start, end in found)
    return replace(proposal, actors=actors, recipients=recipients, why=(*proposal.why, PARTED if within else WHOLE))


def unbroken(document: Document, span: Span) -> Span:
    """A span that ends in the middle of a place's name, with the rest of it: "Canada and Costa [Rica]"."""
    tokens = document.tokens(*span)
    if not len(tokens):
        return span
    first, last = tokens[0], tokens[-1]
    while last.i + 1 < len(document.doc) and last.ent_type_ == "GPE" and last.nbor(1).ent_iob_ == "I" and last.nbor(1).tag_ != "POS":
        last = last.nbor(1)
    while first.i and first.ent_type_ == "GPE" and first.ent_iob_ == "I" and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    return min(span[0], first.idx), max(span[1], end_of(last))


def grown(document: Document, spans: tuple[Span, ...], beyond: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """Spans as whole phrases, each once, in the order given: the likeliest first. A name grows over nothing that lies beyond it,
    the trigger or those on the other side; a mere "the" does."""
    out: list[Span] = []
    for span in spans:
        found = named_by(document, whole(document, span))
        whose = document.tokens(*span).root.i == document.tokens(*found).root.i
        if whose and any(overlaps(found, other) and not overlaps(span, other) for other in beyond):
            found = span
        for piece in (not_dead(document, edged(document, p)) for p in [*coordinated(document, found), *beside(document, found)]):
            if names_somebody(document, piece) and not any(overlaps(piece, other) for other in out):
                out.append(piece)
    return tuple(p for p in out if not explains(document, p, out))


def not_dead(document: Document, span: Span) -> Span:
    """A party without what was done to it: "two men" of "shot [dead two men]"."""
    tokens = document.tokens(*span)
    shot = len(tokens) > 1 and tokens[0].i and tokens[0].lower_ == "dead" and tokens[0].nbor(-1).lemma_ == "shoot"
    return (tokens[1].idx, span[1]) if shot else span


def slug(document: Document, span: Span) -> bool:
    """Whether a land's name before a colon only says what a headline is about: "Afghanistan: doctors demand an inquiry"."""
    tokens = document.tokens(*span)
    last = tokens[-1] if len(tokens) else None
    if last is None or last.ent_type_ != "GPE" or last.i + 1 >= len(last.doc) or last.nbor(1).text != ":":
        return False
    return bool(tokens[0].i == 0 or "\n" in tokens[0].nbor(-1).text)


def named_by(document: Document, span: Span) -> Span:
    """The name that a party only describes: of "visited Turkey – a country that is mediating" Turkey mediates, and no "a country"."""
    tokens = document.tokens(*span)
    if not len(tokens) or tokens.root.dep_ != "appos" or tokens.root.pos_ != "NOUN":
        return span
    name, noun = tokens.root.head, tokens.root
    described = any(c.lower_ in ("a", "an") for c in noun.lefts) and any(c.dep_ == "relcl" for c in noun.rights)
    return phrase(name) if described and name.ent_type_ in NAMED and name.i > name.sent.start else span


def who_acts(document: Document, span: Span) -> Span | None:
    """A span that can act: of a weapon whose it is ("a Russian drone": "Russian"), if that is said; nobody for an event or a paper."""
    tokens = document.tokens(*span)
    root = tokens.root
    if root.pos_ == "NUM" or (root.pos_ == "ADJ" and root.is_lower):
        return span if tokens[0].lower_ == "the" or any(c.lower_ == "of" for c in root.rights) else None
    if all(t.lower_ in CALENDAR or t.pos_ in ("DET", "NUM", "PUNCT") for t in tokens) and any(t.lower_ in CALENDAR for t in tokens):
        return None
    last = tokens[-1]
    if last.dep_ == "compound" and last.lemma_.lower() in lexis().vehicles and last.head.lemma_.lower() in lexis().weapons:
        return None
    lemma = root.lemma_.lower()
    if lemma not in lexis().weapons and lemma not in lexis().events:
        return span
    owner = next((c for c in root.lefts if c.ent_type_ in PEOPLES and c.i >= tokens.start), None)
    by = next((p for c in root.rights if c.lower_ == "by" and c.i < tokens.end for p in c.children if p.dep_ == "pobj"), None)
    if owner is not None:
        return (owner.idx, end_of(owner))
    return phrase(by) if by is not None else None


def explains(document: Document, span: Span, beside: list[Span]) -> bool:
    """Whether a span only says who another one is: "Angela Merkel, the first Western leader to …", "Our coordinator, Mr. Haas"."""
    root = document.tokens(*span).root
    names = [root.head] if root.dep_ == "appos" and root.pos_ != "PROPN" else []
    names += [c for c in root.children if c.dep_ == "appos" and c.pos_ == "PROPN" and root.pos_ == "NOUN"]
    return any(a <= name.idx < b for name in names for a, b in beside if (a, b) != span)


def names_somebody(document: Document, span: Span) -> bool:
    """Whether a span can name a party at all: a noun, a name, a pronoun, an adjective of a name ("Turkish-brokered") or one that stands
    for people ("the wounded"); not where and when a report was filed."""
    tokens = document.tokens(*span)
    if dateline(document, span) or tokens.text.lower().replace(" ", "-") in lexis().nobody:
        return False
    if any(t.pos_ in ("NOUN", "PROPN", "PRON", "NUM") or (t.pos_ == "ADJ" and t.text[0].isupper()) for t in tokens):
        return True
    last = tokens[-1]
    stands = last.pos_ in ("ADJ", "VERB") and (last.lower_ == "other" or not last.is_stop)
    return len(tokens) > 1 and tokens[0].lower_ == "the" and stands


def dateline(document: Document, span: Span) -> bool:
    """Whether a span is where and when a report was filed: "PORT SUDAN, 3 June –"."""
    tokens = document.tokens(*span)
    last = tokens[-1]
    after = last.nbor(1) if last.i + 1 < len(last.doc) else last
    dashed = after.text in DASHES and last.whitespace_
    return bool(tokens[0].is_sent_start and tokens[0].is_upper and len(tokens[0]) > 2 and dashed)


def part_of_a_word(tokens: TokenSpan) -> bool:
    """Whether a span is only the first part of a hyphenated word that describes something: the "Moscow-led pact"."""
    last = tokens[-1]
    return last.i + 2 < len(last.doc) and last.nbor(1).text == "-" and not last.whitespace_ and last.nbor(2).tag_ in PARTICIPLES
