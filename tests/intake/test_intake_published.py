"""The date of publication: from words that say it is one, never from the date of an event."""
from __future__ import annotations

import pytest
from intake_words import SENTENCE, marked

from diurna.intake.dates import date_of, date_words
from diurna.words import NOT_STATED


@pytest.mark.parametrize(
    ("head", "date", "rests_on"),
    [
        (" date 2022-05-11 ", "2022-05-11", "the words before the first sentence"),
        ("date 2022-05-11\n\n", "2022-05-11", "date line"),
        ("Road stays shut today\n\nMay 11, 2022\n\n", "2022-05-11", "date line"),
        ("Road stays shut today\n\nPublished: 11 May 2022, 09:30 GMT+3\n\n", "2022-05-11T09:30:00+03:00", "date line"),
        ("Road stays shut today\nPublished\n11 May 2022\n\n", "2022-05-11", "date line"),
        ("Road stays shut today\nUpdated May 12, 2022\n\n", "2022-05-12", "updated line"),
        ("Road stays shut today\nFirst published 11 May 2022, updated 12 May 2022\n\n", "2022-05-11", "date line"),
        ("Road stays shut today\nBy Ada Lund | May 11, 2022 | 10:30 GMT\n\n", "2022-05-11T10:30:00+00:00", "date line"),
        ("Road stays shut today\nAda Lund and agencies · Wed 11 May 2022 · Newest first\n\n", "2022-05-11", "date line"),
        ("Дорога закрыта и сегодня\n11 мая 2022, 16:40 (мск)\n\n", "2022-05-11T16:40:00+03:00", "date line"),
        ("Дорога закрита і сьогодні\nСереда, 11 травня 2022, 10:15\n\n", "2022-05-11", "date line"),
        ("La route reste fermée\nPublié le 11 mai 2022 à 17h45, mis à jour le 12 mai 2022\n\n", "2022-05-11", "date line"),
        ("La carretera sigue cerrada\n11 de mayo de 2022\n\n", "2022-05-11", "date line"),
        ("Strasse bleibt gesperrt\nStand: 11.05.2022 17:45 Uhr\n\n", "2022-05-11", "updated line"),
        ("الطريق ما زال مغلقا\nنشر في: ١١ مايو ٢٠٢٢\n\n", "2022-05-11", "date line"),
        ("News in brief, 11 May 2022\n\n", "2022-05-11", "date line"),
        ("Noon briefing by the Spokesperson - 11 May 2022\n\n", "2022-05-11", "date line"),
        ("Daily briefing\nKarsh, 11 May 2022 (lightly edited for clarity)\n\n", "2022-05-11", "date line"),
        ("Karsh Courier, Wednesday, May 11, 2022, page 3\nRoad stays shut today\n\n", "2022-05-11", "date line"),
        ("Road stays shut\nPublished on Wednesday May 11, 2022 at 08:14 - Reading: 3 min\n\n", "2022-05-11", "date line"),
        ("What the truce left open\nAn analysis, 11 May 2022\n\n", "2022-05-11", "date line"),
        ("Road stays shut today\nBy: Redaction. May 11, 2022 | 6:40 p.m.\n\n", "2022-05-11", "date line"),
        ("2022-05-11 10:22 Reporter Ada Lund / from the wires\n\n", "2022-05-11", "date line"),
        (f'"I said no"\n\n{SENTENCE}\n\nInterview by Ada Lund, Karsh, 11 May 2022\n\n', "2022-05-11", "date line"),
        ("Press release on the state of the road to Karsh, 11 May 2022\n\n", "2022-05-11", "date line"),
        ("Road stays shut today\n\nKARSH, 11 May 2022 – ", "2022-05-11", "dateline"),
        ("Road stays shut today\n\nKARSH, May 11, 2022 (AP) — ", "2022-05-11", "dateline"),
    ],
)
def test_words_that_say_when_it_was_published(report, head, date, rests_on):
    published = report(head + SENTENCE).published
    assert (published.date, published.rests_on) == (date, rests_on)
    assert published.quote.words


