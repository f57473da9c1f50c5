"""HTML pages: the article's text, with the furniture around it kept and marked.

trafilatura says which blocks of the page are the article. The text that is stored is our own walk over the page, in its
order: the headline, what stands between it and the article, the article with its captions and boxes, and its foot. What the
page's markup calls furniture is marked as such; the rest of the page (menus, other articles) is left out.
"""
from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from diurna.intake.blocks import Block, Markup, blocks_of
from diurna.intake.composing import composed
from diurna.intake.lines import ends_a_sentence, plain
from diurna.intake.markup import given_by, headline, weakly_published
from diurna.intake.troubles import MOST_CHARACTERS, LeftOutError, no_running_text, too_long
from diurna.words import Absent, Furniture, Report, Trouble

_DEEPEST = 250
"""Where lxml stops building a tree, and trafilatura sees nothing. Pages run to 40."""
_MOST_CHARACTERS = 5_000_000
_FOOT = 12
"""Blocks below the article that are still looked at: credits, tags, the line that says who wrote it."""
_NEAR = 4
"""Blocks around the title in which a date is the article's."""
_SHARE = 0.6
"""Of trafilatura's article, at least so much must be found again in our blocks; else its own text is taken."""
_OURS = ("byline", "date line", "section label", "credit", "caption", "share bar", "related link", "notice")


class Chosen(NamedTuple):
    """A block that goes into the text, and the furniture it is; empty for the report's own words."""

    words: str
    kind: str


def page_report(page: str, name: str, where: str) -> Iterator[Report | Trouble]:
    """The report of a page. Raises LeftOutError for a page without an article."""
    found = blocks_of(page)
    given = given_by(found)
    title = headline(found, given.outlet)
    near, chosen = _chosen(page, found, title)
    if not any(not c.kind and len(c.words) > 30 for c in chosen):
        raise LeftOutError(no_running_text(where))
    text, marks = _laid_out(chosen)
    if len(text) > MOST_CHARACTERS:
        raise LeftOutError(too_long(where))
    given = replace(given, title=title)
    if isinstance(given.published, Absent):
        given = replace(given, weak_published=weakly_published(found, near))
    yield from composed(text, name, where, given, marks)


def _laid_out(chosen: Sequence[Chosen]) -> tuple[str, list[Furniture]]:
    """The stored text, a gap between two blocks, and the furniture in it."""
    parts: list[str] = []
    marks: list[Furniture] = []
    at = 0
    for one in chosen:
        parts.append(one.words)
        if one.kind:
            marks.append(Furniture(at, at + len(one.words), one.kind))
        at += len(one.words) + 2
    return "\n\n".join(parts) + "\n", marks


def _chosen(page: str, found: Markup, title: str | Absent) -> tuple[list[Block], list[Chosen]]:
    """The blocks around the title, for its date; and all that goes into the text."""
    article = article_of(page, found)
    blocks = found.blocks
    main = _main(blocks, article)
    if article and _share(blocks, main, article) < _SHARE:
        lines = [Chosen(line, "") for line in article if plain(line) != plain(str(title))]
        return [], _titled(title, [], lines)
    inside = [n for n, one in enumerate(main) if one]
    if not inside:
        return [], []
    top = _title_at(blocks, title, inside[0])
    first, last = inside[0], inside[-1]
    above = blocks[top + 1 : first] if top < first else []
    body = [c for n in range(first, last + 1) if (c := _choose(blocks[n], main[n], True))]
    foot = [c for b in _foot(found, blocks, inside) if (c := _choose(b, False, False))]
    head = [c for b in above[-12:] if (c := _choose(b, False, True))]
    return list(blocks[max(0, top - _NEAR) : first + _NEAR]), _titled(title, head, [*body, *foot])


def _titled(title: str | Absent, head: list[Chosen], rest: list[Chosen]) -> list[Chosen]:
    """With the headline first, once."""
    if isinstance(title, Absent):
        return [*head, *rest]
    own = plain(title)
    return [Chosen(title, ""), *(c for c in (*head, *rest) if plain(c.words) != own)]


