"""A page as the blocks of text that a reader sees, and what its markup says about itself.

One pass of lxml's parser over the page, without a tree: it takes any depth and any damage, in time linear in the page.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from diurna.intake.furniture import Page, furniture_table

MOST_ELEMENTS = 200_000
"""Elements looked at. The largest news pages hold some 10,000."""
_BLOCK = frozenset(
    re.findall(
        r"\w+",
        """p div section article main h1 h2 h3 h4 h5 h6 li ul ol table tr td th thead tbody blockquote figure figcaption header
        footer nav aside pre form dl dt dd hr address details summary fieldset body html center head title menu dialog hgroup
        caption""",
    )
)
_VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta param source track wbr"))
_SPACES = re.compile(r"[ \t\n\r\f\v\u00a0]+")


class Block(NamedTuple):
    """A run of text between two block-level tags, blanks collapsed; a line break within it is a newline."""

    words: str
    tag: str
    role: str
    """The kind of furniture that the markup says it is; empty when it says nothing."""
    linked: int
    """How many of its characters stand in links."""
    holder: int
    """The number of the element that holds it; its parents are in Markup.parents."""
    dated: str
    """The datetime of a time element in it."""


@dataclass(slots=True)
class Markup:
    """What one pass over a page finds."""

    blocks: list[Block] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    """Names or properties of meta elements in small letters, with their first content."""
    scripts: list[str] = field(default_factory=list)
    """JSON-LD."""
    title: str = ""
    language: str = ""
    address: str = ""
    parents: list[int] = field(default_factory=list)
    depth: int = 0
    elements: int = 0


class _Open(NamedTuple):
    number: int
    tag: str
    role: str
    silent: bool


class Flow:
    """The parser's target: told of every start, end and run of text."""

    def __init__(self) -> None:
        self.found = Markup()
        self.open: list[_Open] = [_Open(-1, "", "", False)]
        self.run: list[str] = []
        self.linked = 0
        self.links = 0
        self.after_link = False
        self.dated = ""
        self.said: dict[str, int] = {}
        self.script: list[str] | None = None
        self.page = furniture_table().page

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        found, above = self.found, self.open[-1]
        found.elements += 1
        if found.elements > MOST_ELEMENTS:
            return
        tag = tag.lower()
        if tag == "br":
            self.run.append("\n")
        if tag in _BLOCK:
            self._flush()
        self._note(tag, attributes)
        if tag in _VOID:
            return
        found.parents.append(above.number)
        role = _role(self.page, tag, attributes) or above.role
        silent = above.silent or tag in self.page.skip or _hidden(attributes)
        self.open.append(_Open(len(found.parents) - 1, tag, role, silent))
        found.depth = max(found.depth, len(self.open))
        if tag == "a":
            self.links += 1
            # Two links with nothing between them are set apart by style alone.
            if self.after_link:
                self.run.append("\n")
        if tag == "script" and attributes.get("type", "").strip().lower() == "application/ld+json":
            self.script = []

    def end(self, tag: str) -> None:
        """An element ends; the parser sees to it that each does, in order."""
        tag = tag.lower()
        if tag in _VOID or self.found.elements > MOST_ELEMENTS:
            return
        if tag in _BLOCK:
            self._flush()
        if len(self.open) > 1 and self.open.pop().tag == "a":
            self.links -= 1
            self.after_link = True
        if tag == "script" and self.script is not None:
            self.found.scripts.append("".join(self.script))
            self.script = None

    def data(self, words: str) -> None:
        """Some text, or a part of it."""
        if self.script is not None:
            self.script.append(words)
        above = self.open[-1]
        if above.silent or self.found.elements > MOST_ELEMENTS:
            return
        self.run.append(_SPACES.sub(" ", words))
        size = len(words.strip())
        self.said[above.role] = self.said.get(above.role, 0) + size
        self.after_link = self.after_link and not words.strip()
        if self.links > 0:
            self.linked += size

    def comment(self, words: str) -> None:
        """Comments are not on the page."""

    def pi(self, target: str, words: str | None = None) -> None:
        """Nor are processing instructions."""

    def close(self) -> Markup:
        """The end of the page."""
        self._flush()
        return self.found

    def _flush(self) -> None:
        if not self.run:
            return
        above = self.open[-1]
        parts = [_SPACES.sub(" ", part).strip() for part in "".join(self.run).split("\n")]
        role, linked, dated = self._role(above), self.linked, self.dated
        self.run, self.linked, self.after_link, self.dated, self.said = [], 0, False, "", {}
        if above.tag == "title":
            self.found.title = self.found.title or " ".join(p for p in parts if p)
            return
        # Two line breaks running are what old pages write for a paragraph.
        for words in "\n".join(parts).split("\n\n"):
            if words.strip():
                self.found.blocks.append(Block(words.strip(), above.tag, role, min(linked, len(words)), above.number, dated))

    def _role(self, above: _Open) -> str:
        """What holds the run says what it is, or else the elements within it that hold most of its words."""
        most = max(self.said, key=lambda role: self.said[role], default="")
        return above.role or (most if 3 * self.said.get(most, 0) >= 2 * sum(self.said.values()) else "")

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        found = self.found
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            if name and attributes.get("content"):
                found.metas.setdefault(name.strip().lower(), attributes["content"].strip())
        elif tag == "html":
            found.language = found.language or attributes.get("lang", "") or attributes.get("xml:lang", "")
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            found.address = found.address or attributes.get("href", "")
        elif tag == "time" and attributes.get("datetime"):
            self.dated = self.dated or attributes["datetime"].strip()


def _hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return bool(re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", attributes.get("style", "")[:500], re.IGNORECASE))


def _role(page: Page, tag: str, attributes: dict[str, str]) -> str:
    named = " ".join(attributes.get(a, "") for a in ("class", "id", "role", "itemprop"))
    return (_role_of_names(named[:500]) if named.strip() else "") or page.tags.get(tag, "")


@cache
def _names() -> dict[str, str]:
    return {name.lower(): kind for name, kind in furniture_table().page.names.items()}


def _role_of_names(named: str) -> str:
    """The kind for "article__byline" or "read-more-box": by a whole name, two of its words, or one."""
    names = _names()
    for name in re.sub(r"([a-z])([A-Z])", r"\1-\2", named).lower().split():
        words = [w for w in re.split(r"[-_:]+", name) if w]
        pairs = ["-".join(pair) for pair in pairwise(words)]
        found = next((names[w] for w in (name, *pairs, *words) if w in names), "")
        if found:
            return found
    return ""


def blocks_of(page: str) -> Markup:
    """The blocks of a page and what its markup says. Takes anything at all."""
    from lxml import etree  # slow to load, and only pages need it

    flow = Flow()
    parser = etree.HTMLParser(target=flow, encoding="utf-8", recover=True, no_network=True)
    # HTML's own rule for a zero byte; the parser would stop there.
    parser.feed(page.replace("\x00", "\ufffd").encode("utf-8", "replace"))
    try:
        parser.close()
    except etree.LxmlError:
        # An empty page, or one that ends in the middle of a tag: what was found until then stands.
        return flow.close()
    return flow.found
