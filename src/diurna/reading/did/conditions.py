"""On what an act hangs: the words of its condition."""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from diurna.reading.did.clause import trimmed
from diurna.reading.did.proposal import Proposal
from diurna.reading.document import Document, end_of
from diurna.words import NOT_STATED, Absent, Quote, Span

MARKS = re.compile(
    r"\b(?:if|unless|provided|providing|as long as|so long as|only when|once|in case|on condition|on the condition|on the understanding"
    r"|in exchange for|in return for|subject to|depending on|contingent on|until|till|should|had|were|without|assuming|except if)\b",
    re.I,
)
CLAUSES = frozenset("if unless once provided until till assuming".split())
ON_CONDITION = frozenset("threaten offer promise reject warn release agree accept propose appeal demand".split())
"""Kinds that are done on a condition. Of 12,753 other acts in `evaluation/acts` that are done, 20 are marked with one."""
REACH = 2
"""Verbs upward from the trigger on which its condition may hang: "agreed to open the road if…" is a condition on opening too."""


def condition_of(document: Document, trigger: Token, proposal: Proposal) -> Quote | Absent:
    """The condition that the heads or the grammar find, whole; NOT_STATED for neither, and for a deed that is done."""
    if proposal.modality == "done" and proposal.kind not in ON_CONDITION:
        return NOT_STATED
    by_grammar = [c for verb in governing(trigger) for c in clauses(verb)]
    if proposal.condition is not None:
        for clause in by_grammar:
            if clause[0] < proposal.condition[1] and proposal.condition[0] < clause[1]:
                return trimmed(document, *clause)
        marked = next((t for t in document.tokens(*proposal.condition) if t.lower_ in CLAUSES and t.dep_ == "mark"), None)
        if marked is not None and conditional(marked.head):
            return trimmed(document, marked.head.left_edge.idx, end_of(marked.head.right_edge))
        words = document.report.text[slice(*proposal.condition)]
        if is_none(document.tokens(*proposal.condition)):
            return NOT_STATED
        if MARKS.search(words) and len(words.split()) > 2:
            return trimmed(document, *proposal.condition)
    own = clauses(trigger) or (in_return(trigger) if proposal.kind in ("promise", "offer") else [])
    return trimmed(document, *own[0]) if own else NOT_STATED


def in_return(promise: Token) -> list[Span]:
    """What is asked for beside a promise, and so is its condition: "urged them to surrender with the promise of safety"."""
    beside = promise.head
    if promise.pos_ != "NOUN" or promise.dep_ != "pobj" or beside.lower_ != "with":
        return []
    asked = [beside.head, *(c for c in beside.head.children if c.dep_ == "xcomp" and c.i < beside.i)]
    for verb in asked:
        to = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), None)
        if verb.pos_ == "VERB" and to is not None:
            return [(to.idx, beside.idx)]
    return []


def governing(trigger: Token) -> list[Token]:
    """The trigger and the words that govern it, nearest first."""
    out = [trigger]
    while len(out) <= REACH and out[-1].head != out[-1]:
        out.append(out[-1].head)
    return out


def clauses(verb: Token) -> list[Span]:
    """The conditional clauses of a verb."""
    return [(c.left_edge.idx, end_of(c.right_edge)) for c in verb.children if conditional(c)]


def is_none(clause: TokenSpan) -> bool:
    """Whether a clause looks like a condition and is none: "even if" it rains; until when something was so ("was ready to leave until they
    talked him out of it")."""
    if not len(clause):
        return False
    first, verb = clause[0], clause.root
    even = first.lower_ == "even" or (first.i > 0 and first.nbor(-1).lower_ == "even")
    return even or bool(first.lower_ in ("until", "till") and verb.tag_ == "VBD" and verb.head.tag_ == "VBD")


def conditional(child: Token) -> bool:
    """Whether a clause or phrase states a condition: "if…", "unless…", "in exchange for…"."""
    mark = next((c for c in child.children if c.dep_ in ("mark", "advmod") and c.lower_ in CLAUSES), None)
    if child.dep_ in ("advcl", "prep") and mark is not None:
        return not is_none(child.doc[mark.i : child.right_edge.i + 1])
    if child.dep_ != "prep" or child.lower_ != "in":
        return False
    return any(c.lower_ in ("exchange", "return") and any(g.lower_ == "for" for g in c.children) for c in child.children)