# ------------------------------------------------------------------------------------------------------ trafilatura
def article_of(page: str, found: Markup) -> list[str]:
    """The lines of the article as trafilatura sees it; without one where it sees none or gives up."""
    if found.depth > _DEEPEST or len(page) > _MOST_CHARACTERS or found.elements > 100_000:
        return _by_shape(found.blocks)
    from trafilatura import bare_extraction  # half a second to load

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        article = bare_extraction(page, favor_precision=True, include_comments=False, with_metadata=False)
    except Exception:  # whatever a page can do to it: our own reading of the page is left
        article = None
    text = getattr(article, "text", None) or ""
    return [line.strip() for line in text.split("\n") if line.strip()] or _by_shape(found.blocks)


def _by_shape(blocks: Sequence[Block]) -> list[str]:
    """Blocks that look like running text, for pages that trafilatura gives up on."""
    return [b.words for b in blocks if not b.role and _prose(b)]


def _prose(block: Block) -> bool:
    words = block.words
    return len(words.split()) >= 8 and ends_a_sentence(words) and 2 * block.linked < len(words)


def _main(blocks: Sequence[Block], article: Sequence[str]) -> list[bool]:
    """Which blocks are the article's."""
    lines = {plain(line) for line in article}
    joined = "\n".join(lines)
    return [_is_main(plain(b.words), len(b.words), lines, joined) for b in blocks]


def _is_main(key: str, length: int, lines: set[str], joined: str) -> bool:
    return bool(key) and (key in lines or (length > 30 and key in joined))


def _share(blocks: Sequence[Block], main: Sequence[bool], article: Sequence[str]) -> float:
    ours = {plain(b.words) for b, one in zip(blocks, main, strict=True) if one}
    wanted = sum(len(plain(line)) for line in article)
    return sum(map(len, ours)) / wanted if wanted else 1.0


# ------------------------------------------------------------------------------------------------------------- blocks
def _title_at(blocks: Sequence[Block], title: str | Absent, first: int) -> int:
    """The last block up to the article that is its headline; the article's first block when none is."""
    own = plain(str(title))
    places = [n for n in range(first + 1) if plain(blocks[n].words) == own]
    return places[-1] if places else first


def _choose(block: Block, main: bool, inside: bool) -> Chosen | None:
    """Whether a block goes into the text, and as what."""
    words = block.words
    if main and (not block.role or (block.role != "caption" and _prose(block))):
        return Chosen(words, "")
    if block.role == "navigation":
        return None
    if block.role in _OURS:
        return Chosen(words, "" if main and block.role == "related link" and _prose(block) else block.role)
    if 2 * block.linked > len(words):
        return Chosen(words, "related link")
    if inside:
        # Among the article's own paragraphs: a sentence that trafilatura passed over, or a note of a few words.
        return Chosen(words, "" if _prose(block) or len(words.split()) >= 4 else "notice")
    return Chosen(words, "notice") if re.search(r"\w", words) else None


def _foot(found: Markup, blocks: Sequence[Block], inside: Sequence[int]) -> list[Block]:
    """The blocks behind the article that stand in the same part of the page."""
    holder = _common(found.parents, [blocks[n].holder for n in inside])
    below = blocks[inside[-1] + 1 : inside[-1] + 1 + _FOOT]
    return [b for b in below if holder > 1 and holder in _line(found.parents, b.holder)]


def _common(parents: Sequence[int], holders: Sequence[int]) -> int:
    """The innermost element that holds them all; -1 for the page."""
    shared = _line(parents, holders[0])
    for holder in holders[1:]:
        line = set(_line(parents, holder))
        shared = [n for n in shared if n in line]
    return shared[0] if shared else -1


def _line(parents: Sequence[int], holder: int) -> list[int]:
    """An element and all that hold it, outward: at most _DEEPEST of them."""
    line: list[int] = []
    while holder >= 0 and len(line) < _DEEPEST:
        line.append(holder)
        holder = parents[holder]
    return line