@pytest.mark.parametrize(
    ("head", "dateline"),
    [
        ("(Karsh, 11 May 2022) ", "(Karsh, 11 May 2022)"),
        ("(Karsh/New Halvern, 11 May 2022): ", "(Karsh/New Halvern, 11 May 2022):"),
        ("11 May 2022 – ", "11 May 2022 –"),
        ("11 May 2022 - ", "11 May 2022 -"),
        ("Wednesday, May 11, 2022 — ", "Wednesday, May 11, 2022 —"),
        ("Karsh, H.D., 11 May 2022. ", "Karsh, H.D., 11 May 2022."),
        ("Karsh, 11 de mayo de 2022. ", "Karsh, 11 de mayo de 2022."),
        ("KARSH, 11 May 2022. ", "KARSH, 11 May 2022."),
    ],
)
def test_a_whole_day_before_the_first_sentence_is_of_publication(report, head, dateline):
    taken = report(f"Road stays shut today\n\n{head}{SENTENCE}\n\n{SENTENCE} It was blocked on 9 May 2022.")
    assert (taken.published.date, taken.published.rests_on) == ("2022-05-11", "dateline")
    assert taken.title == "Road stays shut today"
    assert marked(taken, "dateline") == [dateline]


def test_a_communique_opens_with_place_and_day(report):
    opening = "Karsh, 11 May 2022. The Ministry of Roads informs the people of the valley of what follows:"
    taken = report(f"MINISTRY OF ROADS\nCOMMUNIQUE No. 14\n\n{opening}\n\n{SENTENCE}")
    assert taken.published.date == "2022-05-11"
    assert report(f"Road stays shut today\nKarsh, H.D., 11 May 2022.\n\n{SENTENCE}").published.date == "2022-05-11"


def test_a_notice_in_front_or_behind_does_not_hide_the_day(report):
    notice = "Republished by leave of the agency. All rights reserved."
    taken = report(f"{notice}\n\nRoad stays shut today\n\n11 May 2022 - {SENTENCE}\n\n© 2025 The Halvern Mercury")
    assert taken.published.date == "2022-05-11"


@pytest.mark.parametrize("entry", ["11 May 2022 – ", "Karsh, 11 May 2022. "])
@pytest.mark.parametrize(
    "below",
    [
        f"13 May 2022 – {SENTENCE}",
        f"Karsh, 13 May. {SENTENCE}",
        "By the spring of 2024 nobody used the road any more, and the mayor had left the town for good.",
        "The road was opened again on 2 June 2022, when both sides had signed what the mayor had written.",
    ],
)
def test_the_entry_of_a_chronology_and_the_scene_of_a_story_are_of_no_publication(report, entry, below):
    taken = report(f"How the road was lost\n\n{entry}{SENTENCE}\n\n{below}")
    assert taken.published == NOT_STATED
    assert not marked(taken, "dateline")


def test_a_day_in_front_of_a_later_paragraph_is_of_what_it_tells(report):
    taken = report(f"How the road was lost\n\n{SENTENCE}\n\n11 May 2022 – {SENTENCE}")
    assert taken.published == NOT_STATED
    assert not marked(taken, "dateline")


def test_a_span_of_days_is_no_dateline(report):
    assert report(f"How the road was lost\n\n11 May 2022 – May 13, 2022 {SENTENCE}").published == NOT_STATED


@pytest.mark.parametrize(
    "title",
    [
        "Noon briefing: highlights and questions (excerpt), 11 May 2022",
        "Highlights of the noon briefing in Karsh, Wednesday, 11 May 2022",
        "Halvern: situation report No. 12 (11 May 2022)",
        "Remarks by the governor to the council of Karsh, May 11, 2022",
    ],
)
def test_the_title_of_a_record_ends_in_its_day(report, title):
    taken = report(f"{title}\n\nSPOKESWOMAN: {SENTENCE}\n\n{SENTENCE}")
    assert (taken.published.date, taken.published.rests_on) == ("2022-05-11", "date line")
    assert taken.title == title
    dated = report(f"{title}\n\nPosted: 12 May 2022\n\n{SENTENCE}")
    assert dated.published.date == "2022-05-12"


