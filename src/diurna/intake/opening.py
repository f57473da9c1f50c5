"""Opens files without ever waiting on one, unpacks gzip, and reads no more than a bound."""
from __future__ import annotations

import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple, cast

from diurna.intake.troubles import (
    MOST_CHARACTERS,
    LeftOutError,
    cannot_read,
    damaged,
    expands,
    no_file,
    not_there,
    too_long,
)
from diurna.words import Trouble

MOST_BYTES = 4 * MOST_CHARACTERS
"""No encoding spends more on a character of text than UTF-32 and UTF-8 do: four bytes."""
MOST_LINE_BYTES = 6 * MOST_CHARACTERS + 2**16
r"""A line of JSON Lines may spend six bytes on a character (\u0451), and needs room for its other fields."""
HEAD = 2**16
"""Bytes looked at to tell what a file is."""
_FREELY = 2**26
"""Bytes that a gzip file may expand to whatever its size (64 MiB)."""
_RATIO = 200
"""Text packs to a third or a tenth. Gzip reaches 1,000 on endless repetition, and only there passes this."""
_GZIP = b"\x1f\x8b"



class Bytes(NamedTuple):
    """The bytes of a file as they are to be read: from their start, `head` included."""

    file: BinaryIO
    where: str
    head: bytes
    """The first bytes (up to HEAD), to tell what the file is."""
    out: Counted
    below: Counted | None = None
    """The packed file under them, if there is one."""

    @property
    def packed(self) -> bool:
        return self.below is not None

    def check(self) -> None:
        """Raises LeftOutError when unpacking has gone out of all measure."""
        if self.below is not None and self.out.count > _FREELY and self.out.count > _RATIO * self.below.count:
            raise LeftOutError(expands(self.where))


class Counted(io.RawIOBase):
    """A stream that counts what is read from it and can be given back its first bytes. `stream` needs only read().

    `error` is what reading those first bytes ended in: it is raised once they are used up.
    """

    def __init__(self, stream: BinaryIO, first: bytes = b"", error: Exception | None = None) -> None:
        self.stream = stream
        self.first = first
        self.error = error
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        room = memoryview(cast(bytearray, buffer))
        if not self.first and self.error:
            raise self.error
        data = self.first[: len(room)] or _some(self.stream, len(room))
        self.first = self.first[len(room) :]
        room[: len(data)] = data
        self.count += len(data)
        return len(data)


@contextmanager
def opened(path: str, where: str, stdin: BinaryIO | None = None, start: int = 0) -> Iterator[Bytes]:
    """The bytes of a file from `start` on, unpacked if they are gzip; "-" is standard input.

    Raises LeftOutError for whatever goes wrong, then or while it is being read.
    """
    with reading(where):
        if path == "-":
            yield _unpacked(stdin or sys.stdin.buffer, where)
            return
        with io.FileIO(_descriptor(path, where)) as file:
            file.seek(start)
            yield _unpacked(cast(BinaryIO, file), where)


@contextmanager
def reading(where: str) -> Iterator[None]:
    """Turns what the system and gzip say into troubles."""
    try:
        yield
    except EOFError as error:
        raise LeftOutError(damaged(where, "cut off before its end")) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise LeftOutError(damaged(where, "damaged")) from error
    except OSError as error:
        raise LeftOutError(os_trouble(where, where, error)) from error


def _descriptor(path: str, where: str) -> int:
    try:
        # O_NONBLOCK: a pipe that nobody writes to would hold us for ever; for a file it changes nothing.
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except ValueError as error:
        raise LeftOutError(os_trouble(path, where, error)) from error
    kind = kind_of_file(os.fstat(descriptor).st_mode)
    if kind:
        os.close(descriptor)
        raise LeftOutError(no_file(where, kind))
    return descriptor


def kind_of_file(mode: int) -> str:
    """What stands there instead of a file; nothing for a file."""
    kinds = (
        (stat.S_ISREG, ""), (stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"),
    )
    return next((name for test, name in kinds if test(mode)), "something else")


def os_trouble(path: str, where: str, error: Exception) -> Trouble:
    """What the system said, in words; a path that is not there, or cannot be one, is told apart from the rest."""
    if isinstance(error, ValueError):
        return cannot_read(where, "that is no name for a file")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return not_there(where, os.path.islink(path))
    return cannot_read(where, getattr(error, "strerror", None) or type(error).__name__)


def _unpacked(file: BinaryIO, where: str) -> Bytes:
    first, _ = _take(file, len(_GZIP))
    below = Counted(file, first)
    if first != _GZIP:
        return _looked_at(_buffered(below), where, None)
    # Two buffers: one under gzip, which reads a header byte by byte, and one over it.
    return _looked_at(cast(BinaryIO, gzip.GzipFile(fileobj=_buffered(below), mode="rb")), where, below)


def _looked_at(file: BinaryIO, where: str, below: Counted | None) -> Bytes:
    head, error = _take(file, HEAD)
    if error and not head:
        raise error
    out = Counted(file, head, error)
    return Bytes(_buffered(out), where, head, out, below)


def _buffered(raw: Counted) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(raw, HEAD))


def _take(stream: BinaryIO, size: int) -> tuple[bytes, Exception | None]:
    """Exactly so many bytes, or all that there are, for a pipe may give fewer at a time; and what kept it from more."""
    taken = b""
    try:
        while len(taken) < size and (data := _some(stream, size - len(taken))):
            taken += data
    except (EOFError, OSError, zlib.error) as error:
        return taken, error
    return taken, None


def _some(stream: BinaryIO, size: int) -> bytes:
    """Some bytes. Of a packed file no more than one step gives: read() would lose them when the next step fails."""
    read = getattr(stream, "read1", stream.read)
    return cast(bytes, read(size))


def whole(source: Bytes) -> bytes:
    """All the bytes. Raises LeftOutError for more than a report can have."""
    data = source.file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise LeftOutError(too_long(source.where))
    return data
