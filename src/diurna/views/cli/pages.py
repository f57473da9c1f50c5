"""The help pages: plain text that wraps to the terminal, options in groups, examples and exit codes below."""
from __future__ import annotations

import textwrap
from typing import Any

from typer.core import TyperCommand, TyperGroup

from diurna.views.cli.exits import MEANINGS

ARGUMENTS, WHICH, HOW, LEDGER, OTHER = "Arguments", "Which lines", "How they are shown", "Ledger", "Options"
GROUPS = (ARGUMENTS, WHICH, HOW, OTHER, LEDGER)
"""The groups of a page, in order."""


def write_page(command: Any, ctx: Any, formatter: Any) -> None:
    """One help page."""
    command.format_usage(ctx, formatter)
    command.format_help_text(ctx, formatter)
    groups: dict[str, list[tuple[str, str]]] = {title: [] for title in GROUPS}
    for parameter in command.get_params(ctx):
        if not getattr(parameter, "hidden", False):
            argument = parameter.param_type_name == "argument"
            title = ARGUMENTS if argument else getattr(parameter, "rich_help_panel", None) or OTHER
            groups[title].append((title_of(parameter), parameter.help or ""))
    for title, rows in groups.items():
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


def title_of(parameter: Any) -> str:
    """What a user types for an option or argument."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    takes = "" if parameter.is_flag else f" {parameter.metavar or 'TEXT'}"
    return ", ".join(sorted((*parameter.opts, *parameter.secondary_opts), key=len)) + takes


def usage(command: Any, ctx: Any, formatter: Any) -> None:
    """The line that says what may be typed."""
    arguments = [p.metavar or p.name.upper() for p in command.get_params(ctx) if p.param_type_name == "argument"]
    formatter.write_usage(ctx.command_path, " ".join([*arguments, "[OPTIONS]"]))


def exit_codes() -> str:
    """The exit codes, as the help pages have them."""
    lines = (textwrap.fill(f"  {code}  {means}", 78, subsequent_indent="     ") for code, means in MEANINGS.items())
    return "\b\nExit codes:\n" + "\n".join(lines)


def examples(*lines: str) -> str:
    """The examples of a command, as its help page has them."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


class Page(TyperCommand):
    """A command with such a page."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        usage(self, ctx, formatter)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        write_page(self, ctx, formatter)
        self.format_epilog(ctx, formatter)


class Cover(TyperGroup):
    """The page of diurna itself, which lists the commands."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] COMMAND …")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        write_page(self, ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(limit=200)) for name, one in self.commands.items()])
        self.format_epilog(ctx, formatter)
