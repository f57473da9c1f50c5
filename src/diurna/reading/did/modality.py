"""How an act stands, by grammar: tense, auxiliaries, negation, what governs the verb."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from diurna.reading.did.conditions import clauses, governing
from diurna.reading.did.proposal import Proposal
from diurna.reading.did.undone import asserted, negated, no_longer, undone
from diurna.reading.did.word_lists import lexis
from diurna.reading.grammar import asked_about
from diurna.words import KINDS

PLANNED = frozenset(["will", "shall", "'ll", "wo"])
POSSIBLE = frozenset(["may", "might", "could", "can"])
CONDITIONAL = frozenset(["would", "'d"])
REQUIRED = frozenset(["should", "must", "ought"])
NEGATIONS = frozenset(["not", "n't", "never", "no", "neither", "nor"])
CONDITIONS = frozenset(("if", "unless", "should", "until", "provided", "providing", "were", "once", "only"))
"""Words without any of which in its sentence a reported "would" is no more than a "will"."""
PLEDGES = frozenset(("threaten", "promise", "offer", "warn"))
"""Acts done by saying what one will do: "we will strike" threatens now."""

REFUSALS = frozenset(("reject", "deny", "coerce"))
"""Acts that are done by not doing, or not letting do, another."""


def modal(proposal: Proposal, token: Token) -> Proposal:
    """Where grammar speaks clearly it is right: what was carried out, what lies ahead, what is asked for, what is asked about."""
    now, plain = proposal.modality, beside_tense(proposal, token)
    if plain is not None:
        return stands(proposal, plain)
    said = modality_by_grammar(token) if token.pos_ in ("VERB", "AUX") else None
    if said is None and (ruled_out(token) or negated_object(token)):
        said = "negated"
    if said == "negated" and now == "done" and not done_by_not_doing(proposal, token):
        return stands(proposal, said)
    if said == "planned" and now == "done" and proposal.kind not in PLEDGES:
        return stands(proposal, said)
    if said == "wanted" and now in ("done", "planned", "possible", "conditional"):
        return stands(proposal, said)
    if said == "planned" and now == "wanted" and token.head.lemma_ in lexis().promising:
        return stands(proposal, said)
    if said == "conditional":
        return would(proposal, token)
    if now == "conditional" and unconditional(proposal, token):
        return stands(proposal, "planned")
    if now == "planned" and said is None and carried_out(token):
        return stands(proposal, "done")
    if now == "negated" and said is None and not any(t.lemma_.lower() in lexis().negating for t in token.sent):
        return stands(proposal, "done")
    return proposal


def beside_tense(proposal: Proposal, token: Token) -> str | None:
    """What other words than auxiliaries make of an act, or None: one's word not kept, what one stopped short of, weighed or left open."""
    now = proposal.modality
    if now == "negated" and (asserted(token) or (proposal.kind == "violate" and token.lemma_ in lexis().keeping)):
        return "done"
    if undone(token) or (no_longer(token) and not done_by_not_doing(proposal, token)):
        return "negated"
    open_yet = now == "negated" and left_open(token)
    asked = now in ("done", "planned") and (asked_about(token) or weighed(token) or cautioned_against(token))
    return "possible" if asked or open_yet else None


def would(proposal: Proposal, verb: Token) -> Proposal:
    """ "Would" by what it stands in: a plan's clauses are conditional ("under the draft, Chad would pull back"), what somebody said that he
    would do is planned, where the sentence states no condition."""
    if proposal.modality not in ("done", "planned", "conditional"):
        return proposal
    if proposal.modality == "planned" and any(c.dep_ == "prep" and c.lower_ == "under" for c in verb.children):
        return stands(proposal, "conditional")
    told = verb.dep_ == "ccomp" and verb.head.lemma_ in lexis().saying and verb.head.tag_ in ("VBD", "VBN", "VBG")
    would_have = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    if told and not would_have and proposal.kind not in PLEDGES and not any(t.lower_ in CONDITIONS for t in verb.sent):
        return stands(proposal, "planned")
    return proposal


def unconditional(proposal: Proposal, verb: Token) -> bool:
    """ "Threatened to close the border", with no "unless" near: the manual calls that planned."""
    head = verb.head
    offers = head.lemma_ in lexis().offering or head.lower_ in lexis().offering
    to_do = verb.dep_ in ("xcomp", "acl", "advcl", "ccomp", "relcl") and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return offers and to_do and proposal.condition is None and not any(clauses(v) for v in governing(verb))


def done_by_not_doing(proposal: Proposal, token: Token) -> bool:
    """Whether the "not" is what makes the act: "would not hear of it" rejects, "did not let them pass" holds them. A verb that means the
    act by itself is another matter: "did not reject it"."""
    return proposal.kind in REFUSALS and token.lemma_.lower() not in KINDS[proposal.kind].verbs.split()


