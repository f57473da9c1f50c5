"""What each line of the record can be asked for: whom, what kind, where, when, in which report."""
from __future__ import annotations

from diurna.record.filters import Days, Facets, days_of
from diurna.words import NOT_STATED, Absent, Act, Reading, Report, Statement, stated


def of_act(act: Act, report: Report) -> Facets:
    """Those who act (on both sides where the act is mutual), its kind, place and days, and how sure it is."""
    parties = act.actors + act.recipients if act.mutual else act.actors
    return Facets(
        actors=tuple(party.actor for party in parties if not isinstance(party.actor, Absent)),
        names=tuple(words for party in parties for words in (party.name, party.quote.words)),
        kinds=(act.kind,),
        places=_places(act),
        days=days_of(act.when, published_on(report)),
        reports=((report.id, report.name),),
        confidence=act.confidence,
    )


def of_statement(statement: Statement, report: Report) -> Facets:
    """Who speaks, and the day of publication."""
    source = statement.source
    return Facets(
        actors=() if isinstance(source.actor, Absent) else (source.actor,),
        names=tuple(report.text[start:end] for start, end in source.spans),
        days=days_of(NOT_STATED, published_on(report)),
        reports=((report.id, report.name),),
    )


def of_report(report: Report, reading: Reading) -> Facets:
    """Everyone and everything in it, and the day of publication."""
    lines = lines_of(report, reading)
    own = [actor.id for actor in reading.actors]
    return Facets(
        actors=tuple(dict.fromkeys([*own, *(actor for line in lines for actor in line.actors)])),
        names=tuple(dict.fromkeys(words for line in lines for words in line.names)),
        kinds=tuple(dict.fromkeys(kind for line in lines for kind in line.kinds)),
        places=tuple(dict.fromkeys(place for line in lines for place in line.places)),
        days=days_of(NOT_STATED, published_on(report)),
        reports=((report.id, report.name),),
    )


def lines_of(report: Report, reading: Reading) -> list[Facets]:
    """The facets of each statement and act of a report."""
    return [*(of_statement(one, report) for one in reading.statements), *(of_act(one, report) for one in reading.acts)]


def published_on(report: Report) -> str | None:
    """The report's date of publication, ISO 8601, or None."""
    return None if isinstance(report.published, Absent) else report.published.date


def span_of_days(facets: list[Facets]) -> tuple[str | None, str | None]:
    """From the first to the last of all their days; None where none has any."""
    days: list[Days] = [one.days for one in facets if one.days]
    return (min(first for first, _ in days), max(last for _, last in days)) if days else (None, None)


def _places(act: Act) -> tuple[str, ...]:
    place = stated(act.place)
    if place is None:
        return ()
    quote = stated(place.quote)
    return (place.name,) if quote is None else (place.name, quote.words)
