"""Who speaks in the turns of a transcript or an interview."""

from __future__ import annotations

from collections.abc import Callable

from diurna.words import Reading

Read = Callable[..., Reading]
BRIEFING = """Press briefing

MR KLEE: Good morning. We welcome the truce in Chad.

QUESTION: Did Kenya threaten to leave the fund?

MR. KLEE (smiling): We have urged Kenya to stay. I have nothing to add.

QUESTION: Will you go to Nairobi?

MR KLEE: No.
"""
INTERVIEW = """"We asked the army to stop"

Christine Lambert, the envoy to Chad until last year, speaks about the siege of Abeche and why she left.

Interview by Paul Grey

Q: Were you in Abeche when the siege began?

A: I was. Rebels shelled the bridge in April. I have urged Kenya to help.

Q: What came after that?

A: They promised to stop. We condemned the shelling.

This interview has been edited for length. Translated from the French by Mary Brown.
"""


def turns(reading: Reading, label: str, text: str) -> list[str]:
    """The actors behind the turns with a label."""
    return [str(s.source.actor) for s in reading.statements if s.source.spans and text[slice(*s.source.spans[0])].startswith(label)]


def test_a_label_is_the_same_speaker_in_every_turn(reading: Read) -> None:
    found = reading(BRIEFING)
    (klee,) = {*turns(found, "MR", BRIEFING)}
    we = {str(s.source.actor) for s in found.statements if BRIEFING[slice(*s.source.spans[0])] == "We"}
    assert we == {klee}
    assert {*turns(found, "QUESTION", BRIEFING)} == {"unnamed"}


def test_what_a_question_asks_about_is_on_the_word_of_who_asks(reading: Read) -> None:
    words = [[hop.name for hop in a.on_word_of] for a in reading(BRIEFING).acts if a.kind == "threaten"]
    assert words == [["QUESTION"]]


def test_who_is_interviewed_answers(reading: Read) -> None:
    found = reading(INTERVIEW)
    assert {*turns(found, "A", INTERVIEW)} == {"person:christine-lambert"}
    assert {*turns(found, "Q", INTERVIEW)} == {"unnamed"}
    urged = [act for act in found.acts if act.kind == "appeal" and "Kenya" in act.evidence[0].words]
    assert [[p.name for p in act.actors] for act in urged] == [["Christine Lambert"]]


def test_a_note_of_the_editors_is_in_no_turn(reading: Read) -> None:
    assert not any("edited" in INTERVIEW[a:b] for s in reading(INTERVIEW).statements for a, b in s.content)
