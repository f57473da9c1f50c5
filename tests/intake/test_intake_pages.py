"""HTML: the article's text with its furniture marked, its headline, outlet, byline and date."""
from __future__ import annotations

from pathlib import Path

import pytest
from intake_words import SENTENCE, codes, credits, marked, read_words, reports

from diurna.intake import take
from diurna.words import NOT_STATED

EXAMPLES = Path(__file__).parents[2] / "examples"
BODY = "".join(f"<p>{SENTENCE} ({n})</p>" for n in range(5))


def page(head="", above="", inside="", below="", after="", h1="Road out of Karsh stays shut"):
    title = f"<h1>{h1}</h1>" if h1 else ""
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/w'>World</a></nav><main><article>{title}{above}{BODY}{inside}"
        f"<p>{SENTENCE} (last)</p>{below}</article></main>{after}<footer>© 2022 Karsh Mercury · Contact</footer></body></html>"
    )


@pytest.fixture
def web(report):
    return lambda **parts: report(page(**parts), "page.html")


def test_the_article_and_nothing_of_the_menus(web):
    taken = web()
    assert taken.text.startswith("Road out of Karsh stays shut\n\n" + SENTENCE)
    assert "Home" not in taken.text
    assert "Contact" not in taken.text
    assert taken.furniture == ()


@pytest.mark.parametrize(
    ("head", "h1", "title"),
    [
        ("<title>Road stays shut | Karsh Mercury</title>", "Road stays shut", "Road stays shut"),
        ("<title>Road stays shut | Karsh Mercury</title>", "", "Road stays shut"),
        ("<title>Road stays shut - World - Karsh Mercury</title><meta property='og:site_name' content='Karsh Mercury'>", "",
         "Road stays shut"),
        ("<title>Mayor agrees - envoy - Karsh Mercury</title><meta property='og:site_name' content='Karsh Mercury'>", "",
         "Mayor agrees - envoy"),
        ("<title>Karsh Mercury</title><meta property='og:title' content='Road stays shut &amp; dark'>", "Karsh Mercury",
         "Karsh Mercury"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"Road stays shut"}</script><title>Road</title>',
         "Road stays shut", "Road stays shut"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Road stays…"}]}'
         "</script><meta property='og:title' content='Road stays shut for a second week'>", "Road stays shut for a second week",
         "Road stays shut for a second week"),
        ('<script type="application/ld+json">{broken</script><title>Road stays shut</title>', "", "Road stays shut"),
        ("", "Road stays shut", "Road stays shut"),
    ],
)
def test_the_headline_is_what_most_of_the_page_agrees_on(web, head, h1, title):
    assert web(head=head, h1=h1).title == title


def test_a_headline_with_the_word_of_a_paper_is_no_masthead(web):
    taken = web(h1="UN Agency Reaches Karsh Post")
    assert (taken.title, taken.outlet, taken.furniture) == ("UN Agency Reaches Karsh Post", NOT_STATED, ())


def test_json_ld_says_who_when_and_where(web):
    taken = web(head="""<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
        "headline":"Road out of Karsh stays shut","datePublished":"2022-05-11T09:30:00+03:00",
        "author":[{"name":"Ada Lund"},{"name":"Bo Ek"}],
        "publisher":{"@type":"Organization","name":"Karsh Mercury"}}</script><link rel="canonical" href="https://k.example/road">""")
    assert (taken.outlet, taken.byline, taken.url) == ("Karsh Mercury", "Ada Lund, Bo Ek", "https://k.example/road")
    assert (taken.published.date, taken.published.rests_on) == ("2022-05-11T09:30:00+03:00", "JSON-LD datePublished")


@pytest.mark.parametrize(
    ("parts", "date", "rests_on"),
    [
        ({"head": "<meta property='article:published_time' content='2022-05-11T09:30:00Z'>"}, "2022-05-11T09:30:00+00:00",
         "meta article:published_time"),
        ({"above": "<p class='date'>Published 11 May 2022</p>"}, "2022-05-11", "date line"),
        ({"above": "<time datetime='2022-05-11'>yesterday</time>"}, "2022-05-11", "the time element by the title"),
        ({"head": "<link rel='canonical' href='https://k.example/2022/05/11/road'>"}, "2022-05-11",
         "the page's markup and address (htmldate)"),
    ],
)
def test_where_the_date_comes_from(web, parts, date, rests_on):
    published = web(**parts).published
    assert (published.date, published.rests_on) == (date, rests_on)


