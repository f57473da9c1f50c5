"""show and timeline: what is shown, filtered, and in which order."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import scenes
from running import Run

from diurna.record import Ledger


def kinds(out: str) -> list[str]:
    return [act["kind"] for act in json.loads(out)["acts"]]


@pytest.mark.parametrize(("filters", "found"), [
    ((), ["sign", "evacuate", "concede", "reject", "propose", "promise", "meet", "visit", "accuse", "coerce", "talk"]),
    (("--kind", "promise"), ["promise"]),
    (("--actor", "orlov"), ["reject", "promise", "meet", "coerce"]),
    (("--actor", "mira sand"), ["meet", "visit"]),
    (("--place", "Port Vek"), ["evacuate", "propose", "promise"]),
    (("--report", "convoy"), ["evacuate", "concede"]),
    (("--since", "2022-05"), ["promise"]),
    (("--until", "2022-04-27", "--kind", "reject"), ["reject"]),
    (("--modality", "planned"), ["sign", "visit"]),
    (("--modality", "negated", "--place", "Port Vek"), ["evacuate"]),
    (("--limit", "2"), ["sign", "evacuate"]),
    (("--place", "Strelsau", "--limit", "99999999999999999999"), ["meet"]),
    (("--modality", "planned", "--limit", "1"), ["sign"]),
    (("--kind", "expel"), []),
])
def test_filters(diurna: Run, filters: tuple[str, ...], found: list[str]) -> None:
    ended = diurna("show", "acts", "--json", *filters)
    assert ended.code == 0
    assert kinds(ended.out) == found


@pytest.mark.parametrize(("what", "count"), [("acts", 11), ("statements", 3), ("actors", 5), ("reports", 4)])
def test_each_list_has_its_rows_as_json_and_in_words(diurna: Run, what: str, count: int) -> None:
    assert len(json.loads(diurna("show", what, "--json").out)[what]) == count
    out = diurna("show", what).out
    assert out.splitlines()[-1] == f"{count} {what}."


def test_the_rows_are_those_of_the_record(diurna: Run, held: Path) -> None:
    from diurna.record import record_of

    with Ledger.open(held, writable=False) as ledger:
        record = record_of(ledger).to_dict()
    record["statements"] += record["nested_statements"]
    for what in ("acts", "statements", "actors", "reports"):
        assert json.loads(diurna("show", what, "--json").out)[what] == json.loads(json.dumps(record[what]))


def test_an_act_says_what_who_when_where_on_whose_word_and_in_which_words(diurna: Run) -> None:
    out = diurna("show", "acts", "--kind", "promise").out
    for words in ("promise", "conditional", "Anton Orlov", "3 May ~2022 · Port Vek", "word: Anton Orlov › The Vek Mirror",
                  "on condition: if the shelling stops", "“We are ready to let 120", "harbour-01.txt"):
        assert words in out


@pytest.mark.parametrize(("kind", "line"), [
    ("meet", "Anton Orlov ↔ Mira Sand"), ("reject", "Anton Orlov → Graustark"), ("talk", "(not stated)"),
    ("meet", "26 Apr (year not stated) · Strelsau"), ("coerce", "alleged"), ("concede", "word: the report's own"),
    ("reject", "word: Vek Wire › The Vek Mirror"), ("evacuate", "negated"),
])
def test_how_acts_read(diurna: Run, kind: str, line: str) -> None:
    assert line in diurna("show", "acts", "--kind", kind).out


def test_a_statement_says_who_in_which_words(diurna: Run) -> None:
    out = diurna("show", "statements").out
    assert "unsure: a confidence below 0.7" in out
    for words in ("direct", "Anton Orlov (“Orlov”)", "“said”", "A spokesman (unnamed)", "indirect", "within statement"):
        assert words in out


def test_actors_stand_by_name_with_their_other_words(diurna: Run) -> None:
    out = diurna("show", "actors").out
    assert out.index("Anton Orlov") < out.index("Graustark") < out.index("Mira Sand") < out.index("Relief Council")
    assert "person · GOV · RUR · Foreign Minister, Ruritania" in out
    assert "also: Orlov" in out


def test_a_report_that_was_not_read_says_why(diurna: Run) -> None:
    assert "not read: no reader for the language de" in diurna("show", "reports").out


@pytest.mark.parametrize(("arguments", "said"), [
    (("show", "acts", "--kind", "promisse"), "did you mean 'promise'? The kinds: assert, deny"),
    (("show", "acts", "--since", "tomorrow"), "write it like 2022-04-26, 2022-04 or 2022"),
    (("timeline", "--until", "2022-02-30"), "not a date"),
    (("show", "acts", "--since", "2023", "--until", "2022"), "later than"),
    (("show", "statements", "--kind", "promise"), "statements cannot be asked for by --kind; they can by --actor"),
    (("show", "actors", "--since", "2022", "--place", "Vek"), "--place and --since"),
    (("show", "acts", "--actor", " "), "nothing to look for"),
    (("show", "acts", "--sure", "1.5"), "sure is not between 0 and 1: 1.5; write it like 0.8"),
    (("timeline", "--sure", "nan"), "not between 0 and 1"),
    (("timeline", "--sure", "very"), "--sure"),
    (("show", "statements", "--sure", "0"), "statements cannot be asked for by --sure; they can by --actor"),
    (("show", "actors", "--sure", "0.5"), "actors cannot be asked for by --sure"),
    (("show", "reports", "--sure", "0.5"), "reports cannot be asked for by --sure"),
    (("show", "actz"), "acts"),
    (("show",), "acts"),
    (("shwo",), "show"),
    (("show", "acts", "--limit", "0"), "--limit"),
    (("show", "acts", "--modality", "done-ish"), "planned"),
])
def test_wrong_usage_says_what_would_be_right(diurna: Run, arguments: tuple[str, ...], said: str) -> None:
    ended = diurna(*arguments)
    assert ended.code == 2
    assert said in ended.err
    assert ended.err.count("\n") == 1
    assert not ended.out


def test_a_ledger_that_is_not_there_says_how_to_read_first(diurna: Run) -> None:
    ended = diurna("show", "acts", "--ledger", "none.db")
    assert ended.code == 3
    assert "diurna read --ledger none.db" in ended.err


def test_an_empty_ledger_says_how_to_read_first(diurna: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    scenes.fill(tmp_path / "empty.db", ())
    for command in (("show", "acts"), ("timeline",), ("show", "actors")):
        ended = diurna(*command, "--ledger", "empty.db")
        assert ended.code == 0
        assert "diurna read --ledger empty.db" in ended.err


def test_nothing_that_fits_says_what_there_is(diurna: Run) -> None:
    ended = diurna("show", "acts", "--actor", "nobody")
    assert ended.code == 0
    assert "4 reports with 11 acts and 3 statements" in ended.err


def test_the_ledger_may_be_named_before_or_after_the_command(diurna: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scenes.fill(tmp_path / "one.db", (scenes.convoy,))
    scenes.fill(tmp_path / "diurna.db", (scenes.unread,))

    def count(*arguments: str) -> int:
        return len(json.loads(diurna(*arguments).out)["reports"])

    assert count("--ledger", "one.db", "show", "reports", "--json") == 1
    assert count("show", "reports", "--json", "--ledger", "one.db") == 1
    assert count("--ledger", "none.db", "show", "reports", "--json", "--ledger", "one.db") == 1
    assert count("show", "reports", "--json") == 4
    monkeypatch.delenv("DIURNA_LEDGER")
    assert count("show", "reports", "--json") == 1


def test_the_timeline_stands_in_the_order_of_the_acts_own_time(diurna: Run) -> None:
    out = diurna("timeline").out
    headings = ["2 months to 27 Apr 2022", "Thu 28 Apr 2022", "Tue 3 May 2022", "26 Apr (year not stated)",
                "No time stated, in =evil", "No time stated, in convoy-02.txt",
                "No time stated, in harbour-01.txt (published 27 Apr 2022)"]
    places = [out.index("\n" + heading if n else heading) for n, heading in enumerate(headings)]
    assert places == sorted(places)
    assert out.count("No time stated, in harbour-01.txt") == 1


def test_a_timeline_names_the_report_of_each_quote_and_what_its_heading_lacks(diurna: Run) -> None:
    out = diurna("timeline", "--actor", "Sand").out
    assert "“Sand will visit Graustark on Thursday”\n" in out
    assert "  in harbour-01.txt\n" in out
    assert "~28 Apr 2022" in out
    assert "in harbour-01.txt" not in diurna("timeline").out.split("No time stated, in harbour-01.txt")[1]


def test_the_timeline_as_json(diurna: Run) -> None:
    groups: list[dict[str, Any]] = json.loads(diurna("timeline", "--json").out)["timeline"]
    assert [(one["from"], one["to"], len(one["acts"])) for one in groups] == [
        ("2022-02-27", "2022-04-27", 1), ("2022-04-28", "2022-04-28", 1), ("2022-05-03", "2022-05-03", 1),
        ("--04-26", "--04-26", 1), (None, None, 1), (None, None, 2), (None, None, 4)]
    assert all((one["report"] is None) == (one["from"] is not None) for one in groups)


def test_a_timeline_takes_the_first_by_time(diurna: Run) -> None:
    groups = json.loads(diurna("timeline", "--json", "--limit", "2").out)["timeline"]
    assert [act["kind"] for one in groups for act in one["acts"]] == ["talk", "visit"]
