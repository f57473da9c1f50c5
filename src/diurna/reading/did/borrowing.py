"""Actors taken from elsewhere in the sentence: the subject of another verb, a deed's possessor, the name before a hyphen."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.clause import TIMES
from diurna.reading.did.patients import CLEAR
from diurna.reading.did.phrases import EMPTY, overlaps
from diurna.reading.did.proposal import Proposal
from diurna.reading.did.word_lists import lexis
from diurna.reading.grammar import RELATIVE, phrase, subject_of, taken_up

WRONGS = frozenset(("assault", "violate", "coerce", "expel"))
"""Kinds of act by which one wrongs another."""


def borrowed(proposal: Proposal, token: Token) -> Proposal:
    """An act without an actor borrows the subject of its verb, or of the verb it is coordinated with or controlled by; a noun that
    says what somebody is ("acting as a mediator", "was the sponsor") that somebody."""
    ready = token.lower_ in lexis().ready
    verb = token if token.pos_ == "VERB" or ready else being(token) or promised_with(token)
    if proposal.actors or verb is None or proposal.alleged:
        return proposal
    subject, passive = subject_of(verb)
    if subject is None and ready:
        subject, passive = subject_of(token.head)
    if subject is None or (passive and not ready) or subject.dep_ not in ("nsubj", "nsubjpass"):
        return proposal
    if subject.lower_ in ("that", "which", "who") and subject.head.dep_ == "relcl":
        subject = taken_up(subject) or subject.head.head
        subject = subject.head if subject.dep_ == "appos" else subject
    if subject.lower_ in EMPTY or subject.lemma_.lower() in lexis().weapons:
        return proposal
    span = phrase(subject)
    others = tuple(r for r in proposal.recipients if not overlaps(span, r))
    if len(others) < len(proposal.recipients) and not ready:
        return proposal
    return replace(proposal, actors=(span,), recipients=others, why=(*proposal.why, "rule: actor is the subject of its clause"))


def own(proposal: Proposal, token: Token) -> Proposal:
    """Who does what is told is the subject of its own verb, and not who tells it: "The envoy said his government rejected it". A pronoun
    ("The army said it had struck a camp") most often takes up who tells it, whose name says more: it stands only where nobody does."""
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if token.dep_ != "ccomp" or token.pos_ != "VERB" or subject is None or proposal.alleged:
        return proposal
    teller = next((c for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if teller is None or subject.lemma_.lower() in lexis().weapons or subject.lower_ in (EMPTY | RELATIVE) - {"it"}:
        return proposal
    if proposal.actors and (subject.pos_ == "PRON" or any(not a[0] <= teller.idx < a[1] for a in proposal.actors)):
        return proposal
    others = tuple(r for r in proposal.recipients if not overlaps(phrase(subject), r))
    if len(others) < len(proposal.recipients):
        return proposal
    return replace(proposal, actors=(phrase(subject),), why=(*proposal.why, "rule: actor is the subject of its own verb"))


def undertaken(proposal: Proposal, token: Token) -> Proposal:
    """Who agrees with another to do something does it: "The rebels agreed with the mission to withdraw"."""
    verb = token.head
    if token.dep_ != "xcomp" or verb.lemma_ not in lexis().undertaking or not proposal.actors:
        return proposal
    subject, passive = subject_of(verb)
    partners = [p for c in verb.children if c.lower_ == "with" for p in c.children if p.dep_ == "pobj"]
    beside = partners and all(any(a[0] <= p.idx < a[1] for p in partners) for a in proposal.actors)
    if subject is None or passive or not beside or subject.lower_ in EMPTY - {"it"}:
        return proposal
    return replace(proposal, actors=(phrase(subject),), why=(*proposal.why, "rule: who agrees to do it does it"))


def promised_with(token: Token) -> Token | None:
    """The verb of who promises or threatens beside it: "called on them to surrender with the promise of safety"."""
    if token.dep_ != "pobj" or token.head.lower_ != "with" or token.lemma_ not in lexis().promises:
        return None
    verb = token.head.head
    while verb.dep_ in ("xcomp", "ccomp", "advcl") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        verb = verb.head
    return verb if verb.pos_ == "VERB" else None


def being(token: Token) -> Token | None:
    """The verb by which a noun or adjective says what somebody is or acts as."""
    if token.pos_ == "ADJ" and token.dep_ == "acomp":
        return token.head
    if token.pos_ != "NOUN" or not token.lower_.endswith(("or", "er", "ant", "ent", "ee")):
        return None
    if token.dep_ == "pobj" and token.head.lower_ == "as":
        return token.head.head if token.head.head.pos_ == "VERB" else None
    return token.head if token.dep_ == "attr" and token.head.lemma_ == "be" else None


def possessed(proposal: Proposal, token: Token) -> Proposal:
    """A deed's possessor is who does it, where the heads waver or it is a wrong: "did nothing to answer the council's breach of the
    accord". Such a wrong is taken for done, whatever is not done about it."""
    wrong = proposal.kind in WRONGS
    sure = proposal.sure is not None and proposal.sure.parties >= CLEAR
    owner = possessor(token)
    if owner is None or token.lemma_.lower() in lexis().undergone or (sure and not wrong):
        return proposal
    modality = "done" if wrong and proposal.modality == "negated" else proposal.modality
    if modality == proposal.modality and any(overlaps(phrase(owner), a) for a in proposal.actors):
        return proposal
    recipients = tuple(r for r in proposal.recipients if not overlaps(r, phrase(owner)))
    why = (*proposal.why, "rule: the deed is its possessor's")
    return replace(proposal, modality=modality, actors=(phrase(owner),), recipients=recipients, why=why)


def possessor(token: Token) -> Token | None:
    """Whose a deed is, where a noun tells it and a noun says whose: not "Tuesday's"."""
    if token.pos_ != "NOUN":
        return None
    return next((c for c in token.children if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN") and c.ent_type_ not in TIMES), None)


def hyphen(proposal: Proposal, token: Token) -> Proposal:
    """ "Turkey-mediated", "UN-brokered": the first part is the actor."""
    if token.i < 2 or token.nbor(-1).text not in ("-", "–") or token.tag_ not in ("VBN", "VBD", "JJ", "VBG"):
        return proposal
    first = token.nbor(-2)
    if first.pos_ not in ("PROPN", "ADJ", "NOUN") or not first.text[0].isupper():
        return proposal
    span = (first.idx, first.idx + len(first.text))
    rest = tuple(r for r in proposal.recipients if not overlaps(r, span))
    return replace(proposal, actors=(span,), recipients=rest, why=(*proposal.why, "rule: actor before the hyphen"))
