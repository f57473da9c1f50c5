"""What a row says: whom a report credits, who stands beside whom in a chain, that a line rests on a caption."""
from __future__ import annotations

import pytest
from factories import a_report, an_act, quote

from diurna.views.cli import cards
from diurna.views.cli.explain import fields
from diurna.views.evidence import explained
from diurna.views.rows import act_row, chain, denials, report_row
from diurna.words import NOT_STATED, Credit, CreditRole, Furniture, Hop, HopRole, Reading, Report, cut

TEXT = "Orlov signs the truce in Vek.\n\nOrlov told Vek Wire that it holds.\n\nWith Arrow and Dart\n"
CAPTION = Furniture(0, TEXT.index("\n"), "caption")
FOOT = Furniture(TEXT.index("With"), len(TEXT) - 1, "credit")


def wire(name: str, words: str) -> Credit:
    return Credit(name, CreditRole.WIRE, quote(a_report(TEXT), words))


def harbour() -> Report:
    return a_report(TEXT, furniture=(CAPTION, FOOT), credits=(
        wire("Vek Wire", "told Vek Wire"), wire("Arrow", "With Arrow and Dart"), wire("Dart", "With Arrow and Dart"),
        Credit("Bow", CreditRole.PHOTO)))


def test_whom_the_report_only_cites_it_does_not_credit() -> None:
    about = report_row(harbour(), Reading(report="r")).about
    assert about.endswith("credits Arrow, Dart · pictures Bow · cites Vek Wire")


def test_agencies_of_one_credit_stand_side_by_side() -> None:
    both = cut(TEXT, FOOT.start, FOOT.end)
    hops = [Hop("Orlov", HopRole.SPEAKER), Hop("Arrow", HopRole.AGENCY, NOT_STATED, both), Hop("Dart", HopRole.AGENCY, NOT_STATED, both),
            Hop("The Vek Mirror", HopRole.OUTLET)]
    assert chain(hops) == "Orlov › Arrow and Dart › The Vek Mirror"
    assert chain([Hop("Arrow", HopRole.AGENCY), Hop("Dart", HopRole.AGENCY)]) == "Arrow › Dart"


@pytest.mark.parametrize(("words", "caption"), [("signs", True), ("holds", False)])
def test_a_line_that_rests_on_a_caption_says_so(words: str, caption: bool) -> None:
    report = harbour()
    act = an_act(report, kind="sign", words=words)
    shown = "\n".join(line.plain for line in cards.act_card(act_row(act, report), 80))
    assert ("in a caption" in shown) == caption
    told = dict(fields(explained(act, report, Reading(report=report.id, acts=(act,))), marks=True))["Stands as"]
    assert any("caption of a picture" in line.plain for line in told) == caption


def test_what_somebody_denies_is_denied_not_alleged_by_them() -> None:
    report = harbour()
    denial = an_act(report, kind="deny", words="told")
    held = an_act(report, kind="sign", words="holds", alleged=True, within=denial.id)
    ids = denials(Reading(report=report.id, acts=(denial, held)))
    assert act_row(held, report, ids).standing == ("denied",)
    assert act_row(held, report).standing == ("alleged",)
    assert act_row(denial, report, ids).standing == ()
