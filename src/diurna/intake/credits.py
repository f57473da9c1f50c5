"""Whom a report credits: wire and photo agencies, the outlet it comes from, its translator."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from diurna.intake.furniture import furniture_table
from diurna.intake.known_names import Mention, credit_table, is_agency, is_masthead, mentions, named
from diurna.intake.lines import Line, ends_a_sentence, is_running
from diurna.intake.names import names_only
from diurna.intake.tables import any_of, low
from diurna.words import Credit, CreditRole, Furniture, cut


class Found(NamedTuple):
    """A credit, and what it makes of its line: the whole of it, the tail of a caption, or words in running text."""

    credit: Credit
    start: int
    end: int
    stands: str
    """line, tail, or text."""


class Looked(NamedTuple):
    """A line as it is searched: the line, its words in small letters, who is named in it, the whole text."""

    line: Line
    small: str
    known: list[Mention]
    text: str
    pictured: bool
    """It may be a caption though it is a sentence: a paragraph of the report stands below."""

    @property
    def begin(self) -> int:
        """In a long paragraph notes stand at its end; only what it cites stands anywhere."""
        return max(0, len(self.small) - _ENDS)


_ENDS = 500
_LONGEST_LINE = 20_000
"""Characters of a line that are looked at: its first, and its last _ENDS. No paragraph is longer."""
_MOST_CREDITS = 50
_CLOSED = re.compile(r"[.!?…][\"”’]?\s+[(\[][^()\[\]]{2,60}[)\]]$")
_DIGEST = 4
"""So many lines that end in a sentence and an agency make a digest of several reports, and no captions."""
_CAPTION = 40
"""Words of a caption without a word for the picture, at most."""
_ROLES = (
    (CreditRole.TRANSLATOR, "translator"), (CreditRole.WIRE, "wire"), (CreditRole.PHOTO, "photo"), (CreditRole.OUTLET, "outlet"),
)
_NAME = r"(?P<name>[^\W_](?:[^\n\[\](){}|•;:<>]|(?<=/)[:]){0,79}?)"
_STOP = r"(?=\s*(?:$|[\[\](){}|•;<>]|\s[-–—]\s|\.\s|\.$|(?<=\w)\s*:\s))"
_BEFORE = r"(?:^|\d\s|[.!?:;,()\[\]|\"”’»–—*•·/-])\s{0,3}"
"""A cue opens a note: "the image – taken on Monday" credits nobody."""
_HANDS = re.compile(r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w’'-]*(?:\s[A-ZÀ-ÞА-ЯІЇЄҐ][\w’'-]*){0,3}\s*/\s*$")
"""Who took the picture: "Gleb Garanich/Reuters"."""
_PICTURE = re.compile(r"[/©]|photo|image|file|pic")
_SIGN = re.compile(r"(?:[-–—/|]|©(?:\s*(?:19|20)\d\d)?|(?<=[.!?…])\s)\s*$")
_AFTER_NAME = re.compile(r"(?:\s*/\s*[^\n.]{2,50}|\s+photo)?[\s.\])]*$", re.IGNORECASE)
_OPEN_BRACKET = re.compile(r"[(\[](?P<before>[^()\[\]\n]{0,60})$")
_CLOSED_BRACKET = re.compile(r"(?:[\s/,][^()\[\]\n]{0,60})?[)\]]\W*$")
_IN_CREDITS = frozenset(
    re.findall(
        r"\w+",
        """via photo photos file by for and with courtesy handout pool image images from of the staff newsroom agency agencies
        news""",
    )
)
"""Small words of a credit in brackets."""
_ALONE = re.compile(r"(?:\s+(?:staff|agencies|news agency|photo|newsroom))?(?:\s*/\s*[^\n.]{2,50})?\W*$")


@cache
def _cued_patterns() -> tuple[tuple[CreditRole, re.Pattern[str]], ...]:
    cues = credit_table().cues
    return tuple((role, _cue(getattr(cues, key), cues.openers)) for role, key in _ROLES)


def _cue(words: tuple[str, ...], openers: tuple[str, ...]) -> re.Pattern[str]:
    opening = [w for w in words if w.rpartition(" ")[2] in openers]
    signs = r"(?:\s+(?:by|courtesy|credits?|par|von|de|da)\b)?\s*(?:[:：/|]|\s[-–—]\s)\s*"
    by = r"\s+(?:by|courtesy(?:\s+of)?)\s+"
    bare = rf"|{any_of(opening)}\s*:?\s+" if opening else ""
    # Three words and a preposition ("appeared first on") say enough wherever they stand.
    telling = [w for w in opening if w.count(" ") >= 2]
    anywhere = rf"|(?<=\s)(?={any_of(telling)})" if telling else ""
    return re.compile(rf"(?:{_BEFORE}{anywhere})(?P<words>(?:{any_of(words)}(?:{signs}|{by}){bare}){_NAME}){_STOP}")


@cache
def _cited_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = credit_table().cues
    before = rf"(?:{any_of(cues.cited_before)}\s+(?:the\s+)?(?:[^\W\d_]+\s+){{0,3}}|\bsaid\s+(?:the\s+)?(?:news\s+agency\s+)?)$"
    return re.compile(before), re.compile(rf"\s+{any_of(cues.cited_after)}")


_HELPED = re.compile(
    r"(?:\b(?:with|со ссылкой на|з посиланням на|mit|avec|con|com)\s+(?:[^\W\d_]+\s+){0,5}|\band\s+(?:the\s+)?)$"
)
_FROM_WHOM = re.compile(
    r"(?P<who>[^()]{3,60}?)\s*\((?:according to|from|with|theo|laut|nach|selon|d'après|según|secondo|по данным)\s+(?P<whom>[^()]{2,60})\)",
    re.IGNORECASE,
)
_GAVE = re.compile(r"\bcontributed to this\b")


# ------------------------------------------------------------------------------------------------------------- finding
def found_in(lines: Sequence[Line], text: str) -> Iterator[Found]:
    """The credits of a text, in order: at most _MOST_CREDITS. Each quote holds the words that credit."""
    count = 0
    digest = sum(bool(_CLOSED.search(line.words[-80:])) for line in lines) >= _DIGEST
    last = 0 if digest else max((line.start for line in lines if is_running(line)), default=0)
    for line in lines:
        for found in sorted(_in_line(line, text, line.start < last), key=lambda f: f.start):
            yield found
            count += 1
        if count >= _MOST_CREDITS:
            return


def _in_line(line: Line, text: str, pictured: bool) -> Iterator[Found]:
    if len(line.words) > _LONGEST_LINE:
        line = Line(line.end - _ENDS, line.end, text[line.end - _ENDS : line.end], line.gap)
    taken: list[tuple[int, int]] = []
    looked = Looked(line, low(line.words), mentions(line.words), text, pictured)
    for finder in _FINDERS:
        for found in finder(looked):
            # Two names in one credit share its words.
            if not any(s < found.end and found.start < e and (s, e) != (found.start, found.end) for s, e in taken):
                taken.append((found.start, found.end))
                yield found


def _cued(at: Looked) -> Iterator[Found]:
    """"Photo: REUTERS", "Source: example.com", "Translated by A. B."."""
    for role, pattern in _cued_patterns():
        for match in pattern.finditer(at.small, at.begin):
            for name in _credited(at.line.words[match.start("name") : match.end("name")], role):
                yield _found(at, match.start("words"), match.end(), name, role)


def _with_agencies(at: Looked) -> Iterator[Found]:
    """"Azov Coast Courier, with TASS", "The Associated Press contributed to this report.": short lines about the report."""
    if at.line.size > 14 or not at.known:
        return
    gave = _GAVE.search(at.small, at.known[0].end)
    small = "" if ends_a_sentence(at.line.words) else at.small
    helped = next((m for one in at.known if (m := _HELPED.search(small, max(0, one.start - 90), one.start))), None)
    if not gave and not helped:
        return
    start, end = (0, gave.end()) if gave else (helped.start() if helped else 0, at.known[-1].end)
    for mention in at.known:
        if start <= mention.start and mention.end <= end:
            yield _found(at, start, end, mention.named.name, CreditRole.WIRE)


def _signed(at: Looked) -> Iterator[Found]:
    """ "ADA LUND (according to AFP, RIA)": who wrote the report, and from whose words; nothing else in the line."""
    match = _FROM_WHOM.fullmatch(at.line.words) if at.known and at.line.size <= 12 else None
    if match and names_only(match["who"]) and _only_names(match["whom"]):
        for mention in at.known:
            if mention.start >= match.start("whom"):
                yield _found(at, 0, len(at.line.words), mention.named.name, CreditRole.WIRE)


def _at_the_end(at: Looked) -> Iterator[Found]:
    """"… (Reuters)", "[Jane Doe/AFP]", "… — AFP", or a line that is a name and nothing else."""
    if not at.known:
        return
    words, last = at.line.words, at.known[-1]
    if not re.search(r"\w", words[: last.start]) and not last.named.whole and _ALONE.match(at.small, last.end):
        picture = re.search(r"/|photo", at.small)
        yield _found(at, 0, len(words), last.named.name, CreditRole.PHOTO if picture else CreditRole.WIRE)
        return
    span = _bracketed(at, last) or _trailing(at, last)
    if span:
        role = CreditRole.PHOTO if _of_a_picture(at, *span) else CreditRole.WIRE
        for name in dict.fromkeys(m.named.name for m in at.known if m.start >= span[0]):
            yield _found(at, *span, name, role)


def _of_a_picture(at: Looked, start: int, end: int) -> bool:
    """Whether the agency at a line's end gave the picture above it. Where a sentence ends before it, it may have given the
    words: no caption has several sentences, and none stands at the report's end; square brackets hold who took a picture."""
    before, words = at.line.words[:start].rstrip(), at.line.words[start:]
    if re.search(r"©\s*\d", words):
        return False
    if _PICTURE.search(at.small, start, end) or not (ends_a_sentence(before) or "©" in words):
        return True
    several = len(before.split()) > _CAPTION or re.search(r"[a-z]{2}[.!?] [A-Z]", before)
    return at.pictured and not several and not re.match(r"[-–—•*]", before) and words.startswith(("(", "["))


