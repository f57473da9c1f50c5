"""Words that are no part of the report are marked where they stand, and nothing else is."""
from __future__ import annotations

import pytest
from intake_words import SENTENCE, marked, read_words

from diurna.intake.furniture import KINDS, furniture_table


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Back to top button", "navigation"),
        ("▲ Back to top", "navigation"),
        ("Home > World > Europe", "navigation"),
        ("Tags: war, peace", "navigation"),
        ("* * *", "navigation"),
        ("Share", "share bar"),
        ("Facebook Twitter WhatsApp Copy link", "share bar"),
        ("Facebook | Twitter | Telegram", "share bar"),
        ("Поделиться", "share bar"),
        ("Chia sẻ  Facebook  Twitter  Zalo", "share bar"),
        ("Trang chủ / Thế giới / Quân sự", "navigation"),
        ("Got a story? Ring the news desk", "notice"),
        ("Click to share on Twitter (Opens in new window)", "share bar"),
        ("1.2K views", "share bar"),
        ("Read also: Army storms the parliament", "related link"),
        ("ALSO READ | Army storms the parliament", "related link"),
        ("Читайте також: Що відомо про коридори", "related link"),
        ("Lire aussi : Ce que l'on sait", "related link"),
        ("Lesen Sie auch: Was bekannt ist", "related link"),
        ("Baca juga: Harga minyak turun", "related link"),
        ("You are reading the article Road stays shut", "republishing note"),
        ("This article was originally published by Example Times.", "republishing note"),
        ("The post Road stays shut appeared first on Example Times.", "republishing note"),
        ("We use cookies to improve your experience.", "notice"),
        ("Sign up for our newsletter", "notice"),
        ("© 2022 The Karsh Mercury. All rights reserved.", "notice"),
        ("(Reporting by Ada Lund in Karsh; Editing by Bo Ek)", "byline"),
        ("Редактор: Анна Коваль", "byline"),
        ("5 min read", "share bar"),
        ("Media desk: +380 44 555 01 02, press@karsh.example", "notice"),
        ("Lund reported from Karsh. Ledger writers Bo Ek and Ida Holm in Lesk contributed to this report.", "notice"),
        ("This interview has been edited for length. Translated from the French by Bo Ek.", "notice"),
        ("admin · 3 days ago", "date line"),
    ],
)
def test_a_line_of_furniture(report, line, kind):
    taken = report(f"Road stays shut for a day\n\n{SENTENCE}\n\n{line}\n\n{SENTENCE}")
    assert line in marked(taken, kind)
    assert line not in read_words(taken)


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell after the announcement.",
        "Read in full, the statement rejects talks with the garrison.",
        "Related to this was the demand that Lesk withdraw its guns.",
        "Source close to the talks said that they had failed.",
        "Any use of gas would have consequences, the envoy said.",
        "Support our troops, the governor told the crowd.",
        "Photo evidence was shown to the council by the ministry.",
        "Follow the money, the prosecutor said.",
        "The governor gave the number of the hotline, +380 44 555 01 02, and asked the town to use it.",
        "Copyright law was not discussed at the meeting.",
        "The road is closed for days and hours, he said.",
        "Watch towers were built along the river by the army.",
        "REPORTER: Did the governor close it?",
        "QUESTION (Olha Stets, Karsh TV): Has Lesk replied to the proposal that you made on Tuesday?",
        "Goran Ilves (Front for Peace) said that the column would leave the city on Monday.",
        "Turkey – a country that mediates – will send its minister to both of the capitals next week.",
        "... the governor said on television, and the garrison (the Fourth Brigade) denied it at once.",
    ],
)
def test_a_sentence_of_the_report_is_left_alone(report, sentence):
    taken = report(f"Road stays shut for a day\n\n{SENTENCE}\n\n{sentence}\n\n{SENTENCE}")
    assert sentence in read_words(taken)


def test_a_list_of_links_goes_with_its_heading(report):
    taken = report(f"{SENTENCE}\n\nRelated Articles\n\nArmy storms the parliament\n\nMinister steps down\n")
    assert marked(taken, "related link") == ["Related Articles", "Army storms the parliament", "Minister steps down"]


@pytest.mark.parametrize(
    "heading", ["MOST READ IN WORLD", "Extended reading:", "More from this section", "Karsh's most popular", "Lo más leído"]
)
def test_a_list_of_links_is_told_by_its_heading(report, heading):
    taken = report(f"{SENTENCE}\n\n{heading}\nArmy storms the parliament\nWho killed the minister?\n\n{SENTENCE}")
    assert marked(taken, "related link") == [heading, "Army storms the parliament", "Who killed the minister?"]


