"""What a line of the record shows, in words: the same for the terminal, the page and whatever comes after them.

Everything in a row is escaped (escaping.py) and may be shown as it stands.
"""
from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from diurna.views import SURE
from diurna.views.escaping import shown
from diurna.views.times import in_words
from diurna.words import Absent, Act, Actor, CreditRole, Hop, Modality, Party, Quote, Reading, Report, Span, Statement, When, stated

TELLING = (
    "sign agree accept reject cease-fire withdraw concede promise offer propose release evacuate retreat assault violate "
    "coerce mobilize sanction expel",
    "demand threaten appeal warn mediate meet talk visit aid protest",
    "support cooperate investigate accuse deny",
)
"""Kinds in the order in which an analyst wants to see them: what changes a matter or a life, then what moves it, then what
takes sides. Every other kind (assert) comes last."""
RANK = {kind: rank for rank, kinds in enumerate(TELLING) for kind in kinds.split()}
NOBODY = "(not stated)"
OWN_WORD = "the report's own"
GAP = " … "
"""Between the parts of a quote that do not stand together."""


class ActRow(Struct, frozen=True, kw_only=True):
    """An act in words. Empty where the report states nothing."""

    id: str
    kind: str
    modality: str
    """Empty for an act that was done."""
    alleged: bool
    denied: bool
    """It is alleged, and what tells it is a denial: its word is not the accuser's."""
    unsure: str
    """Its confidence, where that is below SURE: "0.32". Empty for all others."""
    who: str
    whom: str
    mutual: bool
    when: str
    where: str
    condition: str
    word: str
    """The chain of word: "Lavrov › TASS", "Egypt and Qatar › AFP"."""
    caption: bool
    """It stands in the caption of a picture, which may be older than the report."""
    quote: str
    """The words it rests on, without quotation marks."""
    trigger: Span
    """Where in `quote` the words stand that tell the act; (0, 0) when they are not in it."""
    report: str
    """The report's name."""

    @property
    def standing(self) -> tuple[str, ...]:
        """What keeps it from being a plain fact on record: its modality, that it is alleged or denied."""
        return tuple(word for word in (self.modality, "denied" if self.denied else "alleged" * self.alleged) if word)


class StatementRow(Struct, frozen=True, kw_only=True):
    """A statement in words."""

    id: str
    form: str
    unsure: str
    """As of an act."""
    who: str
    source: str
    """The words for the speaker, where they differ from the name."""
    cue: str
    word: str
    quote: str
    within: str
    """The id of the statement that holds this one."""
    report: str


class ActorRow(Struct, frozen=True, kw_only=True):
    """An actor in words."""

    name: str
    what: str
    """Type, sector, country."""
    office: str
    called: str
    """The other words it goes by."""


class ReportRow(Struct, frozen=True, kw_only=True):
    """A report in words."""

    name: str
    title: str
    about: str
    """Outlet, date of publication, language, whom it credits, whom it cites."""
    holds: str
    """How much was read out of it, or why it was not read."""


def act_row(act: Act, report: Report, denials: Collection[str] = ()) -> ActRow:
    """What an act shows. denials: the ids of the acts that deny something."""
    quote, trigger = quoted(report.text, act.evidence or (act.trigger,), act.trigger)
    return ActRow(
        id=act.id, kind=act.kind, modality="" if act.modality is Modality.DONE else act.modality.value,
        alleged=act.alleged, denied=act.alleged and act.within in denials,
        unsure=f"{act.confidence:.2f}" if act.confidence < SURE else "",
        who=parties(act.actors) or NOBODY, whom=parties(act.recipients), mutual=act.mutual,
        when=shown(in_words(act.when, published_on(report))), where="" if isinstance(act.place, Absent) else shown(act.place.name),
        condition="" if isinstance(act.condition, Absent) else shown(act.condition.words), word=chain(act.on_word_of),
        caption=in_caption(act, report), quote=quote, trigger=trigger, report=shown(report.name),
    )


def statement_row(statement: Statement, report: Report, names: Mapping[str, str]) -> StatementRow:
    """What a statement shows. names: those of actors, by id."""
    source = shown(words_at(report.text, statement.source.spans))
    actor = statement.source.actor
    name = f"{source} ({actor.value})".strip() if isinstance(actor, Absent) else shown(names.get(actor, "")) or source
    spans = tuple(Quote(start, end, report.text[start:end]) for start, end in statement.content)
    return StatementRow(
        id=statement.id, form=statement.form.value, unsure=f"{statement.confidence:.2f}" if statement.confidence < SURE else "", who=name,
        source="" if isinstance(actor, Absent) or source == name else source, cue=shown(words_at(report.text, statement.cue)),
        word=chain(statement.on_word_of), quote=quoted(report.text, spans)[0],
        within=stated(statement.within) or "", report=shown(report.name),
    )