def _bracketed(at: Looked, last: Mention) -> tuple[int, int] | None:
    words = at.line.words
    opened, closed = _OPEN_BRACKET.search(words, max(0, last.start - 62), last.start), _CLOSED_BRACKET.match(words, last.end)
    if not opened or not closed or not _only_names(words[opened.start() :]):
        return None
    alone = not opened["before"] and closed.group().lstrip().startswith((")", "]"))
    # "… the British Broadcasting Corporation (BBC).": a short form given within its sentence credits nobody.
    if alone and words.endswith((".", "?", "!")) and not ends_a_sentence(words[: opened.start()].rstrip()):
        return None
    return opened.start(), len(words)


def _only_names(words: str) -> bool:
    """Whether brackets hold a credit ("(AP Photo/Jane Doe, File)"), not a remark that names an outlet."""
    return all(not t[0].islower() or t in _IN_CREDITS for t in re.findall(r"[^\W_]+", words))


def _trailing(at: Looked, last: Mention) -> tuple[int, int] | None:
    words = at.line.words
    if last.named.whole or not _AFTER_NAME.match(words, last.end):
        return None
    sign = _SIGN.search(words, max(0, last.start - 8), last.start)
    cue = re.search(rf"{_photo_cue()}\s*,?\s*$", at.small[max(0, last.start - 30) : last.start])
    if not sign and not cue:
        return None
    hands = _HANDS.search(words, max(0, last.start - 80), last.start)
    start = hands.start() if hands else last.start - len(cue.group()) if cue else sign.start() if sign else last.start
    return start + len(words[start:]) - len(words[start:].lstrip()), len(words)


