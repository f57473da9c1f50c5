"""Bytes to text, in whatever encoding they come."""
from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from diurna.intake.tables import table


class Alphabet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One alphabet of alphabets.toml, whose head explains the keys."""

    language: str
    encodings: tuple[str, ...]
    latin: bool
    letters: str = ""
    common: str = ""
    expected: float = 0.0


class Alphabets(Struct, frozen=True, forbid_unknown_fields=True):
    alphabet: tuple[Alphabet, ...]


class Decoded(NamedTuple):
    """The text, in which encoding it was read, and how sure that is."""

    text: str
    encoding: str
    bad: int = 0
    """Places that are not text in that encoding, kept as U+FFFD."""
    guessed: bool = False
    """Nothing but the look of the letters says which encoding it is."""


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {
    # What pages declare and what they mean by it. Source: WHATWG Encoding Standard, names and labels.
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "gb_2312-80": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "big5": "big5hkscs",
    "unicode": "utf-8", "utf8": "utf-8", "x-mac-cyrillic": "mac-cyrillic",
}
_SAMPLE = 8_000
"""Bytes of lines with letters outside ASCII: enough for the share of each letter to settle."""
_SURE = 0.75
"""How well the letters must fit an alphabet at least. Measured on sentences of news in 24 languages and 35 encodings: 0.9 and
up in the right one, which was the best each time; its near relations come to 0.95 and unrelated ones to 0.7."""
# Not ± ³ ¼: in news they are far oftener a Polish letter misread than themselves.
_SIGNS = frozenset(
    "“”„‘’‚«»‹›–—―…•·°§№©®™€£¿¡´`¨¸ªº×÷¦†‡\u00a0\u00ad、。「」『』（）【】《》：；，！？・～￥　"
    "،؛؟ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u200c\u200d\u200e\u200f"
)


def decode(data: bytes, declared: str = "") -> Decoded:
    """Text of the bytes; `declared` is the encoding that they say they are in, if they do. Never raises."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data, encoding)
    wide = wide_encoding(data[:4096])
    if wide:
        return _replacing(data, wide)
    try:
        return _escaped(data) or Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _mostly_utf8(data) or _two_encodings(data) or _by_alphabet(data) or _last_resort(data)


def _replacing(data: bytes, encoding: str, guessed: bool = False) -> Decoded:
    text = data.decode(encoding, "replace")
    # A report may itself hold U+FFFD: those are not ours to count, but cannot be told apart any more.
    return Decoded(text, encoding.removesuffix("-sig"), text.count("\ufffd"), guessed)


def wide_encoding(head: bytes) -> str:
    """UTF-16 or UTF-32 without its mark, told by where the zero bytes stand; empty when it is neither."""
    zeros = [head[n::4].count(0) for n in range(4)]
    quarter = len(head) // 4
    if quarter < 2 or not sum(zeros):
        return ""
    for encoding, full in (("utf-32-le", (2, 3)), ("utf-32-be", (0, 1))):
        if all(zeros[n] >= quarter for n in full) and _is_text(head, encoding):
            return encoding
    for encoding, low, high in (("utf-16-le", 0, 1), ("utf-16-be", 1, 0)):
        here, there = zeros[high] + zeros[high + 2], zeros[low] + zeros[low + 2]
        # Where the bytes are words without the zeros, every second one is zero, or the few that are there are strays.
        enough = here * (3 if _is_utf8_with_strays(head) else 50) > len(head)
        if not there and enough and _is_text(head, encoding):
            return encoding
    return ""


def _is_utf8_with_strays(head: bytes) -> bool:
    try:
        words = codecs.getincrementaldecoder("utf-8")().decode(head.replace(b"\0", b""))
    except UnicodeDecodeError:
        return False
    # In Cyrillic, Greek, Arabic or Hebrew letters of UTF-16 nearly every second byte would be a control character.
    return sum(1 for c in words if not (c.isprintable() or c in "\r\n\t")) * 4 <= len(words)


