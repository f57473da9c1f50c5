"""Small reports and readings; a test states only what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

from diurna.record import Ledger
from diurna.words import (
    Act,
    Actor,
    ActorType,
    Form,
    Hop,
    HopRole,
    Mention,
    Modality,
    Party,
    Place,
    Published,
    Quote,
    Reading,
    Report,
    Source,
    Statement,
    When,
    cut,
    digest_of,
    identity,
    plover_of,
)

TEXT = "Guterres said on April 26 in Moscow that he proposed a contact group to Russia."
PUBLISHED = Published("2022-04-27", "a line of the text")


def quote(report: Report, words: str, after: str = "") -> Quote:
    """The words where they first stand in the report, or first after other words."""
    start = report.text.index(words, report.text.index(after))
    return cut(report.text, start, start + len(words))


def a_report(text: str = TEXT, *, name: str = "wire.txt", **fields: Any) -> Report:
    digest = digest_of(text)
    given = {"id": identity(digest, name), "place": f"in/{name}", "digest": digest, "published": PUBLISHED, **fields}
    return Report(text=text, name=name, **given)


def an_actor(name: str = "António Guterres", **fields: Any) -> Actor:
    given = {"id": identity(name), "type": ActorType.PERSON, "mentions": (name.split()[-1],), **fields}
    return Actor(name=name, **given)


def a_party(report: Report, actor: Actor, words: str = "", after: str = "") -> Party:
    return Party(quote(report, words or actor.mentions[0], after), actor.name, actor.id, actor.country, actor.sector)


def an_act(report: Report, *actors: Actor, kind: str = "propose", words: str = "proposed", clause: str = "", **fields: Any) -> Act:
    """An act told by these words, where they first stand or first in the clause; it rests on the clause, else on the words."""
    trigger = quote(report, words, clause)
    modality = fields.pop("modality", Modality.DONE)
    given = {
        "id": identity(report.digest, trigger.start, trigger.end, kind),
        "actors": tuple(a_party(report, actor) for actor in actors),
        "modality": modality,
        "plover": plover_of(kind, modality),
        "evidence": (quote(report, clause or words),),
        **fields,
    }
    return Act(report=report.id, kind=kind, trigger=trigger, **given)


def a_statement(report: Report, actor: Actor, **fields: Any) -> Statement:
    source, cue = quote(report, actor.mentions[0]), quote(report, "said")
    given = {
        "id": identity(report.digest, cue.start),
        "source": Source(((source.start, source.end),), actor.id),
        "on_word_of": (Hop(actor.name, HopRole.SPEAKER, actor.id, source), Hop("TASS", HopRole.AGENCY)),
        **fields,
    }
    return Statement(report=report.id, form=Form.INDIRECT, cue=((cue.start, cue.end),), content=((cue.end + 1, len(report.text)),), **given)


def a_reading(report: Report, **fields: Any) -> Reading:
    """One statement and one act by Guterres, in Moscow on 26 April, where the report has the words of TEXT."""
    guterres = an_actor(sector="IGO")
    quoted = quote(report, "Guterres")
    given = {
        "statements": (a_statement(report, guterres),),
        "acts": (an_act(report, guterres, place=in_moscow(report), when=on_april_26(report)),),
        "actors": (guterres,),
        "mentions": (Mention(quoted.start, quoted.end, quoted.words, guterres.id, "name"),),
        **fields,
    }
    return Reading(report=report.id, **given)


def in_moscow(report: Report) -> Place:
    return Place("Moscow", "RUS", 55.75, 37.62, quote(report, "Moscow"))


def a_day(report: Report, start: str, words: str, **fields: Any) -> When:
    given = {"end": start, "precision": "day", "quote": quote(report, words), **fields}
    return When(start=start, words=words, **given)


def on_april_26(report: Report) -> When:
    return a_day(report, "2022-04-26", "April 26", inferred=("year",), from_what="date of publication")


def a_pair(number: int = 0) -> tuple[Report, Reading]:
    """The report of that number with its reading: each number another text and name."""
    report = a_report(f"{TEXT} This is report {number}.", name=f"wire-{number:04}.txt")
    return report, a_reading(report)


def pairs(many: int) -> list[tuple[Report, Reading]]:
    return [a_pair(number) for number in range(many)]


def fill(path: Path | str, these: Iterable[tuple[Report, Reading]]) -> int:
    """Appends them to the ledger at the path; how many were new."""
    with Ledger.open(path) as ledger:
        return sum(ledger.append(report, reading) for report, reading in these)


def ticking() -> Any:
    """A clock that gives another time at each call, the same ones in every run."""
    seconds = count()
    return lambda: f"2022-05-01T00:{next(seconds):02}:00.000000Z"
