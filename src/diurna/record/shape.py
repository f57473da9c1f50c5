"""The public shape of the record: the JSON of ``--json``, as plain dictionaries.

Keys stand in a fixed order. What the report does not say is null.
"""
from __future__ import annotations

from typing import Any

from diurna.words import (
    Absent,
    Act,
    Actor,
    Hop,
    Party,
    Place,
    Quantity,
    Quote,
    Reading,
    Report,
    Span,
    Statement,
    When,
    stated,
)

Shape = dict[str, Any]
LATER = ("occurrences", "disputes", "stories", "matters")
"""Lists that a later stage fills."""


def of_report(report: Report, reading: Reading) -> Shape:
    """A report with its text. `unread` says why it was not read, or is null."""
    published = stated(report.published)
    return {
        "id": report.id,
        "name": report.name,
        "title": stated(report.title),
        "language": stated(report.language),
        "outlet": stated(report.outlet),
        "byline": stated(report.byline),
        "url": stated(report.url),
        "published": published and published.date,
        "published_rests_on": published and published.rests_on,
        "credits": list(dict.fromkeys(credit.name for credit in report.credits)),
        "credited": [
            {"name": credit.name, "role": credit.role.value, **_ends(credit.quote)} for credit in report.credits
        ],
        "unread": reading.unread or None,
        "digest": report.digest,
        "furniture": [{"start": piece.start, "end": piece.end, "kind": piece.kind} for piece in report.furniture],
        "text": report.text,
    }


def of_statement(statement: Statement) -> Shape:
    """Source, cue and content as spans of the report's text."""
    actor = statement.source.actor
    return {
        "id": statement.id,
        "report": statement.report,
        "form": statement.form.value,
        "source": {
            "spans": _spans(statement.source.spans),
            "actor": stated(actor),
            "stated": _stated(actor),
        },
        "cue": {"spans": _spans(statement.cue)},
        "content": {"spans": _spans(statement.content)},
        "within": stated(statement.within),
        "on_word_of": [_hop(hop) for hop in statement.on_word_of],
        "confidence": statement.confidence,
        "decided_by": list(statement.decided_by),
    }


def of_act(act: Act) -> Shape:
    """One report's account of an act, with the words it rests on."""
    return {
        "id": act.id,
        "report": act.report,
        "kind": act.kind,
        "plover": act.plover,
        "modality": act.modality.value,
        "condition": _words(act.condition),
        "condition_span": _span(act.condition),
        "actors": [_party(party) for party in act.actors],
        "recipients": [_party(party) for party in act.recipients],
        "matter": _words(act.matter),
        "matter_span": _span(act.matter),
        "place": _place(act.place),
        "when": _when(act.when),
        "quantities": [_quantity(one) for one in act.quantities],
        "on_word_of": [_hop(hop) for hop in act.on_word_of],
        "trigger": _quote(act.trigger),
        "evidence": [_quote(quote) for quote in act.evidence],
        "mutual": act.mutual,
        "alleged": act.alleged,
        "within": stated(act.within),
        "confidence": act.confidence,
        "decided_by": list(act.decided_by),
    }


def of_actor(actor: Actor) -> Shape:
    """One actor with all the words it goes by, over all reports."""
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type.value,
        "mentions": list(actor.mentions),
        "country": stated(actor.country),
        "sector": stated(actor.sector),
        "office": stated(actor.office),
        "basis": actor.basis,
    }


def _party(party: Party) -> Shape:
    return {
        "id": stated(party.actor),
        "stated": _stated(party.actor),
        "name": party.name,
        "text": party.quote.words,
        "country": stated(party.country),
        "sector": stated(party.sector),
        "start": party.quote.start,
        "end": party.quote.end,
    }


def _hop(hop: Hop) -> Shape:
    return {
        "name": hop.name,
        "role": hop.role.value,
        "actor": stated(hop.actor),
        "stated": _stated(hop.actor),
        **_ends(hop.quote),
        "beside": hop.beside,
    }


def _stated(actor: str | Absent) -> str:
    """Keeps apart what null would not: somebody whom the report does not name, and nobody known."""
    return actor.value if isinstance(actor, Absent) else "named"


def _place(place: Place | Absent) -> Shape | None:
    if isinstance(place, Absent):
        return None
    return {
        "name": place.name,
        "text": _words(place.quote),
        "country": stated(place.country),
        "lat": stated(place.lat),
        "lon": stated(place.lon),
        **_ends(place.quote),
    }


def _when(when: When | Absent) -> Shape | None:
    """`from` or `to` is null where that end is open, `zone` where no zone is stated."""
    if isinstance(when, Absent):
        return None
    return {
        "from": when.start or None,
        "to": when.end or None,
        "precision": when.precision,
        "words": when.words,
        "inferred": list(when.inferred),
        "inferred_from": stated(when.from_what),
        "zone": stated(when.zone),
        **_ends(when.quote),
    }


def _quantity(one: Quantity) -> Shape:
    return {"low": stated(one.low), "high": stated(one.high), "of": one.of, **_quote(one.quote)}


def _quote(quote: Quote) -> Shape:
    return {"start": quote.start, "end": quote.end, "words": quote.words}


def _words(quote: Quote | Absent) -> str | None:
    return None if isinstance(quote, Absent) else quote.words


def _span(quote: Quote | Absent) -> list[int] | None:
    return None if isinstance(quote, Absent) else [quote.start, quote.end]


def _ends(quote: Quote | Absent) -> Shape:
    return {"start": None, "end": None} if isinstance(quote, Absent) else {"start": quote.start, "end": quote.end}


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]
