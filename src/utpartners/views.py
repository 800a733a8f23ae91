"""What an answer says of its columns, and how people see them.

These values know nothing of SQL, screens or files, as :mod:`utpartners.answers` says of them all.
"""

# No "from __future__ import annotations": a NamedTuple would compile each text that it makes.

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from .i18n import translated

Kind = Literal["text", "number", "boolean", "list", "names", "records"]
"""``list`` is of text, ``names`` maps a language to text, ``records`` holds rows of ``columns``."""

Meaning = Literal["", "word", "status", "named", "item", "time", "people", "figure", "flag"]
"""A word of the vocabulary, one that a catalogue may name itself, one with a name, one or a year; a
time; a count of people or things."""

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
    columns: tuple["Column", ...] = ()
    view: tuple["View", ...] = ()
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


WIDEST = 1 << 30
"""More cells than a line of a terminal has."""


class View(NamedTuple):
    """One column as people see it: lines composed from the values of a row."""

    heading: str
    lines: tuple[Line, ...]
    align: Literal["left", "right", "bar", "mark"] = "left"
    """On a terminal ``bar`` draws a number as a bar, ``mark`` a boolean as a mark."""
    is_id: bool = False
    """Whether it names a record; a terminal shows it in colour."""
    is_elided: bool = False
    """Whether a list may end with how many more there are: ``anu, ethz +3``."""
    unit: str = "{value}"
    """How a value stands without its heading, as in ``{value} activities``."""
    unit_of_one: str = ""
    """The same for the value 1, if that differs."""
    is_shared: bool = False
    """Whether it stands in the heading where it is the same in every row."""
    widths: tuple[int, int] = (0, WIDEST)
    """The least width of a terminal that shows it, and the first one that does not any more."""

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


class Brief(NamedTuple):
    """How people see a table with a line for each record, unless they ask for all details."""

    views: tuple[View, ...]
    facts: Callable[[Facts], Facts] | None = None
    """Returns what the views show of a row besides its columns."""
    section: Section | None = None
    """What heads groups of rows, if that is not what heads those of the table."""
    below: str = ""
    """The key of a text of which one line stands below a record."""
    instead: Mapping[str, str] = MappingProxyType({})
    """Facts that people see in any format in the place of a column, such as names for codes."""


class Block:
    """Records of a card under a heading, as people see them unless they ask for all details."""

    def __init__(
        self,
        heading: str,
        views: tuple[View, ...],
        rows: Sequence[Facts],
        below: str = "",
        notes: tuple[str, ...] = (),
        marked: str | None = None,
    ) -> None:
        self.heading = heading
        self.views = views
        self.rows = rows
        self.below = below
        """The key of a text of which one line stands below a record."""
        self.notes = notes
        self.marked = marked
        """The id of the record that is to stand out."""


class CardBrief:
    """How people see a card, unless they ask for all details."""

    def __init__(
        self, aside: str, lines: tuple[str, ...], blocks: tuple[Block, ...], sources: str = ""
    ) -> None:
        self.aside = aside
        """What stands beside the title."""
        self.lines = lines
        """What is said first, a line for each."""
        self.blocks = blocks
        self.sources = sources
        """What stands below: the id, and where the facts come from."""


Names = Mapping[str, Callable[[Facts], Any]]
"""What gives the names that documents show in the place of ids and codes, by the key of a column.

``activities.departments`` is a column of nested records. A terminal shows ids and codes, as these
can be typed.
"""

NO_NAMES: Names = MappingProxyType({})

NextSteps = Callable[[Facts], Sequence[str]]
"""Returns what to type next, without the name of the program, from a first row or a card."""


WordNames = Callable[[], Mapping[str, str]]
"""Returns what people see in the place of words of a catalogue, such as the names of statuses."""


def no_steps(_: Facts) -> Sequence[str]:
    """Return that there is nothing to type next."""
    return ()


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


def record(columns: Sequence[Column], row: Row) -> Facts:
    """Return one row as a mapping; nested rows become lists of mappings."""
    return {
        column.key: [record(column.columns, inner) for inner in value]
        if column.kind == "records"
        else value
        for column, value in zip(columns, row, strict=True)
    }


def is_empty(value: Any) -> bool:
    """Return whether people see nothing of a value: null, an empty text, list or mapping."""
    return value is None or value == "" or value == [] or value == {}
