"""Plain text and Markdown: the stored text is the file, and its head is read for what it says."""
from __future__ import annotations

import pytest
from intake_words import SENTENCE, SHARED, credits, marked, read_words

from diurna.intake import take
from diurna.words import NOT_STATED, Report, digest_of, identity

SEEDS = SHARED / "reports/seeds"


def test_the_text_is_the_file_character_for_character(report):
    words = f"\n  A title \r\n\r\n{SENTENCE}\r \u2028 \t end\x0c"
    taken = report(words)
    assert taken.text == words
    assert (taken.name, taken.digest, taken.id) == ("report.txt", digest_of(words), identity(digest_of(words), "report.txt"))


def test_a_byte_order_mark_is_no_part_of_the_text(report):
    assert report(f"\ufeff{SENTENCE}").text == SENTENCE


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Road out of Karsh stays shut\n\n", "Road out of Karsh stays shut"),
        ("Thế Giới\n\nRoad out of Karsh stays shut\n\n", "Road out of Karsh stays shut"),
        ("Elsewhere\n\nRoad out of Karsh stays shut\n\n", "Road out of Karsh stays shut"),
        ("The Karsh Mercury | World\nRoad out of Karsh stays shut\n3 May 2022\n\n", "Road out of Karsh stays shut"),
        ("By Ada Lund\n2 May 2022\nRoad out of Karsh stays shut\n", "Road out of Karsh stays shut"),
        ("Road out of Karsh stays shut\nby The Karsh Mercury news desk\n", "Road out of Karsh stays shut"),
        ("date 2022-05-02 Road out of Karsh stays shut\n\n", "Road out of Karsh stays shut"),
        ('UPDATE 2-Road out of Karsh "stays shut" -U.N.\n\n', 'UPDATE 2-Road out of Karsh "stays shut" -U.N.'),
        ("Road out of Karsh stays shut after talks between the mayor with\nthe garrison\n\n",
         "Road out of Karsh stays shut after talks between the mayor with the garrison"),
        ("UN IN KARSH\nOffice of the Coordinator\nPress release\n\nRoad stays shut, says envoy\n\n", "Road stays shut, says envoy"),
        ("UN IN KARSH\nOffice of the Coordinator\nPress release No. 112\n\nRoad stays shut, says envoy\n\n", "Road stays shut, says envoy"),
        ("Home / World / War\n\nRoad out of Karsh stays shut\n\n", "Road out of Karsh stays shut"),
        ("Karsh Defence Council\nOffice of the Governor\nPress release on the road out of Karsh, 3 May 2022\n\n",
         "Press release on the road out of Karsh, 3 May 2022"),
        ("Daily Press Briefing\nKarsh, K.A.\nMay 3, 2022\n\n", "Daily Press Briefing"),
        ('"We asked him to stop. He did not."\n\n', '"We asked him to stop. He did not."'),
        ("Road out of Karsh stays shut; \nGarrison blames mayor, council says\n\nABSTRACT.\n\n", "Road out of Karsh stays shut"),
        ("Updated 3 hours ago\nRoad out of Karsh stays shut\n\n", "Road out of Karsh stays shut"),
        ("Sarovia > South > Karsh\nRoad out of Karsh stays shut\n\n", "Road out of Karsh stays shut"),
        ("Road out of Karsh stays shut | The Karsh Mercury\n\n", "Road out of Karsh stays shut"),
        ("Road out of Karsh stays shut - Karsh Post\n\n", "Road out of Karsh stays shut - Karsh Post"),
        ("Who closed the road out of Karsh?\n\n", "Who closed the road out of Karsh?"),
        ("UN Agency Reaches Karsh\n\n", "UN Agency Reaches Karsh"),
        ("联合国机构抵达卡尔什并发放援助\n\n", "联合国机构抵达卡尔什并发放援助"),
    ],
)
def test_the_title_is_the_first_line_that_reads_like_a_headline(report, head, title):
    taken = report(head + SENTENCE + "\n\n" + SENTENCE)
    assert taken.title == title
    assert " ".join(taken.text[taken.title_quote.start : taken.title_quote.end].split()) == title


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        f"{SENTENCE}\n\nMayor meets the garrison\n\n{SENTENCE}",
        f"KARSH — {SENTENCE}\n\n{SENTENCE}",
        f" date 2022-05-11 {SENTENCE}\n\n{SENTENCE}",
        "The mayor of Karsh said on Tuesday that the road out of\nthe town would stay closed until both\nagreed on the hours.\n",
    ],
)
def test_a_text_that_begins_with_running_words_has_no_title(report, text):
    assert report(text).title == NOT_STATED


def test_a_list_of_headlines_is_not_called_by_its_first(report):
    headlines = "Mayor meets garrison\nArmy shells the port\nEnvoy leaves Karsh\nTalks are put off\nBridge opens again\n"
    assert report(f"News in brief, 3 May 2022\n\n{headlines}").title == NOT_STATED


