"""Make docs/kinds.md, the coder's manual, from the table of kinds. `--check` says whether the page is up to date (exit 1 if not)."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))
from diurna.words import KINDS
from diurna.words.kinds import Kind

PAGE = ROOT / "docs" / "kinds.md"
HEAD = """# The kinds of act: a coder's manual

*This page is made from `src/diurna/words/kinds.toml` by `python tools/kinds_page.py`; change the table, not the page.*

An act is one thing that somebody did, or is said to do, wish, plan or refuse, told by one word of the report: its **trigger**. Its
**kind** says what was done, its **modality** how it stands. How sentences were marked for learning and measuring is in
`evaluation/acts/MARKING.md`.

## Modality

| modality | the act | words that tell it |
| --- | --- | --- |
| done | happened, or is happening; speech acts that were spoken | accused, has met, is shelling |
| planned | lies ahead, and somebody means it to happen | will, is to, is expected to, plans to |
| wanted | somebody asks for it, proposes, orders or wishes it | urged X to **release**, wants, seeks |
| possible | may happen | may, could, considers, is ready in case |
| conditional | would happen if something else does | would, if, unless, provided that |
| negated | did not, does not or will not happen | did not, refused to be drawn, failed to, no |

A promise that was made is a `promise`, **done**; what was promised is its matter, and an act of its own, **planned**, where a party of
it is named. "Will visit" is a `visit`, **planned**, and never counts as a visit. An act that stands only inside somebody's accusation
or denial is marked **alleged**.

## Lines that matter most

| between | the question to ask |
| --- | --- |
| promise / offer / planned act | Is it worded as an undertaking ("pledged", "we will")? promise. As readiness, if the other side takes it up? offer. As plain news of what lies ahead? The act itself, planned. |
| propose / appeal / demand | Is it a plan for others to agree to? propose. Something others are asked to do? appeal. Required of them? demand. |
| accept / agree / sign | Does one side answer what another put? accept. Do they come to terms? agree. Is there a text with signatures? sign. |
| assert / deny / accuse | A plain claim? assert. That something alleged is not so? deny. That somebody is to blame? accuse. |
| warn / threaten | May harm come? warn. From the speaker? threaten. |
| reject / deny / withdraw / negated | A proposal turned down? reject. A fact disputed? deny. Something agreed and left? withdraw. Something simply not done? The act, negated. |
| sanction / coerce / expel | Ties or aid cut, a sentence passed? sanction. Somebody held, blocked, banned, searched? coerce. Sent out? expel. |
| retreat / withdraw / release | Forces leave? retreat. A party leaves a deal? withdraw. People or goods let go or through? release. |

`cooperate` and `investigate` stand beside the kinds of the first design: PLOVER tells joint work (COOPERATE) from support and aid, and
an inquiry is no accusation.
"""


def section(kind: Kind) -> str:
    """One kind's entry."""
    plover = kind.plover or "none"
    if kind.planned:
        plover += f"; still ahead: {kind.planned}"
    if kind.mode:
        plover += f"; mode: {kind.mode}"
    marks = [word for word, holds in (("mutual", kind.mutual), ("by speaking", kind.speech)) if holds]
    examples = "\n".join(f"- {e}" for e in kind.examples)
    return (
        f"## {kind.name}\n\n{kind.means}\n\n**Not here, or the line:** {kind.line}\n\n{examples}\n\n"
        f"PLOVER: {plover}.{' ' + ', '.join(marks).capitalize() + '.' if marks else ''} Verbs of the lexicon: {', '.join(kind.verbs.split())}.\n"
    )


def page() -> str:
    """The whole page."""
    return HEAD + "\n" + "\n".join(section(k) for k in KINDS.values())


def main() -> int:
    if "--check" in sys.argv:
        return int(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