def _is_text(head: bytes, encoding: str) -> bool:
    words = head[: len(head) // 4 * 4].decode(encoding, "replace")
    odd = sum(1 for c in words if not (c.isprintable() or c in "\r\n\t") or c == "\ufffd")
    return odd * 50 <= len(words)


def _declared(data: bytes, declared: str) -> Decoded | None:
    name = _NAMES.get(declared.strip().lower(), declared.strip().lower())
    try:
        if not name or codecs.lookup(name).name.startswith(("utf", "idna", "punycode", "unicode", "raw")):
            return None
        return Decoded(data.decode(name), name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with some bytes spoilt: a cut at the end, or a few signs in another encoding among many good ones."""
    read = _replacing(data, "utf-8")
    good = sum(1 for c in read.text[:200_000] if c > "\x7f" and c != "\ufffd")
    bad = read.text.count("\ufffd", 0, 200_000)
    cut_off = read.bad == 1 and read.text.endswith("\ufffd") and data[-1] >= 0x80 and good > 0
    return read if cut_off or good >= 4 * max(bad, 1) else None


def _two_encodings(data: bytes) -> Decoded | None:
    """Lines in UTF-8 beside lines in an older encoding, as when two reports were put into one file; each is read in its own.

    Letters of an older encoding seldom make up UTF-8 by chance, and not in one line in four.
    """
    lines = data.splitlines(keepends=True)
    wide = [line for line in lines if not line.isascii() and _is_utf8(line)]
    older = [line for line in lines if not _is_utf8(line)]
    if len(wide) * 4 < len(wide) + len(older) or sum(c > "\x7f" for line in wide for c in line.decode("utf-8")) < 3:
        return None
    rest = b"".join(older)
    read = _by_alphabet(rest) or _last_resort(rest)
    text = "".join(line.decode("utf-8" if _is_utf8(line) else read.encoding, "replace") for line in lines)
    return Decoded(text, f"UTF-8 in some lines, {read.encoding} in others", text.count("\ufffd"), guessed=True)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _escaped(data: bytes) -> Decoded | None:
    if b"\x1b$" not in data[:65536]:
        return None
    try:
        return Decoded(data.decode("iso2022_jp_2"), "iso2022_jp_2", guessed=True)
    except UnicodeError:
        return None


@cache
def alphabets() -> tuple[Alphabet, ...]:
    """Raises ValueError for an encoding that Python does not know."""
    rows = table("alphabets.toml", Alphabets).alphabet
    for row in rows:
        for name in row.encodings:
            try:
                codecs.lookup(name)
            except LookupError as error:
                raise ValueError(f"alphabets.toml: {row.language}: {error}") from error
    return rows


def _by_alphabet(data: bytes) -> Decoded | None:
    sample = _sample(data)
    reads = {name: sample.decode(name, "replace") for row in alphabets() for name in row.encodings}
    # max() keeps the first of equals: the order of the file decides.
    ranked = [(_fit(reads[name], row), name) for row in alphabets() for name in row.encodings]
    score, name = max(ranked, key=lambda pair: pair[0])
    return _replacing(data, name, guessed=True) if score >= _SURE else None


def _sample(data: bytes) -> bytes:
    """The lines with bytes outside ASCII, whole, from the start of the text."""
    taken, size = [], 0
    for match in re.finditer(rb"[^\n]{0,4000}[\x80-\xff][^\n]{0,4000}", data):
        taken.append(match.group())
        size += len(match.group())
        if size >= _SAMPLE:
            break
    return b"\n".join(taken)[: 2 * _SAMPLE]


def _fit(words: str, alphabet: Alphabet) -> float:
    """How well the letters outside ASCII make up an alphabet: 0 to 1."""
    others = [c for c in words if c > "\x7f"]
    small = frozenset(alphabet.letters)
    known = small | frozenset(alphabet.letters.upper()) | frozenset(alphabet.common)
    letters = [c for c in others if c not in _SIGNS]
    if not letters:
        # Quotation marks and dashes alone: the encoding that most of the world's old text is in.
        return 0.9 if "cp1252" in alphabet.encodings and others else 0.0
    inside = sum(1 for c in letters if c in known or (not small and c.isalpha())) / len(letters)
    common = sum(1 for c in letters if c.lower() in alphabet.common) / len(letters)
    expected = min(1.0, common / alphabet.expected) if alphabet.expected and len(letters) >= 20 else 1.0
    return inside * expected * _case(words, bool(small)) * _company(words, alphabet.latin, len(letters))


def _case(words: str, cased: bool) -> float:
    """Capitals inside words are the mark of KOI8 read as Windows, and the other way round; running text in capitals, of
    an alphabet that has none."""
    pairs = re.findall(r"(?=([^\W\d_][^\W\d_]))", words) if cased else []
    bad = sum(1 for pair in pairs if pair[0].islower() and pair[1].isupper())
    high = sum(1 for pair in pairs if pair[1] > "\x7f" and pair[1].isupper())
    shouted = 0.85 if len(pairs) > 20 and high > len(pairs) / 2 else 1.0
    return shouted * (1.0 - bad / len(pairs)) if pairs else 1.0


_BESIDE = re.compile(r"[A-Za-z][^\x00-\x7f\W\d_]|[^\x00-\x7f\W\d_][A-Za-z]")


def _company(words: str, latin: bool, letters: int) -> float:
    """Only Latin alphabets mix with ASCII letters within a word."""
    mixed = min(1.0, len(_BESIDE.findall(words)) / letters)
    return (0.5 + 0.5 * min(1.0, 2 * mixed)) if latin else 1.0 - mixed


def _last_resort(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # slow to load, and seldom wanted

    best = from_bytes(data[:50_000]).best()
    for name in (best.encoding if best else "cp1252", "cp1252"):
        try:
            return Decoded(data.decode(name), name, guessed=True)
        except (LookupError, UnicodeError):
            continue
    return _replacing(data, "cp1252", guessed=True)


_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)


def declared_in(head: bytes) -> str:
    """The encoding that a page declares; empty when it declares none."""
    match = _META.search(head[:8192]) or _XML.search(head[:400])
    return match.group(1).decode("ascii", "replace") if match else ""
