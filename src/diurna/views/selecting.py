"""Which lines of a ledger are asked for, and how they come out of it: some reports at a time, so that memory stays flat."""
from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from diurna.record import Ledger, Record, Wanted, record_of, records_of, wanted
from diurna.views import SURE
from diurna.views.rows import count, denials
from diurna.words import KINDS, Act, Actor, Modality, Reading, Report, Statement

SOME = 50
"""Up to so many reports are looked up one by one; more are found by going through the ledger."""


class Selection(Struct, frozen=True, kw_only=True):
    """What is asked for. The names and their meanings are those of `record.Table.where`; make it with `selection`."""

    wanted: Wanted = Wanted()
    modality: Modality | None = None
    limit: int | None = None
    """At most so many lines."""

    def acts(self, record: Record) -> Iterator[Act]:
        """The acts of a record that fit, without regard to the limit."""
        rows = record.acts.fitting(self.wanted)
        return (act for act in rows if self.modality is None or act.modality is self.modality)

    def however_sure(self) -> Selection:
        """The same, for a sieve to see to how sure the acts are."""
        return replace(self, wanted=replace(self.wanted, sure=None))


class Sieve:
    """Keeps from a screen the acts that are less sure than asked (than SURE, where nothing is asked), and counts them, so that none
    is left out silently."""

    def __init__(self, asked: Selection) -> None:
        self.sure = SURE if asked.wanted.sure is None else asked.wanted.sure
        self.left_out = 0

    def __call__(self, act: Act) -> bool:
        """Whether an act is sure enough to be shown."""
        enough = act.confidence >= self.sure
        self.left_out += not enough
        return enough

    def told(self) -> str:
        """How many were left out, and what shows them."""
        are, them = ("is", "it") if self.left_out == 1 else ("are", "them")
        return f"{count(self.left_out, 'act')} less sure than {self.sure:g} {are} not shown; --sure 0 shows {them}."


def selection(
    *, actor: str | None = None, kind: str | None = None, place: str | None = None, since: str | None = None,
    until: str | None = None, report: str | None = None, modality: str | None = None, sure: float | None = None,
    limit: int | None = None,
) -> Selection:
    """What is asked for, checked. Raises ValueError that lists the kinds or shows the form of a date or of how sure."""
    try:
        asked = wanted(actor=actor, kind=kind, place=place, since=since, until=until, report=report, sure=sure)
    except ValueError as error:
        listed = f"{error}{'' if str(error).endswith('?') else '.'} The kinds: {', '.join(KINDS)}"
        raise ValueError(listed if kind is not None and kind not in KINDS else str(error)) from None
    return Selection(wanted=asked, modality=None if modality is None else Modality(modality),
                     limit=None if limit is None else min(limit, sys.maxsize))


class In(NamedTuple):
    """What a line stands in."""

    report: Report
    reading: Reading
    names: Mapping[str, str]
    """Of the actors, by id."""
    denials: Collection[str] = ()
    """The ids of the acts that deny something."""


def acts(ledger: Ledger, asked: Selection, sieve: Sieve | None = None) -> Iterator[tuple[Act, In]]:
    """The acts that fit, in the order of the record; with a sieve those that it lets through, to the limit."""
    fitting = asked if sieve is None else asked.however_sure()
    found = ((act, held[act.report]) for record, held in _held(ledger, asked) for act in fitting.acts(record))
    return islice((one for one in found if sieve is None or sieve(one[0])), asked.limit)


def statements(ledger: Ledger, asked: Selection) -> Iterator[tuple[Statement, In]]:
    """The statements that fit, in the order of the record."""
    found = ((one, held[one.report]) for record, held in _held(ledger, asked) for one in record.statements.fitting(asked.wanted))
    return islice(found, asked.limit)


def reports(ledger: Ledger, asked: Selection) -> Iterator[In]:
    """The reports that fit, in the order of the record."""
    found = (held[report.id] for record, held in _held(ledger, asked) for report in record.reports.fitting(asked.wanted))
    return islice(found, asked.limit)


def _held(ledger: Ledger, asked: Selection) -> Iterator[tuple[Record, dict[str, In]]]:
    for record in records_of(ledger, asked.wanted):
        names = {actor.id: actor.name for actor in record.actors}
        yield record, {report.id: In(report, reading, names, denials(reading)) for report, reading in record.pairs()}


def actors(ledger: Ledger, asked: Selection) -> list[Actor]:
    """The actors that fit, by name."""
    if not any(asked.wanted.asked()):
        with ledger.snapshot():
            found = list(ledger.everyone())
    else:
        fields = {name: getattr(asked.wanted, name) for name in asked.wanted.asked()}
        found = list(record_of(ledger, **fields).actors.fitting(asked.wanted))
    return sorted(found, key=lambda actor: (actor.name.casefold(), actor.id))[: asked.limit]


def only(ledger: Ledger, ids: set[str]) -> Iterator[Record]:
    """The reports of those ids, one at a time, in the order of the record."""
    if len(ids) > SOME:
        with ledger.snapshot():
            yield from (Record.of([pair]) for pair in ledger.pairs() if pair[0].id in ids)
        return
    pairs = (pair for one in ids for pair in ledger.pairs(wanted(report=one)) if pair[0].id == one)
    yield from (Record.of([pair]) for pair in Record.of(pairs).pairs())
