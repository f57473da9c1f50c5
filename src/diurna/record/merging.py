"""One actor out of the views that several reports have of it."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from diurna.words import Absent, Actor

FILLED = ("country", "sector", "office")


def merged(views: Iterable[Actor]) -> Actor:
    """One actor: name, type and basis of the first view, each other value from the first that states it, every mention
    once in the order of its first place. The views are in the order of the record, not that of reading.

    Raises StopIteration for no views.
    """
    several = iter(views)
    whole = next(several)
    mentions = dict.fromkeys(whole.mentions)
    for view in several:
        mentions.update(dict.fromkeys(view.mentions))
        gaps = {name: getattr(view, name) for name in FILLED if isinstance(getattr(whole, name), Absent)}
        whole = replace(whole, **gaps)
    return replace(whole, mentions=tuple(mentions))


def merged_by_id(views: Iterable[Actor]) -> Iterator[Actor]:
    """One actor for each id, sorted by id. The views of one id keep their order."""
    for _, same in groupby(sorted(views, key=_id), key=_id):
        yield merged(same)


def _id(actor: Actor) -> str:
    return actor.id


def names_of(actor: Actor) -> tuple[str, ...]:
    """Every word it goes by, its office too where one is stated."""
    office = () if isinstance(actor.office, Absent) else (actor.office,)
    return (actor.name, *actor.mentions, *office)
