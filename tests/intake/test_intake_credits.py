"""Whom a report credits, with the words that do."""
from __future__ import annotations

import pytest
from intake_words import SENTENCE, credits, marked, read_words

PHOTO, WIRE, OUTLET, TRANSLATOR = "photo agency", "wire agency", "original outlet", "translator"


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Photo: REUTERS", ("Reuters", PHOTO)),
        ("Image: AP", ("AP", PHOTO)),
        ("(Image: AP/Twitter)", ("AP", PHOTO)),
        ("Photo credit: Ada Lund", ("Ada Lund", PHOTO)),
        ("IMAGE SOURCE, REUTERS", ("Reuters", PHOTO)),
        ("Фото: РИА Новости", ("RIA Novosti", PHOTO)),
        ("Source: example.com", ("example.com", OUTLET)),
        ("Source: Karsh Mercury", ("Karsh Mercury", OUTLET)),
        ("Source: Xinhua", ("Xinhua", WIRE)),
        ("来源：新华社", ("Xinhua", WIRE)),
        ("Translated by Ada Lund", ("Ada Lund", TRANSLATOR)),
        ("This interview has been edited for length. Translated from the French by Bo Ek.", ("Bo Ek", TRANSLATOR)),
        ("Ada Lund (according to TASS)", ("TASS", WIRE)),
        ("This page was machine-translated", ("machine translation", TRANSLATOR)),
        ("With inputs from ANI", ("ANI", WIRE)),
        ("Karsh Mercury, with TASS", ("TASS", WIRE)),
        ("The Associated Press contributed to this report.", ("AP", WIRE)),
        ("REUTERS", ("Reuters", WIRE)),
        ("© 2022 AFP", ("AFP", WIRE)),
        ("The post Road stays shut appeared first on Karsh Mercury.", ("Karsh Mercury", OUTLET)),
    ],
)
def test_a_line_that_credits(report, line, credit):
    assert credits(report(f"Road stays shut for a day\n\n{SENTENCE}\n\n{line}\n")) == [credit]


@pytest.mark.parametrize(
    ("tail", "credit"),
    [
        (" – Photo: REUTERS", ("Reuters", PHOTO)),
        (" [Ada Lund/Reuters]", ("Reuters", PHOTO)),
        (". (AP Photo/Ada Lund)", ("AP", PHOTO)),
        (". Handout/EPA", ("EPA", PHOTO)),
        (". UN Photo", ("UN Photo", PHOTO)),
        (" via Getty Images", ("Getty Images", PHOTO)),
    ],
)
def test_a_caption_is_read_and_its_credit_is_not(report, tail, credit):
    caption = "Governor Ilves arrives in Karsh on 26 April"
    taken = report(f"Road stays shut for a day\n\n{caption}{tail}\n\n{SENTENCE}")
    assert credits(taken) == [credit]
    assert marked(taken, "caption") == [caption + tail]
    assert caption in read_words(taken)
    assert marked(taken, "credit")[0] in caption + tail
    assert "hoto" not in read_words(taken)


def test_whose_picture_it_is_is_not_read(report):
    assert "archive" not in read_words(report(f"Road stays shut for a day\n\nImage: courier archive\n\n{SENTENCE}"))


@pytest.mark.parametrize("tail", [" [Reuters]", " (Reuters)", " [File: Ada Lund/Reuters]"])
def test_a_caption_may_be_a_sentence(report, tail):
    caption = "Governor Ilves meets the envoy in Karsh on Feb. 3."
    taken = report(f"Road stays shut for a day\n\n{caption}{tail}\n\n{SENTENCE}")
    assert credits(taken) == [("Reuters", PHOTO)]
    assert marked(taken, "caption") == [caption + tail]
    assert tail not in read_words(taken)


def test_a_digest_of_several_reports_has_no_captions(report):
    items = "\n\n".join(f"The road to {place} is shut for a day. [Reuters]" for place in ("Karsh", "Lesk", "Tarsk", "Goro", "Asker"))
    assert marked(report(f"Four roads\n\n{items}\n\n{SENTENCE}"), "caption") == []


def test_an_agency_at_the_end_of_the_report_gave_its_words(report):
    taken = report(f"Road stays shut for a day\n\n{SENTENCE}\n\n{SENTENCE} (Reuters)\n")
    assert credits(taken) == [("Reuters", WIRE)]
    assert marked(taken, "caption") == []


@pytest.mark.parametrize(
    ("words", "credit"),
    [
        ("The road is shut, according to Tass news agency.", ("TASS", WIRE)),
        ("As per the reports of Sputnik, the road is shut.", ("Sputnik", WIRE)),
        ("He told the agency Interfax that the road is shut.", ("Interfax", WIRE)),
        ("Reuters reported that the road is shut.", ("Reuters", WIRE)),
        ("The road is shut, the governor told the BBC.", ("BBC", OUTLET)),
    ],
)
def test_words_of_the_report_that_rest_it_on_an_agency(report, words, credit):
    taken = report(f"{SENTENCE} {words} {SENTENCE}")
    assert credits(taken) == [credit]
    assert taken.furniture == ()


@pytest.mark.parametrize(
    "words",
    [
        "The image – taken on Monday – shows the bridge.",
        "He spoke to the British Broadcasting Corporation (BBC).",
        "They were deeply sorry.",
        "He owns shares (and is also a director of The New York Times).",
        "The AA line was cut, and RT was off the air.",
        "Goran Ilves (Front for Peace) came.",
        "A source: nobody knows who.",
    ],
)
def test_words_that_credit_nobody(report, words):
    assert credits(report(f"{SENTENCE} {words} {SENTENCE}")) == []
    assert credits(report(f"{SENTENCE}\n\n{words}\n\n{SENTENCE}")) == []


def test_the_agency_of_a_dateline_and_of_a_byline(report):
    taken = report(f"Road stays shut for a day\n\nBy Ada Lund, AFP\n\nGENEVA, May 1 (Reuters) - {SENTENCE}")
    assert credits(taken) == [("Reuters", WIRE), ("AFP", WIRE)]


def test_two_agencies_in_one_credit(report):
    assert credits(report(f"{SENTENCE}\n\nPhoto: Getty Images / AFP\n")) == [("Getty Images", PHOTO), ("AFP", PHOTO)]


def test_a_line_that_credits_goes_before_words_of_the_report(report):
    taken = report(f"{SENTENCE} Reuters reported this.\n\n{SENTENCE}\n\nAda Lund (according to Reuters, TASS)\n")
    assert credits(taken) == [("Reuters", WIRE), ("TASS", WIRE)]
    assert {credit.quote.words for credit in taken.credits} == {"Ada Lund (according to Reuters, TASS)"}


def test_an_agency_is_credited_once_for_one_thing(report):
    assert credits(report(f"{SENTENCE} Reuters reported this.\n\nReuters reported that.\n\n")) == [("Reuters", WIRE)]
