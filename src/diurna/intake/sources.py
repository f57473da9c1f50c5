"""What there is to read: paths, folders and patterns to a list of sources, in an order that never changes."""
from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from msgspec import Struct

from diurna.intake.jsonlines import stretches
from diurna.intake.opening import kind_of_file, opened, os_trouble
from diurna.intake.sniffing import Format, format_of
from diurna.intake.troubles import LeftOutError, matches_nothing, no_file, nothing_in_folder, passed_over
from diurna.words import Trouble


class Source(Struct, frozen=True, kw_only=True):
    """Something that holds one report, or a stretch of the lines of a JSON Lines file. Small, and can be sent to another
    process."""

    path: str
    """As the system takes it; "-" is standard input."""
    format: Format
    packed: bool = False
    start: int = 0
    """Bytes: where the stretch begins. It ends before `end`; -1 is the end of the file."""
    end: int = -1
    line: int = 1
    """The number of its first line."""
    reports: int = 1
    """How many it should hold. 1 where nothing counts them before they are read: packed lines, standard input."""

    @property
    def where(self) -> str:
        """The path in letters that can be shown and stored, whatever its bytes."""
        return shown(self.path)


_SIDE_FILES = (
    ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".bmp", ".avif", ".woff", ".woff2",
    ".ttf", ".otf", ".eot",
)
"""What a saved page leaves around it: nobody means these as reports."""
_REPORTS = (
    ".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown", ".jsonl", ".ndjson", ".jsonlines", ".json", ".gz", "",
)
_DATABASES = tuple(f"{kind}{part}" for kind in (".db", ".sqlite", ".sqlite3") for part in ("", "-wal", "-shm", "-journal"))
"""A ledger in the folder that is read: nobody means it as a report either."""
_ABOUT_THE_FOLDER = re.compile(
    r"(?i:readme|licen[cs]e|copying|changelog|contributing|notice)(?:\.\w+)*|(?:README|LICEN[CS]E|COPYING)[-_][\w.]+")
"""The whole name: `notice-to-mariners.txt` is a report."""


def shown(path: str) -> str:
    """A path in letters that can be shown and stored: bytes of it that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def sources(paths: Iterable[str | Path]) -> Iterator[Source | Trouble]:
    """All that there is to read at `paths`, in order: files as given, folders and patterns in the order of their names.

    Looks at the first bytes of each file, and at the lines of JSON Lines files to share them out; a path met twice counts
    once. What cannot be read is a Trouble in its place. "-" is standard input.
    """
    seen: set[str] = set()
    for given in paths:
        for path in _expanded(os.fspath(given)):
            if isinstance(path, Trouble):
                yield path
                continue
            same = path if path == "-" else os.path.realpath(path)
            if same not in seen:
                seen.add(same)
                yield from _looked_at(path)


def _expanded(path: str) -> Iterator[str | Trouble]:
    if path == "-":
        yield path
        return
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield from _pattern(path, error)
        return
    if kind_of_file(mode) == "a folder":
        yield from _folder(path)
    else:
        yield path


def _pattern(path: str, error: Exception) -> Iterator[str | Trouble]:
    if not isinstance(error, FileNotFoundError) or not has_magic(path) or os.path.islink(path):
        yield os_trouble(path, shown(path), error)
        return
    found = sorted(glob(path, recursive=True))
    if not found:
        yield matches_nothing(shown(path))
    for match in found:
        # With ** a folder stands beside the files in it: only files are meant.
        if "**" not in path or not os.path.isdir(match):
            yield from _expanded(match) if not has_magic(match) else (match,)


def _folder(top: str) -> Iterator[str | Trouble]:
    """The reports in a folder and below it. Hidden files, files about the folder, and what belongs to a saved page are not
    meant; files of other kinds are counted."""
    errors: list[OSError] = []
    others: list[str] = []
    found = 0
    seen: set[str] = set()
    for folder, below, names in os.walk(top, onerror=errors.append, followlinks=True):
        if (real := os.path.realpath(folder)) in seen:  # a link back up, or a second way to the same folder
            below.clear()
            continue
        seen.add(real)
        below[:] = sorted(n for n in below if not n.startswith(".") and not _side_folder(n, names))
        for name in sorted(names):
            ending = os.path.splitext(name.lower())[1]
            if ending in _REPORTS and not name.startswith(".") and not _ABOUT_THE_FOLDER.fullmatch(name):
                found += 1
                yield os.path.join(folder, name)
            elif ending not in _REPORTS + _SIDE_FILES + _DATABASES and not name.startswith("."):
                others.append(ending)
    yield from (os_trouble(e.filename or top, shown(e.filename or top), e) for e in errors)
    if others:
        yield passed_over(shown(top), len(others), sorted(set(others))[:8])
    elif not found and not errors:
        yield nothing_in_folder(shown(top))


def _side_folder(name: str, beside: list[str]) -> bool:
    """`page_files` beside `page.html`: what a browser saves with a page."""
    bare = name.removesuffix("_files")
    return bare != name and any(f"{bare}{ending}" in beside for ending in (".html", ".htm"))


def _looked_at(path: str) -> Iterator[Source | Trouble]:
    if path == "-":
        yield Source(path="-", format=Format.UNKNOWN)
        return
    where = shown(path)
    try:
        # Before opening: to open some devices is already to do something.
        kind = kind_of_file(os.stat(path).st_mode)
        if kind:
            raise LeftOutError(no_file(where, kind))
        with opened(path, where) as source:
            found = format_of(source.head, os.path.basename(path), where)
            packed = source.packed
        if found is not Format.LINES or packed:
            yield Source(path=path, format=found, packed=packed)
        else:
            yield from _shared_out(path, where)
    except LeftOutError as left:
        yield left.trouble
    except OSError as error:
        yield os_trouble(path, where, error)


def _shared_out(path: str, where: str) -> Iterator[Source | Trouble]:
    with opened(path, where) as source:
        for stretch in stretches(source):
            if isinstance(stretch, Trouble):
                yield stretch
            else:
                start, end, line, count = stretch
                yield Source(path=path, format=Format.LINES, start=start, end=end, line=line, reports=count)


