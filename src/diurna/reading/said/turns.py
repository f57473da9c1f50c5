"""Speakers named before a colon: turns of a transcript ("SPOKESPERSON: …") and headlines ("Lavrov: Russia ready to…").

The tagger learned from running text, where a colon seldom attributes; here the line itself is the rule. A headline may also end in its
speaker ("Guns still in place: monitor"). In a transcript a turn goes on until the next one begins, and nothing that is said in one turn
is the word of somebody in another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from diurna.reading.document import Document, end_of
from diurna.reading.edges import without_blanks
from diurna.reading.said.quoted import ANY
from diurna.reading.said.rules import speech_verbs
from diurna.reading.said.tagger import END, Attribution
from diurna.reading.said.word_lists import lexis
from diurna.reading.spans import Placed
from diurna.reading.who import Who
from diurna.reading.who.registry import normal
from diurna.words import ActorType, Span

MEDIA = "MED"
CLOCK = r"(?:\d{1,2}[:.h]?\d\d(?:[ \t]?(?:GMT|UTC|CET|CEST|EET|EEST|MSK|hrs|am|pm))?[ \t]+(?:[-–—][ \t]*)?)?"
COLON = rf"^[ \t>•*-]*{CLOCK}(?P<who>[^\s:][^:\n]{{0,%d}}?)(?P<cue>:)[ \t]+(?P<told>\S[^\n]{{2,}})$"
LINE = re.compile(COLON % 58, re.M)
ANSWER = re.compile(COLON % 110, re.M)
"""A headline with a clause and a verb of saying before its colon."""
TAIL = re.compile(
    rf"^[ \t>•*-]*{CLOCK}(?P<told>[^\n]{{8,140}}?)"
    rf"(?:(?P<cue>:)[ \t]+|(?<=\s)(?P<dash>[-–—])[ \t]*)(?P<who>[^\s:,;–—-][^:,;\n–—]{{0,40}})$",
    re.M,
)
"""A line with something short behind its last colon or dash, which may be the speaker: "Guns in place: monitor", "Lull holds -UN envoy"."""
SECOND = re.compile(r";[ \t]+(?P<who>[^\s:;][^:;\n]{0,40}?)(?P<cue>:)[ \t]+(?P<told>[^\s;][^\n;]{7,}(?<![.\s]))[ \t]*$", re.M)
"""A second speaker in a headline."""
SAYS = frozenset(("VBZ", "VBD", "VBP", "NNS"))
"""Tags of a headline's verb; its "repeats" may be read as a noun."""
PARAGRAPH = re.compile(r"^[ \t]*(?P<told>[^\s\[(][^\n]*)$", re.M)
ASIDE = re.compile(r"\s*\([^)]*\)$")
NO_SPEAKER = frozenset(
    "photo photos video image picture caption credit note notes update updates correction kill source sources date time place subject"
    " contact editor's read also tags topics embargo headline".split()
)
"""Labels that stand before a colon in capitals and speak nothing."""
SHORTEST = 3
"""Words in a headline with its speaker at the end; fewer are a label."""
SURE = 0.8
LABEL = "a label"
"""What finds the turns of a transcript."""
EDITORS = re.compile(
    r"(?:this|the) (?:interview|conversation|transcript|discussion|exchange) (?:has been|was|is) "
    r"|(?:translat|edit|interview)\w+ (?:by|from)\b",
    re.I,
)
"""How a paragraph begins that is the editors' and no longer a speaker's."""
HEADLINE = 8
"""Characters after the colon below which a line is a label with its value, not a headline."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker's label, the colon, and the spans of what is said."""

    source: Span
    cue: Span
    content: tuple[Span, ...]


def turns(document: Document, who: Who, found: list[Attribution]) -> list[Attribution]:
    """The statements of a report with its turns and headlines added; in a transcript, less those that run across turns."""
    told = transcript(document.report.text)
    if told:
        labelled = (Attribution((t.source,), (t.cue,), t.content, SURE, LABEL) for t in told)
        return [*(a for a in found if within_turn(a, told)), *labelled]
    found, seconds = second_labels(document, who, found)
    added = [*headlines(document, who, found), *seconds, *answers(document, who, found), *tails(document, who, found)]
    lines = [(document.report.text.rfind("\n", 0, a.source[0][0]) + 1, a.content[-1][1]) for a in added]
    placed = Placed((line, line) for line in lines)
    return [*(a for a in found if not any(strays(a, line) for span in a.content for line, _ in placed.over(span[0], span[0] + 1))), *added]