@cache
def _photo_cue() -> str:
    return any_of([*credit_table().cues.photo, "via", "file"])


@cache
def _machine_cue() -> re.Pattern[str]:
    return re.compile(any_of(credit_table().cues.machine))


def _machine(at: Looked) -> Iterator[Found]:
    match = _machine_cue().search(at.small, at.begin) if at.line.size <= 40 else None
    if match:
        yield _found(at, match.start(), match.end(), "machine translation", CreditRole.TRANSLATOR)


def _cited(at: Looked) -> Iterator[Found]:
    """"according to Tass news agency", "Reuters reported": words of the report that rest it on a known name."""
    before, after = _cited_patterns()
    for mention in at.known:
        if mention.named.whole:
            continue
        cue = before.search(at.small, max(0, mention.start - 90), mention.start)
        verb = after.match(at.small, mention.end)
        if cue or verb:
            start, end = cue.start() if cue else mention.start, verb.end() if verb and not cue else mention.end
            yield _found(at, start, end, mention.named.name, CreditRole.WIRE)._replace(stands="text")


_FINDERS: tuple[Callable[[Looked], Iterator[Found]], ...] = (_cued, _signed, _with_agencies, _at_the_end, _machine, _cited)


# --------------------------------------------------------------------------------------------------------------- names
def _credited(words: str, role: CreditRole) -> list[str]:
    """Those credited by some words: the known names in them, or else the words themselves, if they look like a name."""
    known = [m.named.name for m in mentions(words)]
    if known and role is not CreditRole.TRANSLATOR:
        return list(dict.fromkeys(known))[:3]
    bare = words.strip(" .,\t\"'“”’–—-")
    agency = role is not CreditRole.WIRE or is_masthead(bare) or (bare.isupper() and len(bare) <= 6)
    return [bare] if bare and agency and looks_like_a_name(bare) else []


