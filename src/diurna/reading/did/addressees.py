"""Whom an act of speech is addressed to, and whom not: the subject of the clause that says what is asked or said."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.phrases import EMPTY, overlaps
from diurna.reading.did.proposal import Proposal
from diurna.reading.did.word_lists import lexis
from diurna.reading.document import Document
from diurna.reading.grammar import phrase, subject_of
from diurna.words import Span

ADDRESSED = frozenset(("promise", "warn", "assert", "offer", "deny"))
ASKING = frozenset(("demand", "appeal", "propose"))
PLEDGED = frozenset(("promise", "threaten", "offer", "propose"))
"""Kinds of act that tell of a further deed, with parties of its own."""
GIVING = frozenset(("offer", "promise", "aid"))


def addressed(proposal: Proposal, token: Token) -> Proposal:
    """Who is promised, told or warned is an object: the subject of what is said is not ("promised that the world body would pay"), nor
    who undergoes what is asked ("demanded that the crew be freed")."""
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i > token.i), None)
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None) if clause is not None else None
    if clause is not None and subject is None:  # "promised the army would go on": the parse has the army for an object
        first = min((c.i for c in clause.children if c.dep_ == "aux"), default=0)
        subject = next((c for c in token.children if c.dep_ == "dobj" and c.i == first - 1), None)
    undergoes = subject is not None and subject.i > token.i and proposal.kind in ASKING and suffers(subject)
    if subject is None or not (undergoes or proposal.kind in ADDRESSED):
        return proposal
    kept = tuple(r for r in proposal.recipients if not r[0] <= subject.idx < r[1])
    if kept == proposal.recipients:
        return proposal
    return replace(proposal, recipients=kept, why=(*proposal.why, "rule: the subject of what is said is not addressed"))


def suffers(subject: Token) -> bool:
    """Whether a clause is passive: "demanded that they be freed", "wants them freed"."""
    verb = subject.head
    return subject.dep_ == "nsubjpass" or (verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children))


def not_addressed(document: Document, proposal: Proposal, token: Token) -> Proposal:
    """Less those recipients whom grammar shows to be something else: the place that is offered ("offered Istanbul for a meeting"), whom it
    is apologised for, what is released from, who is to be helped by those who are asked."""
    kept = tuple(r for r in proposal.recipients if not beside_the_address(document, proposal, token, r))
    if kept == proposal.recipients:
        return proposal
    return replace(proposal, recipients=kept, why=(*proposal.why, "rule: what is offered, or helped, is not addressed"))


def given_to(document: Document, proposal: Proposal, token: Token) -> Proposal:
    """Whom something is offered or promised to, and not what: "offered Spanish nationality [to the freed prisoners]"."""
    given = next((c for c in token.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
    if proposal.kind not in GIVING or given is None:
        return proposal
    links = [c for holder in (token, given) for c in holder.children if c.dep_ in ("prep", "dative") and c.lower_ == "to"]
    whom = next((p for c in links for p in c.children if p.dep_ == "pobj"), None)
    if whom is None or not any(document.tokens(*r).root == given for r in proposal.recipients):
        return proposal
    others = tuple(r for r in proposal.recipients if document.tokens(*r).root != given and not overlaps(r, phrase(whom)))
    return replace(proposal, recipients=(phrase(whom), *others), why=(*proposal.why, "rule: whom it is given to, and not what"))


def beside_the_address(document: Document, proposal: Proposal, token: Token, span: Span) -> bool:
    """Whether a party stands in a place that is not the addressee's: see `not_addressed`."""
    tokens = document.tokens(*span)
    if not len(tokens):
        return False
    noun = tokens.root
    link = noun.head
    if token.lemma_ == "offer" and noun.dep_ == "dobj" and link == token:
        return bool(noun.ent_type_ == "GPE" and not any(c.dep_ in ("dative", "dobj") and c != noun for c in token.children))
    if proposal.kind in ("demand", "appeal") and link.lower_ == "for" and noun.dep_ == "pobj" and asks_for(link, token):
        return True
    if proposal.kind in ("release", "aid") and link.lower_ == "from" and noun.dep_ == "pobj":
        return True
    if token.lemma_ in lexis().apologising:
        return any(a.dep_ == "prep" and a.lower_ == "for" and a.head == token for a in noun.ancestors)
    asked_to = proposal.kind in ("appeal", "demand") and len(proposal.recipients) > 1 and noun.dep_ in ("dobj", "nsubj")
    return asked_to and link.dep_ in ("xcomp", "ccomp", "acl", "advcl") and link != token and token in link.ancestors


