"""What holds for any bytes at all."""
from __future__ import annotations

import gzip
import io
import json
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diurna.intake import take
from diurna.words import Absent, Report, Trouble, digest_of

PIECES = [
    "Photo: REUTERS", "Image: AP", " – ", "\n", "\n\n", "\r\n", "By Ada Lund", "11 May 2022", "Published: ", "date 2022-05-11 ",
    "Share", "Tags", "Read also:", "GENEVA, May 1 (Reuters) - ", "(AFP)", "Source: ", "You are reading the article", "Thế Giới",
    "The mayor said that the road is shut.", "Читайте также: ", "来源：新华社", "©", "[", "]", "(", ")", "|", "Road stays shut",
    "Translated by ", "İ", "ß", "\u202e", "\x00", "\ufffd", " ", "x" * 300,
]
PAGES = [
    "<p>", "</p>", "<div class='share'>", "</div>", "<h1>", "</h1>", "<br>", "<a href='x'>", "</a>", "<figcaption>", "<!--", "-->",
    "<script>", "</script>", "<time datetime='2022-05-11'>", "<meta property='og:title' content='", "'>", "&amp;", "&#0;",
    "<table><td>", "<title>", "</title>",
]
FIELDS = st.dictionaries(
    st.sampled_from(["id", "text", "title", "date", "outlet", "url", "language", "other"]),
    st.one_of(st.none(), st.integers(), st.text(max_size=40), st.sampled_from(PIECES), st.lists(st.text(max_size=5), max_size=3)),
)
quick = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def stands(item: Report | Trouble) -> None:
    """What is true of all that comes out of intake."""
    if isinstance(item, Trouble):
        assert item.code != "D122", item
        assert item.line()
        return
    text = item.text
    assert item.digest == digest_of(text)
    assert text.encode("utf-8").decode() == text
    quotes = [c.quote for c in item.credits] + [item.title_quote]
    quotes += [] if isinstance(item.published, Absent) else [item.published.quote]
    for quote in quotes:
        if not isinstance(quote, Absent):
            assert text[quote.start : quote.end] == quote.words
    for mark in item.furniture:
        assert 0 <= mark.start < mark.end <= len(text)
    assert all((a.start, -a.end) <= (b.start, -b.end) for a, b in pairwise(item.furniture))


def taken(data: bytes) -> list[Report | Trouble]:
    items = list(take(["-"], stdin=io.BytesIO(data)))
    for item in items:
        stands(item)
    return items


@quick
@given(st.binary(max_size=400))
def test_any_bytes_at_all(data):
    assert taken(data)


@quick
@given(st.binary(max_size=200))
def test_any_bytes_within_gzip(data):
    taken(gzip.compress(data)[: len(data) + 10])
    assert taken(gzip.compress(data))


@quick
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30))
def test_any_text_made_of_pieces_of_news(pieces):
    text = "".join(pieces)
    for item in taken(("The mayor. " + text).encode("utf-8", "replace")):
        if isinstance(item, Report) and "<" not in text:
            assert item.text == ("The mayor. " + text).encode("utf-8", "replace").decode()


@settings(quick, max_examples=60)
@given(st.lists(st.one_of(st.sampled_from(PAGES + PIECES), st.text(max_size=8)), max_size=40))
def test_any_page_made_of_pieces(pieces):
    assert taken(("<!doctype html><html><body>" + "".join(pieces)).encode("utf-8", "replace"))


@quick
@given(st.lists(st.one_of(FIELDS, st.text(max_size=30)), max_size=5))
def test_any_lines(rows):
    lines = ['{"id": "first", "text": "word"}', *(json.dumps(row) if isinstance(row, dict) else row for row in rows)]
    items = taken("\n".join(lines).encode("utf-8", "replace"))
    assert any(isinstance(item, Report) and item.name == "first" for item in items)


@settings(quick, max_examples=60)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_the_same_bytes_give_the_same_report(text):
    assert taken(text.encode()) == taken(text.encode())