@pytest.mark.parametrize("label", ["News in brief, 3 May 2022", "Daily Press Briefing", "News Digest", "Press Statement"])
def test_a_kind_of_text_is_no_outlet(report, label):
    assert report(f"{label}\n\nRoad stays shut for another day\n\n{SENTENCE}").outlet == NOT_STATED


def test_who_issues_a_press_release_stands_above_it(report):
    taken = report(f"Karsh Defence Council\nPress release on the road out of Karsh, 3 May 2022\n\n{SENTENCE}")
    assert taken.outlet == "Karsh Defence Council"


def test_the_outlet_behind_the_titles_bar(report):
    assert report(f"Road stays shut for another day | The Karsh Mercury\n\n{SENTENCE}").outlet == "The Karsh Mercury"
    assert report(f"Road stays shut for another day | TASS\n\n{SENTENCE}").outlet == NOT_STATED


def test_a_place_above_the_date_signs_nothing(report):
    assert report(f"Road stays shut for another day\nKarsh, K.A.\nMay 3, 2022\n\n{SENTENCE}").byline == NOT_STATED


def test_the_title_stays_to_be_read_and_its_repeats_do_not(report):
    title = "Road out of Karsh stays shut"
    taken = report(f"{title}\n\n{title} - Photo 1.\n\n{SENTENCE}\n\n{title}\n")
    assert marked(taken, "title") == [f"{title} - Photo 1.", title]
    assert marked(taken, "caption") == [f"{title} - Photo 1."]
    assert read_words(taken).count(title) == 1


def test_byline_and_outlet_of_the_head(report):
    taken = report(f"The Karsh Mercury\n\nRoad stays shut for another day\n\nBy Ada Lund and Bo Ek in Karsh\n\n{SENTENCE}")
    assert (taken.outlet, taken.byline) == ("The Karsh Mercury", "Ada Lund and Bo Ek in Karsh")
    assert marked(taken, "byline") == ["By Ada Lund and Bo Ek in Karsh"]


@pytest.mark.parametrize("line", ["By Tuesday evening the buses were back", "By May 3, 2022 all had left", "By then, who?"])
def test_a_time_is_no_byline(report, line):
    taken = report(f"Road stays shut for another day\n\n{line}\n\n{SENTENCE}")
    assert (taken.byline, marked(taken, "byline")) == (NOT_STATED, [])


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (SENTENCE, "en"),
        ("Мер міста заявив у вівторок, що дорога залишатиметься закритою, доки обидві сторони не домовляться.", "uk"),
        ("Мэр города заявил во вторник, что дорога останется закрытой, пока обе стороны не договорятся.", "ru"),
        ("市长星期二表示，在双方商定谁可以通行以及通行时间之前，出城的道路将继续关闭。", "zh"),
        ("Karsh, Lesk 12:30", NOT_STATED),
        ("Photo: AP", NOT_STATED),
    ],
)
def test_the_language_is_told_or_left_open(report, words, language):
    assert report(words).language == language


def test_a_section_label_in_another_language_does_not_speak_for_the_report(report):
    assert report(f"Главная > В мире\n\nЧитайте также: Армия обстреляла рынок\n\n{SENTENCE}").language == "en"


def test_markdown_says_its_title_and_keeps_its_marks(report):
    words = f"# Road stays *shut*\n\n{SENTENCE}\n"
    taken = report(words, "report.md")
    assert (taken.title, taken.text) == ("Road stays *shut*", words)


def test_front_matter_is_read_and_marked(report):
    front = '---\ntitle: "Road stays shut"\ndate: 2022-05-03\nauthor: Ada Lund\nlang: en-GB\n---\n'
    taken = report(f"{front}\n{SENTENCE}\n", "report.md")
    assert (taken.title, taken.byline, taken.language) == ("Road stays shut", "Ada Lund", "en")
    assert (taken.published.date, taken.published.rests_on) == ("2022-05-03", 'the field "date"')
    assert marked(taken, "notice") == [front]


@pytest.mark.skipif(not SEEDS.exists(), reason="needs ../shared")
def test_the_seeds_are_taken_as_they_stand():
    first, second = take([SEEDS])
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text == (SEEDS / first.name).read_bytes().decode("utf-8")
    assert first.title == "Russia commits to the UN to ensure the safety of Ukrainian civilians"
    assert (first.published, second.published.date, second.title) == (NOT_STATED, "2022-05-11", NOT_STATED)
    assert ("Reuters", "photo agency") in credits(first)
    assert ("AP", "photo agency") in credits(second)
    for words in ("Back to top button", "You are reading the article", "Thế Giới"):
        assert words not in read_words(first)
    assert "Image: AP" not in read_words(second)