def transcript(text: str) -> list[Turn]:
    """The turns of a transcript, in order; none where fewer than three lines begin with a label in capitals, one of them again."""
    lines = [m for m in LINE.finditer(text) if labels_a_turn(m["who"])]
    times = Counter(ASIDE.sub("", m["who"]) for m in lines)
    if len(lines) < 3 or len(times) < 2 or times.most_common(1)[0][1] < 2:
        return []
    ends = [*(m.start() for m in lines[1:]), len(text)]
    return [Turn(m.span("who"), m.span("cue"), spoken(text, m, end)) for m, end in zip(lines, ends, strict=True)]


def labels_a_turn(label: str) -> bool:
    words = ASIDE.sub("", label)
    return words.isupper() and words.lower().split()[0] not in NO_SPEAKER and len(words.split()) < 7


def spoken(text: str, line: re.Match[str], end: int) -> tuple[Span, ...]:
    """What is said in a turn: the rest of its line, and the paragraphs up to the next turn or a note in brackets."""
    spans = [without_blanks(text, *line.span("told"))]
    at = line.end()
    while (gap := text[at:end]) and gap.strip():
        start = at + len(gap) - len(gap.lstrip())
        paragraph = PARAGRAPH.match(text, start)
        if paragraph is None or paragraph.end() > end or EDITORS.match(paragraph["told"]):
            break
        spans.append(without_blanks(text, *paragraph.span("told")))
        at = paragraph.end()
    return tuple(spans)


def within_turn(attribution: Attribution, told: list[Turn]) -> bool:
    """Whether a statement lies inside one turn and is less than all of it, or outside all, and not on the word of a label."""
    first, last = attribution.content[0][0], attribution.content[-1][1]
    at = bisect_right(told, first, key=lambda t: t.content[0][0]) - 1  # turns stand in text order, none in another
    if at < 0 or first >= told[at].content[-1][1]:
        return not any(turn.source[0] <= s < turn.source[1] for turn in told for s, _ in attribution.source)
    turn = told[at]
    start, end = turn.content[0][0], turn.content[-1][1]
    sources_inside = all(start <= s < end for s, _ in attribution.source)
    return last <= end and sources_inside and last - first < 0.8 * (end - start)


def headlines(document: Document, who: Who, found: list[Attribution]) -> list[Attribution]:
    """The headlines with a speaker before the colon, where no statement found in the line has a source in it."""
    out = []
    speaking = Placed((span, a) for a in found for span in a.source)
    for match in LINE.finditer(document.report.text):
        source, content = match.span("who"), without_blanks(document.report.text, *match.span("told"))
        if content[1] - content[0] < HEADLINE or not (speaks(document, who, source) or body_speaks(document, source, content)):
            continue
        if not any(not t.is_space for t in document.tokens(*content)) or only_where(document, who, source, content):
            continue
        inside = [a for span, a in speaking.over(*match.span()) if span[0] >= match.start()]
        covered = sum(max(0, min(b, content[1]) - max(a, content[0])) for i in inside for a, b in i.content)
        handed_on = all(stands_in(a, content) for a in inside) and hands_on(who, match)
        if document.report.text[slice(*source)].isupper() or handed_on or 2 * covered < content[1] - content[0]:
            out.append(Attribution((source,), (match.span("cue"),), (content,), SURE, "a headline's colon"))
    return out


def only_where(document: Document, who: Who, label: Span, told: Span) -> bool:
    """Whether a land before a colon only says where people do what follows: "Kenya: Kibaki and Odinga agree"."""
    taken, first = who.gathering.taken, document.tokens(*told)[0]
    land, mention = taken.get(document.tokens(*label)[-1].i), taken.get(first.i)
    if land is None or mention is None or land.how != "name" or not land.actor.startswith("state:"):
        return False
    return who.gathering.actors[mention.actor].type is ActorType.PERSON


def body_speaks(document: Document, label: Span, told: Span) -> bool:
    """Whether a label is that of a body nobody knows by name ("Crossing authority: no convoys today"), before words that tell something."""
    tokens = document.tokens(*label)
    named = tokens[-1].lower_ in lexis().headline_speakers and all(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in tokens)
    return named and any(t.pos_ in ("VERB", "AUX") for t in document.tokens(*told))


def second_labels(document: Document, who: Who, found: list[Attribution]) -> tuple[list[Attribution], list[Attribution]]:
    """The statements with those cut short that run on into a second label of their headline ("Chad: road open; Niger: it is mined"), and
    the second ones."""
    seconds = [m for m in SECOND.finditer(document.report.text) if speaks(document, who, m.span("who"))]
    placed = Placed((m.span(), m) for m in seconds)

    def before(span: Span) -> Span:
        label = next((m for _, m in placed.over(*span) if span[0] < m.start() < span[1]), None)
        return span if label is None else without_blanks(document.report.text, span[0], label.start())

    cut = [replace(a, content=tuple(before(span) for span in a.content)) for a in found]
    added = (Attribution((m.span("who"),), (m.span("cue"),), (m.span("told"),), SURE, "a headline's colon") for m in seconds)
    cues = Placed((span, a) for a in found for span in a.cue)
    return cut, [a for a in added if not next(cues.over(*a.cue[0]), None)]


