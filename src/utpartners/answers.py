"""Answers: plain values that know nothing of SQL, screens or files.

A :class:`Table` has typed columns and rows; its rows may be lazy and are then read once. A
:class:`Card` is one record. Column keys are the contract of JSON and CSV; headings and views are
for people.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from .errors import UsageError
from .i18n import translated
from .views import WIDEST as WIDEST
from .views import Block as Block
from .views import Brief as Brief
from .views import CardBrief as CardBrief
from .views import Column as Column
from .views import Facts as Facts
from .views import Kind as Kind
from .views import Line as Line
from .views import Meaning as Meaning
from .views import NextSteps as NextSteps
from .views import Row as Row
from .views import Section as Section
from .views import View as View
from .views import no_steps as no_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


class Table:
    """Rows under typed columns.

    ``rows`` is read once when it is lazy. Title and subtitle, ``view`` and ``section`` (what heads
    groups of rows), ``shape`` and ``footnotes`` are for people; the columns alone are the data.
    So are ``brief``, ``counted`` (what was counted, such as "14 of 16 partnerships"), ``order`` (of
    the sections) and ``next_steps``, which are only asked where they are shown.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Iterable[Row],
        *,
        title: str = "",
        subtitle: str = "",
        view: tuple[View, ...] = (),
        section: Section | None = None,
        shape: Shape | None = None,
        footnotes: tuple[str, ...] = (),
        brief: Brief | None = None,
        counted: Callable[[], str] = str,
        order: Callable[[], Sequence[Any]] = tuple,
        next_steps: NextSteps = no_steps,
    ) -> None:
        self.columns = tuple(columns)
        self.rows = rows
        self.brief = brief
        self.counted = counted
        self.order = order
        self.next_steps = next_steps
        self.title = title
        self.subtitle = subtitle
        self.view = view
        self.section = section
        self.shape = shape
        self.footnotes = footnotes

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __repr__(self) -> str:
        return f"<Table {self.title!r}: {', '.join(c.key for c in self.columns)}>"

    def with_rows(self, rows: Iterable[Row]) -> Table:
        """Return the same table with other rows."""
        same = copy(self)
        same.rows = rows
        return same

    def records(self) -> Iterator[Facts]:
        """Return the rows as mappings from column key to value, nested records likewise."""
        return (record(self.columns, row) for row in self.rows)


class Card:
    """One titled record; its ``records`` columns hold nested tables."""

    def __init__(
        self,
        columns: Sequence[Column],
        row: Row,
        *,
        title: str,
        subtitle: str = "",
        hidden: tuple[str, ...] = (),
        marked: tuple[str, str] | None = None,
        footnotes: tuple[str, ...] = (),
        brief: Callable[[Facts], CardBrief] | None = None,
        next_steps: NextSteps = no_steps,
    ) -> None:
        self.columns = tuple(columns)
        self.row = row
        self.brief = brief
        self.next_steps = next_steps
        self.title = title
        self.subtitle = subtitle
        self.hidden = hidden
        """Keys that title and subtitle already tell to people."""
        self.marked = marked
        """Key of a ``records`` column, and id of its record that is to be marked for people."""
        self.footnotes = footnotes

    def __repr__(self) -> str:
        return f"<Card {self.title!r}: {', '.join(c.key for c in self.columns)}>"

    def marked_in(self, column: Column) -> str | None:
        """Return the id of the record of a column that is to be marked; None for no record."""
        return self.marked[1] if self.marked and self.marked[0] == column.key else None

    def record(self) -> Facts:
        """Return the card as a mapping from key to value, nested records likewise."""
        return record(self.columns, self.row)


Answer = Table | Card


def picked(answer: Answer, fields: Sequence[str]) -> Answer:
    """Return the answer with only some of its columns, in the order of ``fields``.

    Raises UsageError for a field that it does not have.
    """
    known = [column.key for column in answer.columns]
    for field in fields:
        if field not in known:
            raise UsageError(
                translated("--fields: there is no column {name}", name=f"'{field}'"),
                translated("Choose from: {values}.", values=translated(", ").join(known)),
            )
    places = [known.index(field) for field in fields]
    columns = [answer.columns[place] for place in places]
    if isinstance(answer, Card):
        row = tuple(answer.row[place] for place in places)
        return Card(
            columns, row, title=answer.title, marked=answer.marked, footnotes=answer.footnotes
        )
    rows = (tuple(row[place] for place in places) for row in answer)
    return Table(
        columns, rows, title=answer.title, subtitle=answer.subtitle, footnotes=answer.footnotes
    )


