"""The chain of word: speaker, then who passed it on, hop by hop outward to the report's own outlet.

A statement inside another's content stands on both words, the inner first. "Told Tass", "in an interview with Sputnik" and
"citing Interfax" put an agency between the speaker and the report. A wire's dateline and the outlet end the chain.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from diurna.reading.document import Document, end_of
from diurna.reading.said.source import MEDIA, actor_at, speakers
from diurna.reading.said.tagger import Attribution
from diurna.reading.spans import Placed
from diurna.reading.who import FIRST, PRONOUNS, Who
from diurna.words import NOT_STATED, Absent, CreditRole, Hop, HopRole, Quote, Report, Source, Span

PASSED_ON = re.compile(
    r"\b(?:told|tells|according to|as reported by|reported by|quoted by|cited by|as saying by|carried by|citing|quoting|as per|published by"
    r"|(?<=, )(?:wrote|writes|reported|reports|said|says|informed|informs|conveyed|conveys)"
    r"|(?:in|during) an? (?:\w+ )?interview (?:with|to|for)|reports? (?:of|by|from)|in comments to)\s+(?:the\s+|a\s+)?"
    r"(?:(?:state|news|press)\s+)*(?:agency\s+)?$",
    re.I,
)
PASSES_ON = re.compile(
    r"^(?:\s+(?:news|state|press))*(?:\s+(?:agency|service))?(?:'s)?\s*,?"
    r"\s*(?:reported|reports|said|wrote|quoted|cited|has reported)\b",
    re.I,
)


def chains(document: Document, who: Who, found: list[Attribution], sources: list[Source]) -> list[tuple[Hop, ...]]:
    """The chain of each statement, from the mouth outward."""
    last, contents, passing = report_hops(document.report), contents_of(found), passed_on(document, who)
    out = []
    for number, attribution in enumerate(found):
        hops = own_hops(document, who, attribution, sources[number])
        for outer in holders(found, number, contents):
            hops += [h for h in own_hops(document, who, found[outer], sources[outer]) if not known(h, hops)]
        hops = [h for h in hops if not nobody_known(h)] or hops
        hops += [h for h in media_hops(document, passing, attribution.cue or attribution.content) if not known(h, hops)]
        out.append((*hops, *(h for h in last if not known(h, hops))))
    return out


def known(hop: Hop, hops: list[Hop]) -> bool:
    """Whether the same actor or name stands in the chain already."""
    return any(h.name == hop.name or (h.actor == hop.actor and not isinstance(hop.actor, Absent)) for h in hops)


def nobody_known(hop: Hop) -> bool:
    """Whether a hop is a pronoun that nothing resolves. Where others stand behind it, it adds nothing; alone it shows that the words are
    not the report's own."""
    return isinstance(hop.actor, Absent) and hop.name.lower() in PRONOUNS


def own_hops(document: Document, who: Who, attribution: Attribution, source: Source) -> list[Hop]:
    """The statement's own source as a hop, or as one for each of those who speak together. "I" and "we" name nobody: where it is not known
    who says so, whoever's words they stand in comes first."""
    if not source.spans:
        return []
    start, end = source.spans[0]
    if isinstance(source.actor, Absent) and document.report.text[start:end].lower() in FIRST:
        return []
    named: dict[str, Span] = {}
    for part in speakers(document, (start, end)):
        if not isinstance(actor := actor_at(who, document, part), Absent):
            named.setdefault(actor, part)
    if len(named) < 2:
        return [hop_of(document, who, source.actor, (start, end))]
    hops = [hop_of(document, who, actor, part) for actor, part in named.items()]
    return [hops[0], *(replace(hop, beside=True) for hop in hops[1:])]


def hop_of(document: Document, who: Who, actor: str | Absent, span: Span) -> Hop:
    """Whoever some words name as a hop: an agency when it is one of the media, else a speaker."""
    role = HopRole.AGENCY if hands_on(who, actor) else HopRole.SPEAKER
    return Hop(who.named(actor) or who.resolve(*without_clause(document, span)).name.strip(", "), role, actor, document.quote(*span))