def test_such_a_heading_without_a_list_is_the_reports_own(report):
    assert "The latest news" in read_words(report(f"{SENTENCE}\n\nThe latest news\n\n{SENTENCE}"))
    assert marked(report("Latest news from Karsh\n\nArmy storms the parliament\nMinister steps down"), "related link") == []


def test_titles_beside_a_share_bar_at_the_foot_are_links_whatever_their_heading(report):
    foot = "Elsewhere in Karsh\nArmy storms the parliament\nMinister of war steps down\nShare  Facebook"
    taken = report("\n\n".join([SENTENCE] * 3 + [foot]))
    assert len(marked(taken, "related link")) == 3
    assert "Army storms" in read_words(report("\n\n".join([SENTENCE] * 3 + [foot.removesuffix("\nShare  Facebook")])))
    assert "Army storms" in read_words(report("\n\n".join([SENTENCE, foot])))


def test_the_pages_section_above_the_report_heads_no_list(report):
    taken = report(f"Latest news\nRoad stays shut for another week\nGarrison blames the mayor\n\n{SENTENCE}\n\n{SENTENCE}")
    assert "Garrison blames the mayor" in read_words(taken)
    assert taken.title == "Road stays shut for another week"


@pytest.mark.parametrize(
    "items", ["an end to the siege of the town\nthe return of all prisoners", "End the siege of Karsh;\nFree all the prisoners now;"]
)
def test_demands_at_the_foot_are_no_links(report, items):
    taken = report("\n\n".join([SENTENCE] * 3 + [f"The council's demands\n{items}\nShare  Facebook"]))
    assert items in read_words(taken)


def test_a_label_between_two_lines_of_the_page_is_the_pages(report):
    assert marked(report("\n\n".join([SENTENCE] * 3 + ["Comments (12)\nWhat do you think\nTags: Karsh"])), "navigation") == [
        "What do you think", "Tags: Karsh"]


def test_a_heading_of_the_report_below_a_link_stays(report):
    taken = report(f"{SENTENCE}\n\nRead also: Army storms the parliament\n\nMayor meets garrison\n\n{SENTENCE}")
    assert "Mayor meets garrison" in read_words(taken)


def test_a_republishing_note_that_runs_on(report):
    taken = report(f"{SENTENCE}\n\nYou are reading the article Road stays shut\nat – Source: – Read the original article here\n")
    assert len(marked(taken, "republishing note")) == 2


def test_a_note_within_a_paragraph_is_marked_alone(report):
    taken = report(f"{SENTENCE} (Read also: Army storms the parliament) {SENTENCE}")
    assert marked(taken, "related link") == ["(Read also: Army storms the parliament)"]
    assert read_words(taken).count(SENTENCE) == 2


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Photo: Governor Ilves meets General Brand in Karsh.", "Governor Ilves meets General Brand in Karsh."),
        ("FILE - General Brand leaves the hall in May.", "General Brand leaves the hall in May."),
        ("General Brand leaves the hall. (File photo, photo by reporter Ada Lund)", "General Brand leaves the hall."),
    ],
)
def test_a_caption_is_read_without_its_label_and_who_took_it(report, line, words):
    taken = report(f"Road stays shut for a day\n\n{line}\n\n{SENTENCE}")
    assert marked(taken, "caption") == [line]
    assert read_words(taken).splitlines()[2].strip() == words
    assert taken.credits == ()


@pytest.mark.parametrize(
    "dateline",
    [
        "GENEVA, May 1 (Reuters) - ", "KARSH, Sarovia (AP) — ", "MOSCOW, April 26. /TASS/. ", "Geneva, 5 May 2022 – ",
        "(Reuters) - ", "KARSH — ", "ISTANBUL/KARSH, Aug 1 (Reuters) - ",
        "ODESA, August 19. ", "Moskau (dpa) - ", "Moscú, 26 abr (EFE).- ",
        "МОСКВА, 26 апреля. /ТАСС/. ", "KARSH, November 17 (Strait News Service/Anadolu) — ", "موسكو (رويترز) - ",
    ],
)
def test_a_dateline_is_marked_and_its_sentence_is_not(report, dateline):
    taken = report(f"Road stays shut for a day\n\n{dateline}{SENTENCE}\n\n{SENTENCE}")
    assert marked(taken, "dateline") == [dateline.rstrip()]
    assert read_words(taken).count(SENTENCE) == 2


def test_speakers_of_a_transcript_are_no_datelines(report):
    taken = report("".join(f"{who} — {SENTENCE}\n\n" for who in ("MODERATOR", "GOVERNOR", "MODERATOR")))
    assert marked(taken, "dateline") == []


def test_every_mark_is_of_a_known_kind(report):
    assert {rule.kind for rule in furniture_table().rule} <= set(KINDS)
