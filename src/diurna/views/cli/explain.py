"""`diurna explain`: an act with everything that it rests on."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from rich.text import Text

from diurna.record import shape
from diurna.views.cli.cards import ASIDE, KIND, NEGATED, NOT_DONE, SHORT_ID, TRIGGER
from diurna.views.cli.columns import beside, indented, wrapped
from diurna.views.cli.exits import ALL_WELL, WrongUsage
from diurna.views.cli.json_lines import print_object
from diurna.views.cli.opened import nothing_found, opened
from diurna.views.cli.terminal import Screen
from diurna.views.escaping import shown
from diurna.views.evidence import ENOUGH, Explained, find
from diurna.views.rows import OWN_WORD, act_row, day, in_caption, marked, published_on
from diurna.views.times import in_words
from diurna.words import KINDS, Absent, Act, Hop, Party, Quote, Span, stated

LABEL = 13
"""Columns for the names of things: "on the word of" is broken in two."""
NARROW = 48
OPEN, CLOSE = "⟦", "⟧"
"""Around the evidence in its sentence, where underlining cannot be seen."""

BASIS = {"registry": "known from the registry", "words": "placed by the words around it"}
"""What the identity of an actor rests on."""

UNTIED = {Absent.NOT_STATED.value: "tied to no actor of the record", Absent.UNNAMED.value: "somebody whom the report does not name"}

Field = tuple[str, list[Text]]


def run(prefix: str, path: str, as_json: bool) -> int:
    """Explains. Raises LedgerTrouble, WrongUsage for an id that fits no act or several."""
    with opened(path) as ledger:
        one, several = find(ledger, prefix.strip().lower())
        if one is None:
            if not ledger.counts().acts:
                nothing_found(ledger, "acts")
            raise WrongUsage(_which(prefix, several))
    if as_json:
        print_object(as_shape(one))
        return ALL_WELL
    screen = Screen()
    for name, lines in fields(one, screen.marks):
        screen.put(*_laid_out(name, lines, screen.width))
    return ALL_WELL


def _which(prefix: str, several: list[Act]) -> str:
    if not several:
        return f"no act has an id that begins with {prefix!r}; diurna show acts lists them with their ids"
    named = ", ".join(f"{act.id} ({act.kind})" for act in several[:ENOUGH])
    return f"{prefix!r} begins the ids of several acts: {named}{', …' if len(several) > ENOUGH else ''}"


def as_shape(one: Explained) -> dict[str, Any]:
    """The act in the public shape, with what it rests on. Documented in docs/record.md."""
    start, end = one.sentence
    known = [one.actor(party.actor) for party in (*one.act.actors, *one.act.recipients)]
    return {
        "act": shape.of_act(one.act),
        "report": {"id": one.report.id, "name": one.report.name, "title": stated(one.report.title), "digest": one.report.digest},
        "sentence": {"start": start, "end": end, "words": one.report.text[start:end]},
        "actors": [shape.of_actor(actor) for actor in dict.fromkeys(known) if actor],
        "within": None if one.holder is None else shape.of_act(one.holder),
        "holds": [shape.of_act(act) for act in one.held],
    }


def fields(one: Explained, marks: bool) -> Iterator[Field]:
    """What is said of the act, from what it is to what decided it."""
    act, report = one.act, one.report
    yield "", [*_title(one), Text()]
    place = f"{shown(report.name)}, characters {act.trigger.start} to {act.trigger.end}; text {report.digest[:19]}…"
    yield "In the words", [_sentence(one, marks), Text(place, ASIDE)]
    yield "From", [_report(one)]
    yield "Kind", [*_kind(act)]
    yield "Stands as", [*_standing(one)]
    yield "Who", _parties(one, act.actors)
    yield "To whom", _parties(one, act.recipients)
    yield "About", _quotes(act.matter)
    yield "On condition", _quotes(act.condition)
    yield "Where", _place(act)
    yield "When", _when(one)
    yield "Numbers", [Text(_number(number)) for number in act.quantities]
    yield "On whose word", [*_chain(act.on_word_of)]
    yield "Decided by", [*_decided(act)]


def _title(one: Explained) -> Iterator[Text]:
    row = act_row(one.act, one.report)
    line = Text(row.kind, KIND)
    for word in row.standing:
        line.append(f" {word}", NEGATED if word == "negated" else NOT_DONE)
    line.append(f"  {row.who}" + (f" {'↔' if row.mutual else '→'} {row.whom}" if row.whom else ""))
    yield line
    yield Text(one.act.id, ASIDE)


def _sentence(one: Explained, marks: bool) -> Text:
    """The sentence with its evidence and, in it, the words that tell the act."""
    start, end = one.sentence
    evidence = sorted((quote.start, quote.end) for quote in one.act.evidence)
    cuts = sorted({start, end, one.act.trigger.start, one.act.trigger.end, *(edge for span in evidence for edge in span)})
    line = Text()
    for first, last in pairwise(cuts):
        if start <= first and last <= end:
            line.append_text(_piece(one, (first, last), evidence, marks))
    return line


def _piece(one: Explained, span: Span, evidence: list[Span], marks: bool) -> Text:
    words = shown("|" + one.report.text[span[0] : span[1]] + "|")[1:-1]
    told = one.act.trigger.start <= span[0] and span[1] <= one.act.trigger.end
    inside = any(start <= span[0] and span[1] <= end for start, end in evidence)
    if marks:
        return Text(words, f"{KIND} {TRIGGER}" if told else TRIGGER if inside else "")
    opens, closes = any(start == span[0] for start, _ in evidence), any(end == span[1] for _, end in evidence)
    return Text(OPEN * opens + words + CLOSE * closes)


def _report(one: Explained) -> Text:
    published = one.report.published
    dated = "its date of publication is not stated" if isinstance(published, Absent) else (
        f"published {day(published.date)}, which rests on {shown(published.rests_on)}")
    title = stated(one.report.title)
    return Text((f"{marked(title)}, " if title else "") + dated)


def _kind(act: Act) -> Iterator[Text]:
    kind = KINDS.get(act.kind)
    yield Text(f"{act.kind}, told by {marked(act.trigger.words)}")
    if kind:
        yield Text(kind.means, ASIDE)
        yield Text(kind.line, ASIDE)
    yield Text(f"PLOVER: {act.plover}" if act.plover else "PLOVER has no such event", ASIDE)


def _standing(one: Explained) -> Iterator[Text]:
    act = one.act
    yield Text(act.modality.value + (", and only alleged" if act.alleged else ""))
    if one.holder:
        yield Text(f"within: {one.holder.kind} {one.holder.id[:SHORT_ID]}, {marked(one.holder.trigger.words)}")
    if in_caption(act, one.report):
        yield Text("told in the caption of a picture, which may be older than the report")
    for inner in one.held:
        yield Text(f"holds: {inner.kind} {inner.id[:SHORT_ID]}, {marked(inner.trigger.words)}")


def _parties(one: Explained, several: Iterable[Party]) -> list[Text]:
    return [_party(one, party) for party in several] or [Text("not stated", ASIDE)]


def _party(one: Explained, party: Party) -> Text:
    """A party: its name, its words, what it is, and what says so."""
    line = Text(f"{shown(party.name)}, from {marked(party.quote.words)}")
    actor = one.actor(party.actor)
    if actor is None:
        known = [shown(part) for part in (stated(party.sector), stated(party.country)) if part]
        return line.append("".join(f"; {part}" for part in (", ".join(known), UNTIED.get(str(party.actor), "")) if part), ASIDE)
    what = (actor.type.value, stated(actor.sector), stated(actor.country), stated(actor.office))
    line.append(f"; {', '.join(shown(part) for part in what if part)}", ASIDE)
    return line.append(f"; {BASIS.get(actor.basis, f'known from {shown(actor.basis)}')}", ASIDE)


def _quotes(*quotes: Quote | Absent) -> list[Text]:
    return [Text(marked(quote.words)) for quote in quotes if not isinstance(quote, Absent)]


def _place(act: Act) -> list[Text]:
    place = act.place
    if isinstance(place, Absent):
        return [Text("not stated", ASIDE)]
    words = "" if isinstance(place.quote, Absent) else f", from {marked(place.quote.words)}"
    country = "" if isinstance(place.country, Absent) else f"; {shown(place.country)}"
    at = "" if isinstance(place.lat, Absent) or isinstance(place.lon, Absent) else f"; {place.lat:.2f}, {place.lon:.2f}"
    return [Text(shown(place.name) + words).append(country + at, ASIDE)]


def _when(one: Explained) -> list[Text]:
    when = one.act.when
    if isinstance(when, Absent):
        return [Text("not stated", ASIDE)]
    line = Text(f"{shown(in_words(when, published_on(one.report)))}, from {marked(when.words)}")
    if when.inferred:
        source = "" if isinstance(when.from_what, Absent) else f" from the {shown(when.from_what).removeprefix('the ')}"
        line.append(f"; {' and '.join(map(shown, when.inferred))} inferred{source}", ASIDE)
    return [line.append(f"; to the {when.precision}" if when.precision != "open" else "; one end not stated", ASIDE)]


def _number(number: Any) -> str:
    return marked(number.quote.words) + (f", of {shown(number.of)}" if number.of else "")


def _chain(hops: tuple[Hop, ...]) -> Iterator[Text]:
    """Hop by hop, each with the words that name it."""
    if not hops:
        yield Text(OWN_WORD)
    for number, hop in enumerate(hops, start=1):
        words = "no words name it here" if isinstance(hop.quote, Absent) else marked(hop.quote.words)
        yield Text(f"{number}. {shown(hop.name)}").append(f", {hop.role.value}; {words}", ASIDE)


def _decided(act: Act) -> Iterator[Text]:
    """Every reason in the reader's own words: what the trained heads preferred and what came second, or the rule."""
    yield from (Text(shown(reason)) for reason in act.decided_by)
    yield Text(f"confidence {act.confidence:.2f}", ASIDE)


def _laid_out(name: str, lines: list[Text], width: int) -> Iterator[Text]:
    if not lines:
        return iter(())
    if not name:
        return iter([part for line in lines for part in wrapped(line, width, 4)])
    if width < NARROW:
        return iter([Text(name, ASIDE), *indented((part for line in lines for part in wrapped(line, width - 2, 2)), 2)])
    room = width - LABEL - 2
    return beside([([Text(name, ASIDE)], LABEL), ([part for line in lines for part in wrapped(line, room, 2)], room)])
