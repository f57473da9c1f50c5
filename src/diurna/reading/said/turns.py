"""Speakers named before a colon: turns of a transcript ("SPOKESPERSON: …") and headlines ("Lavrov: Russia ready to…").

The tagger learned from running text, where a colon seldom attributes; here the line itself is the rule.
"""

from __future__ import annotations

import re

from diurna.reading.document import Document
from diurna.reading.edges import without_blanks
from diurna.reading.said.tagger import Attribution
from diurna.reading.who import Who
from diurna.words import ActorType, Span

LINE = re.compile(r"^[ \t>•*-]*(?P<who>[^\s:][^:\n]{1,58}?)(?P<cue>:)[ \t]+(?P<told>\S[^\n]{8,})$", re.M)
SURE = 0.8


def turns(document: Document, who: Who, found: list[Attribution]) -> list[Attribution]:
    """The turns and headlines that none of the statements found covers."""
    taken = [s for a in found for s in a.content]
    out = []
    for match in LINE.finditer(document.report.text):
        source, content = match.span("who"), without_blanks(document.report.text, *match.span("told"))
        if not speaks(document, who, source) or not any(not t.is_space for t in document.tokens(*content)):
            continue
        transcript = document.report.text[slice(*source)].isupper()
        covered = 0 if transcript else sum(max(0, min(b, content[1]) - max(a, content[0])) for a, b in taken)
        if 2 * covered < content[1] - content[0]:
            out.append(Attribution((source,), (match.span("cue"),), (content,), SURE))
    return out


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