@pytest.mark.parametrize(
    "text",
    [
        f"What was lost on the road to Karsh, 11 May 2022\n\n{SENTENCE}",
        f"Statement on the fighting in Karsh on 11 May 2022\n\n{SENTENCE}",
        f"Highlights of the talks in Karsh, 9–11 May 2022\n\n{SENTENCE}",
        f"Highlights of the talks in Karsh, 9 May 2022 to 11 May 2022\n\n{SENTENCE}",
        f"Statement on the victims of the fighting in Karsh, 11 May 2002\n\n{SENTENCE}\n\nBy 2022 all had been found.",
    ],
)
def test_the_day_of_an_event_in_a_title_is_no_date_of_publication(report, text):
    assert report(text).published == NOT_STATED


@pytest.mark.parametrize(
    "text",
    [
        f"Talks fail\n\n{SENTENCE} The garrison surrendered on 11 May 2022.",
        f"On 3 May 2022 the Council met. {SENTENCE} Updated figures were given on 4 May 2022.",
        f"PRESS CONFERENCE — KARSH, THURSDAY 28 APRIL 2022, 18:40 EEST\n\n{SENTENCE}",
        f"Talks fail again\n\nKARSH, May 11 (Reuters) - {SENTENCE}",
        f"Talks fail again\n\n{SENTENCE}\n\nA correction to this article was made on:\n\nFriday, May 6, 2022.",
        f"Talks fail again\n\n05/11/2022\n\n{SENTENCE}",
        f"Talks fail again\n\n{SENTENCE}\n\n26 April 2022\n\n{SENTENCE}\n\n27 April 2022\n\n{SENTENCE}",
    ],
)
def test_the_date_of_an_event_is_no_date_of_publication(report, text):
    assert report(text).published == NOT_STATED


def test_place_and_day_at_the_foot_say_when_it_was_issued(report):
    foot = "Karsh, 11 May 2022\n\nAda Lund, spokeswoman for the governor\n"
    taken = report(f"Readout of the call\n\n{SENTENCE}\n\n{foot}")
    assert taken.published.date == "2022-05-11"
    assert marked(taken, "date line") == ["Karsh, 11 May 2022"]
    assert report(f"Readout of the call\n\nMay 9, 2022\n\n{SENTENCE}\n\n{foot}").published.date == "2022-05-09"


def test_a_date_line_is_furniture(report):
    taken = report(f"Road stays shut today\n\nBy Ada Lund | May 11, 2022\n\n{SENTENCE}\n\nPosted: 11 May 2022")
    assert marked(taken, "date line") == ["By Ada Lund | May 11, 2022", "Posted: 11 May 2022"]
    assert taken.byline == "Ada Lund"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2022-05-11", "2022-05-11"),
        ("2022-05-11T09:30:00Z", "2022-05-11T09:30:00+00:00"),
        ("2022-05-11T09:30:00.123+03:00", "2022-05-11T09:30:00+03:00"),
        ("2022-05-11T09:30:00", "2022-05-11"),
        ("Wed, 11 May 2022 09:30:00 -0400", "2022-05-11T09:30:00-04:00"),
        ("May 11, 2022 9:30 PM EDT", "2022-05-11T21:30:00-04:00"),
        ("May 11, 2022 9:30 PM IST", "2022-05-11"),
        ("25/5/2022", "2022-05-25"),
        ("5/25/2022", "2022-05-25"),
        ("5/11/2022", NOT_STATED),
        ("2022年5月11日", "2022-05-11"),
        ("ngày 11 tháng 5 năm 2022", "2022-05-11"),
        ("31 February 2022", NOT_STATED),
        ("11 May", NOT_STATED),
        ("3 May 2022 to 5 May 2022", NOT_STATED),
        ("1652254200", NOT_STATED),
        ("", NOT_STATED),
    ],
)
def test_a_field_that_holds_a_date(words, date):
    assert date_of(words) == date


def test_every_month_of_every_language_is_read():
    for language, months in date_words().months.items():
        for number, names in enumerate(months, 1):
            for name in names:
                assert date_of(f"3 {name} 2022") == f"2022-{number:02}-03", (language, name)
