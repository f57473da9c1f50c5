"""Did: who did what to whom, in which modality, where, when, on whose word.

Door: `read_acts(document, who, times, statements, encoded)`. With an encoded text the trained heads propose, without one the
lexicon does; grammar completes and corrects; then actors, place, time, matter and the chain of word are tied to each act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from diurna.reading.did import learned, lexicon
from diurna.reading.did.blame import blames, breaches
from diurna.reading.did.borrowing import WRONGS, possessor
from diurna.reading.did.clause import evidence_of, holds, in_complement, matter_of, trigger_token
from diurna.reading.did.completing import completed
from diurna.reading.did.conditions import condition_of
from diurna.reading.did.confidence import confidence_of
from diurna.reading.did.proposal import Proposal, Told
from diurna.reading.did.quantities import quantities
from diurna.reading.did.told_again import placed_elsewhere
from diurna.reading.did.word import Sayings, answered, cued, innermost, on_word_of, speaker_at
from diurna.reading.document import Document
from diurna.reading.encoder import Encoded
from diurna.reading.said.rules import speech_verbs
from diurna.reading.when import TimeMention, time_of
from diurna.reading.where import place_of
from diurna.reading.who import PRONOUNS, Who
from diurna.words import KINDS, NOT_STATED, Absent, Act, Modality, Party, Statement, identity, plover_of

__all__ = ["read_acts"]


HELD_AGAINST = frozenset("assault violate coerce expel aid reject withdraw mobilize sanction".split())
"""Kinds of act that one is accused of; the heads alone may call such an act alleged."""
FINITE = frozenset(("VBP", "VBZ", "VBD"))
SPOKEN = frozenset(("accuse", "demand", "appeal", "warn", "threaten"))


@dataclass(frozen=True, slots=True)
class Question:
    """Everything known of a report when its acts are worked out."""

    document: Document
    who: Who
    times: tuple[TimeMention, ...]
    said: Sayings


def read_acts(
    document: Document, who: Who, times: tuple[TimeMention, ...], statements: tuple[Statement, ...], encoded: Encoded | None
) -> tuple[Act, ...]:
    """The acts of a report: sentences in text order, the main act of a sentence first."""
    asked = Question(document, who, times, Sayings.of(statements))
    proposed = told(document, encoded)
    acts = tuple(act for s, found in zip(document.sentences(), proposed, strict=True) for act in nested(asked, with_blame(asked, s, found)))
    return placed_elsewhere(document, acts, times, who)


def told(document: Document, encoded: Encoded | None) -> Iterator[list[Told]]:
    """The acts of each sentence as words, completed and corrected by grammar, each with its trigger."""
    for sentence in learned.proposals(document, encoded) if encoded is not None else lexicon.proposals(document):
        with_tokens = [(p, t) for p in sentence if (t := trigger_token(document, p.trigger)) is not None]
        yield completed(document, with_tokens)


def with_blame(asked: Question, sentence: Sentence, found: list[Told]) -> list[Told]:
    """The acts of a sentence, and the blame that a claimed wrong or breach lays, or a cause where nothing else in the sentence accuses."""
    found = [*found, *accusations(asked, found)]
    told_on = {t.i for _, t in found}
    found += [(p, t) for p, t in breaches(asked.said, sentence) if t.i not in told_on and not of_himself(asked, p)]
    if any(p.kind == "accuse" for p, _ in found):
        return found
    return [*found, *((p, t) for p, t in blames(asked.said, sentence) if not of_himself(asked, p))]


def of_himself(asked: Question, proposal: Proposal) -> bool:
    """Whether somebody stands on both sides of an act."""
    actors, recipients = (names(parties(asked.who, spans, NOT_STATED)) for spans in (proposal.actors, proposal.recipients))
    return bool(actors & recipients)


def nested(asked: Question, found: list[Told]) -> list[Act]:
    """The acts of one sentence, each tied to the act whose complement it stands in."""
    ids = [identity(asked.document.report.id, *p.trigger, p.kind) for p, _ in found]
    out = []
    for n, (proposal, token) in enumerate(found):
        outer = [m for m, (_, other) in enumerate(found) if m != n and holds(other, token)]
        nearest = max(outer, key=lambda m: found[m][1].i, default=None)
        within = ids[nearest] if nearest is not None else NOT_STATED
        contested = any(found[m][0].kind in ("accuse", "deny") and in_complement(found[m][1], token) for m in outer) and not goes_on(token)
        if contested and not proposal.alleged:
            proposal = replace(proposal, alleged=True, why=(*proposal.why, "rule: what is denied or held against somebody is alleged"))
        elif proposal.alleged and not contested and (proposal.kind not in HELD_AGAINST or owned_up_to(found, token)):
            proposal = replace(proposal, alleged=False, why=(*proposal.why, "rule: told by somebody, and held against nobody"))
        out.append(act(asked, proposal, token, ids[n], within))
    return out


def goes_on(token: Token) -> bool:
    """Whether a word is the sentence's next verb, that the parse took for a noun or hung on one that is not finite: "condemns the raid and
    [demands] that Chad leave", "they deny firing it and [accuse] Chad"."""
    if token.dep_ == "conj" and token.tag_ in {"VBG": FINITE | {"VB"}, "VB": FINITE - {"VBP"}}.get(token.head.tag_, ()):
        return True
    if token.tag_ != "NNS" or token.dep_ != "conj" or not 0 < token.i < len(token.doc) - 1:
        return False
    return bool(token.nbor(-1).lower_ == "and" and token.nbor(1).lower_ == "that")


