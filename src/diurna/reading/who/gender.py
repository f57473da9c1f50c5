"""Whether "he" or "she" can mean a person, as far as a given name or an honorific tells."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from diurna.reading.who.registry import normal

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())


@cache
def given_names() -> dict[str, str]:
    """Given name to "he" or "she"."""
    rows = tomllib.loads(files("diurna.reading.languages.en").joinpath("given_names.toml").read_text(encoding="utf-8"))
    return {name: which for which in ("he", "she") for name in rows[which].split()}


def may_mean(pronoun: str, name: str, titles: set[str]) -> bool:
    """False only where the name or a title speaks against the pronoun."""
    first = normal(name).split()[0] if name else ""
    known = given_names().get(first)
    if titles & {"king", "mr", "crown prince", "emir", "pope", "sultan"}:
        known = "he"
    if titles & {"queen", "ms", "mrs", "chairwoman", "spokeswoman", "princess"}:
        known = "she"
    return known is None or pronoun in (HE if known == "he" else SHE)