def test_the_date_of_an_event_is_never_that_of_the_page(web):
    event = "<p>The garrison surrendered on 11 May 2022, said the mayor in a statement to the press.</p>"
    assert web(inside=event).published == NOT_STATED
    assert web(head="<meta property='article:modified_time' content='2022-05-12'>").published == NOT_STATED


def test_captions_links_and_bylines_are_kept_and_marked(web):
    taken = web(
        above="<p class='byline'>By Ada Lund</p><figure><img src='x'><figcaption>A bus in Karsh. Photo: REUTERS</figcaption>"
        "</figure>",
        inside="<aside class='related'><a href='/x'>Army storms the parliament</a></aside>"
        "<div class='share-bar'><a>Facebook</a><a>X</a></div>",
        below="<p>Read also: <a href='/y'>Minister steps down</a></p>",
    )
    assert marked(taken, "byline") == ["By Ada Lund"]
    assert marked(taken, "caption") == ["A bus in Karsh. Photo: REUTERS"]
    assert "Army storms the parliament" in marked(taken, "related link")
    assert "Read also: Minister steps down" in marked(taken, "related link")
    assert credits(taken) == [("Reuters", "photo agency")]
    assert "A bus in Karsh." in read_words(taken)
    assert "Facebook" not in read_words(taken)


def test_what_cannot_be_seen_is_not_taken(web):
    taken = web(inside="<p hidden>Hidden words of nobody at all, said no one ever.</p><script>var x = 'scripted'</script>"
                "<p style='display: none'>More hidden words of nobody at all, said no one ever.</p>")
    assert "idden words" not in taken.text
    assert "scripted" not in taken.text


def test_the_same_page_gives_the_same_text(web):
    assert web() == web()


@pytest.mark.parametrize(
    "broken",
    [
        f"<html><body><p>{SENTENCE}<p>{SENTENCE} <b><i>unclosed <table><td>cell<p>{SENTENCE}",
        f"<html><body><p>{SENTENCE}</p></div></div></p><!-- never closed",
        "<html><body>" + "<div>" * 10_000 + f"<p>{SENTENCE}</p>" * 3 + "</div>" * 10_000,
        "<html><body>" + "<b>" * 50_000 + f"<p>{SENTENCE}</p>" * 3,
        f'<!DOCTYPE html [<!ENTITY a "{"x" * 1000}"><!ENTITY b "&a;&a;&a;">]><html><body><p>{SENTENCE} &b;&b;</p></body></html>',
        '<html><head><script type="application/ld+json">' + "[" * 50_000 + f"</script></head><body><p>{SENTENCE}</p></body></html>",
        f"<html><body><p>{SENTENCE}\x00\x00</p><p>{SENTENCE}</p></body></html>",
        f"<html><body>{SENTENCE}<br><br>{SENTENCE}<br><br>{SENTENCE}</body></html>",
    ],
)
def test_a_damaged_page_is_read_as_far_as_it_goes(file, broken):
    [taken] = reports(take([file("broken.html", broken)]))
    assert SENTENCE in taken.text
    assert len(taken.text) < 3_000


@pytest.mark.parametrize(
    "bare", ["<html><body></body></html>", "<html></html>", "<html><body><nav><a href='/'>Home</a></nav></body></html>"]
)
def test_a_page_without_an_article_is_told(file, bare):
    assert codes(take([file("bare.html", bare)])) == ["D114"]


def test_a_page_is_one_whatever_its_name(file):
    [taken] = reports(take([file("page.txt", page())]))
    assert taken.title == "Road out of Karsh stays shut"


def test_text_is_text_whatever_its_name(file):
    [taken] = reports(take([file("text.html", SENTENCE)]))
    assert taken.text == SENTENCE


def test_the_example_pages_have_titles_and_dates():
    pages = reports(take([str(EXAMPLES / "*/*.html")]))
    assert len(pages) > 5
    for taken in pages:
        assert taken.title != NOT_STATED
        assert taken.published.date.startswith(taken.name[:10])
