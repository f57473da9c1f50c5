"""JSON Lines: one report a line, however many lines, never more than one of them in memory."""
from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

from msgspec import MsgspecError, Struct
from msgspec.json import Decoder

from diurna.intake.composing import FIELDS, Given, composed
from diurna.intake.dates import date_of
from diurna.intake.decoding import decode, wide_encoding
from diurna.intake.languages import language_named
from diurna.intake.opening import HEAD, MOST_LINE_BYTES, Bytes
from diurna.intake.troubles import (
    MOST_CHARACTERS,
    LeftOutError,
    bad_bytes,
    bad_field,
    bad_line,
    empty,
    failed,
    guessed_encoding,
    no_id,
    no_text,
    same_id,
    too_long,
)
from diurna.words import NOT_STATED, Absent, Published, Report, Trouble, identity

STRETCH = 2**16
"""Bytes of lines that go together to one process: some twenty reports, a second's reading."""
_LONE = re.compile(r"[\ud800-\udfff]")


class Raw(NamedTuple):
    """One line with its number, and where it begins and ends in the file (bytes). `data` is None for one too long to hold."""

    number: int
    start: int
    end: int
    data: bytes | None


def raw_lines(source: Bytes, start: int = 0, end: int = -1, number: int = 1) -> Iterator[Raw]:
    """The lines from `start`, up to `end` (bytes in the file), blank ones left out. Numbers count from `number`.

    Raises LeftOutError for a gzip file that expands without measure.
    """
    file = _in_utf8(source) if start == 0 else source.file
    place = start
    while end < 0 or place < end:
        data = file.readline(MOST_LINE_BYTES)
        if not data:
            return
        size, fits = len(data), data.endswith(b"\n") or len(data) < MOST_LINE_BYTES
        while not fits and (more := file.readline(HEAD)):
            source.check()
            size += len(more)
            if more.endswith(b"\n"):
                break
        source.check()
        if not fits or data.strip():
            yield Raw(number, place, place + size, data if fits else None)
        place += size
        number += 1


def _in_utf8(source: Bytes) -> BinaryIO:
    """The lines in UTF-8: what is in UTF-16 or UTF-32 is turned into it, or its line ends could not be found."""
    marks = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
    wide = next((name for mark, name in marks if source.head.startswith(mark)), "") or wide_encoding(source.head[:4096])
    if not wide:
        return source.file
    return cast(BinaryIO, io.BufferedReader(_Turned(source.file, wide), HEAD))


class _Turned(io.RawIOBase):
    """Text in some encoding, read as UTF-8 bytes."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self.file = file
        self.decoder = codecs.getincrementaldecoder(encoding)("replace")
        self.waiting = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        room = memoryview(cast(bytearray, buffer))
        while not self.waiting:
            data = self.file.read(HEAD)
            self.waiting = self.decoder.decode(data, final=not data).encode("utf-8", "replace")
            if not data and not self.waiting:
                return 0
        size = min(len(room), len(self.waiting))
        room[:size], self.waiting = self.waiting[:size], self.waiting[size:]
        return size


class OnlyId(Struct):
    """A line of which nothing but the id is looked at: ten times as fast as reading it."""

    id: str | int | None = None


class Names:
    """The ids met in one file, with their lines; digests of them, so that a file of millions costs little."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.first: dict[str, int] = {}
        self.decoder = Decoder(OnlyId)

    def told_twice(self, raw: Raw) -> Iterator[Trouble]:
        """A trouble when an earlier line has the same id."""
        try:
            name = self.decoder.decode(raw.data or b"").id
        except (MsgspecError, ValueError, RecursionError):
            return
        if name is None or name == "":
            return
        first = self.first.setdefault(identity(name), raw.number)
        if first != raw.number:
            yield same_id(f"{self.where}:{raw.number}", str(name)[:200], first)


def stretches(source: Bytes) -> Iterator[tuple[int, int, int, int] | Trouble]:
    """A file's lines shared out: start and end (bytes), number of the first line, how many. Ids met before are told here,
    for whoever reads a stretch sees only that stretch."""
    if _in_utf8(source) is not source.file:
        yield 0, -1, 1, 1
        return
    names = Names(source.where)
    start = line = count = end = 0
    for raw in raw_lines(source):
        if not count:
            start, line = raw.start, raw.number
        count, end = count + 1, raw.end
        yield from names.told_twice(raw)
        if end - start >= STRETCH:
            yield start, end, line, count
            count = 0
    if count:
        yield start, end, line, count


