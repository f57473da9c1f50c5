"""Did: who did what to whom, in which modality, where, when, on whose word.

Door: `read_acts(document, who, times, statements, encoded)`. With an encoded text the trained heads propose, without one the
lexicon does; grammar completes and corrects; then actors, place, time, matter and the chain of word are tied to each act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from diurna.reading.did import learned, lexicon
from diurna.reading.did.clause import evidence_of, holds, matter_of, trigger_token
from diurna.reading.did.completing import completed
from diurna.reading.did.conditions import condition_of
from diurna.reading.did.confidence import confidence_of
from diurna.reading.did.proposal import Proposal
from diurna.reading.did.quantities import quantities
from diurna.reading.did.word import on_word_of, speaker_at
from diurna.reading.document import Document
from diurna.reading.encoder import Encoded
from diurna.reading.when import TimeMention, time_of
from diurna.reading.where import place_of
from diurna.reading.who import Who
from diurna.words import KINDS, NOT_STATED, Absent, Act, Modality, Party, Statement, identity, plover_of

__all__ = ["read_acts"]


@dataclass(frozen=True, slots=True)
class Question:
    """Everything known of a report when its acts are worked out."""

    document: Document
    who: Who
    times: tuple[TimeMention, ...]
    statements: tuple[Statement, ...]


def read_acts(
    document: Document, who: Who, times: tuple[TimeMention, ...], statements: tuple[Statement, ...], encoded: Encoded | None
) -> tuple[Act, ...]:
    """The acts of a report: sentences in text order, the main act of a sentence first."""
    asked = Question(document, who, times, statements)
    return tuple(act for sentence in told(document, encoded) for act in nested(asked, sentence))


def told(document: Document, encoded: Encoded | None) -> Iterator[list[tuple[Proposal, Token]]]:
    """The acts of each sentence as words, completed and corrected by grammar, each with its trigger."""
    for sentence in learned.proposals(document, encoded) if encoded is not None else lexicon.proposals(document):
        with_tokens = [(p, t) for p in sentence if (t := trigger_token(document, p.trigger)) is not None]
        yield completed(document, with_tokens)


def nested(asked: Question, found: list[tuple[Proposal, Token]]) -> list[Act]:
    """The acts of one sentence, each tied to the act whose complement it stands in."""
    ids = [identity(asked.document.report.id, *p.trigger, p.kind) for p, _ in found]
    out = []
    for n, (proposal, token) in enumerate(found):
        outer = [m for m, (_, other) in enumerate(found) if m != n and holds(other, token)]
        nearest = max(outer, key=lambda m: found[m][1].i, default=None)
        within = ids[nearest] if nearest is not None else NOT_STATED
        out.append(act(asked, proposal, token, ids[n], within))
    return out


def act(asked: Question, proposal: Proposal, trigger: Token, number: str, within: str) -> Act:
    """One act with everything tied to it."""
    document, who = asked.document, asked.who
    speaker = speaker_at(asked.statements, proposal.trigger)
    actors = distinct(parties(who, proposal.actors, speaker))
    recipients = distinct(parties(who, proposal.recipients, speaker), actors)
    spans = (*proposal.actors, *proposal.recipients)
    evidence = evidence_of(document, trigger, (*spans, proposal.trigger))
    return Act(
        id=number,
        report=document.report.id,
        kind=proposal.kind,
        plover=plover_of(proposal.kind, proposal.modality),
        modality=Modality(proposal.modality),
        trigger=document.quote(*proposal.trigger),
        actors=actors,
        recipients=recipients,
        matter=matter_of(document, trigger, spans),
        condition=condition_of(document, trigger, proposal),
        place=place_of(document, trigger),
        when=time_of(document, trigger, asked.times),
        on_word_of=on_word_of(asked.statements, proposal.trigger, evidence, document.report),
        evidence=(evidence,),
        quantities=quantities(evidence.words, evidence.start),
        mutual=KINDS[proposal.kind].mutual,
        alleged=proposal.alleged,
        within=within,
        confidence=confidence_of(proposal, trigger, (*actors, *recipients)),
        decided_by=proposal.why,
    )


def distinct(found: tuple[Party, ...], beside: tuple[Party, ...] = ()) -> tuple[Party, ...]:
    """Each actor once, and nobody on both sides of an act."""
    seen = {p.actor for p in beside if not isinstance(p.actor, Absent)}
    out = []
    for party in found:
        if isinstance(party.actor, Absent) or party.actor not in seen:
            out.append(party)
            seen.add(party.actor)
    return tuple(out)


def parties(who: Who, spans: tuple[tuple[int, int], ...], speaker: str) -> tuple[Party, ...]:
    return tuple(who.party(start, end, speaker) for start, end in spans)
