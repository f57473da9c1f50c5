"""JSON Lines: a report a line, and a bad line costs no other."""
from __future__ import annotations

import gzip
import io
import json

import pytest
from intake_words import SENTENCE, codes, reports

from diurna.intake import open_source, sources, take
from diurna.intake.sources import Source
from diurna.words import NOT_STATED, Trouble


def line(**fields):
    return json.dumps({"id": "a", "text": SENTENCE} | fields, ensure_ascii=False)


def test_the_fields_say_what_they_say(report):
    taken = report(
        line(id="kp-1", title="Road stays shut", date="2022-05-11T09:30:00Z", outlet="Karsh Mercury", url="https://k.example/1",
             language="en-GB"),
        "feed.jsonl",
    )
    assert (taken.name, taken.text, taken.title, taken.outlet) == ("kp-1", SENTENCE, "Road stays shut", "Karsh Mercury")
    assert (taken.url, taken.language) == ("https://k.example/1", "en")
    assert (taken.published.date, taken.published.rests_on) == ("2022-05-11T09:30:00+00:00", 'the field "date"')
    assert taken.place.endswith("feed.jsonl:1")
    assert taken.title_quote == NOT_STATED


def test_fields_go_by_several_names(report):
    taken = report(line(headline="Road stays shut", published="2022-05-11", source="Karsh Mercury", author="Ada Lund", link="https://k.example/1",
                        lang="en"), "feed.jsonl")
    assert (taken.title, taken.outlet, taken.byline, taken.url) == (
        "Road stays shut", "Karsh Mercury", "Ada Lund", "https://k.example/1")
    assert (taken.published.date, taken.published.rests_on) == ("2022-05-11", 'the field "published"')
    assert report(line(outlet="Karsh Mercury", source="a feed"), "feed.jsonl").outlet == "Karsh Mercury"


def test_the_text_is_exactly_the_lines(report):
    words = " \r\nUmlaut ü, \u202fthin, \U0001f600 and\ttab \r"
    assert report(line(text=words), "feed.jsonl").text == words


def test_a_title_that_stands_in_the_text_is_found_there(report):
    taken = report(line(title="Road stays shut", text=f"Road stays shut\n\n{SENTENCE}"), "feed.jsonl")
    assert taken.title_quote.words == "Road stays shut"


def test_a_date_in_the_address_where_nothing_else_says_one(report):
    published = report(line(url="https://k.example/2022/05/11/road"), "feed.jsonl").published
    assert (published.date, published.rests_on) == ("2022-05-11", "the address of the page")


def test_missing_fields_are_not_stated(report):
    taken = report(line(title=None, date="", outlet=None), "feed.jsonl")
    assert (taken.title, taken.published, taken.outlet, taken.url) == (NOT_STATED,) * 4


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("{not json", "D115"),
        ("[1, 2]", "D115"),
        ("[" * 100_000, "D115"),
        ('{"id": "b"}', "D116"),
        ('{"id": "b", "text": 7}', "D116"),
        ('{"id": "b", "text": null}', "D116"),
        ('{"id": "b", "text": "  "}', "D106"),
        ('{"id": "b", "text": "' + "y" * 5_000_001 + '"}', "D110"),
    ],
)
def test_a_bad_line_in_the_middle(file, bad, code):
    items = list(take([file("feed.jsonl", f"{line(id='a')}\n\n{bad}\n{line(id='c')}\n")]))
    assert [r.name for r in reports(items)] == ["a", "c"]
    [trouble] = [t for t in items if isinstance(t, Trouble)]
    assert (trouble.code, trouble.lost) == (code, True)
    assert trouble.where.endswith("feed.jsonl:3")


def test_fifty_megabytes_in_one_line_cost_no_other(file):
    items = list(take([file("feed.jsonl", f"{line(id='a')}\n{'x' * 50_000_000}\n{line(id='c')}\n")]))
    assert (codes(items), [r.name for r in reports(items)]) == (["D110"], ["a", "c"])


def test_a_line_without_an_id_is_named_by_its_place(file):
    items = list(take([file("feed.jsonl", json.dumps({"text": SENTENCE}) + "\n")]))
    assert (codes(items), reports(items)[0].name) == (["D117"], "feed.jsonl:1")


def test_a_number_will_do_for_an_id(report):
    assert report(line(id=7), "feed.jsonl").name == "7"


@pytest.mark.parametrize("packed", [False, True])
def test_an_id_met_twice_is_told_and_both_are_kept(file, packed):
    words = f"{line(id='a')}\n{line(id='b')}\n{line(id='a', text=SENTENCE + ' Again.')}\n".encode()
    items = list(take([file("feed.jsonl.gz", gzip.compress(words)) if packed else file("feed.jsonl", words)]))
    assert (codes(items), [r.name for r in reports(items)]) == (["D118"], ["a", "b", "a"])
    assert len({r.id for r in reports(items)}) == 3


@pytest.mark.parametrize(
    "field", [{"date": "soon"}, {"date": 1652254200}, {"title": ["x"]}, {"source": {"name": "x"}}, {"language": "Karshish"}]
)
def test_a_field_of_the_wrong_kind_is_left_aside(file, field):
    items = list(take([file("feed.jsonl", line(**field))]))
    assert (codes(items), len(reports(items))) == (["D119"], 1)
    assert not items[0].lost


def test_half_a_character_is_kept_as_a_sign(file):
    items = list(take([file("feed.jsonl", '{"id": "a", "text": "' + SENTENCE + ' \\ud83d"}')]))
    assert codes(items) == ["D111"]
    assert reports(items)[0].text.endswith(" \ufffd")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_lines_in_wide_encodings(file, encoding):
    words = f"{line(id='a', text='Мэр города заявил')}\r\n{line(id='b')}\r\n"
    items = list(take([file("feed.jsonl", words.encode(encoding))]))
    assert (codes(items), [r.text for r in reports(items)]) == ([], ["Мэр города заявил", SENTENCE])


def test_lines_are_told_by_their_content(file):
    assert [r.name for r in reports(take([file("feed.txt", line(id="a") + "\n" + line(id="b"))]))] == ["a", "b"]


def test_json_that_is_not_lines_is_told(file):
    assert codes(take([file("feed.json", json.dumps([{"id": "a", "text": SENTENCE}], indent=1))])) == ["D121"]


def test_a_long_file_is_shared_out_and_gives_the_same(file):
    path = file("feed.jsonl", "".join(line(id=f"r{n}", text=f"{SENTENCE} {n}") + "\n" for n in range(3_000)))
    shares = [s for s in sources([path]) if isinstance(s, Source)]
    assert len(shares) > 3
    assert sum(s.reports for s in shares) == 3_000
    names = [(r.name, r.place) for s in (shares[-1], shares[0]) for r in reports(open_source(s))]
    assert names[0][1].endswith(f":{shares[-1].line}")
    assert names[-1][0] == f"r{shares[0].reports - 1}"


def test_lines_come_one_by_one():
    class Endless(io.BytesIO):
        number = 0

        def read1(self, size=-1):
            if self.tell() == len(self.getvalue()):
                self.number += 1
                super().__init__(f"{line(id=self.number)}\n".encode())
            return super().read1(size)

    items = take(["-"], stdin=Endless())
    assert [next(items).name for _ in range(3)] == ["1", "2", "3"]
