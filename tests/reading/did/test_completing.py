"""What grammar mends in proposals made by hand: no model stands behind these."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diurna.reading.did import completing
from diurna.reading.did.clause import evidence_of, trigger_token
from diurna.reading.did.completing import completed
from diurna.reading.did.conditions import condition_of
from diurna.reading.did.proposal import Proposal
from diurna.reading.document import Document
from diurna.words import Absent

Parse = Callable[..., Document]


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def mended(document: Document, kind: str, trigger: str, actors: str, recipients: str, modality: str = "done") -> list[Proposal]:
    """A proposal after every rule; parties parted by a bar."""
    text = document.report.text
    spans = [tuple(place(text, w) for w in side.split("|") if w) for side in (actors, recipients)]
    proposal = Proposal(place(text, trigger), kind, modality, *spans)
    token = trigger_token(document, proposal.trigger)
    assert token is not None
    return [p for p, _ in completed(document, [(proposal, token)])]


def corrected(document: Document, kind: str, trigger: str, modality: str = "done") -> Proposal:
    """A proposal without parties after every rule that corrects, told or not."""
    proposal = Proposal(place(document.report.text, trigger), kind, modality)
    token = trigger_token(document, proposal.trigger)
    assert token is not None
    return completing.mended(document, proposal, token)


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "given", "actors", "recipients"),
    [
        pytest.param("Oslo was dismayed by the conduct of the Lesk council.", "accuse", "dismayed", ("", "Oslo"),
                     ["Oslo"], ["the Lesk council"], id="who feels it blames"),
        pytest.param("The guild was prepared to work with the army.", "offer", "prepared", ("", "The guild"),
                     ["The guild"], [], id="ready is no passive"),
        pytest.param("The envoy flew to Lesk from Banta.", "visit", "flew", ("The envoy", "Lesk|Banta"), ["The envoy"], ["Lesk"],
                     id="where one comes from is not visited"),
        pytest.param("Two miners arrested over blast", "coerce", "arrested", ("Two miners", ""), [], ["Two miners"], id="headline passive"),
        pytest.param("A Serbian drone struck the depot.", "assault", "struck", ("A Serbian drone", "the depot"),
                     ["Serbian"], ["the depot"], id="whose drone"),
        pytest.param("The truce broke the siege.", "violate", "broke", ("The truce", "the siege"), [], ["the siege"], id="no paper acts"),
        pytest.param("Greek and Turkish envoys met in Bern.", "meet", "met", ("Greek and Turkish envoys", ""),
                     ["Greek"], ["Turkish envoys"], id="two peoples"),
        pytest.param("The guards shot dead two men.", "assault", "shot", ("The guards", "dead two men"),
                     ["The guards"], ["two men"], id="who is shot dead"),
        pytest.param("Canada and Costa Rica agreed on a pact.", "agree", "agreed", ("Canada and Costa", "Rica"),
                     ["Canada"], ["Costa Rica"], id="no name of a place is broken off"),
        pytest.param("Oslo received Chad's Anna Brill and Uganda's Yoweri Museveni.", "meet", "received",
                     ("Oslo", "Chad's Anna Brill and Uganda's Yoweri Museveni"),
                     ["Oslo"], ["Chad's Anna Brill", "Yoweri Museveni"], id="two names, each with its land"),
        pytest.param("Spain offered Spanish nationality to the freed prisoners.", "offer", "offered", ("Spain", "Spanish nationality"),
                     ["Spain"], ["the freed prisoners"], id="to whom it is offered"),
        pytest.param("QUITO, 3 May - Miners blocked the road.", "coerce", "blocked", ("QUITO, 3 May - Miners", "the road"),
                     ["Miners"], ["the road"], id="dateline"),
        pytest.param("Tobruk Relief Network (TRN) accused the Banta Civil Guard (BCG) of theft.", "accuse", "accused",
                     ("Tobruk Relief Network (TRN)", "the Banta Civil Guard (BCG)"),
                     ["Tobruk Relief Network (TRN)"], ["the Banta Civil Guard (BCG)"], id="a bracket is closed"),
        pytest.param("The mission (which left in May) accused Banta.", "accuse", "accused", ("The mission", "Banta"),
                     ["The mission"], ["Banta"], id="a bracket that is no name stays out"),
        pytest.param("Both Chile and Peru accepted the plan.", "accept", "accepted", ("Both Chile and Peru", ""),
                     ["Chile", "Peru"], [], id="both names nobody"),
        pytest.param("Both miners left the pit.", "retreat", "left", ("Both miners", ""), ["Both miners"], [], id="both of one noun"),
        pytest.param("Iran - allied fighters shelled the depot.", "assault", "shelled", ("Iran - allied fighters", "the depot"),
                     ["Iran - allied fighters"], ["the depot"], id="a dash before a small letter ends no dateline"),
        pytest.param("He called on them to leave with the promise of bread.", "promise", "promise", ("", ""),
                     ["He"], [], id="promised beside a call"),
        pytest.param("Finland promised that the port would reopen.", "promise", "promised", ("Finland", "the port"),
                     ["Finland"], [], id="the subject of what is said"),
        pytest.param("They agreed to let the wounded through.", "release", "let", ("They", "the wounded"),
                     ["They"], ["the wounded"], id="adjective for people"),
        pytest.param("Chad's envoy said his government rejected the map.", "reject", "rejected", ("Chad's envoy", ""),
                     ["his government"], [], id="the subject of its own verb"),
        pytest.param("The army said it had struck a camp.", "assault", "struck", ("The army", "a camp"), ["The army"], ["a camp"],
                     id="it that takes up who tells it"),
        pytest.param("The army said it had struck a camp.", "assault", "struck", ("", "a camp"), ["it"], ["a camp"],
                     id="it where nobody does"),
        pytest.param("The rebels agreed with the UN mission to withdraw their men.", "retreat", "withdraw", ("the UN mission", ""),
                     ["The rebels"], [], id="who agrees to do it"),
        pytest.param("Norland, asked to stay on the panel, said yes.", "appeal", "asked", ("Norland", ""), [], ["Norland"],
                     id="asked between commas"),
        pytest.param("The bishop freed forty men and has been urged to free the rest.", "appeal", "urged", ("The bishop", ""),
                     [], ["The bishop"], id="a passive coordinated"),
        pytest.param("The mayor was thanked and then rebuked by the guild.", "accuse", "rebuked", ("The mayor", "the guild"),
                     ["the guild"], ["The mayor"], id="whose doer is named"),
        pytest.param("Chad and Libya signed the pact in Oslo.", "sign", "signed", ("Chad", "Libya|Oslo"), ["Chad"], ["Libya"],
                     id="where it was signed"),
        pytest.param("Chad threatened to block the aid for the Lesk council.", "threaten", "threatened", ("Chad", "the Lesk council"),
                     ["Chad"], [], id="who stands in what is threatened"),
        pytest.param("The envoy flew to Lesk to hear the miners.", "visit", "flew", ("The envoy", "Lesk|the miners"),
                     ["The envoy"], ["Lesk"], id="to whom something else is done"),
        pytest.param("Chad demanded that the crew be freed.", "demand", "demanded", ("Chad", "the crew"), ["Chad"], [],
                     id="who undergoes what is asked"),
        pytest.param("Chad asked for French soldiers.", "appeal", "asked", ("Chad", "French soldiers"), ["Chad"], [],
                     id="what is asked for"),
        pytest.param("Chad vetoed the Brazilian-drafted text.", "reject", "vetoed", ("Chad", "Brazilian"), ["Chad"], [],
                     id="part of a word"),
        pytest.param("PORT SUDAN, 3 June – At least 55 children were hurt.", "assault", "hurt", ("PORT SUDAN, 3 June", "55 children"),
                     [], ["At least 55 children"], id="nobody is a dateline"),
        pytest.param("The one said the other had broken the truce.", "violate", "broken", ("the other", ""), ["the other"], [],
                     id="the other"),
        pytest.param("The council of Lesk and the three guilds signed the pact.", "sign", "signed",
                     ("The council of Lesk and the three guilds", ""), ["The council of Lesk"], ["the three guilds"],
                     id="a coordination keeps whose council"),
        pytest.param("They answered the council's breach of the accord.", "violate", "breach", ("They", ""),
                     ["the council"], [], id="the deed is its possessor's"),
        pytest.param("He regretted the fact that Chad had closed the road.", "coerce", "closed", ("Chad", "the road"),
                     ["Chad"], ["the road"], id="a clause with its subject is no passive"),
        pytest.param("Two nurses were kidnapped in Chad.", "coerce", "kidnapped", ("Chad", "Two nurses"), [], ["Two nurses"],
                     id="the scene is no doer"),
        pytest.param("Chad got an offer from Libya.", "offer", "offer", ("Chad|Libya", ""), ["Libya"], ["Chad"],
                     id="who gets it is addressed"),
        pytest.param("Chad and Libya accused each other of haste.", "accuse", "accused", ("Chad and Libya", ""), ["Chad"], ["Libya"],
                     id="each other"),
        pytest.param("Chad and Libya exchanged forty prisoners.", "release", "exchanged", ("Chad and Libya", ""), ["Chad"], ["Libya"],
                     id="exchanged"),
        pytest.param("Norway offered Istanbul for the talks.", "offer", "offered", ("Norway", "Istanbul"), ["Norway"], [],
                     id="a place is offered"),
        pytest.param("She apologised for the words of Karl Brandt.", "concede", "apologised", ("She", "Karl Brandt"), ["She"], [],
                     id="whom it is apologised for"),
        pytest.param("She telephoned the envoy to thank him.", "support", "thank", ("the envoy", ""), ["She"], ["the envoy"],
                     id="who calls to thank"),
        pytest.param("She appealed to Chad to help the poor states.", "appeal", "appealed", ("She", "Chad|the poor states"),
                     ["She"], ["Chad"], id="who is to be helped"),
        pytest.param("She appealed to Chad to help poor states buy grain.", "appeal", "appealed", ("She", "Chad|poor states"),
                     ["She"], ["Chad"], id="who is helped to do it"),
        pytest.param("She released ten million from the Relief Fund.", "release", "released", ("She", "the Relief Fund"), ["She"], [],
                     id="where it comes from"),
        pytest.param("Mr Sool promised the Libyan army would go on.", "promise", "promised", ("Mr Sool", "the Libyan army"),
                     ["Mr Sool"], [], id="the subject of what is promised"),
        pytest.param("Libya: Doctors demand an inquiry", "demand", "demand", ("Doctors|Libya", ""), ["Doctors"], [],
                     id="a headline's land"),
        pytest.param("On Sunday Libya shelled the port.", "assault", "shelled", ("Sunday Libya", "the port"), ["Libya"], ["the port"],
                     id="the day is no part of the name"),
        pytest.param("She condemned the strike on 20 October, which hurt nine.", "assault", "hurt", ("20 October", "nine"), [], ["nine"],
                     id="no day acts"),
        pytest.param("A car bomb killed nine cadets.", "assault", "killed", ("A car", "nine cadets"), [], ["nine cadets"],
                     id="no bomb acts"),
        pytest.param("A Norway-brokered truce began.", "mediate", "brokered", ("", ""), ["Norway"], [], id="only the name before a hyphen"),
        pytest.param("She flew to Norway, a country that is mediating between Chad and Libya.", "mediate", "mediating",
                     ("a country", "Chad and Libya"), ["Norway"], ["Chad", "Libya"], id="the name that is described"),
        pytest.param("She thanked the soldiers of Kenya, Uganda and Chad.", "support", "thanked", ("She", "Chad"),
                     ["She"], ["Chad", "Uganda", "Kenya"], id="names listed before"),
    ],
)  # fmt: skip
def test_who_does_it_to_whom(
    document: Parse, text: str, kind: str, trigger: str, given: tuple[str, str], actors: list[str], recipients: list[str]
) -> None:
    (proposal,) = mended(document(text), kind, trigger, *given)
    assert [[text[a:b] for a, b in side] for side in (proposal.actors, proposal.recipients)] == [actors, recipients]


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "given", "modality"),
    [
        ("Has Nairobi signed the accord?", "sign", "signed", "done", "possible"),
        ("Who told Nairobi that Kampala signed the accord?", "sign", "signed", "done", "done"),
        ("The army should release the crew.", "release", "release", "planned", "wanted"),
        ("New sanctions are being weighed in Ottawa.", "sanction", "sanctions", "done", "possible"),
        ("We will flood the valley, the general said.", "threaten", "flood", "done", "done"),
        ("The envoy flew to Lesk in order to meet the guild.", "meet", "meet", "planned", "planned"),
        ("They were asked to meet the guild.", "meet", "meet", "planned", "wanted"),
        ("They signed a protocol on the evacuation of Lesk.", "evacuate", "evacuation", "planned", "planned"),
        ("They held a round of talks.", "talk", "talks", "planned", "done"),
        ("Ottawa is considering a request from Lesk.", "appeal", "request", "done", "done"),
        ("The miners called off their march.", "protest", "march", "negated", "negated"),
        ("Nairobi would not hear of a truce.", "reject", "hear", "done", "done"),
        ("Nairobi did not reject the truce.", "reject", "reject", "done", "negated"),
        ("Guards did not let the nurses pass.", "coerce", "let", "done", "done"),
        ("Guards did not detain the nurses.", "coerce", "detain", "done", "negated"),
        ("Nairobi did not sign the accord.", "sign", "sign", "done", "negated"),
        ("Lima stopped just short of expelling the envoy.", "expel", "expelling", "done", "negated"),
        ("Far from expelling the envoy, Lima fed him.", "expel", "expelling", "done", "negated"),
        ("Lima opened two gates without, so far, expelling anyone.", "expel", "expelling", "done", "negated"),
        ("Lima will fine the envoy rather than expel him.", "expel", "expel", "conditional", "negated"),
        ("The rumour was nothing short of accusing the envoy.", "accuse", "accusing", "done", "done"),
        ("Lima all but expelled the envoy.", "expel", "expelled", "done", "negated"),
        ("Lima no longer buys grain from Banta.", "cooperate", "buys", "done", "negated"),
        ("Lima kept the nurses from meeting the governor.", "meet", "meeting", "done", "negated"),
        ("Lima came within a single vote of leaving the league.", "withdraw", "leaving", "possible", "negated"),
        ("The envoy came to Lesk within days of leaving Banta.", "retreat", "leaving", "done", "done"),
        ("Lima closed the gates, not without accusing Banta.", "accuse", "accusing", "done", "done"),
        ("The envoy said he would have signed the accord.", "sign", "signed", "conditional", "conditional"),
        ("The envoy was to have met the nurses on Monday.", "meet", "met", "done", "negated"),
        ("The envoy was to meet the nurses on Monday.", "meet", "meet", "planned", "planned"),
        ("The envoy had been due to sign the accord in May.", "sign", "sign", "planned", "negated"),
        ("None of the shells hit the town.", "assault", "hit", "done", "negated"),
        ("Lima is considering expelling the envoy.", "expel", "expelling", "done", "possible"),
        ("Doctors warned the police against firing on the nurses.", "assault", "firing", "done", "possible"),
        ("Lima did not rule out a meeting with Banta.", "meet", "meeting", "negated", "possible"),
        ("The two ministers hope to sign the accord in May.", "sign", "sign", "planned", "wanted"),
        ("The two ministers hoped that Lima had signed the accord.", "sign", "signed", "done", "done"),
        ("The assembly voted on Friday to expel the envoy.", "expel", "expel", "done", "planned"),
        ("Rebels agreed with the mission to free the nurses.", "release", "free", "wanted", "planned"),
        ("The envoy said he would visit Banta in May.", "visit", "visit", "conditional", "planned"),
        ("The envoy said he would visit Banta if the road was safe.", "visit", "visit", "conditional", "conditional"),
        ("Under the draft, Banta would free the nurses.", "release", "free", "planned", "conditional"),
        ("Lima shut the door on talks with Banta.", "talk", "talks", "done", "negated"),
        ("Talks with Banta are on hold.", "talk", "Talks", "planned", "negated"),
        ("Lima never tires of accusing Banta.", "accuse", "accusing", "negated", "done"),
        ("Lima never thought of accusing Banta.", "accuse", "accusing", "negated", "negated"),
        ("Lima threatened on Friday to expel the envoy.", "expel", "expel", "conditional", "planned"),
        ("Lima threatened to expel the envoy unless he left.", "expel", "expel", "conditional", "conditional"),
        ("Banta did not comply with the accord.", "violate", "comply", "negated", "done"),
    ],
)
def test_how_an_act_stands(document: Parse, text: str, kind: str, trigger: str, given: str, modality: str) -> None:
    proposal = corrected(document(text), kind, trigger, given)
    assert proposal.modality == modality


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "told"),
    [
        ("Nurses called on the army to reopen the road.", "assert", "called", "appeal"),
        ("Nurses called on the new governor in Lesk and left.", "visit", "called", "visit"),
        ("Nurses called the army a disgrace on air.", "accuse", "called", "accuse"),
        ("Oslo asked for sanctions against Banta.", "threaten", "sanctions", "sanction"),
        ("The general vowed to punish the deserters.", "promise", "vowed", "threaten"),
        ("The general vowed to feed the deserters.", "promise", "vowed", "promise"),
        ("Banta vowed that it would strike back.", "promise", "vowed", "threaten"),
        ("Banta vowed not to punish the nurses.", "promise", "vowed", "promise"),
        ("Banta vowed that it would pay the nurses.", "promise", "vowed", "promise"),
        ("Banta called the report baseless.", "accuse", "called", "deny"),
        ("Banta called the raid a disgrace.", "accuse", "called", "accuse"),
        ("Banta ordered two diplomats to leave within a day.", "demand", "ordered", "expel"),
        ("Banta ordered families to leave the valley.", "demand", "ordered", "demand"),
        ("Gunmen took nine nurses from a clinic.", "evacuate", "took", "assault"),
        ("Soldiers took nine nurses from a clinic.", "evacuate", "took", "evacuate"),
        ("Banta gave the miners two days to leave or face the army.", "demand", "gave", "threaten"),
        ("Banta gave the miners two days to leave or appeal.", "demand", "gave", "demand"),
        ("Firemen pulled six nurses from the rubble.", "evacuate", "pulled", "aid"),
        ("Firemen pulled six nurses from the town.", "evacuate", "pulled", "evacuate"),
        ("Banta broke off talks with Lima.", "sanction", "broke", "withdraw"),
        ("Banta broke off trade with Lima.", "withdraw", "broke", "sanction"),
        ("Banta suspended flights from Lima.", "sanction", "suspended", "sanction"),
        ("A court jailed the mayor for six years.", "coerce", "jailed", "sanction"),
        ("A military tribunal condemned the mayor.", "accuse", "condemned", "sanction"),
        ("The council condemned the mayor.", "accuse", "condemned", "accuse"),
        ("The general spoke on state television.", "talk", "spoke", "assert"),
        ("The general spoke with the mayor on television.", "talk", "spoke", "talk"),
        ("Police jailed the mayor for shouting.", "coerce", "jailed", "coerce"),
        ("Lima sent two howitzers to Banta.", "mobilize", "sent", "aid"),
        ("Lima sent two howitzers up the hill.", "mobilize", "sent", "mobilize"),
        ("Oslo hinted at reprisals against Banta.", "threaten", "reprisals", "threaten"),
    ],
)
def test_the_kind_that_grammar_settles(document: Parse, text: str, kind: str, trigger: str, told: str) -> None:
    proposal = corrected(document(text), kind, trigger)
    assert proposal.kind == told


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "actors"),
    [
        ("According to the clinic, six died.", "assert", "According", ""),
        ("The council let the island down.", "release", "let", "The council"),
        ("The freighter left Mombasa at dawn.", "retreat", "left", "The freighter"),
        ("They crossed into territory held by the Front.", "coerce", "held", "the Front"),
    ],
)
def test_words_that_tell_no_act(document: Parse, text: str, kind: str, trigger: str, actors: str) -> None:
    assert mended(document(text), kind, trigger, actors, "") == []


def test_evidence_does_not_break_off(document: Parse) -> None:
    text = "Those who hand in their rifles, he promised, will be spared."
    one = document(text)
    token = trigger_token(one, place(text, "promised"))
    assert token is not None
    assert evidence_of(one, token, (place(text, "he"),)).words == text


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ('Chad accused Libya of "punishing all". Libya denied it.', "accused", 'Chad accused Libya of "punishing all"'),
        ("“The envoys met in a tent in Chad,” said the guard.", "met", "The envoys met in a tent in Chad"),
        ("“The envoys met in a tent. They drank tea,” he said.", "met", "The envoys met in a tent"),
    ],
)
def test_evidence_holds_both_of_its_quotation_marks(document: Parse, text: str, trigger: str, words: str) -> None:
    one = document(text)
    token = trigger_token(one, place(text, trigger))
    assert token is not None
    assert evidence_of(one, token, ()).words == words


def test_what_is_asked_beside_a_promise_is_its_condition(document: Parse) -> None:
    text = "She urged the miners to leave with the promise of bread."
    one = document(text)
    token = trigger_token(one, place(text, "promise"))
    assert token is not None
    found = condition_of(one, token, Proposal(place(text, "promise"), "promise", "done"))
    assert not isinstance(found, Absent)
    assert found.words == "to leave"


@pytest.mark.parametrize(
    ("text", "modality"),
    [("Norland is ready to take in forty wounded if the road is safe.", "done"), ("Norland is not ready to take in forty.", "negated")],
)
def test_nothing_is_negated_without_a_word_that_negates(document: Parse, text: str, modality: str) -> None:
    (found,) = mended(document(text), "offer", "ready", "Norland", "", "negated")
    assert found.modality == modality


def test_two_acts_of_one_kind_have_each_its_own_recipient(document: Parse) -> None:
    report = document("Before going to Lesk, the envoy visited Banta.")
    text = report.report.text
    both = (place(text, "Lesk"), place(text, "Banta"))
    acts = [Proposal(place(text, w), "visit", "done", (place(text, "the envoy"),), both) for w in ("going", "visited")]
    found = completed(report, [(a, t) for a in acts if (t := trigger_token(report, a.trigger)) is not None])
    assert [[text[a:b] for a, b in p.recipients] for p, _ in found] == [["Lesk"], ["Banta"]]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        pytest.param("The minister repeated that Norland was not interested in a war.", "deny", ["The minister"], id="of a war"),
        pytest.param("Norland has no interest in fighting.", "deny", ["Norland"], id="on nobody's word"),
        pytest.param("The minister repeated that Norland was not interested in talks.", "reject", ["Norland"], id="of talks"),
    ],
)
def test_who_has_no_interest_in_a_war_denies_it(document: Parse, text: str, kind: str, actors: list[str]) -> None:
    word = "interested" if "interested" in text else "interest"
    (found,) = mended(document(text), "reject", word, "Norland", "")
    assert (found.kind, [text[a:b] for a, b in found.actors]) == (kind, actors)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("Norland promised to go on even if Sudland hesitates.", "promised", id="even if"),
        pytest.param("The envoy was ready to leave until the king talked to him.", "ready", id="until then"),
    ],
)
def test_what_an_act_does_not_hang_on(document: Parse, text: str, trigger: str) -> None:
    one = document(text)
    token = trigger_token(one, place(text, trigger))
    mark = next(w for w in ("even", "if", "until") if w in text.split())
    assert token is not None
    for clause in (None, place(text, text[text.index(mark) : -1]), place(text, text[text.index("if" if "if" in text else mark) : -1])):
        assert isinstance(condition_of(one, token, Proposal(place(text, trigger), "offer", "done", condition=clause)), Absent)


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        pytest.param("Norland fired a missile over Japan.", "mobilize", [], id="over a land"),
        pytest.param("Norland fired a missile at Japan.", "assault", ["Japan"], id="at it"),
    ],
)
def test_a_missile_over_a_land_strikes_nobody(document: Parse, text: str, kind: str, to: list[str]) -> None:
    (found,) = mended(document(text), "assault", "fired", "Norland", "Japan")
    assert (found.kind, [text[a:b] for a, b in found.recipients]) == (kind, to)


def test_an_accord_is_broken_and_not_struck(document: Parse) -> None:
    text = "She spoke of Libya's sabotage of the accord."
    (found,) = mended(document(text), "assault", "sabotage", "Libya", "")
    assert found.kind == "violate"


def test_what_is_held_against_somebody_is_quoted_with_the_accusation(document: Parse) -> None:
    text = "She said that Chad had accused Libya of closing the road."
    one = document(text)
    closing, accused = (trigger_token(one, place(text, word)) for word in ("closing", "accused"))
    assert closing is not None
    assert accused is not None
    assert evidence_of(one, closing, (place(text, "Libya"),)).words == "accused Libya of closing the road"
    assert evidence_of(one, accused, (place(text, "Chad"),)).words == "Chad had accused Libya of closing the road"


def test_an_emergency_prolonged_is_no_truce(document: Parse) -> None:
    text = "The council extended the state of emergency."
    (found,) = mended(document(text), "cease-fire", "extended", "The council", "")
    assert found.kind == "coerce"


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "becomes"),
    [
        ("The army regretted that it had shelled the clinic.", "accuse", "regretted", "concede"),
        ("The army regretted that Chad had shelled the clinic.", "accuse", "regretted", "accuse"),
        ("A court condemned the bishop to nine years of prison.", "accuse", "condemned", "sanction"),
    ],
)
def test_what_the_words_beside_it_make_of_a_verb(
    document: Callable[..., Document], text: str, kind: str, trigger: str, becomes: str
) -> None:
    assert corrected(document(text), kind, trigger).kind == becomes


def test_what_is_signed_is_not_signed_on_a_condition(document: Callable[..., Document]) -> None:
    text = "Chad signed a treaty with Niger pledging help if either is attacked."
    one, clause = document(text), place(text, "if either is attacked")
    token = trigger_token(one, place(text, "signed"))
    assert token is not None
    assert isinstance(condition_of(one, token, Proposal(place(text, "signed"), "sign", "done", condition=clause)), Absent)


def test_no_one_is_nobody(document: Callable[..., Document]) -> None:
    text = "No one was killed in the blast."
    given = (place(text, "No one"),)
    one = document(text)
    token = trigger_token(one, place(text, "killed"))
    assert token is not None
    [(made, _)] = completed(one, [(Proposal(place(text, "killed"), "assault", "negated", (), given), token)]) or [(None, None)]
    assert made is None or made.recipients == ()