def without_clause(document: Document, span: Span) -> Span:
    """The words of a source up to what a clause says about it: "videos", of "videos which the agency could not verify"."""
    tokens = document.tokens(*span)
    clauses = [c.left_edge.idx for c in tokens.root.children if c.dep_ == "relcl"] if len(tokens) else []
    end = min((at for at in clauses if at > span[0]), default=span[1])
    return span[0], min(span[1], end)


def hands_on(who: Who, actor: str | Absent) -> bool:
    """Whether an actor is one of the media, known by name. "Reporters" are those spoken to, and no agency."""
    draft = who.gathering.actors.get(str(actor))
    return draft is not None and draft.sector == MEDIA and draft.basis != "words"


def contents_of(found: list[Attribution]) -> Placed[int]:
    """The numbers of some statements by where their contents stand."""
    return Placed((span, number) for number, a in enumerate(found) for span in a.content)


def holders(found: list[Attribution], number: int, contents: Placed[int]) -> list[int]:
    """The statements whose content holds this one's cue, the innermost first."""
    inner = found[number].cue or found[number].content
    around = dict.fromkeys(i for _, i in contents.around(inner[0][0], inner[-1][1]))
    held = [i for i in around if i != number and found[i].content != found[number].content]
    return sorted(held, key=lambda i: sum(e - s for s, e in found[i].content))


def passed_on(document: Document, who: Who) -> Placed[Hop]:
    """Agencies and outlets of which the words beside them say that they passed something on."""
    out: Placed[Hop] = Placed()
    doc, text = document.doc, document.report.text
    for mention in who.gathering.found:
        draft = who.gathering.actors[mention.actor]
        if not hands_on(who, draft.id):
            continue
        start, end = doc[mention.first].idx, end_of(doc[mention.last - 1])
        if PASSED_ON.search(text[max(0, start - 60) : start]) or PASSES_ON.match(text[end : end + 40]):
            out.put((start, end), Hop(draft.name, HopRole.AGENCY, draft.id, document.quote(start, end)))
    return out


def media_hops(document: Document, passing: Placed[Hop], spans: tuple[Span, ...]) -> list[Hop]:
    """Of those the ones in the sentence of these words."""
    tokens = document.tokens(spans[0][0], spans[0][1])
    if not len(tokens):
        return []
    sentence = tokens[0].sent
    return [hop for span, hop in passing.over(sentence.start_char, sentence.end_char) if span[0] >= sentence.start_char]


def report_hops(report: Report) -> list[Hop]:
    """The wire that the report credits, its outlet, its translator: the last hops of every chain in it.

    Credits in the report's furniture (a dateline, a foot line) hold for all of it; one in a sentence of the body ("according to
    Tass") only for what that sentence tells, and is not counted here.
    """
    roles = {CreditRole.WIRE: HopRole.AGENCY, CreditRole.OUTLET: HopRole.OUTLET, CreditRole.TRANSLATOR: HopRole.TRANSLATOR}
    hops = [
        Hop(c.name, roles[c.role], NOT_STATED, c.quote)
        for c in report.credits
        if c.role in roles and c.name and stands_for_all(c.quote, report)
    ]
    hops.sort(key=lambda h: h.role is not HopRole.AGENCY)
    if not isinstance(report.outlet, Absent) and all(h.name != report.outlet for h in hops):
        hops.append(Hop(report.outlet, HopRole.OUTLET))
    return list(dict.fromkeys(hops))


def stands_for_all(quote: Quote | Absent, report: Report) -> bool:
    """Whether a credit stands in the furniture, or came without words (a page's metadata)."""
    return isinstance(quote, Absent) or any(f.start <= quote.start and quote.end <= f.end for f in report.furniture)
