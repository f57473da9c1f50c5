"""The columns of each table: reports, statements, acts, actors, one flat row each."""
from __future__ import annotations

from collections.abc import Iterable

from diurna.record import facets
from diurna.record.filters import Facets
from diurna.record.merging import names_of
from diurna.record.tables import Cell, Sheet
from diurna.words import Absent, Act, Actor, Hop, Party, Place, Quote, Reading, Report, Span, Statement, When, stated

REPORT_COLUMNS = ("id", "name", "title", "language", "outlet", "byline", "published", "url", "credits", "statements",
                  "acts", "unread", "digest")
STATEMENT_COLUMNS = ("id", "report", "name", "form", "speaker", "source", "stated", "cue", "content", "start", "end",
                     "on_word_of", "confidence")
ACT_COLUMNS = ("id", "report", "name", "kind", "plover", "modality", "alleged", "mutual", "actors", "recipients", "matter",
               "condition", "place", "country", "lat", "lon", "from", "to", "precision", "when", "on_word_of", "quote",
               "start", "end", "confidence")
ACTOR_COLUMNS = ("id", "name", "type", "office", "country", "sector", "mentions", "basis")


class Sheets:
    """The layouts of the four tables of one record."""

    def __init__(self, pairs: Iterable[tuple[Report, Reading]], everyone: Iterable[Actor]) -> None:
        self._pairs = {report.id: (report, reading) for report, reading in pairs}
        self._actors = {actor.id: actor for actor in everyone}
        self._reports_of: dict[str, list[tuple[str, str]]] = {}
        for report, reading in self._pairs.values():
            for one in dict.fromkeys(actor.id for actor in reading.actors):
                self._reports_of.setdefault(one, []).append((report.id, report.name))
        names = {actor.id: names_of(actor) for actor in self._actors.values()}
        dated = frozenset({"actor", "since", "until", "report"})
        self.reports: Sheet[Report] = Sheet(
            "reports", REPORT_COLUMNS, ("name", "title", "outlet", "published", "language", "statements", "acts"),
            self._report_cells, self._report_facets, dated | {"kind", "place"}, names)
        self.statements: Sheet[Statement] = Sheet(
            "statements", STATEMENT_COLUMNS, ("speaker", "cue", "content", "on_word_of", "name"),
            self._statement_cells, self._statement_facets, dated, names)
        self.acts: Sheet[Act] = Sheet(
            "acts", ACT_COLUMNS,
            ("actors", "kind", "modality", "recipients", "matter", "when", "place", "on_word_of", "quote", "name"),
            self._act_cells, self._act_facets, dated | {"kind", "place", "sure"}, names)
        self.actors: Sheet[Actor] = Sheet(
            "actors", ACTOR_COLUMNS, ("name", "type", "office", "country", "sector", "mentions"),
            self._actor_cells, self._actor_facets, frozenset({"actor", "report"}), names)

    def _report_facets(self, report: Report) -> Facets:
        return facets.of_report(*self._pairs[report.id])

    def _statement_facets(self, statement: Statement) -> Facets:
        return facets.of_statement(statement, self._pairs[statement.report][0])

    def _act_facets(self, act: Act) -> Facets:
        return facets.of_act(act, self._pairs[act.report][0])

    def _actor_facets(self, actor: Actor) -> Facets:
        return Facets(actors=(actor.id,), reports=tuple(self._reports_of.get(actor.id, ())))

    def _report_cells(self, report: Report) -> tuple[Cell, ...]:
        reading = self._pairs[report.id][1]
        return (
            report.id, report.name, stated(report.title), stated(report.language), stated(report.outlet),
            stated(report.byline), facets.published_on(report), stated(report.url),
            "; ".join(dict.fromkeys(credit.name for credit in report.credits)) or None,
            len(reading.statements), len(reading.acts), reading.unread or None, report.digest,
        )

    def _statement_cells(self, statement: Statement) -> tuple[Cell, ...]:
        report = self._pairs[statement.report][0]
        source, ends = statement.source, [end for span in statement.content for end in span]
        return (
            statement.id, report.id, report.name, statement.form.value, self._name_of(source.actor),
            _cut(report, source.spans),
            source.actor.value if isinstance(source.actor, Absent) else "named", _cut(report, statement.cue),
            _cut(report, statement.content), min(ends, default=None), max(ends, default=None), _hops(statement.on_word_of),
            statement.confidence,
        )

    def _act_cells(self, act: Act) -> tuple[Cell, ...]:
        report = self._pairs[act.report][0]
        quote = act.evidence[0] if act.evidence else act.trigger
        return (
            act.id, report.id, report.name, act.kind, act.plover or None, act.modality.value, act.alleged, act.mutual,
            _parties(act.actors), _parties(act.recipients), _words(act.matter), _words(act.condition),
            *_place_cells(act.place), *_when_cells(act.when), _hops(act.on_word_of), quote.words, quote.start, quote.end,
            act.confidence,
        )

    def _name_of(self, actor: str | Absent) -> str | None:
        known = None if isinstance(actor, Absent) else self._actors.get(actor)
        return known.name if known else None

    def _actor_cells(self, actor: Actor) -> tuple[Cell, ...]:
        return (
            actor.id, actor.name, actor.type.value, stated(actor.office), stated(actor.country), stated(actor.sector),
            "; ".join(actor.mentions) or None, actor.basis,
        )


def _place_cells(place: Place | Absent) -> tuple[Cell, ...]:
    if isinstance(place, Absent):
        return (None,) * 4
    return (place.name, stated(place.country), stated(place.lat), stated(place.lon))


def _when_cells(when: When | Absent) -> tuple[Cell, ...]:
    if isinstance(when, Absent):
        return (None,) * 4
    return (when.start or None, when.end or None, when.precision, when.words)


def _words(quote: Quote | Absent) -> str | None:
    return None if isinstance(quote, Absent) else quote.words


def _parties(parties: tuple[Party, ...]) -> str | None:
    return "; ".join(dict.fromkeys(party.name for party in parties)) or None


def _hops(hops: tuple[Hop, ...]) -> str | None:
    """The chain of word from the mouth outward: 'Lavrov (speaker) > TASS (agency)'; 'Egypt (speaker) + Qatar (speaker)' spoke together."""
    joined = (f"{' + ' if hop.beside else ' > '}{hop.name} ({hop.role.value})" for hop in hops)
    return "".join(joined)[3:] or None


def _cut(report: Report, spans: tuple[Span, ...]) -> str | None:
    return " … ".join(report.text[start:end] for start, end in spans) or None
