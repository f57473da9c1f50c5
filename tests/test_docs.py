"""The docs name what there is: pages, links, commands, paths, doors, and the import rule."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from textwrap import dedent

import pytest
from test_rooms import MAY, SOURCE

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
INDEX = DOCS / "index.md"
ROOMS = DOCS / "rooms.md"
PAGES = [*sorted(DOCS.glob("*.md")), *sorted(ROOT.glob("*.md"))]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$|`([^`\n]+)`", re.M | re.S)
MAKE = re.compile(r"(?:^|[;&|]\s*)make(?:\s+[A-Z]+=\S+)*\s+([a-z-]+)", re.M)
FOLDERS = "src|tests|docs|training|evaluation|bench|tools|examples"
NOT_HERE = ("/work", "localhost index", "session")
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def links(text: str) -> list[str]:
    """Where the relative links of a page lead, without the place on the page."""
    targets = (target.partition("#")[0] for target in LINK.findall(text) if not re.match(r"[a-z]+:", target))
    return [target for target in targets if target]


def code(text: str) -> list[str]:
    """The blocks and the inline pieces of code on a page."""
    return [block or inline for _, block, inline in CODE.findall(text)]


def made(text: str) -> set[str]:
    """What a page says can be made."""
    return {target for piece in code(text) for target in MAKE.findall(piece)}


@cache
def targets() -> frozenset[str]:
    """What the Makefile has a recipe for."""
    return frozenset(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.M))


@cache
def signatures() -> frozenset[str]:
    """Every function of the code as `name(arguments) -> result`."""
    trees = (ast.parse(text_of(path)) for path in SOURCE.rglob("*.py"))
    return frozenset(signature(node) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def signature(node: ast.FunctionDef) -> str:
    result = ast.unparse(node.returns) if node.returns else ""
    return f"{node.name}({ast.unparse(node.args)}) -> {result}"


def doors(text: str) -> list[str]:
    """The signatures in the Python blocks of a page."""
    blocks = [block for language, block, _ in CODE.findall(text) if language == "python"]
    trees = [ast.parse(dedent(block)) for block in blocks]
    return [signature(node) for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]


def rule_of(text: str) -> dict[str, set[str]]:
    """The table of who may import whom."""
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", text, re.M)
    return {room: set(re.findall(r"`(\w+)`", cell)) for room, cell in rows}


@pytest.mark.parametrize("page", [p for p in sorted(DOCS.glob("*.md")) if p != INDEX], ids=lambda page: page.name)
def test_every_page_is_in_the_index(page: Path) -> None:
    assert page.name in links(text_of(INDEX))


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [target for target in links(text_of(page)) if not (page.parent / target).exists()] == []


@each_page
def test_what_can_be_made_is_in_the_makefile(page: Path) -> None:
    assert made(text_of(page)) <= targets()


@each_page
def test_every_path_named_is_there(page: Path) -> None:
    named = [piece for piece in code(text_of(page)) if re.fullmatch(rf"(?:{FOLDERS})/[\w./*-]+", piece) and "NAME" not in piece]
    assert [path for path in named if not any(ROOT.glob(path))] == []


@each_page
def test_a_page_is_about_the_project_alone(page: Path) -> None:
    assert [words for words in NOT_HERE if words in text_of(page)] == []


def test_what_is_phony_has_a_recipe() -> None:
    phony = re.findall(r"^\.PHONY: (.*)$", text_of(ROOT / "Makefile"), re.M)
    assert set(" ".join(phony).split()) <= targets()


def test_the_notices_go_where_the_parts_go() -> None:
    built = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    assert {"LICENSE", "NOTICE"} <= set(built["project"]["license-files"])
    assert {"LICENSE", "NOTICE"} <= set(built["tool"]["hatch"]["build"]["targets"]["sdist"]["include"])


def test_every_file_of_places_says_where_it_comes_from() -> None:
    data = SOURCE / "reading" / "where" / "data"
    said = text_of(data / "README.md")
    assert [path.name for path in data.iterdir() if path.suffix != ".md" and f"| `{path.name}` |" not in said] == []
    assert all(name in text_of(ROOT / "NOTICE") for name in ("geonames.npz", "countries.tsv", "doubtful.tsv"))


def test_the_table_of_imports_is_the_rule() -> None:
    assert rule_of(text_of(ROOMS)) == MAY


def test_the_doors_are_as_the_code_has_them() -> None:
    named = doors(text_of(ROOMS))
    assert len(named) >= len(MAY)
    assert [door for door in named if door not in signatures()] == []


def test_these_checks_can_fail() -> None:
    page = "[x](nowhere.md) `make nothing`\n\n| `words` | `views` |\n\n```python\ndef take(paths: int) -> None: ...\n```\n"
    assert links(page) == ["nowhere.md"]
    assert made(page) == {"nothing"}
    assert not made(page) <= targets()
    assert rule_of(page) != MAY
    assert doors(page) == ["take(paths: int) -> None"]
    assert not set(doors(page)) & signatures()


def test_the_excerpt_in_the_readme_is_what_is_printed() -> None:
    excerpt = next(block for language, block, _ in CODE.findall(text_of(ROOT / "README.md")) if language == "text")
    (example,) = (ROOT / "examples").glob(f"*/{re.findall(r'[^ ]+[.]html', excerpt)[0]}")
    run = [sys.executable, "-c", "from diurna.views.cli import main; main()", "read", "--ledger", ":memory:", str(example)]
    printed = subprocess.run(run, capture_output=True, check=True, env={**os.environ, "COLUMNS": "100"}).stdout.decode("utf-8")
    assert excerpt.rstrip("\n") in printed
