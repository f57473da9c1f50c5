"""A small ledger with one of everything that a view has to show. The reports are invented."""
from __future__ import annotations

from pathlib import Path
from typing import Any

from diurna.record import Ledger
from diurna.words import (
    NOT_STATED,
    UNNAMED,
    Act,
    Actor,
    ActorType,
    Credit,
    CreditRole,
    Form,
    Furniture,
    Hop,
    HopRole,
    Mention,
    Modality,
    Party,
    Place,
    Published,
    Quantity,
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

HARBOUR = """\
Orlov turns down truce at Port Vek

Ruritanian Foreign Minister Anton Orlov rejected Graustark's proposal to hold talks in Port Vek, the Vek Wire agency reported. \
"We are ready to let 120 civilians leave the harbour on 3 May if the shelling stops," Orlov said after meeting UN envoy \
Mira Sand in Strelsau on April 26. Sand will visit Graustark on Thursday. Graustark accused Orlov of ordering the blockade. \
A spokesman denied it. In the last two months the two sides met four times.
"""
CONVOY = """\
No convoy has left the harbour, the relief council said. Nobody opened the road. Officials said it may open.
"""
HOSTILE = "The \x1b[31mred\x07 minister \u202esaid\u202c [bold]he[/bold] will\tsign =1+1 :smile: \ud800 today.\n"

ORLOV = Actor(id="a-orlov", name="Anton Orlov", type=ActorType.PERSON, mentions=("Anton Orlov", "Orlov"), country="RUR",
              sector="GOV", office="Foreign Minister, Ruritania", basis="registry")
SAND = Actor(id="a-sand", name="Mira Sand", type=ActorType.PERSON, mentions=("Mira Sand", "Sand"), sector="IGO",
             office="Envoy, United Nations")
GRAUSTARK = Actor(id="a-graustark", name="Graustark", type=ActorType.STATE, mentions=("Graustark",), country="GRK", sector="GOV",
                  basis="registry")
COUNCIL = Actor(id="a-council", name="Relief Council", type=ActorType.ORGANISATION, mentions=("the relief council",), sector="NGO")


def report(text: str, name: str, **fields: Any) -> Report:
    digest = digest_of(text)
    return Report(id=identity(digest, name), name=name, place=f"in/{name}", text=text, digest=digest,
                  **{"language": "en", **fields})


def quote(where: Report, words: str, after: str = "") -> Quote:
    """The words where they first stand, or first after other words."""
    start = where.text.index(words, where.text.index(after) if after else 0)
    return cut(where.text, start, start + len(words))


def party(where: Report, actor: Actor, words: str = "", after: str = "") -> Party:
    return Party(quote(where, words or actor.mentions[-1], after), actor.name, actor.id, actor.country, actor.sector)


def day(where: Report, start: str, words: str, end: str = "", **fields: Any) -> When:
    return When(start=start, end=end or start, words=words, quote=quote(where, words), **{"precision": "day", **fields})


def act(where: Report, kind: str, trigger: str, evidence: str, **fields: Any) -> Act:
    told = quote(where, trigger, evidence)
    modality = fields.pop("modality", Modality.DONE)
    return Act(id=identity(where.digest, told.start, told.end, kind), report=where.id, kind=kind, trigger=told, modality=modality,
               plover=plover_of(kind, modality), evidence=(quote(where, evidence),), **fields)


def harbour() -> tuple[Report, Reading]:
    """Eight acts in every modality but one, two of them nested, with a chain of word through an agency."""
    one = report(HARBOUR, "harbour-01.txt", title="Orlov turns down truce at Port Vek", outlet="The Vek Mirror",
                 title_quote=cut(HARBOUR, 0, 34), byline="L. Hentzau", url="https://mirror.example/1",
                 published=Published("2022-04-27", "a line of the text"), furniture=(Furniture(0, 34, "title"),),
                 credits=(Credit("Vek Wire", CreditRole.WIRE, quote(report(HARBOUR, ""), "Vek Wire")),))
    wire = Hop("Vek Wire", HopRole.AGENCY, NOT_STATED, quote(one, "Vek Wire"))
    outlet = Hop("The Vek Mirror", HopRole.OUTLET)
    says = Hop("Anton Orlov", HopRole.SPEAKER, ORLOV.id, quote(one, "Orlov", "stops"))
    offer = act(
        one, "promise", "ready to let", "We are ready to let 120 civilians leave the harbour on 3 May if the shelling stops",
        modality=Modality.CONDITIONAL, actors=(party(one, ORLOV, "Orlov", "stops"),), on_word_of=(says, outlet), confidence=0.87,
        condition=quote(one, "if the shelling stops"), matter=quote(one, "let 120 civilians leave the harbour"),
        place=Place("Port Vek", "RUR", -12.5, 37.62, quote(one, "Port Vek", "hold talks")),
        when=day(one, "2022-05-03", "3 May", inferred=("year",), from_what="date of publication"),
        quantities=(Quantity(quote(one, "120 civilians"), 120.0, 120.0, "civilians"),),
        decided_by=("kind promise 0.87, then offer 0.09, no act 0.01", "modality conditional 0.91"))
    accuse = act(one, "accuse", "accused", "Graustark accused Orlov of ordering the blockade", on_word_of=(outlet,),
                 actors=(party(one, GRAUSTARK, after="Thursday"),), recipients=(party(one, ORLOV, "Orlov", "accused"),))
    ordered = act(one, "coerce", "blockade", "ordering the blockade", alleged=True, within=accuse.id, on_word_of=(outlet,),
                  actors=(party(one, ORLOV, "Orlov", "accused"),), decided_by=("rule: the blamed party is the actor",))
    acts = (
        act(one, "reject", "rejected", "Anton Orlov rejected Graustark's proposal to hold talks in Port Vek",
            actors=(party(one, ORLOV, "Anton Orlov"),), recipients=(party(one, GRAUSTARK),), on_word_of=(wire, outlet)),
        act(one, "propose", "proposal", "Graustark's proposal to hold talks in Port Vek", on_word_of=(wire, outlet),
            actors=(party(one, GRAUSTARK),), place=Place("Port Vek", "RUR")),
        offer,
        act(one, "meet", "meeting", "meeting UN envoy Mira Sand in Strelsau on April 26", mutual=True,
            actors=(party(one, ORLOV, "Orlov", "stops"),), recipients=(party(one, SAND, "Mira Sand"),), on_word_of=(outlet,),
            place=Place("Strelsau"), when=day(one, "--04-26", "April 26")),
        act(one, "visit", "visit", "Sand will visit Graustark on Thursday", modality=Modality.PLANNED, on_word_of=(outlet,),
            actors=(party(one, SAND, "Sand", "April 26"),), recipients=(party(one, GRAUSTARK, after="will visit"),),
            when=day(one, "2022-04-28", "Thursday", inferred=("year", "month", "day"), from_what="date of publication")),
        accuse, ordered,
        act(one, "talk", "met", "In the last two months the two sides met four times", on_word_of=(outlet,),
            when=day(one, "2022-02-27", "In the last two months", "2022-04-27", precision="month")),
    )
    said = quote(one, "said", "stops")
    statements = (
        Statement(id=identity(one.digest, "s1"), report=one.id, form=Form.DIRECT, cue=((said.start, said.end),),
                  source=Source(((said.start - 6, said.start - 1),), ORLOV.id), on_word_of=(says, outlet), decided_by=("rules",),
                  content=((offer.evidence[0].start, offer.evidence[0].end),)),
        Statement(id=identity(one.digest, "s2"), report=one.id, form=Form.INDIRECT, cue=(_span(one, "denied"),),
                  source=Source((_span(one, "A spokesman"),), UNNAMED), content=(_span(one, "it", "denied"),)),
        Statement(id=identity(one.digest, "s3"), report=one.id, form=Form.INDIRECT, cue=(_span(one, "stops"),),
                  source=Source(()), content=(_span(one, "the shelling"),), within=identity(one.digest, "s1")),
    )
    mentions = tuple(Mention(*_span(one, a.name), a.name, a.id, "name") for a in (ORLOV, SAND, GRAUSTARK))
    return one, Reading(report=one.id, acts=acts, statements=statements, actors=(ORLOV, SAND, GRAUSTARK), mentions=mentions)


def convoy() -> tuple[Report, Reading]:
    """Acts that were not done, and one that is possible; neither title nor date nor outlet."""
    one = report(CONVOY, "convoy-02.txt")
    acts = (
        act(one, "evacuate", "left", "No convoy has left the harbour", modality=Modality.NEGATED, place=Place("Port Vek", "RUR"),
            actors=(party(one, COUNCIL),), on_word_of=(Hop("Relief Council", HopRole.SPEAKER, COUNCIL.id),)),
        act(one, "concede", "open", "it may open", modality=Modality.POSSIBLE),
    )
    return one, Reading(report=one.id, acts=acts, actors=(COUNCIL,))


def hostile() -> tuple[Report, Reading]:
    """Words that would dress up a terminal or a spreadsheet."""
    one = report(HOSTILE, "=evil\u202e\x1b]0;.txt", title="\u202e[red]title[/red]\x1b[2J")
    minister = Actor(id="a-evil", name="=HYPERLINK(\"x\")\u202e[link]", type=ActorType.PERSON, mentions=("minister", "@minister"))
    acts = (act(one, "sign", "sign", HOSTILE.rstrip("\n"), modality=Modality.PLANNED, actors=(party(one, minister, "minister"),),
                decided_by=("\x1b[31mrule: [bold]x[/bold]",)),)
    return one, Reading(report=one.id, acts=acts, actors=(minister,))


def unread() -> tuple[Report, Reading]:
    """A report that no reader could read."""
    one = report("Ein Bericht.\n", "bericht.txt", language="de")
    return one, Reading(report=one.id, unread="no reader for the language de")


def _span(where: Report, words: str, after: str = "") -> tuple[int, int]:
    found = quote(where, words, after)
    return found.start, found.end


ALL = (harbour, convoy, hostile, unread)


def fill(path: Path | str, scenes: tuple[Any, ...] = ALL) -> None:
    """Appends the scenes to the ledger at the path."""
    with Ledger.open(path) as ledger:
        for scene in scenes:
            ledger.append(*scene())
