"""Words of a report as they may be shown: nothing in them can move the cursor, turn the direction of writing, or hide."""
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode's categories of what cannot be seen: controls, formats, half characters, private and unassigned ones."""
JOINERS = "\u200c\u200d"
"""Shape letters in Persian and the Indic scripts, and build emoji: let be between other characters."""
BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029 \u00a0]+")
PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0400-\u0482\u048a-\u0527\u2010-\u2015\u2018-\u201f\u2026]*")
"""Characters that need no look: Latin, Greek and Cyrillic letters, and the punctuation of news."""


def shown(text: str) -> str:
    """The text on one line, with everything that cannot be seen spelt out, as in ⟨U+202E⟩."""
    line = BREAKS.sub(" ", text).strip(" ")
    return line if PLAIN.fullmatch(line) else "".join(_shown_in(line, n) for n in range(len(line)))


def _shown_in(line: str, at: int) -> str:
    character = line[at]
    inside = 0 < at < len(line) - 1 and line[at - 1] not in JOINERS + " "
    return character if character in JOINERS and inside else spelt(character)


@lru_cache(maxsize=4096)
def spelt(character: str) -> str:
    """A character, or its code point between angle brackets when it cannot be seen."""
    return f"⟨U+{ord(character):04X}⟩" if unicodedata.category(character) in UNSEEN else character
