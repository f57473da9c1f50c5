"""The help pages, the start, and the docs that must not drift from them."""
from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from running import Run, process
from typer.main import get_command

from diurna.views import SURE
from diurna.views.cli.app import app
from diurna.views.cli.exits import MEANINGS
from diurna.views.cli.options import ReaderName, Standing

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "commands.md").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]
HEAVY = ("spacy", "onnxruntime", "pandas", "trafilatura", "numpy", "tokenizers", "pydantic", "sqlite3", "rich.console", "msgspec")
OPTION = re.compile(r"--[a-z][a-z-]+")
SHARED = {"--help", "--ledger", "--json"}


def section(command: str) -> str:
    """What docs/commands.md says of a command."""
    found = re.search(rf"^## diurna {command}\b.*?(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no section on diurna {command}"
    return found[0]


def options_of(command: str) -> set[str]:
    return {one for parameter in COMMANDS[command].params for one in parameter.opts if one.startswith("--")}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_docs_have_every_option_of_a_command(command: str) -> None:
    assert options_of(command) - SHARED <= set(OPTION.findall(section(command)))


@pytest.mark.parametrize("command", COMMANDS)
def test_the_docs_have_no_option_that_a_command_lacks(command: str) -> None:
    told = re.sub(r"```python.*?```", "", section(command), flags=re.DOTALL)
    assert set(OPTION.findall(told)) <= options_of(command) | {"--help"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_has_every_option_and_its_examples(diurna: Run, command: str) -> None:
    ended = diurna(command, "--help")
    assert ended.code == 0
    assert options_of(command) <= set(OPTION.findall(ended.out))
    examples = ended.out.split("Examples:")[1].split("Exit codes:")[0]
    assert examples.count(f"diurna {command}") == (3 if "--sure" in options_of(command) else 2)
    assert ("--sure" in examples) == ("--sure" in options_of(command))
    assert all(line.strip() in section(command) for line in examples.strip().splitlines())
    assert all(f"{code}  " in ended.out for code in MEANINGS)


@pytest.mark.parametrize("command", ["read", "show", "timeline"])
def test_a_page_says_how_sure_is_sure_enough(diurna: Run, command: str) -> None:
    assert f"less sure than {SURE:g} and says how many" in " ".join(diurna(command, "--help").out.split())


@pytest.mark.parametrize("page", ["commands.md", "honesty.md"])
def test_the_docs_say_how_sure_is_sure_enough(page: str) -> None:
    said = " ".join((DOCS / page).read_text(encoding="utf-8").split())
    assert set(re.findall(r"less sure than (\d[.\d]*\d|\d)", said)) == {f"{SURE:g}"}


def test_the_cover_lists_every_command_and_exit_code(diurna: Run) -> None:
    out = diurna("--help").out
    assert all(re.search(rf"^  {command} +\w", out, re.MULTILINE) for command in COMMANDS)
    assert all(f"\n    {code}  " in out for code in MEANINGS)
    assert "--install-completion" in out
    assert "..." not in out


def test_the_docs_have_every_exit_code() -> None:
    assert re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE) == [*map(str, MEANINGS), "130", "141"]


def test_nothing_heavy_is_imported_for_help() -> None:
    begin = "import sys, json; from diurna.views.cli import main; code = main(['--help']); "
    end = "print(json.dumps(sorted(sys.modules)), file=sys.stderr); sys.exit(code)"
    there = set(json.loads(process(begin=begin + end).communicate()[1]))
    assert not [name for name in HEAVY if name in there]
    assert "typer" in there


def test_help_starts_fast() -> None:
    """Under 0.3 s of CPU: the better of two, since other work on the machine slows both."""
    spent = []
    for _ in range(2):
        before = os.times()
        child = process("--help")
        child.communicate()
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert min(spent) < 0.3


def test_diurna_alone_says_how_to_begin(diurna: Run) -> None:
    ended = diurna()
    assert ended.code == 0
    assert len(re.findall(r"^  diurna \w+", ended.out, re.MULTILINE)) == 3


def test_the_version(diurna: Run) -> None:
    assert re.fullmatch(r"diurna \d+\.\d+\.\d+\S*\n", diurna("--version").out)


def test_python_runs_the_command_by_its_name() -> None:
    begin = "import runpy, sys; sys.argv[0] = 'diurna'; runpy.run_module('diurna', run_name='__main__')"
    child = process("--version", begin=begin)
    assert child.communicate()[0].startswith(b"diurna ")
    assert child.returncode == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_can_complete_commands_and_kinds(shell: str) -> None:
    def completed(words: str) -> str:
        settings = {"_DIURNA_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": words, "COMP_WORDS": words,
                    "COMP_CWORD": str(len(words.split()) - 1), "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
        return process(**settings).communicate()[0].decode()

    assert "timeline" in completed("diurna tim")
    assert "promise" in completed("diurna show acts --kind prom")


def test_choices_are_those_of_the_rooms_that_own_them() -> None:
    from diurna.reading.reader import READERS
    from diurna.words import Modality

    assert [one.value for one in Standing] == [one.value for one in Modality]
    assert [one.value for one in ReaderName] == list(READERS)


def snippets() -> list[Any]:
    """The Python of each section but the one that reads, which test_views_read.py runs."""
    found = [(command, code) for command in COMMANDS if command != "read"
             for code in re.findall(r"```python\n(.*?)```", section(command), re.DOTALL)]
    return [pytest.param(code, id=command) for command, code in found]


@pytest.mark.parametrize("code", snippets())
def test_the_python_of_the_docs_runs(code: str, held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from diurna.record import Ledger, record_of

    monkeypatch.chdir(tmp_path)
    (tmp_path / "diurna.db").write_bytes(held.read_bytes())
    with Ledger.open(held, writable=False) as ledger:
        record = record_of(ledger)
    exec(code.replace("3f9a1c2b", record.acts[0].id), {"record": record})


def test_the_docs_have_every_command_once() -> None:
    assert re.findall(r"^## diurna (\w+)", PAGE, re.MULTILINE) == list(COMMANDS)
