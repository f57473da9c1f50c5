"""Plain sayings that the tagger passed over: a verb of saying with its subject and its clause, where it tagged nothing at all.

The tagger learned on American politics; on reports of war and diplomacy it leaves out some sentences that grammar cannot mistake.
"""

from __future__ import annotations

from spacy.tokens import Token

from diurna.reading.document import Document
from diurna.reading.said.inside import stand
from diurna.reading.said.rules import by_account
from diurna.reading.said.tagger import Attribution
from diurna.reading.said.word_lists import lexis
from diurna.reading.spans import Placed

SMALL = 0.4
"""Share of a content that statements found may cover."""
FINITE = frozenset(("VBZ", "VBD", "VBP"))
WORDS = 3
"""A content shorter than this is a turn of phrase ("he said so")."""


def stands_untold(document: Document, found: list[Attribution]) -> list[Attribution]:
    """What somebody offers, promises or denies in a sentence where nothing was found, said by the doing of it ("Chad offers to host")."""
    cues = Placed((span, one) for one in found for span in (*one.cue, *one.content, *one.source))
    out = []
    for verb in document.doc:
        if verb.lemma_ in lexis().undertaking and verb.tag_ in FINITE and any(to_do(c) for c in verb.rights):
            out += [a for a in stand(verb) if not any(next(cues.over(*span), None) for span in (*a.source, *a.cue, *a.content))]
    return out


def to_do(complement: Token) -> bool:
    """Whether words behind a verb say what is to be done: "to host the talks"."""
    return complement.dep_ == "xcomp" and any(c.lower_ == "to" for c in complement.lefts)


def passed_over(document: Document, found: list[Attribution], ruled: list[Attribution]) -> list[Attribution]:
    """Of the statements by rule those on whose cue and content none of those found stands, or only a small one inside the content."""
    cues = Placed((span, one) for one in found for span in one.cue)
    contents = Placed((span, one) for one in found for span in one.content)
    out: list[Attribution] = []
    for plain in ruled:
        if not plain.source or any(next(held.over(*span), None) for held in (cues, contents) for span in plain.cue):
            continue
        length = sum(b - a for a, b in plain.content)
        shared = sum(min(b, end) - max(a, start) for start, end in plain.content for (a, b), _ in contents.over(start, end))
        words = sum(len(document.report.text[a:b].split()) for a, b in plain.content)
        sure = any(t.lemma_ in lexis().plain or by_account(t) for t in document.tokens(*plain.cue[0]))
        if words >= WORDS and shared < SMALL * length and sure:
            out.append(plain)
            for held, placed in ((cues, plain.cue), (contents, plain.content)):
                for span in placed:
                    held.put(span, plain)
    return out
