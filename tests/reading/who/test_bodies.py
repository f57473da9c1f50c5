"""Bodies that the registry does not know."""

from __future__ import annotations

from collections.abc import Callable

from diurna.reading.document import Document
from diurna.reading.who import find_actors


def test_initials_in_brackets_are_the_body_before_them(document: Callable[..., Document]) -> None:
    text = "Lorries of the Karsh Relief Committee (KRC) came to Dorn. The KRC said that wells were dry."
    who = find_actors(document(text))
    start = text.index("The KRC")
    assert who.named(who.resolve(start, start + len("The KRC")).actor) == "Karsh Relief Committee"
