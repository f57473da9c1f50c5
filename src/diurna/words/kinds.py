"""The kinds of act, from kinds.toml, and their map to PLOVER."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from msgspec import Struct, convert


class Kind(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row of the table of kinds. The keys are explained at the head of kinds.toml."""

    name: str
    means: str
    line: str
    plover: str
    verbs: str
    examples: tuple[str, ...]
    planned: str = ""
    mode: str = ""
    mutual: bool = False
    speech: bool = False


def load() -> dict[str, Kind]:
    """The table, checked. Raises msgspec.ValidationError naming the key that is wrong."""
    rows = tomllib.loads(files("diurna.words").joinpath("kinds.toml").read_text(encoding="utf-8"))
    return {name: convert({"name": name, **row}, Kind) for name, row in rows.items()}


KINDS: dict[str, Kind] = load()


def kind_named(name: str) -> Kind:
    """Raises KeyError for a name that is no kind."""
    return KINDS[name]


def plover_of(kind: str, modality: str) -> str:
    """The PLOVER 2021 event type of an act; empty where PLOVER has none.

    Source: PLOVER manual 2021: cooperation still ahead is AGREE, a retreat still ahead CONCEDE.
    """
    row = KINDS[kind]
    ahead = modality in ("planned", "possible", "conditional", "wanted")
    return row.planned if ahead and row.planned else row.plover