def actor_row(actor: Actor) -> ActorRow:
    """What an actor shows."""
    what = (actor.type.value, stated(actor.sector), stated(actor.country))
    others = (mention for mention in actor.mentions if mention != actor.name)
    return ActorRow(
        name=shown(actor.name), what=" · ".join(shown(part) for part in what if part), office=shown(stated(actor.office) or ""),
        called=", ".join(dict.fromkeys(shown(mention) for mention in others)),
    )


def report_row(report: Report, reading: Reading) -> ReportRow:
    """What a report shows."""
    about = (
        shown(stated(report.outlet) or "outlet not stated"),
        f"published {day(published_on(report))}" if published_on(report) else "date not stated",
        shown(stated(report.language) or "language not known"),
        *(f"{what} {', '.join(names)}" for what, names in credited(report).items()),
    )
    held = f"{count(len(reading.acts), 'act')}, {count(len(reading.statements), 'statement')}"
    return ReportRow(
        name=shown(report.name), title=shown(stated(report.title) or ""), about=" · ".join(part for part in about if part),
        holds=f"not read: {shown(reading.unread)}" if reading.unread else held,
    )


def credited(report: Report) -> dict[str, dict[str, None]]:
    """Whom lines of the page credit, for the words and for pictures; and whom only the report's own words rest something on
    ("told Reuters"). Each name once under each head, in the order of the page."""
    heads: dict[str, dict[str, None]] = {}
    for one in report.credits:
        whole = isinstance(one.quote, Absent) or _within(report, one.quote)
        head = "pictures" if one.role is CreditRole.PHOTO else "credits" if whole else "cites"
        heads.setdefault(head, {})[shown(one.name)] = None
    return {head: heads[head] for head in ("credits", "pictures", "cites") if head in heads}


def in_caption(act: Act, report: Report) -> bool:
    """Whether the words that tell an act stand in a caption."""
    return _within(report, act.trigger, "caption")


def _within(report: Report, quote: Quote, kind: str = "") -> bool:
    return any(one.start <= quote.start and quote.end <= one.end for one in report.furniture if kind in ("", one.kind))


def denials(reading: Reading) -> frozenset[str]:
    """The ids of the acts that deny something."""
    return frozenset(act.id for act in reading.acts if act.kind == "deny")


def telling(act: Act) -> tuple[bool, int, bool]:
    """Sorts the most telling acts of a report first, those of nobody last; acts that are equal in it keep their order."""
    return (not act.actors, RANK.get(act.kind, len(TELLING)), act.alleged)


def parties(several: Iterable[Party]) -> str:
    """Their names, each once."""
    return ", ".join(dict.fromkeys(shown(party.name or party.quote.words) for party in several))


def chain(hops: Iterable[Hop]) -> str:
    """Who says so, from the mouth outward. Those who speak together, or whom the same words name ("with AFP and Reuters"), stand side by
    side."""
    first: dict[str, Hop] = {}
    for hop in hops:
        first.setdefault(shown(hop.name), hop)
    told, before = "", None
    for name, hop in first.items():
        place = None if isinstance(hop.quote, Absent) else (hop.role, hop.quote)
        together = hop.beside or (place is not None and place == before)
        told += (" and " if together else " › ") * bool(told) + name
        before = place
    return told or OWN_WORD


def published_on(report: Report) -> str:
    """The day of publication as an ISO date; empty when not stated."""
    return "" if isinstance(report.published, Absent) else report.published.date


def day(text: str) -> str:
    """An ISO date or time as a day in words."""
    return shown(in_words(When(start=text[:10], end=text[:10], precision="day", words=text)))


def words_at(text: str, spans: tuple[Span, ...]) -> str:
    """The words of several spans."""
    return GAP.join(text[start:end] for start, end in spans)


def quoted(text: str, quotes: tuple[Quote, ...], trigger: Quote | None = None) -> tuple[str, Span]:
    """The words of quotes, escaped, and where the trigger's stand in them ((0, 0) for nowhere)."""
    made, at = "", (0, 0)
    for quote in quotes:
        made += GAP * bool(made)
        if trigger and quote.start <= trigger.start and trigger.end <= quote.end:
            start = len(made) + len(shown(text[quote.start : trigger.start] + "|")) - 1
            at = (start, start + len(shown(trigger.words)))
        made += shown(quote.words)
    return made, at if trigger and made[at[0] : at[1]] == shown(trigger.words) else (0, 0)


def marked(words: str) -> str:
    """Words, escaped, between quotation marks of another sort than those that stand among them."""
    line = shown(words)
    return f"«{line}»" if set(line) & set("“”„\"") else f"“{line}”"


def count(number: int, noun: str, several: str = "") -> str:
    """A number of things: "1 act", "2,500 acts"; several where the plural is not made with s."""
    return f"{number:,} {noun if number == 1 else several or noun + 's'}"
