"""What grammar adds to and corrects in the acts proposed. Each rule names itself in `why`.

Modality, whole phrases, coordinated parties, passives, borrowed subjects, pairs. On `evaluation/acts/dev-a.jsonl` as many of
the acts printed are wholly right without them as with them (.55): most mend faults found by reading records by hand.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.modality import (
    asked_about,
    carried_out,
    modality_by_grammar,
    negated_object,
    ruled_out,
    weighed,
)
from diurna.reading.did.no_act import Told, tells_nothing
from diurna.reading.did.phrases import beside, coordinated, whole
from diurna.reading.did.proposal import Proposal
from diurna.reading.document import Document, end_of
from diurna.reading.grammar import phrase, subject_of, taken_up
from diurna.words import KINDS, Span

TELLING = frozenset(["VERB", "NOUN", "ADJ", "PROPN", "AUX", "INTJ"])
PEOPLE = frozenset("civilian people woman child resident evacuee family person villager patient refugee wounded".split())
FELT = frozenset("disappointed dismayed outraged alarmed angered shocked disgusted saddened disturbed appalled".split())
RESOLVED = frozenset("prepared determined committed obliged poised resolved set inclined ready willing".split())
"""Participles of what one is ready to do: "was prepared to …" is no passive."""
TAKES_AN_OBJECT = frozenset("accuse blame arrest detain kill injure wound free release evacuate oust jail seize expel hurt".split())
ADDRESSED = frozenset(("promise", "warn", "assert", "offer", "deny"))
PLEDGES = frozenset(("threaten", "promise", "offer", "warn"))
"""Acts done by saying what one will do: "we will strike" threatens now."""
WEAPONS = frozenset("bomb shell shelling gun missile rocket drone mine blast explosion fire bullet strike raid grenade gunfire".split())
"""What strikes is no actor; whose it is may be."""
EVENTS = frozenset(
    "truce ceasefire cease-fire deal agreement accord pact talk negotiation war fighting corridor evacuation vote law bill sanction"
    " decision move statement attack airstrike offensive initiative resolution treaty protocol memorandum plan proposal".split()
)
"""Nor does an event, a vote or a paper act, whatever the grammar says."""
NAMED = frozenset(("NORP", "GPE", "ORG"))
EMPTY = frozenset("it there this that which what these those".split())


def completed(document: Document, found: list[Told]) -> list[Told]:
    """The proposals of one sentence, completed and corrected, less those that tell nothing."""
    telling = [(p, t) for p, t in found if t.pos_ in TELLING]
    return [(mended(document, p, t), t) for p, t in telling if not tells_nothing(document, (p, t), telling)]


def mended(document: Document, proposal: Proposal, token: Token) -> Proposal:
    """One proposal after every rule, in the order in which they build on each other."""
    proposal = parties(document, modal(proposal, token))
    proposal = fleeing(document, undergone(proposal, token))
    proposal = between(hyphen(proposal, token), token)
    proposal = addressed(borrowed(proposal, token), token)
    return paired(parties(document, asked(proposal, token)))


def modal(proposal: Proposal, token: Token) -> Proposal:
    """Where grammar speaks clearly it is right: what was carried out, what lies ahead, what is asked for, what is asked about."""
    now = proposal.modality
    if now in ("done", "planned") and (asked_about(token) or weighed(token)):
        return stands(proposal, "possible")
    said = modality_by_grammar(token) if token.pos_ in ("VERB", "AUX") else None
    if said is None and (ruled_out(token) or negated_object(token)):
        said = "negated"
    if said in ("negated", "planned") and now == "done" and not (said == "planned" and proposal.kind in PLEDGES):
        return stands(proposal, said)
    if said == "wanted" and now in ("done", "planned", "possible", "conditional"):
        return stands(proposal, said)
    if now == "planned" and said is None and carried_out(token):
        return stands(proposal, "done")
    return proposal


def stands(proposal: Proposal, modality: str) -> Proposal:
    if modality == proposal.modality:
        return proposal
    return replace(proposal, modality=modality, why=(*proposal.why, f"rule: {modality} by grammar"))


def undergone(proposal: Proposal, token: Token) -> Proposal:
    """Who undergoes a passive is no actor: "126 people were brought out", "the ships attacked". By whom, if said, is."""
    if token.lower_ in FELT:
        return felt(proposal, token)
    if token.lemma_ == "go" or (token.lower_ in RESOLVED and any(c.dep_ == "xcomp" for c in token.children)):
        return proposal
    patient = next((c for c in token.children if c.dep_ == "nsubjpass"), None) or headline_patient(token)
    if patient is None and token.tag_ == "VBN" and token.dep_ == "acl":
        patient = token.head
    if patient is None or not proposal.actors or KINDS[proposal.kind].mutual:
        return proposal
    first, last = patient.left_edge.idx, end_of(patient.right_edge)
    moved = tuple(a for a in proposal.actors if a[0] <= patient.idx < a[1] or (first <= a[0] and a[1] <= last and patient.i < token.i))
    if not moved:
        return proposal
    agent = next((p for c in token.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
    kept = tuple(a for a in proposal.actors if a not in moved) or ((phrase(agent),) if agent is not None else ())
    recipients = (*moved, *(r for r in proposal.recipients if not any(overlaps(r, m) for m in moved)))
    return replace(proposal, actors=kept, recipients=recipients, why=(*proposal.why, "rule: a passive's subject is no actor"))


def felt(proposal: Proposal, token: Token) -> Proposal:
    """Who is "disappointed by" somebody is the one who blames, and that somebody the one blamed."""
    around = [*token.children, *(token.head.children if token.dep_ in ("acomp", "oprd", "attr") else ())]
    feels = next((c for c in around if c.dep_ in ("nsubjpass", "nsubj")), None)
    agents = [p for c in around if c.dep_ in ("agent", "prep") and c.lower_ in ("by", "with", "at", "in") for p in c.children]
    if feels is None or not agents:
        return proposal
    inner = [p for a in agents for c in a.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    blamed = tuple(dict.fromkeys(phrase(t) for first in inner or agents for t in (first, *first.conjuncts)))
    if inner:
        blamed += tuple(phrase(t) for a in agents for t in (*a.conjuncts, *(c for c in a.children if c.dep_ == "appos")))
    why = (*proposal.why, "rule: who feels it about whom")
    return replace(proposal, actors=(phrase(feels),), recipients=blamed, why=why)


def headline_patient(token: Token) -> Token | None:
    """The subject of a verb that has an object whenever it is active, and has none here: "Mayor accused over missing flour"."""
    if token.tag_ not in ("VBD", "VBN") or token.lemma_ not in TAKES_AN_OBJECT:
        return None
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "aux", "auxpass", "dative") for c in token.children):
        return None
    return next((c for c in token.children if c.dep_ == "nsubj"), None)


def fleeing(document: Document, proposal: Proposal) -> Proposal:
    """Civilians do not retreat: those who leave a siege are evacuated, whoever it is that brings them out."""
    if proposal.kind != "retreat" or not any(t.lemma_.lower() in PEOPLE for a in proposal.actors for t in document.tokens(*a)):
        return proposal
    return replace(
        proposal, kind="evacuate", actors=(), recipients=proposal.actors, why=(*proposal.why, "rule: civilians who leave are evacuated")
    )


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


def between(proposal: Proposal, token: Token) -> Proposal:
    """Whoever stands "between A and B" of a mediation is a side, and no mediator."""
    if proposal.kind != "mediate":
        return proposal
    places = [c for t in (token, *token.children) for c in t.subtree if c.lower_ == "between"]
    inside = [(t.idx, t.idx + len(t.text)) for p in places for t in p.subtree if t.pos_ in ("PROPN", "NOUN")]
    moved = tuple(a for a in proposal.actors if any(overlaps(a, i) for i in inside))
    if not moved:
        return proposal
    kept = tuple(a for a in proposal.actors if a not in moved)
    return replace(proposal, actors=kept, recipients=(*moved, *proposal.recipients), why=(*proposal.why, "rule: sides of a mediation"))


def addressed(proposal: Proposal, token: Token) -> Proposal:
    """Who is promised, told or warned is an object: the subject of what is said is not ("promised that the world body would pay")."""
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i > token.i), None)
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None) if clause is not None else None
    if subject is None or proposal.kind not in ADDRESSED:
        return proposal
    kept = tuple(r for r in proposal.recipients if not r[0] <= subject.idx < r[1])
    if kept == proposal.recipients:
        return proposal
    return replace(proposal, recipients=kept, why=(*proposal.why, "rule: the subject of what is said is not addressed"))


def asked(proposal: Proposal, token: Token) -> Proposal:
    """Who is to do what is asked: the subject of "demanded that Kyiv let them pass"."""
    if proposal.kind not in ("appeal", "demand", "propose") or proposal.recipients:
        return proposal
    clause = next((c for c in token.children if c.dep_ == "ccomp"), None)
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    if subject is None or subject.i < token.i or subject.lower_ in EMPTY:
        return proposal
    span = phrase(subject)
    if any(overlaps(span, a) for a in proposal.actors):
        return proposal
    return replace(proposal, recipients=(span,), why=(*proposal.why, "rule: asked is the subject of what is asked"))


def parties(document: Document, proposal: Proposal) -> Proposal:
    """Party spans grown to whole noun phrases and cut at coordinations; nobody is both actor and recipient."""
    actors = tuple(a for span in grown(document, proposal.actors) if (a := who_acts(document, span)) is not None)
    recipients = tuple(r for r in grown(document, proposal.recipients) if not any(overlaps(r, a) for a in actors))
    if (actors, recipients) == (proposal.actors, proposal.recipients):
        return proposal
    return replace(proposal, actors=actors, recipients=recipients, why=(*proposal.why, "rule: parties as whole phrases"))


def grown(document: Document, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans as whole phrases, each once, in the order given: the likeliest first."""
    out: list[Span] = []
    for span in spans:
        found = whole(document, span)
        for piece in [*coordinated(document, found), *beside(document, found)]:
            if names_somebody(document, piece) and not any(overlaps(piece, other) for other in out):
                out.append(piece)
    return tuple(p for p in out if not explains(document, p, out))


