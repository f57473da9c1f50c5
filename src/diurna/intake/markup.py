"""What a page says about itself: headline, outlet, author, date, language, address."""
from __future__ import annotations

import html
import json
import logging
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diurna.intake.blocks import Block, Markup
from diurna.intake.composing import Given
from diurna.intake.dates import date_of
from diurna.intake.furniture import furniture_table
from diurna.intake.languages import language_named
from diurna.intake.lines import plain
from diurna.words import NOT_STATED, Absent, Published

_ARTICLE = re.compile(r"(?:https?://schema\.org/)?(?:\w*(?:Article|Posting)|Report)$")
"""The kinds of schema.org that are reports: NewsArticle, ReportageNewsArticle, LiveBlogPosting…"""
_SEPARATORS = re.compile(r"\s+[|–—·•»:-]{1,2}\s+|\s*[|]\s*")
_DEEPEST = 40
"""Levels of JSON-LD looked into."""


class Article(NamedTuple):
    """The article that a page's JSON-LD describes; empty words for what it leaves out."""

    headline: str = ""
    outlet: str = ""
    authors: str = ""
    published: str = ""
    language: str = ""


def given_by(found: Markup) -> Given:
    """What the markup says. The headline is not here: see headline()."""
    article = next(articles(found.scripts), Article())
    metas = found.metas
    outlet = article.outlet or metas.get("og:site_name", "") or metas.get("publisher", "") or metas.get("application-name", "")
    byline = article.authors or _author(metas)
    language = article.language or metas.get("og:locale", "") or found.language
    address = found.address or metas.get("og:url", "")
    return Given(
        outlet=outlet or NOT_STATED, byline=byline or NOT_STATED, url=address or NOT_STATED,
        weak_language=language_named(language) if language else NOT_STATED, published=_published(article, found),
    )