def record(columns: Sequence[Column], row: Row) -> Facts:
    """Return one row as a mapping; nested rows become lists of mappings."""
    return {
        column.key: [record(column.columns, inner) for inner in value]
        if column.kind == "records"
        else value
        for column, value in zip(columns, row, strict=True)
    }


def distinct(keys: Iterable[str]) -> list[str]:
    """Return keys that differ, as those of columns must: a second ``name`` becomes ``name_2``."""
    found: dict[str, None] = {}
    for key in keys:
        number, name = 1, key
        while name in found:
            number += 1
            name = f"{key}_{number}"
        found[name] = None
    return list(found)


def is_empty(value: Any) -> bool:
    """Return whether people see nothing of a value: null, an empty text, list or mapping."""
    return value is None or value == "" or value == [] or value == {}


NO_NAMES: Mapping[str, str] = {}


class Tree:
    """Shows a table as a tree: rows that agree in the keys of a level share its branch."""

    def __init__(self, levels: tuple[Line, ...]) -> None:
        self.levels = levels


class Notes:
    """Shows a table as notes: a sentence for each row, under the values of a section."""

    def __init__(self, section: str, sentence: str) -> None:
        self.section = section
        self.sentence = sentence


class Matrix:
    """Shows a table of booleans as marks: the first column names the rows."""

    def __init__(
        self,
        corner: str,
        total: str = "Total",
        row_names: Mapping[str, str] = NO_NAMES,
        column_names: Mapping[str, str] = NO_NAMES,
        groups: tuple[str, ...] = (),
        vocabulary: tuple[str, ...] = (),
        source: str = "",
    ) -> None:
        self.corner = corner
        self.total = total
        self.row_names = row_names
        """The names of rows in pictures, by their first cell."""
        self.column_names = column_names
        """The names of columns in pictures, by their key."""
        self.groups = groups
        """The group of each column of marks, such as its status, by which pictures order them."""
        self.vocabulary = vocabulary
        """All groups that the catalogue has, in its order: each has its own mark in a picture."""
        self.source = source
        """What a picture names as its source: the title of the catalogue. So in other shapes."""


class Timeline:
    """Shows activities along time, by ``partnership``, ``when``, ``calendar`` and ``phase``."""

    def __init__(
        self,
        names: Iterable[tuple[str, str]],
        phases: Mapping[tuple[str, int], tuple[int, int | None]],
        kinds: Iterable[str],
        source: str,
    ) -> None:
        self.names = names
        """Id and name of each partnership of the catalogue; lazy, and only read by pictures."""
        self.phases = phases
        """First and last year by home and number, both included; None while a phase has no end.

        The home is empty where the rows do not name one.
        """
        self.kinds = kinds
        """All kinds of activities of the catalogue, the most frequent first; lazy, as ``names``."""
        self.source = source


class Map:
    """Shows a table with ``latitude``, ``longitude``, ``home`` and ``statuses`` on a map."""

    def __init__(self, statuses: tuple[str, ...], source: str) -> None:
        self.statuses = statuses
        """All statuses that the catalogue has, in its order: each has its own mark."""
        self.source = source


class Reminders:
    """Shows a table of agreements as days on which something has to be done."""

    def __init__(self, home: str, on: str) -> None:
        self.home = home
        """Id of the home institution, where the rows do not name one."""
        self.on = on
        """The day that the answer is about; what was to be done before is left out."""


class Network:
    """Shows a table of links (``source``, ``target``, ``kind``) as a graph."""

    def __init__(self, nodes: Table, source: str) -> None:
        self.nodes = nodes
        """What is linked: ``id``, ``kind``, ``label`` and further facts. Read before the links."""
        self.source = source


Shape = Tree | Matrix | Notes | Timeline | Map | Network | Reminders
