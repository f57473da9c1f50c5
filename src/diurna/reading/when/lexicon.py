"""The words of time, read once: data/lexicon.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "lexicon.toml"


@cache
def table(name: str) -> dict[str, Any]:
    """One table of the lexicon. Raises KeyError for a table that is not there."""
    with DATA.open("rb") as file:
        return dict(tomllib.load(file)[name])


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of words of a table as a set. Raises KeyError for a list that is not there."""
    return frozenset(table(name)[key].split())


@cache
def kinds() -> dict[str, tuple[str, Any]]:
    """What a lower-case word may be in a time phrase: word → (kind, value)."""
    found: dict[str, tuple[str, Any]] = {}
    found |= {w: ("number", n) for w, n in table("numbers").items()}
    found |= {w: ("ordinal", n) for w, n in table("ordinals").items()}
    found |= {w: ("unit", u) for w, u in table("units").items()}
    found |= {w: ("deictic", n) for w, n in table("days").items()}
    found |= {w: ("season", tuple(m)) for w, m in table("seasons").items()}
    found |= {w: ("part", w) for w in words("parts", "names")}
    found |= {w: ("hour", h) for w, h in table("parts")["clocks"].items()}
    found |= {w: ("month", (n, True)) for w, n in table("months").items()}
    found |= {w: ("month", (n, False)) for w, n in table("months_short").items()}
    found |= {w: ("weekday", (n, True)) for w, n in table("weekdays").items()}
    found |= {w: ("weekday", (n, False)) for w, n in table("weekdays_short").items()}
    return found
