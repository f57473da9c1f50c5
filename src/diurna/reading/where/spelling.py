"""One key for all the ways of writing the same name."""

from __future__ import annotations

import re
import unicodedata

#: Letters that Unicode does not take apart into a plain letter and a mark.
_WHOLE_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "ı": "i",
        "đ": "d",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "þ": "th",
        "œ": "oe",
        "ə": "a",
        "ħ": "h",
    }
)
#: Apostrophes of every kind (Sana'a, Sana’a, Şan‘ā’), full stops and commas fall away; hyphens and slashes part words.
_MARKS = str.maketrans({**dict.fromkeys("'’‘ʼʻʹ`´.,", None), **dict.fromkeys("-‐‑–—/\u00a0\t\r\n", " ")})
_BLANKS = re.compile(r" {2,}")


def fold(name: str) -> str:
    """The name without case, accents, apostrophes and hyphens: ``fold("Port-au-Prince") == "port au prince"``."""
    key = name.lower().translate(_MARKS)
    if not key.isascii():
        parts = unicodedata.normalize("NFKD", key.translate(_WHOLE_LETTERS))
        key = "".join(c for c in parts if not unicodedata.combining(c))
    if "  " in key:
        key = _BLANKS.sub(" ", key)
    return key.strip()