def looks_like_a_name(bare: str) -> bool:
    """A few words, most of them capitalised or of a script without capitals, or an address."""
    tokens = bare.split()
    title = [t for t in tokens if not t[0].islower() or "." in t]
    # "Photo: President Ilves meets General Brand": a sentence has a verb in small letters.
    if len(tokens) > 4 and any(t.isascii() and t.islower() and t.strip(".,") not in _small_words() for t in tokens):
        return False
    return len(tokens) <= 7 and 2 * len(title) > len(tokens) and title[0] == tokens[0]


@cache
def _small_words() -> frozenset[str]:
    return _IN_CREDITS | {p.casefold() for p in furniture_table().head.particles}


def _role(name: str, role: CreditRole) -> CreditRole:
    """An agency named as source is a wire, an outlet named as wire is the outlet it comes from."""
    known = named(name)
    if role in (CreditRole.WIRE, CreditRole.OUTLET) and known:
        if known.photo:
            return CreditRole.PHOTO
        return CreditRole.WIRE if is_agency(name) else CreditRole.OUTLET
    return role


def _found(at: Looked, start: int, end: int, name: str, role: CreditRole) -> Found:
    words, first = at.line.words, at.line.start
    quote = cut(at.text, first + start, first + start + len(words[start:end].rstrip()))
    before, after = words[:start].strip(" \t-–—|/([•·*."), words[end:].strip(" \t-–—|/)].•·*")
    stands = "line" if not before and not after else "tail" if len(after) <= 3 else "text"
    return Found(Credit(name, _role(name, role), quote), quote.start, quote.end, stands)


def in_signature(found: Found) -> Found:
    """A credit in a byline or date line: whoever is named there helped to write the report, and it has no caption."""
    credit = found.credit
    role = _role(credit.name, CreditRole.WIRE) if credit.role is CreditRole.PHOTO else credit.role
    return Found(Credit(credit.name, role, credit.quote), found.start, found.end, "text")


def marks_of(found: Sequence[Found], lines: Sequence[Line]) -> Iterator[Furniture]:
    """The furniture that credits are: the whole line, or the tail of a caption, whose own words stay to be read."""
    for one in found:
        if one.stands == "text":
            continue
        line = next(line for line in lines if line.start <= one.start < line.end)
        yield Furniture(one.start, one.end, "credit")
        if one.stands == "line":
            yield Furniture(line.start, line.end, "credit")
        elif one.credit.role is CreditRole.PHOTO and line.size <= 70:
            yield Furniture(line.start, line.end, "caption")


def distinct(found: Sequence[Found]) -> tuple[Credit, ...]:
    """Each name once in each role, where it first stands; where a line credits it, there, rather than in words of the report."""
    first: dict[tuple[str, CreditRole], Found] = {}
    for one in found:
        key = low(one.credit.name), one.credit.role
        known = first.setdefault(key, one)
        if known.stands == "text" and one.stands == "line":
            first[key] = one
    return tuple(one.credit for one in first.values())