def who_acts(document: Document, span: Span) -> Span | None:
    """A span that can act: of a weapon whose it is ("a Russian drone": "Russian"), if that is said; nobody for an event or a paper."""
    tokens = document.tokens(*span)
    root = tokens.root
    if root.pos_ == "NUM" or (root.pos_ == "ADJ" and root.is_lower):
        return span if tokens[0].lower_ == "the" else None
    if root.lemma_.lower() not in WEAPONS | EVENTS:
        return span
    owner = next((c for c in root.lefts if c.ent_type_ in NAMED and c.i >= tokens.start), None)
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
    for people ("the wounded")."""
    tokens = document.tokens(*span)
    if any(t.pos_ in ("NOUN", "PROPN", "PRON", "NUM") or (t.pos_ == "ADJ" and t.text[0].isupper()) for t in tokens):
        return True
    return len(tokens) > 1 and tokens[0].lower_ == "the" and tokens[-1].pos_ in ("ADJ", "VERB") and not tokens[-1].is_stop


def borrowed(proposal: Proposal, token: Token) -> Proposal:
    """An act without an actor borrows the subject of its verb, or of the verb it is coordinated with or controlled by; a noun that
    says what somebody is ("acting as a mediator", "was the sponsor") that somebody."""
    ready = token.lower_ in RESOLVED
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
    if subject.lower_ in EMPTY or subject.lemma_.lower() in WEAPONS:
        return proposal
    span = phrase(subject)
    others = tuple(r for r in proposal.recipients if not overlaps(span, r))
    if len(others) < len(proposal.recipients) and not ready:
        return proposal
    return replace(proposal, actors=(span,), recipients=others, why=(*proposal.why, "rule: actor is the subject of its clause"))


def promised_with(token: Token) -> Token | None:
    """The verb of who promises or threatens beside it: "called on them to surrender with the promise of safety"."""
    if token.dep_ != "pobj" or token.head.lower_ != "with" or token.lemma_ not in ("promise", "threat", "offer", "pledge"):
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


def paired(proposal: Proposal) -> Proposal:
    """In a mutual act with several actors and no recipient the first stands as actor, the others face it."""
    if KINDS[proposal.kind].mutual and len(proposal.actors) > 1 and not proposal.recipients:
        why = (*proposal.why, "rule: parties of a mutual act face each other")
        return replace(proposal, actors=proposal.actors[:1], recipients=proposal.actors[1:], why=why)
    return proposal


def overlaps(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