def answers(document: Document, who: Who, found: list[Attribution]) -> list[Attribution]:
    """The headlines with a verb of saying before their colon ("Raid on port, Niger answers: not us", "Chad repeats offer: truce")."""
    out = []
    cues = Placed((span, a) for a in found for span in a.cue)
    for match in ANSWER.finditer(document.report.text):
        start, end = match.span("who")
        tokens = document.tokens(document.report.text.rfind(", ", start, end) + 2 if ", " in match["who"] else start, end)
        verb = next((t for t in tokens[-2:] if t.lemma_ in speech_verbs() and t.tag_ in SAYS), None)
        content = without_blanks(document.report.text, *match.span("told"))
        if verb is None or verb.i == tokens.start or match["told"].rstrip().endswith(".") or len(match["told"]) < HEADLINE:
            continue
        source = tokens[0].idx, end_of(verb.nbor(-1))
        if speaks(document, who, source) and not next(cues.over(verb.idx, match.end("cue")), None):
            out.append(Attribution((source,), ((verb.idx, end),), (content,), SURE, "a headline's colon"))
    return out


def hands_on(who: Who, line: re.Match[str]) -> bool:
    """Whether the one before a colon tells what somebody says behind it ("Ankara: Erdoğan told Putin…"). Not a country by its name, which
    is what the line is about; not a paper in a press review; not a dateline's place before a whole sentence."""
    speaker = who.resolve(*line.span("who"))
    country = str(speaker.actor).startswith("state:") and speaker.name.lower() == line["who"].lower()
    return not country and speaker.sector != MEDIA and not line["told"].rstrip().endswith(".")


def stands_in(attribution: Attribution, span: Span) -> bool:
    """Whether all of a statement lies in a span."""
    return all(span[0] <= a and b <= span[1] for a, b in (*attribution.source, *attribution.cue, *attribution.content))


def tails(document: Document, who: Who, found: list[Attribution]) -> list[Attribution]:
    """The headlines with their speaker at the end, where no statement found has that speaker for its source."""
    out = []
    speaking = Placed((span, a) for a in found for span in a.source)
    for match in TAIL.finditer(document.report.text):
        source, content = match.span("who"), without_blanks(document.report.text, *match.span("told"))
        if not heads(document, content) or not speaks_last(document, who, source) or next(speaking.over(*source), None):
            continue
        cue = match.span("cue") if match["cue"] else match.span("dash")
        out.append(Attribution((source,), (cue,), (content,), SURE, "a headline's end"))
    return out


def heads(document: Document, span: Span) -> bool:
    """Whether words are those of a headline that tells something: one sentence without a full stop, with a verb or a quotation."""
    words = document.report.text[slice(*span)]
    tokens = document.tokens(*span)
    if END.search(words) or words.endswith(".") or words.lower().split()[-1] in NO_SPEAKER:
        return False
    return len(words.split()) >= SHORTEST and (any(t.pos_ in ("VERB", "AUX") for t in tokens) or bool(ANY.search(words)))


def speaks_last(document: Document, who: Who, span: Span) -> bool:
    """Whether the words behind a headline name who says so: somebody who speaks, but for the media, or a common word for one."""
    words = document.report.text[slice(*span)].lower().split()
    if words[-1] in lexis().headline_speakers:
        return not any(t.pos_ in ("VERB", "AUX") for t in document.tokens(*span))
    glued = document.report.text[span[0] - 1] == "-" and normal(" ".join(words)) in who.gathering.registry.names  # one token with its dash
    return (glued or speaks(document, who, span)) and who.resolve(*span).sector != MEDIA


def strays(attribution: Attribution, line: Span) -> bool:
    """Whether a statement has words of a headline for its content and its source, if any, elsewhere."""
    inside = any(line[0] <= a < line[1] for a, _ in attribution.content)
    return inside and not any(line[0] <= a < line[1] for a, _ in attribution.source)


def speaks(document: Document, who: Who, span: Span) -> bool:
    """Whether the words before a colon name a speaker: an actor or an office, with nothing else beside it."""
    words = document.report.text[slice(*span)]
    registry = who.gathering.registry
    label = words.lower().removeprefix("the ")
    if label in registry.offices or (words.isupper() and label.split()[-1] in registry.title_words):
        return True
    tokens = document.tokens(*span)
    mention = who.gathering.taken.get(tokens[-1].i) if len(tokens) else None
    if mention is None or any(t.pos_ in ("VERB", "AUX", "ADP") or t.text in ",;" for t in tokens):
        return False
    person = who.gathering.actors[mention.actor].type is ActorType.PERSON
    return person or mention.last - mention.first == len(tokens)