def _author(metas: dict[str, str]) -> str:
    """An address in the place of a name ("article:author" often holds one) is no byline."""
    names = (metas.get(key, "") for key in ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl"))
    return next((re.sub(r"^[Bb]y\s+", "", name) for name in names if name and "://" not in name and "@" not in name), "")


# ------------------------------------------------------------------------------------------------------------ JSON-LD
def articles(scripts: Sequence[str]) -> Iterator[Article]:
    """The articles that the JSON-LD of a page describes, the outermost first. Broken JSON says nothing."""
    for script in scripts:
        try:
            data = json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            if any(isinstance(k, str) and _ARTICLE.match(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
                yield _article(node)


def _nodes(data: object) -> Iterator[dict[str, object]]:
    level: list[object] = [data]
    for _ in range(_DEEPEST):
        below: list[object] = []
        for item in level:
            if isinstance(item, dict):
                yield item
                below += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]
            elif isinstance(item, list):
                below += item
        level = below


def _article(node: dict[str, object]) -> Article:
    return Article(
        _text(node.get("headline")) or _text(node.get("name")), _name(node.get("publisher")),
        _name(node.get("author")) or _name(node.get("creator")), _text(node.get("datePublished")) or _text(node.get("dateCreated")),
        _text(node.get("inLanguage")),
    )


def _text(value: object) -> str:
    words = value[0] if isinstance(value, list) and value else value
    return html.unescape(words).strip()[:1000] if isinstance(words, str) else ""


def _name(value: object) -> str:
    """The names of a person or organisation, or of several."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(n for n in map(_one_name, value[:20]) if n))
    return _one_name(value)


def _one_name(value: object) -> str:
    words = _text(value.get("name")) if isinstance(value, dict) else _text(value)
    return "" if "://" in words else words


# --------------------------------------------------------------------------------------------------------------- date
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish_date", "publication_date", "ptime",
    "cxenseparse:recs:publishtime", "article.published", "published_time_telegram", "weibo:article:create_at",
)


def _published(article: Article, found: Markup) -> Published | Absent:
    day = date_of(article.published) if article.published else NOT_STATED
    if not isinstance(day, Absent):
        return Published(day, "JSON-LD datePublished")
    for name in _DATES:
        day = date_of(found.metas[name]) if name in found.metas else NOT_STATED
        if not isinstance(day, Absent):
            return Published(day, f"meta {name}")
    return NOT_STATED


def weakly_published(found: Markup, near_title: Sequence[Block]) -> Published | Absent:
    """A date from a time element near the title, or, by htmldate, from the page's other markup and address.

    Nothing of the running text is shown to htmldate: it would take the date of an event for that of publication.
    """
    for block in near_title:
        day = date_of(block.dated) if block.dated and block.role in ("date line", "byline") else NOT_STATED
        if not isinstance(day, Absent):
            return Published(day, "the time element by the title")
    return _by_htmldate(found, near_title)


def _by_htmldate(found: Markup, near_title: Sequence[Block]) -> Published | Absent:
    metas = {k: v for k, v in found.metas.items() if "image" not in k and "modif" not in k and "updat" not in k}
    dated = [b.words for b in near_title if b.role in ("date line", "byline")]
    if not (found.address or metas or dated):
        return NOT_STATED
    from htmldate import find_date  # with its parser, half a second to load

    for name in ("htmldate", "charset_normalizer"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    head = "".join(f'<meta name="{html.escape(k)}" content="{html.escape(v[:300])}">' for k, v in list(metas.items())[:80])
    body = "".join(f'<p class="date">{html.escape(words[:300])}</p>' for words in dated[:5])
    link = f'<link rel="canonical" href="{html.escape(found.address[:500])}">' if found.address else ""
    try:
        day = find_date(f"<html><head>{link}{head}</head><body>{body}</body></html>", extensive_search=False, original_date=True)
    except (ValueError, TypeError, RecursionError, AttributeError, LookupError):
        day = None
    return Published(day, "the page's markup and address (htmldate)") if day else NOT_STATED


# ------------------------------------------------------------------------------------------------------------ headline
def headline(found: Markup, outlet: str | Absent) -> str | Absent:
    """The page's headline: what most of JSON-LD, og:title, the title element and its h1 elements agree on.

    Words of the outlet's name behind a bar or dash are no part of it. Where nothing agrees, JSON-LD goes before og:title, the
    first h1 and the title element.
    """
    article = next(articles(found.scripts), Article())
    heads = [b.words.replace("\n", " ") for b in found.blocks if b.tag == "h1" and b.role not in ("navigation", "section label")]
    named = [article.headline, found.metas.get("og:title", ""), *heads[:3], found.metas.get("twitter:title", ""), found.title]
    said = [_without_outlet(html.unescape(words), outlet, heads) for words in named if words.strip()]
    if not said:
        return NOT_STATED
    votes = [sum(_agree(one, other) for other in said) for one in said]
    best = votes.index(max(votes))
    # As the reader sees it, where an h1 says the same: markup is cut short and written for machines.
    return next((h for h in heads if _agree(h, said[best])), said[best])


def _agree(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    cut_short = one.rstrip().endswith(("…", "...")) or other.rstrip().endswith(("…", "..."))
    return bool(a) and (a == b or (cut_short and (a.startswith(b) or b.startswith(a)) and min(len(a), len(b)) > 20))


def _without_outlet(words: str, outlet: str | Absent, heads: Sequence[str]) -> str:
    """The title without the site's name: "… | Herald", "… - World - Herald", "Herald: …"."""
    parts = list(_SEPARATORS.finditer(words))
    for part in parts:
        if any(plain(h) == plain(words[: part.start()]) for h in heads):
            return words[: part.start()].strip()
    name = "" if isinstance(outlet, Absent) else plain(outlet)
    sections = {plain(s) for s in furniture_table().head.sections}
    while parts:
        start, tail = parts[-1].start(), words[parts[-1].end() :]
        own = bool(name) and bool(plain(tail)) and (plain(tail) in name or name in plain(tail))
        # A site that does not give its name: few words behind a bar.
        bar = "|" in parts[-1].group() and len(tail.split()) <= 4
        if not (own or bar or plain(tail) in sections) or len(words[:start].split()) < (2 if own else 3):
            break
        words = words[:start]
        parts.pop()
    return words.strip()
