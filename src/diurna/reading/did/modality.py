"""How an act stands, by grammar: tense, auxiliaries, negation, what governs the verb."""

from __future__ import annotations

from spacy.tokens import Token

PLANNED = frozenset(["will", "shall", "'ll", "wo"])
POSSIBLE = frozenset(["may", "might", "could", "can"])
CONDITIONAL = frozenset(["would", "should", "'d"])
NEGATIONS = frozenset(["not", "n't", "never", "no", "neither", "nor"])
AHEAD = frozenset(
    ["expect", "schedule", "plan", "set", "intend", "due", "prepare", "arrange", "slate", "agree", "promise", "pledge", "vow"]
)
ASKED = frozenset(
    [
        "urge",
        "ask",
        "demand",
        "call",
        "want",
        "seek",
        "propose",
        "order",
        "request",
        "require",
        "recommend",
        "suggest",
        "invite",
        "appeal",
        "beg",
    ]
)
FAILED = frozenset(["fail", "refuse", "decline", "stop", "cease", "halt", "avoid"])


def modality_by_grammar(verb: Token) -> str | None:
    """The modality that grammar alone settles, or None where it is silent."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")}
    if words & NEGATIONS:
        return "negated"
    if words & PLANNED:
        return "planned"
    if words & CONDITIONAL:
        return "conditional"
    if words & POSSIBLE:
        return "possible"
    if verb.dep_ in ("xcomp", "ccomp", "acl") and verb.head.pos_ in ("VERB", "ADJ", "NOUN") and "to" in words:
        return governed(verb.head)
    return None


def governed(head: Token) -> str | None:
    """What the governing word makes of "to do": expected to, urged to, failed to."""
    lemma = head.lemma_.lower()
    if lemma in AHEAD or head.lower_ in ("set", "due", "scheduled", "expected"):
        return "planned"
    if lemma in ASKED:
        return "wanted"
    return "negated" if lemma in FAILED else None
