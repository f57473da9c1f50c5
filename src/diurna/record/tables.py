"""A list of the record's lines that can be filtered, turned into a dataframe, and shown in a notebook."""
from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, Generic, TypeVar, overload

from diurna.record.filters import Facets, Fits, Wanted, wanted

T = TypeVar("T")
Cell = str | int | float | bool | None

SHOWN_ROWS = 50
"""In a notebook, so that a long table does not fill the page."""

UNSEEN = {code: f"\\u{code:04x}" for code in (*range(9), *range(11, 32), *range(127, 160), 0x061C, 0x200E, 0x200F,
                                            *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xD800, 0xE000))}
"""Control characters, turns of the direction of writing, and half characters: shown as escapes, so that no report can
dress up the page it is shown on."""


class Sheet(Generic[T]):
    """How rows of one kind are laid out: their columns, and what they can be asked for."""

    def __init__(
        self, name: str, columns: tuple[str, ...], shown: tuple[str, ...], cells: Callable[[T], tuple[Cell, ...]],
        facets: Callable[[T], Facets], filters: frozenset[str], names_of: dict[str, tuple[str, ...]],
    ) -> None:
        self.name = name
        self.columns = columns
        """Of a dataframe or a CSV file."""
        self.shown = shown
        """Of these, the ones that a notebook shows."""
        self.cells = cells
        self.facets = facets
        self.filters = filters
        self.names_of = names_of
        """Every name of each actor, by the actor's id."""


class Table(Sequence[T]):
    """Rows that never change. Iterate, index, slice and count them like a tuple; `where` gives a table of fewer rows."""

    __slots__ = ("_rows", "_sheet")

    def __init__(self, rows: Iterable[T], sheet: Sheet[T]) -> None:
        self._rows = tuple(rows)
        self._sheet = sheet

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Table[T]: ...
    def __getitem__(self, index: int | slice) -> T | Table[T]:
        return Table(self._rows[index], self._sheet) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._rows == other._rows

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self)} {self._sheet.name}>"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `rows`, of a dataframe, and of a CSV file."""
        return self._sheet.columns

    def where(
        self, *, actor: str | None = None, kind: str | None = None, place: str | None = None, since: str | None = None,
        until: str | None = None, report: str | None = None, sure: float | None = None,
    ) -> Table[T]:
        """The rows that fit everything asked.

        actor: whole words of any name of the one who acts or speaks (either side of a mutual act). kind: a kind of act.
        place: whole words of its name. since, until: a day, month or year (2022-04-26, 2022-04, 2022), both included, held
        against the days of an act or, where they are not stated, the day of publication. report: an id, or the beginning of
        a name. sure: acts of at least that confidence, from 0 to 1. Upper and lower case and accents make no difference.

        Raises ValueError for a date that is none, a kind that there is not, or a filter that these rows do not know.
        """
        asked = wanted(actor=actor, kind=kind, place=place, since=since, until=until, report=report, sure=sure)
        return self.fitting(asked)

    def fitting(self, asked: Wanted) -> Table[T]:
        """As `where`, for what is wanted as a value."""
        for name in asked.asked():
            if name not in self._sheet.filters:
                raise ValueError(f"{self._sheet.name} cannot be filtered by {name}")
        fits = Fits(asked, self._sheet.names_of)
        return Table((row for row in self._rows if fits(self._sheet.facets(row))), self._sheet)

    def rows(self) -> Iterator[dict[str, Cell]]:
        """Each row as a flat dictionary of its columns; None where nothing is stated."""
        return (dict(zip(self._sheet.columns, self._sheet.cells(row), strict=True)) for row in self._rows)

    def to_pandas(self) -> Any:
        """A pandas.DataFrame with `columns`. Raises ImportError when pandas is not installed."""
        return _library("pandas").DataFrame(list(self.rows()), columns=list(self.columns))

    def to_polars(self) -> Any:
        """A polars.DataFrame with `columns`. Raises ImportError when polars is not installed."""
        columns: dict[str, list[Cell]] = {name: [] for name in self.columns}
        for row in self.rows():
            for name, cell in row.items():
                columns[name].append(cell)
        return _library("polars").DataFrame(columns, strict=False)

    def _repr_html_(self) -> str:
        """A table for a notebook: the columns that matter most, and at most SHOWN_ROWS rows."""
        head = "".join(f"<th>{_shown(name)}</th>" for name in self._sheet.shown)
        body = "".join(
            "<tr>" + "".join(f"<td>{_shown(row[name])}</td>" for name in self._sheet.shown) + "</tr>"
            for row in self[:SHOWN_ROWS].rows()
        )
        more = f"<p>and {len(self) - SHOWN_ROWS} more</p>" if len(self) > SHOWN_ROWS else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _shown(cell: Cell) -> str:
    return "" if cell is None else html.escape(str(cell).translate(UNSEEN))


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise ImportError(f"{name} is not installed; get it with: pip install 'diurna[{name}]'", name=name) from error
