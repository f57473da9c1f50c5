"""The read side: tables, one actor for all its names, the public JSON."""
from __future__ import annotations

import io
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from factories import (
    TEXT,
    a_pair,
    a_party,
    a_reading,
    a_report,
    a_statement,
    an_act,
    an_actor,
    fill,
    in_moscow,
    on_april_26,
    pairs,
    quote,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from diurna.record import Ledger, Record, record_of, write_json
from diurna.words import (
    NOT_STATED,
    UNNAMED,
    ActorType,
    Credit,
    CreditRole,
    Furniture,
    Hop,
    HopRole,
    Party,
    Published,
    Quantity,
    Reading,
    Report,
    Source,
)


def record(*these: tuple[Report, Reading]) -> Record:
    return Record.of(these or [a_pair()])


def json_of(ledger: Ledger) -> bytes:
    out = io.BytesIO()
    write_json(ledger, out)
    return out.getvalue()


class TestPublicShape:
    """As DESIGN.md states it: checks outside this project read these keys."""

    def test_the_lists_of_later_stages_are_empty(self) -> None:
        held = record().to_dict()
        assert list(held) == ["reports", "statements", "nested_statements", "acts", "actors",
                              "occurrences", "disputes", "stories", "matters"]
        assert [held[name] for name in ("occurrences", "disputes", "stories", "matters")] == [[], [], [], []]

    def test_a_report(self) -> None:
        credits = (Credit("REUTERS", CreditRole.PHOTO), Credit("REUTERS", CreditRole.WIRE))
        report = a_report(title="A title", language="en", credits=credits, furniture=(Furniture(0, 8, "caption"),))
        shown = record((report, a_reading(report))).to_dict()["reports"][0]
        expected = {"id": report.id, "name": "wire.txt", "title": "A title", "language": "en", "outlet": None,
                    "published": "2022-04-27", "credits": ["REUTERS"], "digest": report.digest, "text": TEXT,
                    "unread": None}
        assert {key: shown[key] for key in expected} == expected
        assert shown["furniture"] == [{"start": 0, "end": 8, "kind": "caption"}]

    def test_what_a_report_does_not_say_is_null(self) -> None:
        report = a_report(published=NOT_STATED)
        shown = record((report, a_reading(report))).to_dict()["reports"][0]
        assert [shown[key] for key in ("title", "language", "outlet", "byline", "url", "published")] == [None] * 6

    def test_a_statement(self) -> None:
        (shown,) = record().to_dict()["statements"]
        guterres = an_actor().id
        assert shown["source"] == {"spans": [[0, 8]], "actor": guterres, "stated": "named"}
        assert shown["cue"] == {"spans": [[9, 13]]}
        assert shown["content"]["spans"][0][0] == 14
        assert shown["on_word_of"] == [
            {"name": "António Guterres", "role": "speaker", "actor": guterres, "stated": "named", "start": 0, "end": 8, "beside": False},
            {"name": "TASS", "role": "agency", "actor": None, "stated": "not stated", "start": None, "end": None, "beside": False},
        ]

    @pytest.mark.parametrize(("actor", "said"), [(NOT_STATED, "not stated"), (UNNAMED, "unnamed")])
    def test_a_speaker_who_is_not_named(self, actor: str, said: str) -> None:
        report = a_report()
        statement = a_statement(report, an_actor(), source=Source((), actor))
        (shown,) = record((report, a_reading(report, statements=(statement,)))).to_dict()["statements"]
        assert shown["source"] == {"spans": [], "actor": None, "stated": said}

    @pytest.mark.parametrize(("actor", "said"), [(NOT_STATED, "not stated"), (UNNAMED, "unnamed")])
    def test_a_party_and_a_hop_tell_unnamed_from_not_stated(self, actor: str, said: str) -> None:
        report = a_report()
        words = quote(report, "Guterres")
        act = an_act(report, an_actor(), actors=(Party(words, "Guterres", actor),),
                     on_word_of=(Hop("Guterres", HopRole.SPEAKER, actor, words),))
        (shown,) = record((report, a_reading(report, acts=(act,)))).to_dict()["acts"]
        assert [(one["id"], one["stated"]) for one in shown["actors"]] == [(None, said)]
        assert [(one["actor"], one["stated"]) for one in shown["on_word_of"]] == [(None, said)]

    def test_an_act(self) -> None:
        report = a_report()
        russia = an_actor("Russia", type=ActorType.STATE, country="RUS", sector="GOV")
        act = an_act(
            report, an_actor(sector="IGO"), recipients=(a_party(report, russia),), matter=quote(report, "a contact group"),
            place=in_moscow(report), when=on_april_26(report),
            quantities=(Quantity(quote(report, "26"), 26, NOT_STATED, "days"),), within="abc",
            confidence=0.93, decided_by=("the rule of proposals",))
        (shown,) = record((report, a_reading(report, acts=(act,)))).to_dict()["acts"]
        assert shown["actors"] == [{"id": an_actor().id, "stated": "named", "name": "António Guterres", "text": "Guterres",
                                    "country": None, "sector": "IGO", "start": 0, "end": 8}]
        assert [party["country"] for party in shown["recipients"]] == ["RUS"]
        assert (shown["matter"], shown["condition"], shown["within"]) == ("a contact group", None, "abc")
        assert shown["place"]["name"] == "Moscow"
        assert (shown["place"]["lat"], shown["place"]["lon"], shown["place"]["country"]) == (55.75, 37.62, "RUS")
        assert {key: shown["when"][key] for key in ("from", "to", "precision", "words", "inferred", "zone")} == {
            "from": "2022-04-26", "to": "2022-04-26", "precision": "day", "words": "April 26", "inferred": ["year"],
            "zone": None}
        assert shown["quantities"] == [{"low": 26, "high": None, "of": "days", "start": 23, "end": 25, "words": "26"}]
        assert shown["evidence"] == [{"start": 44, "end": 52, "words": "proposed"}]
        assert (shown["mutual"], shown["alleged"], shown["confidence"]) == (False, False, 0.93)

    def test_an_act_without_place_and_time(self) -> None:
        report = a_report()
        (shown,) = record((report, a_reading(report, acts=(an_act(report, an_actor()),)))).to_dict()["acts"]
        assert (shown["place"], shown["when"]) == (None, None)

    def test_json_and_dictionaries_say_the_same(self) -> None:
        held = record(*pairs(3))
        assert json.loads(held.to_json()) == held.to_dict()

    def test_half_a_character_survives_the_json(self) -> None:
        report = a_report(TEXT + " \udc80 …")
        held = record((report, a_reading(report)))
        assert json.loads(held.to_json())["reports"][0]["text"] == report.text


@settings(max_examples=15, deadline=None)
@given(st.integers())
def test_the_order_of_reading_does_not_matter(seed: int) -> None:
    these = pairs(6)
    these.append((a_report(name="wire-0002.txt"), a_reading(a_report(name="wire-0002.txt"))))  # a second of that name
    shuffled = random.Random(seed).sample(these, len(these))
    with Ledger.open(":memory:") as one, Ledger.open(":memory:") as other:
        for report, reading in these:
            one.append(report, reading)
        for report, reading in shuffled:
            other.append(report, reading)
        made = [json_of(one), json_of(other), record_of(other).to_json().encode(), Record.of(shuffled).to_json().encode()]
    assert len(set(made)) == 1


def test_streamed_json_is_the_same_over_many_batches(tmp_path: Path) -> None:
    with Ledger.open(":memory:") as ledger:
        for report, _ in pairs(1100):
            ledger.append(report, Reading(report=report.id, unread="no reader"))
        assert json_of(ledger) == record_of(ledger).to_json().encode()


def test_streamed_json_is_of_one_moment(five: Path) -> None:
    """Another process appends while it is written: the new report's acts must not turn up without the report."""
    class Appending(io.BytesIO):
        done = False

        def write(self, piece: bytes) -> int:  # type: ignore[override]
            if not self.done:
                self.done = True
                fill(five, [a_pair(9)])
            return super().write(piece)

    out = Appending()
    with Ledger.open(five) as ledger:
        before = json_of(ledger)
        write_json(ledger, out)
        assert out.getvalue() == before != json_of(ledger)


def test_streaming_does_not_hold_the_whole_ledger() -> None:
    """The file must go out report by report: never more than a little between two writes."""
    class Gauge(io.RawIOBase):
        largest = 0

        def write(self, piece: object) -> int:
            self.largest = max(self.largest, len(piece))  # type: ignore[arg-type]
            return len(piece)  # type: ignore[arg-type]

    gauge = Gauge()
    with Ledger.open(":memory:") as ledger:
        for report, reading in pairs(50):
            ledger.append(report, reading)
        write_json(ledger, gauge)  # type: ignore[arg-type]
    assert 0 < gauge.largest < 3000


class TestActors:
    def test_one_actor_for_all_its_names(self) -> None:
        views = [an_actor(mentions=("Guterres", "the UN chief")), an_actor(mentions=("Gutteres", "Guterres"), sector="IGO")]
        these = []
        for number, view in enumerate(views):
            report, reading = a_pair(number)
            these.append((report, replace(reading, actors=(view,))))
        for order in (these, these[::-1]):
            (actor,) = record(*order).actors
            assert actor.mentions == ("Guterres", "the UN chief", "Gutteres")
            assert actor.sector == "IGO"

    def test_actors_of_one_report_with_the_same_id_are_one(self, ledger: Ledger) -> None:
        report, reading = a_pair()
        reading = replace(reading, actors=(an_actor(mentions=("a",)), an_actor(mentions=("b",))))
        ledger.append(report, reading)
        assert [actor.mentions for actor in ledger.everyone()] == [("a", "b")]
        assert list(ledger.everyone()) == list(record((report, reading)).actors)


class TestTables:
    def test_like_a_tuple(self) -> None:
        acts = record(*pairs(3)).acts
        assert [acts[0], acts[1], acts[-1]] == list(acts)
        assert list(acts[1:]) == list(acts)[1:]
        assert acts[1:].where(kind="propose") == acts[1:]
        assert repr(acts) == "<3 acts>"

    def test_a_record_does_not_change(self) -> None:
        with pytest.raises(AttributeError):
            record().acts = ()  # type: ignore[misc,assignment]

    def test_rows_are_flat_and_quote_the_text(self) -> None:
        (row,) = record().acts.rows()
        assert TEXT[row["start"]:row["end"]] == row["quote"]  # type: ignore[misc]
        assert (row["actors"], row["recipients"]) == ("António Guterres", None)
        assert (row["place"], row["from"]) == ("Moscow", "2022-04-26")
        (said,) = record().statements.rows()
        assert (said["speaker"], said["source"], said["stated"]) == ("António Guterres", "Guterres", "named")
        assert said["on_word_of"] == "António Guterres (speaker) > TASS (agency)"

    @pytest.mark.parametrize("table", ["reports", "statements", "acts", "actors"])
    @pytest.mark.parametrize("many", [0, 2])
    @pytest.mark.parametrize("library", ["pandas", "polars"])
    def test_dataframes(self, table: str, many: int, library: str) -> None:
        pytest.importorskip(library)
        rows = getattr(Record.of(pairs(many)), table)
        frame = getattr(rows, f"to_{library}")()
        assert list(frame.columns) == list(rows.columns)
        assert len(frame) == (1 if table == "actors" and many else many)

    @pytest.mark.parametrize("library", ["pandas", "polars"])
    def test_a_library_that_is_not_there(self, monkeypatch: pytest.MonkeyPatch, library: str) -> None:
        def gone(name: str) -> None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

        monkeypatch.setattr("diurna.record.tables.import_module", gone)
        with pytest.raises(ImportError, match=rf"pip install 'diurna\[{library}\]'"):
            getattr(record().acts, f"to_{library}")()

    @pytest.mark.parametrize(("words", "shown"), [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ('"a" & b', "&quot;a&quot; &amp; b"),
        ("\u202etfel", "\\u202etfel"), ("a\x00b\x1b[31m", "a\\u0000b\\u001b[31m"),
    ])
    def test_a_notebook_shows_words_as_words(self, words: str, shown: str) -> None:
        report = a_report(title=words)
        page = record((report, a_reading(report))).reports._repr_html_()
        assert f"<td>{shown}</td>" in page
        assert words not in page

    def test_a_notebook_is_not_flooded(self) -> None:
        page = record(*pairs(60))._repr_html_()
        assert page.count("<tr>") == 51
        assert "and 10 more" in page
        assert "60 reports, 60 statements, 60 acts, 1 actors" in page


def test_importing_the_room_is_cheap() -> None:
    heavy = "{'pandas', 'polars', 'numpy', 'spacy'}"
    code = f"import sys, diurna.record; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_published_with_a_time_falls_on_its_day() -> None:
    report = a_report(published=Published("2022-05-11T09:30:00+03:00", "the page"))
    held = record((report, a_reading(report)))
    assert held.reports.where(since="2022-05-11", until="2022-05-11")


def test_the_ledger_gives_what_was_read(five: Path) -> None:
    fill(five, pairs(7))
    with Ledger.open(five, writable=False) as ledger:
        held = record_of(ledger)
    assert [report.name for report in held.reports] == [f"wire-{number:04}.txt" for number in range(7)]
    assert {act.kind for act in held.acts} == {"propose"}
