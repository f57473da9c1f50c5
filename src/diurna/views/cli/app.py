"""The commands as the user types them. Only parses: each gives back the work to be done, which imports what it needs."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

import typer

from diurna.views.cli import options, pages
from diurna.views.cli.options import FileFormat, ReaderName, What, ledger_of
from diurna.views.cli.pages import Cover, Page, examples, exit_codes

Work = Callable[[], int]
"""What a command does; gives its exit code."""

SHORT_HELP = """\
diurna keeps the record of what was said, promised and done, and on whose word.

  diurna read reports/      read reports into {ledger} and show what they say
  diurna timeline           what happened, day by day
  diurna explain 3f9a1c2b   why a line is there, and the words it rests on

All commands and options: diurna --help
"""

app = typer.Typer(
    name="diurna", cls=Cover, rich_markup_mode=None, no_args_is_help=False, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from diurna import __version__

        print(f"diurna {__version__}")
        raise typer.Exit


def _short_help() -> int:
    print(SHORT_HELP.format(ledger=ledger_of()), end="")
    return 0


@app.callback(invoke_without_command=True, epilog=exit_codes())
def diurna(
    ctx: typer.Context, ledger: options.Ledger = None,
    version: Annotated[bool, typer.Option(
        "--version", is_eager=True, callback=_version, help="Print the version and end.")] = False,
) -> Work | None:
    """The record of what was said, promised and done in a crisis, and on whose word.

    Reads news reports into a ledger, and shows what is in it: each line with the words it rests on.
    """
    ctx.obj = ledger
    return _short_help if ctx.invoked_subcommand is None else None


def command(*lines: str) -> Callable[[Callable[..., Work]], Callable[..., Work]]:
    """Registers a command of the same name as its function, with its examples and the exit codes on its page."""
    return app.command(cls=Page, epilog=examples(*lines) + "\n\n" + exit_codes())


@command(
    "diurna read reports/", "diurna read --sure 0 reports/",
    "diurna read --ledger :memory: --json wire.jsonl '2022-05/*.html' > record.json")
def read(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(
        metavar="PATH…", show_default=False,
        help="Files, folders, patterns, or - for standard input: text, HTML, Markdown, JSON Lines, each of them in gzip too.")],
    ledger: options.Ledger = None, sure: options.Sure = None,
    as_json: Annotated[bool, typer.Option("--json", rich_help_panel=pages.HOW, help=(
        "Print the record as one JSON object and nothing else: of the reports just read with the ledger :memory:, "
        "else of all that the ledger holds."))] = False,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Read in N processes. The record is the same.")] = 1,
    reader: Annotated[ReaderName, typer.Option("--reader", metavar="NAME", help=(
        "tagger, which is trained, or rules, which needs no model and finds less."))] = ReaderName.TAGGER,
    registry: Annotated[list[str] | None, typer.Option("--registry", metavar="FILE", help=(
        "A table of your own actors beside diurna's. May be given several times."))] = None,
    quiet: Annotated[bool, typer.Option("--quiet", rich_help_panel=pages.HOW, help=(
        "Print no record, no summary and no progress: only what was left out."))] = False,
) -> Work:
    """Read reports into the ledger, and show what they say.

    The acts of each report that are sure enough, the most telling first. A report that the ledger holds already is not read
    again. What could not be read is told on standard error, one line each; the rest goes on.
    """
    from diurna.views.cli.read import Asked, run

    tables = tuple(registry or ())
    return partial(run, Asked(tuple(paths), ledger_of(ledger, ctx.obj), as_json, jobs, reader.value, tables, quiet, sure))


@command(
    "diurna show acts --actor Guterres --kind propose", "diurna show acts --kind promise --sure 0.8",
    "diurna show statements --since 2022-04-26 --until 2022-05 --json")
def show(
    ctx: typer.Context,
    what: Annotated[What, typer.Argument(metavar="LIST", show_default=False, help="acts, statements, actors or reports.")],
    actor: options.ByActor = None, kind: options.ByKind = None, place: options.ByPlace = None, since: options.Since = None,
    until: options.Until = None, report: options.ByReport = None, modality: options.ByModality = None,
    sure: options.Sure = None, limit: options.Limit = None, as_json: options.Json = False, ledger: options.Ledger = None,
) -> Work:
    """Show the acts, statements, actors or reports that the ledger holds.

    Acts can be asked for by everything below, reports by all of it but --modality and --sure, statements by actor, days and
    report, actors by name and report.
    """
    from diurna.views.cli.show import run

    filters = _filters(
        actor=actor, kind=kind, place=place, since=since, until=until, report=report, modality=modality, sure=sure, limit=limit)
    return partial(run, what, filters, ledger_of(ledger, ctx.obj), as_json)


@command(
    "diurna timeline", "diurna timeline --place Mariupol --since 2022-04-26 --until 2022-05-08",
    "diurna timeline --actor Guterres --sure 0")
def timeline(
    ctx: typer.Context,
    actor: options.ByActor = None, kind: options.ByKind = None, place: options.ByPlace = None, since: options.Since = None,
    until: options.Until = None, report: options.ByReport = None, modality: options.ByModality = None,
    sure: options.Sure = None, limit: options.Limit = None, as_json: options.Json = False, ledger: options.Ledger = None,
) -> Work:
    """Show the acts in the order of their own time, day by day.

    Days whose year nothing states come after the others; acts that state no time come last, by report.
    """
    from diurna.views.cli.timeline import run

    filters = _filters(
        actor=actor, kind=kind, place=place, since=since, until=until, report=report, modality=modality, sure=sure, limit=limit)
    return partial(run, filters, ledger_of(ledger, ctx.obj), as_json)


@command("diurna verify", "diurna verify --ledger /archive/2022.db --json")
def verify(ctx: typer.Context, as_json: options.Json = False, ledger: options.Ledger = None) -> Work:
    """Check that the ledger holds what was written into it, and that every line stands on its words.

    Names the first broken entry. The hash that it prints for a whole ledger can be noted elsewhere, to hold it against later.
    """
    from diurna.views.cli.verify import run

    return partial(run, ledger_of(ledger, ctx.obj), as_json)


@command("diurna export --format csv --out acts.csv", "diurna export --format jsonl --what statements | gzip > statements.jsonl.gz")
def export(
    ctx: typer.Context,
    form: Annotated[FileFormat, typer.Option("--format", metavar="FORMAT", help=(
        "jsonl: one JSON object a line, exact. csv: a flat table that is safe to open in a spreadsheet."))],
    what: Annotated[What, typer.Option("--what", metavar="LIST", help=(
        "acts (where nothing is said), statements, actors or reports."))] = What.ACTS,
    out: Annotated[str | None, typer.Option("--out", metavar="FILE", help=(
        "The file to write, replaced when it is whole; standard output where none is named."))] = None,
    ledger: options.Ledger = None,
) -> Work:
    """Write one list of the record to a file, for spreadsheets and other programs."""
    from diurna.views.cli.export import run

    return partial(run, form, what, out, ledger_of(ledger, ctx.obj))


@command("diurna explain 3f9a1c2b", "diurna explain 3f9a1c2b --json")
def explain(
    ctx: typer.Context,
    act: Annotated[str, typer.Argument(metavar="ACT_ID", show_default=False, help="The act's id, or enough of its beginning.")],
    as_json: options.Json = False, ledger: options.Ledger = None,
) -> Work:
    """Say why an act is on record: its words in their sentence, what decided, and on whose word it stands."""
    from diurna.views.cli.explain import run

    return partial(run, act, ledger_of(ledger, ctx.obj), as_json)


def _filters(**asked: Any) -> dict[str, Any]:
    """The filters that were asked for, by the names that `selecting.selection` knows."""
    return {name: value for name, value in asked.items() if value is not None}
