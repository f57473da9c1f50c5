"""How an act stands, by grammar: tense, auxiliaries, negation, what governs the verb."""

from __future__ import annotations

from spacy.tokens import Token

PLANNED = frozenset(["will", "shall", "'ll", "wo"])
POSSIBLE = frozenset(["may", "might", "could", "can"])
CONDITIONAL = frozenset(["would", "'d"])
REQUIRED = frozenset(["should", "must", "ought"])
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
FAILED = frozenset("fail refuse decline stop cease halt avoid failure refusal inability reluctance unwillingness".split())
WEIGHING = frozenset("consider weigh mull contemplate discuss debate study".split())
OFFERS = frozenset(["proposal", "offer", "plan", "idea", "demand"])
CARRIED = frozenset("hold conduct carry stage launch sign reach wage make open begin start impose mount".split())


def modality_by_grammar(verb: Token) -> str | None:
    """The modality that grammar alone settles, or None where it is silent."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")}
    if words & NEGATIONS:
        return "negated"
    if words & PLANNED:
        return "planned"
    if words & CONDITIONAL:
        return "conditional"
    if required(verb):
        return "wanted"
    if words & POSSIBLE:
        return "possible"
    if verb.dep_ in ("xcomp", "ccomp", "acl") and verb.head.pos_ in ("VERB", "ADJ", "NOUN") and "to" in words:
        return governed(verb.head)
    return None


def required(verb: Token) -> bool:
    """ "Kyiv should let them go", "must order"; not "should the truce hold", where the word stands before its subject."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return any(c.dep_ == "aux" and c.lower_ in REQUIRED and (subject is None or subject.i < c.i) for c in verb.children)


def governed(head: Token) -> str | None:
    """What the governing word makes of "to do": expected to, urged to, failed to."""
    lemma = head.lemma_.lower()
    if lemma in AHEAD or head.lower_ in ("set", "due", "scheduled", "expected"):
        return "planned"
    if lemma in ASKED:
        return "wanted"
    return "negated" if lemma in FAILED else None


def asked_about(token: Token) -> bool:
    """Whether a verb is what a question asks about ("Has Moscow replied?"): not what it only mentions."""
    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    turned = subject is not None and any(c.dep_ in ("aux", "auxpass") and c.i < subject.i for c in token.children)
    return turned and any(t.text == "?" for t in token.sent[token.i - token.sent.start :])


def weighed(token: Token) -> bool:
    """Whether what the noun tells is only being weighed: "sanctions on oil are being considered"."""
    return token.pos_ == "NOUN" and token.dep_ in ("nsubjpass", "dobj") and token.head.lemma_ in WEIGHING


def ruled_out(token: Token) -> bool:
    """Whether a meeting, talk or step is the object of ruling it out: "ruled out talks with Moscow"."""
    verb = token.head
    return token.pos_ == "NOUN" and token.dep_ == "dobj" and verb.lemma_ in ("rule", "exclude", "preclude") and token.lower_ not in OFFERS


def negated_object(token: Token) -> bool:
    """Whether what is done is "no" or "nothing": "promised nothing new", "offered no evidence"."""
    return any(
        c.dep_ in ("dobj", "attr") and (c.lower_ in ("nothing", "none") or any(d.lower_ == "no" for d in c.children))
        for c in token.children
    )


def carried_out(token: Token) -> bool:
    """Whether a noun is the object of a verb that says it took place: "have held talks"."""
    verb = token.head
    while verb.pos_ in ("ADP", "NOUN") and verb.head != verb:
        verb = verb.head
    past = verb.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" or c.lower_ == "to" for c in verb.children)
    return token.pos_ == "NOUN" and verb.lemma_ in CARRIED and past and modality_by_grammar(verb) is None