def stands(proposal: Proposal, modality: str) -> Proposal:
    if modality == proposal.modality:
        return proposal
    return replace(proposal, modality=modality, why=(*proposal.why, f"rule: {modality} by grammar"))


def modality_by_grammar(verb: Token) -> str | None:
    """The modality that grammar alone settles, or None where it is silent."""
    beside = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")}
    if beside & NEGATIONS or by_nobody(verb):
        return "negated"
    if hoped(verb):
        return "wanted"
    if beside & PLANNED:
        return "planned"
    if beside & CONDITIONAL:
        return "conditional"
    if required(verb):
        return "wanted"
    if beside & POSSIBLE:
        return "possible"
    to_do = verb.dep_ in ("xcomp", "ccomp", "acl") or (verb.dep_ == "advcl" and verb.head.lemma_ == "vote")
    if to_do and verb.head.pos_ in ("VERB", "ADJ", "NOUN") and "to" in beside:
        return governed(verb.head)
    return None


def by_nobody(verb: Token) -> bool:
    """ "No shell hit the town", "none of them", "not one"; a subject without which nobody does it."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    before = {c.lower_ for c in subject.children if c.i < subject.i}
    return subject.lower_ in lexis().nobody or bool(before & {"no", "neither"}) or (subject.lower_ == "one" and "not" in before)


def required(verb: Token) -> bool:
    """ "Kyiv should let them go", "must order"; not "should the truce hold", where the word stands before its subject."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return any(c.dep_ == "aux" and c.lower_ in REQUIRED and (subject is None or subject.i < c.i) for c in verb.children)


def governed(head: Token) -> str | None:
    """What the governing word makes of "to do": expected to, urged to, failed to; nothing, in "in order to"."""
    lemma = head.lemma_.lower()
    if head.lower_ == "order" and head.i and head.nbor(-1).lower_ == "in":
        return None
    if lemma in lexis().ahead or head.lower_ in lexis().ahead_as_written:
        return "planned"
    if lemma in lexis().asked:
        return "wanted"
    return "negated" if lemma in lexis().failed else None


def weighed(token: Token) -> bool:
    """Whether what is told is only being weighed: "sanctions on oil are being considered", "is considering leaving"; a proposal that is
    was made."""
    if token.head.lemma_ not in lexis().weighing:
        return False
    doing = bool(token.tag_ == "VBG" and token.dep_ == "xcomp")
    return doing or (token.pos_ == "NOUN" and token.dep_ in ("nsubjpass", "dobj") and token.lower_ not in lexis().offers)


def cautioned_against(verb: Token) -> bool:
    """ "Warned the police against firing on them": they have not."""
    link = verb.head
    return verb.dep_ == "pcomp" and link.lower_ == "against" and link.head.lemma_ in lexis().cautioning


def left_open(token: Token) -> bool:
    """Whether what is told is "not ruled out"."""
    verb = token.head
    ruled = token.dep_ in ("dobj", "xcomp", "nsubjpass") and bool(verb.lemma_ in lexis().ruling_out)
    return ruled and negated(verb)


def hoped(verb: Token) -> bool:
    """ "Hopes to sign", "hoped that they would sign"; not "hoped that they had"."""
    ahead = any(c.lower_ in ("to", "will", "would", "can", "could") and c.dep_ == "aux" for c in verb.children)
    head = verb.head
    hopes = head.lemma_ in lexis().hoping or head.lower_ in lexis().hoping
    return ahead and hopes and head.i < verb.i and verb.dep_ in ("xcomp", "ccomp")


def ruled_out(token: Token) -> bool:
    """Whether a meeting, talk or step is the object of ruling it out: "ruled out talks with Moscow"."""
    verb = token.head
    return token.pos_ == "NOUN" and token.dep_ == "dobj" and verb.lemma_ in lexis().ruling_out and token.lower_ not in lexis().offers


def negated_object(token: Token) -> bool:
    """Whether what is done is "no" or "nothing": "promised nothing new", "offered no evidence"."""
    return any(
        c.dep_ in ("dobj", "attr") and (c.lower_ in ("nothing", "none") or any(d.lower_ == "no" for d in c.children))
        for c in token.children
    )


def carried_out(token: Token) -> bool:
    """Whether a noun is the object of a verb that says it took place: "have held a round of talks"; not "reached a deal on talks"."""
    verb = token.head
    while (verb.pos_ == "NOUN" or verb.lower_ == "of") and verb.head != verb:
        verb = verb.head
    past = verb.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" or c.lower_ == "to" for c in verb.children)
    return token.pos_ == "NOUN" and verb.lemma_ in lexis().carried_out and past and modality_by_grammar(verb) is None
