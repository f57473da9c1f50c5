"""The words of the record as canonical JSON bytes, and back.

Keys are sorted and nothing is indented, so the same report or reading always gives the same bytes. A field that is
NOT_STATED is left out, one that is UNNAMED is ``{"absent": "unnamed"}``: a report whose title is the very words "not
stated" stays apart from one without a title. (msgspec cannot decode ``str | Absent`` itself, since both are strings in
JSON, so the way back is made here, once for each type.)
"""
from __future__ import annotations

import json
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from diurna.words import NOT_STATED, Absent

T = TypeVar("T", bound=Struct)
Convert = Callable[[Any], Any]
LEAVES = frozenset({str, int, float, bool})


def encode(thing: Struct) -> bytes:
    """Canonical JSON of a report, a reading, or any other struct of the words.

    Raises TypeError or ValueError for what no JSON can hold.
    """
    plain = _plain(thing)
    try:
        return msgspec.json.encode(plain, order="sorted")
    except UnicodeEncodeError:  # half a character (a lone surrogate) from a broken page: kept, as an escape
        return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode("ascii")


def decode(body: bytes, kind: type[T]) -> T:
    """The struct that `encode` gave these bytes for. Raises ValueError for bytes that are not such a struct."""
    try:
        try:
            plain = msgspec.json.decode(body)
        except msgspec.DecodeError:  # msgspec takes no lone surrogates
            plain = json.loads(body)
        thing: T = _of_struct(kind)(plain)
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"not the body of a {kind.__name__.lower()}: {error}") from error
    return thing


def _plain(value: Any) -> Any:
    if type(value) in LEAVES:
        return value
    if isinstance(value, Struct):
        return {name: _plain(kept) for name in value.__struct_fields__ if (kept := getattr(value, name)) is not NOT_STATED}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, Absent):
        return {"absent": value.value}
    return value


@cache
def _of_struct(kind: type[Struct]) -> Convert:
    hints = get_type_hints(kind)
    steps = [(name, step) for name, hint in hints.items() if (step := _step(hint))]
    required = len(kind.__struct_fields__) - len(kind.__struct_defaults__)
    unstated = [name for name in kind.__struct_fields__[:required] if Absent in get_args(hints[name])]

    def convert(raw: dict[str, Any]) -> Struct:
        for name, step in steps:
            if name in raw:
                raw[name] = step(raw[name])
        for name in unstated:
            raw.setdefault(name, NOT_STATED)
        return kind(**raw)

    return convert


def _step(hint: Any) -> Convert | None:
    """How JSON's value becomes one of this type; None where it already is."""
    if get_origin(hint) in (UnionType, Union):
        return _or_absent(next(one for one in get_args(hint) if one is not Absent))
    if get_origin(hint) is tuple:
        inner = _step(get_args(hint)[0])
        return (lambda many: tuple(map(inner, many))) if inner else tuple
    if isinstance(hint, type) and issubclass(hint, Struct):
        return _of_struct(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return None


def _or_absent(hint: Any) -> Convert:
    inner = _step(hint)

    def convert(value: Any) -> Any:
        if type(value) is dict and "absent" in value:
            return Absent(value["absent"])
        return inner(value) if inner else value

    return convert