def reports_in(
    source: Bytes, start: int = 0, end: int = -1, line: int = 1, names: Names | None = None
) -> Iterator[Report | Trouble]:
    """The reports of a stretch of lines. A bad line is a Trouble with its number, and the next line is read.

    `names` is given where nothing has looked at the ids before.
    """
    for raw in raw_lines(source, start, end, line):
        where = f"{source.where}:{raw.number}"
        if names:
            yield from names.told_twice(raw)
        try:
            yield from _report(raw, where)
        except LeftOutError as left:
            yield left.trouble
        except Exception as error:  # the next line is another report
            yield failed(where, error)


def _report(raw: Raw, where: str) -> Iterator[Report | Trouble]:
    if raw.data is None:
        raise LeftOutError(too_long(where))
    decoded = decode(raw.data)
    if decoded.bad:
        yield bad_bytes(where, decoded.bad, decoded.encoding)
    elif decoded.guessed:
        yield guessed_encoding(where, decoded.encoding)
    row = _row(decoded.text, where)
    text = row.get("text", NOT_STATED)
    if not isinstance(text, str) or isinstance(text, Absent):
        raise LeftOutError(no_text(where, 'has no "text"' if isinstance(text, Absent) else 'has a "text" that is not a string'))
    if not text.strip():
        raise LeftOutError(empty(where))
    if len(text) > MOST_CHARACTERS:
        raise LeftOutError(too_long(where))
    lone = len(_LONE.findall(text))
    if lone:
        yield bad_bytes(where, lone, "Unicode")
    fields = Fields(row, where)
    name, given = _name(fields, raw.number), _given(fields)
    yield from fields.troubles
    yield from composed(_LONE.sub("\ufffd", text), name, where, given)


def _row(line: str, where: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise LeftOutError(bad_line(where, f"{error.msg} at column {error.colno}")) from error
    except (ValueError, RecursionError) as error:
        raise LeftOutError(bad_line(where, "it cannot be parsed")) from error
    if not isinstance(row, dict):
        raise LeftOutError(bad_line(where, "it is no object"))
    return row


class Fields:
    """The fields of a line beside its text, with the troubles met in them."""

    def __init__(self, row: dict[str, object], where: str) -> None:
        self.row = row
        self.where = where
        self.troubles: list[Trouble] = []

    def words(self, meant: str) -> tuple[str, str | Absent]:
        """The first of the fields meant that says something, by name, and its words; not stated when none does."""
        found = ((field, self._words(field)) for field in FIELDS[meant] if field in self.row)
        return next(((field, words) for field, words in found if not isinstance(words, Absent)), (meant, NOT_STATED))

    def named(self) -> str | Absent:
        """The words of "id"."""
        return self._words("id")

    def _words(self, field: str) -> str | Absent:
        """A field's words; not stated when it is missing, null or empty, or no string."""
        value = self.row.get(field)
        if value is None or isinstance(value, str):
            return _LONE.sub("\ufffd", value).strip()[:2000] or NOT_STATED if value else NOT_STATED
        self.troubles.append(bad_field(self.where, field, "is not a string"))
        return NOT_STATED


def _name(fields: Fields, number: int) -> str:
    given = fields.row.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    name = fields.named() if given is None or isinstance(given, str) else NOT_STATED
    if not isinstance(name, Absent):
        return name
    made = f"{fields.where.rpartition(':')[0].rpartition('/')[2]}:{number}"
    fields.troubles.append(no_id(fields.where, made))
    return made


def _given(fields: Fields) -> Given:
    (spoken, language), (dated, printed) = fields.words("language"), fields.words("date")
    code = language if isinstance(language, Absent) else language_named(language)
    if not isinstance(language, Absent) and isinstance(code, Absent):
        fields.troubles.append(bad_field(fields.where, spoken, "names no language that we know"))
    return Given(
        title=fields.words("title")[1], outlet=fields.words("outlet")[1], byline=fields.words("byline")[1], url=fields.words("url")[1],
        language=code, published=_published(fields, dated, printed),
    )


def _published(fields: Fields, field: str, printed: str | Absent) -> Published | Absent:
    if isinstance(printed, Absent):
        return NOT_STATED
    day = date_of(printed)
    if isinstance(day, Absent):
        fields.troubles.append(bad_field(fields.where, field, "is no whole date"))
        return NOT_STATED
    return Published(day, f'the field "{field}"')