def owned_up_to(found: list[Told], token: Token) -> bool:
    """Whether an act is what somebody concedes."""
    return any(p.kind == "concede" and in_complement(t, token) for p, t in found)


def act(asked: Question, proposal: Proposal, trigger: Token, number: str, within: str) -> Act:
    """One act with everything tied to it."""
    document, who = asked.document, asked.who
    speaker = speaker_at(asked.said, proposal.trigger)
    actors = distinct(parties(who, proposal.actors, speaker))
    recipients = distinct(parties(who, proposal.recipients, speaker))
    if proposal.kind in SPOKEN and (himself := names(actors) & names(recipients)):
        others = tuple(r for r in recipients if str(r.actor) not in himself or r.quote.words.split()[0].lower() not in PRONOUNS)
        actors, recipients = (actors, others) if len(others) < len(recipients) else ((), recipients)
    if not actors:
        actors = spoken_by(asked, proposal, recipients)
    recipients = distinct(recipients, actors)
    spans = tuple((p.quote.start, p.quote.end) for p in (*actors, *recipients))
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
        when=time_of(document, trigger, asked.times, done=proposal.modality == "done"),
        on_word_of=on_word_of(
            asked.said, proposal.trigger, document.report, spoken=is_spoken(proposal, trigger), answers=answered(trigger)
        ),
        evidence=(evidence,),
        quantities=quantities(evidence.words, evidence.start),
        mutual=KINDS[proposal.kind].mutual or proposal.each_other,
        alleged=proposal.alleged,
        within=within,
        confidence=confidence_of(proposal, trigger, (*actors, *recipients)),
        decided_by=proposal.why,
    )


def is_spoken(proposal: Proposal, trigger: Token) -> bool:
    """Whether an act is done by saying something, by its kind or by its verb ("announced sanctions"). That two met or telephoned is on no
    word of theirs."""
    kind = KINDS[proposal.kind]
    return kind.speech or (trigger.lemma_.lower() in speech_verbs() and not kind.mutual)


def accusations(asked: Question, found: list[Told]) -> list[Told]:
    """Who tells another's wrong, as a claim and not as a fact of the report, accuses: "He spoke of the regime's open sabotage"."""
    blamed = [(t, names(parties(asked.who, p.recipients, NOT_STATED))) for p, t in found if p.kind in ("accuse", "deny")]
    out = []
    for proposal, token in found:
        if owned_up_to(found, token):
            continue
        told_by = innermost(asked.said, proposal.trigger)
        claimed = proposal.alleged or (possessor(token) is not None and proposal.modality == "done")
        if not (claimed and proposal.kind in WRONGS and proposal.actors and told_by and told_by.source.spans):
            continue
        wrongdoers = names(parties(asked.who, proposal.actors, NOT_STATED))
        if any(whom & wrongdoers or in_complement(b, token) or not (whom and wrongdoers) for b, whom in blamed):
            continue
        why = (*proposal.why, "rule: who tells another's wrong as a claim accuses")
        out.append((replace(proposal, kind="accuse", modality="done", actors=told_by.source.spans[:1],
                            recipients=proposal.actors, alleged=False, main=0.0, why=why), token))  # fmt: skip
    return out


def spoken_by(asked: Question, proposal: Proposal, recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who an act told by the cue of a statement ("accused") is the act of: the source of that statement. Nobody where it is no cue, and
    nobody accuses or asks himself."""
    told_by = cued(asked.said, proposal.trigger)
    if told_by is None or not told_by.source.spans or told_by.source.actor in names(recipients):
        return ()
    start, end = told_by.source.spans[0]
    if any(p.quote.start < end and start < p.quote.end for p in recipients):
        return ()
    return (asked.who.party(*told_by.source.spans[0]),)


def names(found: tuple[Party, ...]) -> set[str]:
    """The actors of some parties, those that are known."""
    return {str(p.actor) for p in found if not isinstance(p.actor, Absent)}


def distinct(found: tuple[Party, ...], beside: tuple[Party, ...] = ()) -> tuple[Party, ...]:
    """Each actor once, and nobody on both sides of an act."""
    seen = {p.actor for p in beside if not isinstance(p.actor, Absent)}
    out = []
    for party in found:
        if isinstance(party.actor, Absent) or party.actor not in seen:
            out.append(party)
            seen.add(party.actor)
    return tuple(out)


def parties(who: Who, spans: tuple[tuple[int, int], ...], speaker: str | Absent) -> tuple[Party, ...]:
    return tuple(who.party(start, end, speaker) for start, end in spans)
