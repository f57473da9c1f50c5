"""What a file is, by its first bytes; its name only decides between kinds of text."""
from __future__ import annotations

import json
import re
from enum import StrEnum

from diurna.intake.decoding import wide_encoding
from diurna.intake.opening import HEAD
from diurna.intake.troubles import LeftOutError, empty, not_json_lines, not_text


class Format(StrEnum):
    TEXT = "text"
    MARKDOWN = "Markdown"
    PAGE = "HTML"
    LINES = "JSON Lines"
    UNKNOWN = "unknown"
    """Standard input, before it is opened."""


_MAGIC = (
    (b"\x89PNG\r\n", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"BM", "a bitmap image"),
    (b"II*\x00", "a TIFF image"), (b"MM\x00*", "a TIFF image"), (b"\x00\x00\x01\x00", "an icon"), (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"), (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich-text document"), (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 file"), (b"\xfd7zXZ", "an xz file"), (b"(\xb5/\xfd", "a zstd file"),
    (b"\x1f\x8b", "gzip within gzip"),
    (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"SQLite format 3", "a database"), (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"), (b"fLaC", "a sound file"), (b"\x1aE\xdf\xa3", "a video file"),
    (b"PAR1", "a Parquet table"), (b"WARC/", "a web archive (WARC)"), (b"%!PS", "a PostScript file"),
)
_NEEDS_BINARY = (b"BM", b"MZ", b"ID3", b"BZh")
"""Marks that plain words may begin with too ("BMW", "MZ-80"): they count only beside other signs of a binary."""
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAG = re.compile(
    rb"</?(?:p|div|h[1-6]|span|a|br|article|section|main|ul|table|title|meta|script|img|b|i|em|strong)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_OTHER_XML = re.compile(rb"<(?:\?xml|rss|feed|rdf:RDF|urlset|svg)[\s>]", re.IGNORECASE)
_ENDINGS = {
    ".html": Format.PAGE, ".htm": Format.PAGE, ".xhtml": Format.PAGE, ".shtml": Format.PAGE, ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN, ".jsonl": Format.LINES, ".ndjson": Format.LINES, ".jsonlines": Format.LINES,
}
_BLANK = b" \t\r\n\f\v\x00"


def named_format(name: str) -> Format:
    """What a file's name says it is; UNKNOWN where it says nothing."""
    bare = name.lower().removesuffix(".gz")
    return next((kind for ending, kind in _ENDINGS.items() if bare.endswith(ending)), Format.UNKNOWN)


def format_of(head: bytes, name: str, where: str) -> Format:
    """What a file is. Raises LeftOutError for what is no text, or a kind that we do not read."""
    if not head.strip(_BLANK):
        # A whole head of blanks may be the margin of something, in a file with more of it.
        if len(head) < HEAD or named_format(name) is Format.LINES:
            raise LeftOutError(empty(where))
        return Format.TEXT
    binary = binary_kind(head)
    if binary:
        raise LeftOutError(not_text(where, binary))
    ascii_only = _ascii(head).lstrip(_BLANK)
    if _is_page(ascii_only, name):
        return Format.PAGE
    if _OTHER_XML.match(ascii_only):
        raise LeftOutError(not_text(where, "a feed or another kind of XML"))
    return _json(ascii_only, name, where) or _prose(ascii_only, name)


def binary_kind(head: bytes) -> str:
    """What kind of binary these bytes are, in words; empty for text in any encoding."""
    named = next((kind for mark, kind in _MAGIC if head.startswith(mark)), "")
    marked = named and not head.startswith(_NEEDS_BINARY)
    if marked:
        return named
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "an image, sound or video"
    if head[4:8] == b"ftyp":
        return "a video or image"
    if wide_encoding(head[:4096]) or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    return (named or "a binary") if _odd_share(head) > _most_odd(head) else ""


_ODD = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b\x1c\x1d\x1e"))


def _odd_share(head: bytes) -> float:
    """Share of bytes that text has no use for."""
    return (len(head) - len(head.translate(None, _ODD))) / len(head)


def _most_odd(head: bytes) -> float:
    # Random bytes hold 9 % of them. A damaged text in good UTF-8 is still a text with more.
    try:
        head[: max(len(head) - 3, 1)].decode("utf-8")
    except UnicodeDecodeError as error:
        return 0.03 if error.start < len(head) - 8 else 0.15
    return 0.15


def _ascii(head: bytes) -> bytes:
    """The ASCII of the first bytes, whatever their encoding: enough to see tags and brackets."""
    bare = head[3:] if head.startswith(b"\xef\xbb\xbf") else head
    wide = wide_encoding(head[:4096]) or head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return bare.lstrip(b"\xff\xfe").replace(b"\x00", b"") if wide else bare


def _is_page(head: bytes, name: str) -> bool:
    opening = re.sub(rb"^(?:\s|<\?xml[^>]*\?>|<!--.*?-->)+", b"", head[:4096], flags=re.DOTALL)
    if opening.startswith(b"<") and _PAGE.search(head[:4096]) and not opening.lower().startswith((b"<rss", b"<feed")):
        return True
    if named_format(name) is Format.PAGE:
        return bool(_TAG.search(head))
    # Without a name for it, only what begins with a tag and has more of them.
    return named_format(name) is Format.UNKNOWN and bool(_TAG.match(opening)) and len(_TAG.findall(head)) >= 3


def _json(head: bytes, name: str, where: str) -> Format | None:
    if named_format(name) is Format.LINES:
        return Format.LINES
    first, newline, _ = head.partition(b"\n")
    if first.startswith(b"{"):
        row = _row(first) if newline or len(head) < HEAD else {"text": ""}
        if row is not None and "text" in row:
            return Format.LINES
    if name.lower().removesuffix(".gz").endswith(".json"):
        raise LeftOutError(not_json_lines(where))
    return None


def _row(line: bytes) -> dict[str, object] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _prose(head: bytes, name: str) -> Format:
    named = named_format(name)
    if named is Format.MARKDOWN:
        return named
    looks = re.match(rb"# \S|---\r?\n[A-Za-z_]+:", head)
    return Format.MARKDOWN if looks and name == "-" else Format.TEXT
