"""Intake: bytes to reports. Text, HTML, Markdown and JSON Lines, packed or not, in whatever encoding they come.

    for item in take(["reports/", "-"]):
        if isinstance(item, Trouble):
            print(item.line())

Nothing is fetched, nothing is held but the file at hand, and no input raises: what is wrong with it is a Trouble in its
place, and the rest goes on.
"""
from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from diurna.intake.decoding import declared_in, decode
from diurna.intake.jsonlines import Names, reports_in
from diurna.intake.opening import Bytes, opened, whole
from diurna.intake.pages import page_report
from diurna.intake.plain import markdown_report, plain_report
from diurna.intake.sniffing import Format, format_of
from diurna.intake.sources import Source, shown, sources
from diurna.intake.troubles import LeftOutError, bad_bytes, failed, guessed_encoding
from diurna.words import Report, Trouble

__all__ = ["Format", "Source", "open_source", "sources", "take"]

_READERS = {Format.TEXT: plain_report, Format.MARKDOWN: markdown_report, Format.PAGE: page_report}


def take(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Report | Trouble]:
    """The reports at `paths`, one at a time, in an order that never changes; a Trouble where something is amiss.

    paths: files, folders, glob patterns, or "-" for `stdin` (standard input unless given). Never raises for what it finds.
    """
    for source in sources(paths):
        if isinstance(source, Trouble):
            yield source
        else:
            yield from open_source(source, stdin=stdin)


def open_source(source: Source, *, stdin: BinaryIO | None = None) -> Iterator[Report | Trouble]:
    """The reports of one source, in this process or in another than the one that listed it."""
    try:
        with opened(source.path, source.where, stdin, source.start) as data:
            yield from _reports(source, data)
    except LeftOutError as left:
        yield left.trouble
    except Exception as error:  # one file of ten thousand must not stop the rest, whatever is wrong with it or us
        yield failed(source.where, error)


def _reports(source: Source, data: Bytes) -> Iterator[Report | Trouble]:
    name = os.path.basename(shown(source.path))
    # A file may have changed since it was listed: what it is is decided on the bytes that are read.
    kind = source.format if source.start else format_of(data.head, name, source.where)
    if kind is Format.LINES:
        listed = source.format is Format.LINES and not source.packed
        yield from reports_in(data, source.start, source.end, source.line, None if listed else Names(source.where))
        return
    yield from _document(data, kind, name, source.where)


def _document(data: Bytes, kind: Format, name: str, where: str) -> Iterator[Report | Trouble]:
    decoded = decode(whole(data), declared_in(data.head) if kind is Format.PAGE else "")
    report = _READERS[kind](decoded.text, name, where)
    first = next(report)
    if decoded.bad:
        yield bad_bytes(where, decoded.bad, decoded.encoding)
    elif decoded.guessed:
        yield guessed_encoding(where, decoded.encoding)
    yield first
    yield from report
