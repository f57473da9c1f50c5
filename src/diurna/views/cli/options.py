"""The options that commands share, and the values they take."""
from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

from diurna.views import SURE
from diurna.views.cli import pages

LEDGER = "diurna.db"
"""The ledger where none is named: in the folder one stands in."""
VARIABLE = "DIURNA_LEDGER"


class What(StrEnum):
    """The lists of the record."""

    ACTS = "acts"
    STATEMENTS = "statements"
    ACTORS = "actors"
    REPORTS = "reports"


class Standing(StrEnum):
    """The modalities of an act, as `words.Modality` has them."""

    DONE = "done"
    PLANNED = "planned"
    WANTED = "wanted"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    NEGATED = "negated"


class ReaderName(StrEnum):
    """The readers, as `reading.READERS` has them."""

    TAGGER = "tagger"
    RULES = "rules"


class FileFormat(StrEnum):
    """What can be exported to."""

    JSONL = "jsonl"
    CSV = "csv"


def kinds(incomplete: str) -> list[str]:
    """The kinds of act that begin so, for the shell to complete."""
    from diurna.words import KINDS

    return [kind for kind in KINDS if kind.startswith(incomplete)]


Ledger = Annotated[str | None, typer.Option(
    "--ledger", metavar="FILE", rich_help_panel=pages.LEDGER,
    help=f"The ledger. Where none is named: the one that {VARIABLE} names, else {LEDGER} in this folder.")]
Json = Annotated[bool, typer.Option(
    "--json", rich_help_panel=pages.HOW, help="Print the lines as JSON (docs/record.md) and nothing else.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, rich_help_panel=pages.HOW, help="At most N lines.")]
ByActor = Annotated[str | None, typer.Option(
    "--actor", metavar="NAME", rich_help_panel=pages.WHICH,
    help="Those of an actor: whole words of any of its names. Who acts or speaks, and either side of a meeting.")]
ByKind = Annotated[str | None, typer.Option(
    "--kind", metavar="KIND", rich_help_panel=pages.WHICH, autocompletion=kinds,
    help="Those of a kind of act, like promise or visit.")]
ByPlace = Annotated[str | None, typer.Option(
    "--place", metavar="NAME", rich_help_panel=pages.WHICH, help="Those at a place: whole words of its name.")]
Since = Annotated[str | None, typer.Option(
    "--since", metavar="DAY", rich_help_panel=pages.WHICH,
    help="From that day on: 2022-04-26, 2022-04 or 2022. Where a line states no day, its report's date of publication counts.")]
Until = Annotated[str | None, typer.Option(
    "--until", metavar="DAY", rich_help_panel=pages.WHICH, help="Until that day, month or year, itself included.")]
ByReport = Annotated[str | None, typer.Option(
    "--report", metavar="NAME", rich_help_panel=pages.WHICH, help="Those of a report: its id, or the beginning of its name.")]
ByModality = Annotated[Standing | None, typer.Option(
    "--modality", metavar="WORD", rich_help_panel=pages.WHICH,
    help="Acts that stand so: done, planned, wanted, possible, conditional or negated.")]

Sure = Annotated[float | None, typer.Option(
    "--sure", metavar="P", rich_help_panel=pages.WHICH, help=(
        f"Acts at least so sure, from 0 to 1. Where nothing is said, the screen leaves out those less sure than {SURE:g} and says how "
        "many, and --json leaves out none. --sure 0 shows all."))]


def ledger_of(*named: str | None) -> str:
    """The ledger to use: the first that is named, else the environment's, else the one of this folder."""
    return next((name for name in named if name), None) or os.environ.get(VARIABLE) or LEDGER
