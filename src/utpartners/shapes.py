"""What the rows of a table are besides rows: a tree, a matrix, a timeline, a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .rows import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .views import Line

NO_NAMES: Mapping[str, str] = {}


class Tree:
    """Shows a table as a tree: rows that agree in the keys of a level share its branch."""

    def __init__(self, levels: tuple[Line, ...], leaf: Line = ()) -> None:
        self.levels = levels
        self.leaf = leaf
        """What a leaf is called where those of a branch share a line; empty for a line each."""


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
        vocabulary: Iterable[str] = (),
        source: str = "",
        short_names: Mapping[str, str] = NO_NAMES,
    ) -> None:
        self.corner = corner
        self.total = total
        self.row_names = row_names
        """The names of rows in pictures, by their first cell."""
        self.column_names = column_names
        """The names of columns in pictures, by their key."""
        self.short_names = short_names
        """What stands for such a name where it has no room, if that is not the key itself."""
        self.groups = groups
        """The group of each column of marks, such as its status, by which pictures order them."""
        self.vocabulary = kept(vocabulary)
        """All groups of the catalogue, in its order: each has its own mark in a picture. Lazy."""
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
        self.names = kept(names)
        """Id and name of each partnership of the catalogue; lazy, and only read by pictures."""
        self.phases = phases
        """First and last year by home and number, both included; None while a phase has no end.

        The home is empty where the rows do not name one.
        """
        self.kinds = kept(kinds)
        """All kinds of activities of the catalogue, the most frequent first; lazy, as ``names``."""
        self.source = source


class Map:
    """Shows a table with ``latitude``, ``longitude``, ``home`` and ``statuses`` on a map."""

    def __init__(self, statuses: Iterable[str], source: str) -> None:
        self.statuses = kept(statuses)
        """All statuses of the catalogue, in its order: each has its own mark. Lazy."""
        self.source = source


class Reminders:
    """Shows a table of agreements as days on which something has to be done."""

    def __init__(self, home: str, on: str) -> None:
        self.home = home
        """Id of the home institution, where the rows do not name one."""
        self.on = on
        """The day that the answer is about; what was to be done before is left out."""
