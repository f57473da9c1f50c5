"""What grammar adds to and corrects in the acts proposed. Each rule names itself in `why`.

A rule stands here only where it was measured to help (evaluation/): whole phrases, coordinated parties, borrowed subjects, pairs,
modality, one act where a light verb and its noun both tell it.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.modality import modality_by_grammar
from diurna.reading.did.phrases import coordinated, whole
from diurna.reading.did.proposal import Proposal
from diurna.reading.document import Document
from diurna.reading.grammar import phrase, subject_of
from diurna.words import KINDS, Span

Told = tuple[Proposal, Token]
TELLING = frozenset(["VERB", "NOUN", "ADJ", "PROPN", "AUX", "INTJ"])
SAYING = frozenset("say tell state add write note report announce".split())
EMPTY = frozenset("it there this that which what these those".split())


def completed(document: Document, found: list[Told]) -> list[Told]:
    """The proposals of one sentence, completed and corrected."""
    telling = [(p, t) for p, t in found if t.pos_ in TELLING]
    once = [told for told in telling if not told_better(told, telling) and not hands_on(told, telling)]
    return [(paired(borrowed(parties(document, modal(p, t)), t)), t) for p, t in once]


def told_better(told: Told, found: list[Told]) -> bool:
    """Whether a neighbour in the grammar tells the same act with more certainty: "held" beside "talks", "expressed" beside "regret"."""
    proposal, token = told
    for other, beside in found:
        if other is proposal or other.kind != proposal.kind or other.confidence < proposal.confidence:
            continue
        tied = beside.head == token or token.head == beside or (token.head.head == beside and token.head.pos_ == "ADP")
        if tied and (other.confidence, -beside.i) > (proposal.confidence, -token.i):
            return True
    return False


def hands_on(told: Told, found: list[Told]) -> bool:
    """Whether a verb of plain saying only passes on acts that stand in its clause: they are recorded, on the speaker's word."""
    proposal, token = told
    if token.lemma_ not in SAYING or proposal.kind not in ("assert", "accuse", "deny", "demand", "talk"):
        return False
    clauses = [c for c in token.children if c.dep_ in ("ccomp", "parataxis")]
    within = {t.i for c in clauses for t in c.subtree}
    return any(other.i in within for _, other in found)


def modal(proposal: Proposal, token: Token) -> Proposal:
    """A plain negation or future that the heads read as done, or the reverse: grammar is right where it speaks that clearly."""
    by_grammar = modality_by_grammar(token) if token.pos_ in ("VERB", "AUX") else None
    if by_grammar is None and any(c.dep_ == "dobj" and any(d.lower_ == "no" for d in c.children) for c in token.children):
        by_grammar = "negated"
    if by_grammar in ("negated", "planned") and proposal.modality in ("done", "negated") and proposal.modality != by_grammar:
        return replace(proposal, modality=by_grammar, why=(*proposal.why, f"rule: {by_grammar} by grammar"))
    return proposal


def parties(document: Document, proposal: Proposal) -> Proposal:
    """Party spans grown to whole noun phrases and cut at coordinations; nobody is both actor and recipient."""
    actors = grown(document, proposal.actors)
    recipients = tuple(r for r in grown(document, proposal.recipients) if not any(overlaps(r, a) for a in actors))
    if (actors, recipients) == (proposal.actors, proposal.recipients):
        return proposal
    return replace(proposal, actors=actors, recipients=recipients, why=(*proposal.why, "rule: parties as whole phrases"))


def grown(document: Document, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans as whole phrases, each once, in the order of the text."""
    out: list[Span] = []
    for span in spans:
        for piece in coordinated(document, whole(document, span)):
            if names_somebody(document, piece) and not any(overlaps(piece, other) for other in out):
                out.append(piece)
    return tuple(sorted(out))


def names_somebody(document: Document, span: Span) -> bool:
    """Whether a span can name a party at all: a noun, a name, a pronoun, or an adjective of a name ("Turkish-brokered")."""
    return any(t.pos_ in ("NOUN", "PROPN", "PRON", "NUM") or (t.pos_ == "ADJ" and t.text[0].isupper()) for t in document.tokens(*span))


def borrowed(proposal: Proposal, token: Token) -> Proposal:
    """An act without an actor borrows the subject of its verb, or of the verb it is coordinated with or controlled by."""
    if proposal.actors or token.pos_ != "VERB" or proposal.alleged:
        return proposal
    subject, passive = subject_of(token)
    if subject is None or passive or subject.dep_ != "nsubj" or subject.lower_ in EMPTY:
        return proposal
    span = phrase(subject)
    if any(overlaps(span, r) for r in proposal.recipients):
        return proposal
    return replace(proposal, actors=(span,), why=(*proposal.why, "rule: actor is the subject of its clause"))


def paired(proposal: Proposal) -> Proposal:
    """In a mutual act with several actors and no recipient the first stands as actor, the others face it."""
    if KINDS[proposal.kind].mutual and len(proposal.actors) > 1 and not proposal.recipients:
        why = (*proposal.why, "rule: parties of a mutual act face each other")
        return replace(proposal, actors=proposal.actors[:1], recipients=proposal.actors[1:], why=why)
    return proposal


def overlaps(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