def asks_for(link: Token, token: Token) -> bool:
    """Whether "for" names what one asks for, or for whom: "asked for troops", "demanded safe passage for the wounded"."""
    return bool(link.head == token or (link.head.head == token and link.head.dep_ == "dobj"))


def of_the_deed(document: Document, proposal: Proposal, token: Token) -> Proposal:
    """Less those who only stand in what is promised, threatened or offered, not as the one to whom or with whom: "threatened to block the
    aid for Kyiv"; and those to whom something else is done: "flew in to hear them"."""
    pledged = proposal.kind in PLEDGED
    kept = tuple(r for r in proposal.recipients if not (len(t := document.tokens(*r)) and within_the_deed(t.root, token, pledged=pledged)))
    if kept == proposal.recipients:
        return proposal
    return replace(proposal, recipients=kept, why=(*proposal.why, "rule: who stands in what is promised or done besides is not addressed"))


def within_the_deed(noun: Token, token: Token, *, pledged: bool) -> bool:
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN", "PRON"):
        noun = noun.head
    if noun.dep_ == "dobj" and noun.head.dep_ == "advcl" and noun.head.head == token and noun.head.i > token.i:
        return True
    link = noun.head
    if not pledged or noun.dep_ != "pobj" or link.lower_ in ("to", "with") or link.head.dep_ != "dobj":
        return False
    return bool(link.head.head.dep_ == "xcomp" and link.head.head.head == token)


def thanked(proposal: Proposal, token: Token) -> Proposal:
    """Who is telephoned "to thank him" is the one thanked, and who telephones thanks."""
    verb = token.head
    whom = next((c for c in token.children if c.dep_ == "dobj" and c.lower_ in ("him", "her", "them")), None)
    met = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    if whom is None or met is None or not to or verb.lemma_ not in lexis().calling:
        return proposal
    subject, passive = subject_of(verb)
    if subject is None or passive or not any(overlaps(phrase(met), a) for a in proposal.actors):
        return proposal
    why = (*proposal.why, "rule: who calls somebody to do it does it")
    return replace(proposal, actors=(phrase(subject),), recipients=(phrase(met),), why=why)


def given_by(proposal: Proposal, token: Token) -> Proposal:
    """Who gets an offer or a warning from somebody is its addressee: "Kyiv got an offer from Moscow" is Moscow's offer."""
    verb = token.head
    if token.pos_ != "NOUN" or token.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in lexis().getting:
        return proposal
    giver = next((p for t in (verb, token) for c in t.children if c.lower_ == "from" for p in c.children if p.dep_ == "pobj"), None)
    getter, passive = subject_of(verb)
    if giver is None or getter is None or (passive and getter == token):
        return proposal
    why = (*proposal.why, "rule: who gets it is addressed, who it comes from acts")
    return replace(proposal, actors=(phrase(giver),), recipients=(phrase(getter),), why=why)


def asked(proposal: Proposal, token: Token) -> Proposal:
    """Who is to do what is asked: the subject of "demanded that Kyiv let them pass"."""
    if proposal.kind not in ("appeal", "demand", "propose") or proposal.recipients:
        return proposal
    clause = next((c for c in token.children if c.dep_ == "ccomp"), None)
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    if subject is None or subject.i < token.i or subject.lower_ in EMPTY or suffers(subject):
        return proposal
    span = phrase(subject)
    if any(overlaps(span, a) for a in proposal.actors):
        return proposal
    return replace(proposal, recipients=(span,), why=(*proposal.why, "rule: asked is the subject of what is asked"))
