"""Answers: plain values that know nothing of SQL, screens or files.

A :class:`Table` has typed columns and rows; its rows may be lazy and are then read once. A
:class:`Card` is one record. Column keys are the contract of JSON and CSV; headings and views are
for people.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .errors import UsageError
from .i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Kind = Literal["text", "number", "boolean", "list", "names", "records"]
"""``list`` is of text, ``names`` maps a language to text, ``records`` holds rows of ``columns``."""

Meaning = Literal["", "word", "named", "item", "time", "people", "figure", "flag"]
"""A word of the vocabulary, one with a name, one or a year; a time; a count of people or things."""

Row = tuple[Any, ...]

Facts = dict[str, Any]
"""A row as a mapping from column key to value; nested rows are lists of such mappings."""

Line = tuple[str, ...]
"""Templates such as ``("{name}", " ({abbreviation})")``, each dropped where its value is empty."""


class Column(NamedTuple):
    """One column of a table or field of a card."""

    key: str
    kind: Kind = "text"
    heading: str = ""
    columns: tuple[Column, ...] = ()
    view: tuple[View, ...] = ()
    """How the rows of a ``records`` column are shown to people; empty: all columns."""
    instead: str = ""
    """Key of the field that people see in its place when there are no rows."""
    is_id: bool = False
    """Whether it names a record, as an id or a code does; a terminal shows it in colour."""
    is_whole: bool = True
    """Whether the numbers of a column of numbers are whole."""
    means: Meaning = ""
    """What a text is, if people see it in their language; data keeps it as it is."""

    @property
    def label(self) -> str:
        """What people read above the column, in English."""
        return self.heading or self.key.replace("_", " ").capitalize()

    @property
    def title(self) -> str:
        """What people read above the column, in their language."""
        return translated(self.label)


class View(NamedTuple):
    """One column as people see it: lines composed from the values of a row."""

    heading: str
    lines: tuple[Line, ...]
    align: Literal["left", "right", "bar", "mark"] = "left"
    """On a terminal ``bar`` draws a number as a bar, ``mark`` a boolean as a mark."""
    is_id: bool = False
    """Whether it names a record; a terminal shows it in colour."""

    @property
    def key(self) -> str:
        """The key of the column that the first piece shows, which a bar or mark has alone."""
        return self.lines[0][0].strip("{}")

    @property
    def title(self) -> str:
        """What people read above the column, in their language."""
        return translated(self.heading)


Section = str | Callable[[Facts], str]
"""The key of the column that heads groups of rows, or what gives the heading of a row."""


class Table:
    """Rows under typed columns.

    ``rows`` is read once when it is lazy. Title and subtitle, ``view`` and ``section`` (what heads
    groups of rows), ``shape`` and ``footnotes`` are for people; the columns alone are the data.
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
    ) -> None:
        self.columns = tuple(columns)
        self.rows = rows
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
        return Table(
            self.columns,
            rows,
            title=self.title,
            subtitle=self.subtitle,
            view=self.view,
            section=self.section,
            shape=self.shape,
            footnotes=self.footnotes,
        )

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
    ) -> None:
        self.columns = tuple(columns)
        self.row = row
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
                f"--fields: there is no column '{field}'", f"Choose from: {', '.join(known)}."
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
        kinds: tuple[str, ...],
        source: str,
    ) -> None:
        self.names = names
        """Id and name of each partnership of the catalogue; lazy, and only read by pictures."""
        self.phases = phases
        """First and last year by home and number, both included; None while a phase has no end.

        The home is empty where the rows do not name one.
        """
        self.kinds = kinds
        """All kinds of activities that the catalogue has, the most frequent first."""
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
