"""A small ledger with one of everything that a view has to show. The reports are invented."""
from __future__ import annotations

from pathlib import Path
from typing import Any

from factories import a_day, a_party, a_report, an_act, quote
from factories import fill as fill_ledger

from diurna.views import SURE
from diurna.words import (
    NOT_STATED,
    UNNAMED,
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
    Place,
    Quantity,
    Reading,
    Report,
    Source,
    Statement,
    cut,
    identity,
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
UNSURE = "The guards withdrew on 1 May. The mayor signed on 2 May. The council promised bread. The harbour master threatened to go.\n"
HOSTILE = "The \x1b[31mred\x07 minister \u202esaid\u202c [bold]he[/bold] will\tsign =1+1 :smile: \ud800 today.\n"

ORLOV = Actor(id="a-orlov", name="Anton Orlov", type=ActorType.PERSON, mentions=("Anton Orlov", "Orlov"), country="RUR",
              sector="GOV", office="Foreign Minister, Ruritania", basis="registry")
SAND = Actor(id="a-sand", name="Mira Sand", type=ActorType.PERSON, mentions=("Mira Sand", "Sand"), sector="IGO",
             office="Envoy, United Nations")
GRAUSTARK = Actor(id="a-graustark", name="Graustark", type=ActorType.STATE, mentions=("Graustark",), country="GRK", sector="GOV",
                  basis="registry")
COUNCIL = Actor(id="a-council", name="Relief Council", type=ActorType.ORGANISATION, mentions=("the relief council",), sector="NGO")


def harbour() -> tuple[Report, Reading]:
    """Eight acts in every modality but one, two of them nested, with a chain of word through an agency."""
    one = a_report(HARBOUR, name="harbour-01.txt", language="en", title="Orlov turns down truce at Port Vek", outlet="The Vek Mirror",
                   title_quote=cut(HARBOUR, 0, 34), byline="L. Hentzau", url="https://mirror.example/1",
                   furniture=(Furniture(0, 34, "title"),),
                   credits=(Credit("Vek Wire", CreditRole.WIRE, quote(a_report(HARBOUR), "Vek Wire")),))
    wire = Hop("Vek Wire", HopRole.AGENCY, NOT_STATED, quote(one, "Vek Wire"))
    outlet = Hop("The Vek Mirror", HopRole.OUTLET)
    says = Hop("Anton Orlov", HopRole.SPEAKER, ORLOV.id, quote(one, "Orlov", "stops"))
    offer = an_act(
        one, kind="promise", words="ready to let",
        clause="We are ready to let 120 civilians leave the harbour on 3 May if the shelling stops",
        modality=Modality.CONDITIONAL, actors=(a_party(one, ORLOV, "Orlov", "stops"),), on_word_of=(says, outlet), confidence=0.87,
        condition=quote(one, "if the shelling stops"), matter=quote(one, "let 120 civilians leave the harbour"),
        place=Place("Port Vek", "RUR", -12.5, 37.62, quote(one, "Port Vek", "hold talks")),
        when=a_day(one, "2022-05-03", "3 May", inferred=("year",), from_what="date of publication"),
        quantities=(Quantity(quote(one, "120 civilians"), 120.0, 120.0, "civilians"),),
        decided_by=("kind promise 0.87, then offer 0.09, no act 0.01", "modality conditional 0.91"))
    accuse = an_act(one, kind="accuse", words="accused", clause="Graustark accused Orlov of ordering the blockade",
                    actors=(a_party(one, GRAUSTARK, after="Thursday"),), recipients=(a_party(one, ORLOV, "Orlov", "accused"),),
                    on_word_of=(outlet,))
    ordered = an_act(one, kind="coerce", words="blockade", clause="ordering the blockade", alleged=True, within=accuse.id,
                     actors=(a_party(one, ORLOV, "Orlov", "accused"),), on_word_of=(outlet,),
                     decided_by=("rule: the blamed party is the actor",))
    acts = (
        an_act(one, kind="reject", words="rejected", clause="Anton Orlov rejected Graustark's proposal to hold talks in Port Vek",
               actors=(a_party(one, ORLOV, "Anton Orlov"),), recipients=(a_party(one, GRAUSTARK),), on_word_of=(wire, outlet)),
        an_act(one, GRAUSTARK, kind="propose", words="proposal", clause="Graustark's proposal to hold talks in Port Vek",
               place=Place("Port Vek", "RUR"), on_word_of=(wire, outlet)),
        offer,
        an_act(one, kind="meet", words="meeting", clause="meeting UN envoy Mira Sand in Strelsau on April 26", mutual=True,
               actors=(a_party(one, ORLOV, "Orlov", "stops"),), recipients=(a_party(one, SAND),), on_word_of=(outlet,),
               place=Place("Strelsau"), when=a_day(one, "--04-26", "April 26")),
        an_act(one, kind="visit", words="visit", clause="Sand will visit Graustark on Thursday", modality=Modality.PLANNED,
               actors=(a_party(one, SAND, "Sand", "April 26"),), recipients=(a_party(one, GRAUSTARK, after="will visit"),),
               when=a_day(one, "2022-04-28", "Thursday", inferred=("year", "month", "day"), from_what="date of publication"),
               on_word_of=(outlet,)),
        accuse, ordered,
        an_act(one, kind="talk", words="met", clause="In the last two months the two sides met four times", on_word_of=(outlet,),
               when=a_day(one, "2022-02-27", "In the last two months", end="2022-04-27", precision="month")),
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
    one = a_report(CONVOY, name="convoy-02.txt", language="en", published=NOT_STATED)
    acts = (
        an_act(one, COUNCIL, kind="evacuate", words="left", clause="No convoy has left the harbour", modality=Modality.NEGATED,
               place=Place("Port Vek", "RUR"), on_word_of=(Hop("Relief Council", HopRole.SPEAKER, COUNCIL.id),)),
        an_act(one, kind="concede", words="open", clause="it may open", modality=Modality.POSSIBLE),
    )
    return one, Reading(report=one.id, acts=acts, actors=(COUNCIL,))


def hostile() -> tuple[Report, Reading]:
    """Words that would dress up a terminal or a spreadsheet."""
    one = a_report(HOSTILE, name="=evil\u202e\x1b]0;.txt", language="en", title="\u202e[red]title[/red]\x1b[2J", published=NOT_STATED)
    minister = Actor(id="a-evil", name="=HYPERLINK(\"x\")\u202e[link]", type=ActorType.PERSON, mentions=("minister", "@minister"))
    acts = (an_act(one, minister, kind="sign", words="sign", clause=HOSTILE.rstrip("\n"), modality=Modality.PLANNED,
                   decided_by=("\x1b[31mrule: [bold]x[/bold]",)),)
    return one, Reading(report=one.id, acts=acts, actors=(minister,))


def unread() -> tuple[Report, Reading]:
    """A report that no reader could read."""
    one = a_report("Ein Bericht.\n", name="bericht.txt", language="de", published=NOT_STATED)
    return one, Reading(report=one.id, unread="no reader for the language de")


def unsure() -> tuple[Report, Reading]:
    """Two acts that are sure enough for a screen, the second by nothing, and two that are not, one of them first by its day."""
    one = a_report(UNSURE, name="unsure-03.txt", language="en")
    acts = (
        an_act(one, kind="withdraw", words="withdrew", when=a_day(one, "2022-05-01", "1 May"), confidence=SURE / 2),
        an_act(one, kind="sign", words="signed", when=a_day(one, "2022-05-02", "2 May")),
        an_act(one, kind="promise", words="promised", confidence=SURE),
        an_act(one, kind="threaten", words="threatened", confidence=SURE / 4),
    )
    return one, Reading(report=one.id, acts=acts)


def _span(where: Report, words: str, after: str = "") -> tuple[int, int]:
    found = quote(where, words, after)
    return found.start, found.end


ALL = (harbour, convoy, hostile, unread)


def fill(path: Path | str, scenes: tuple[Any, ...] = ALL) -> None:
    """Appends the scenes to the ledger at the path."""
    fill_ledger(path, (scene() for scene in scenes))
