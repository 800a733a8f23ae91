"""How people see the rows of a table, where that is more than a table.

Plain classes, as every start makes them, and a named tuple takes ten times as long to be made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .table import Line, Table


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
        source: str = "",
    ) -> None:
        self.corner = corner
        self.total = total
        self.row_names = row_names
        """The names of rows in pictures, by their first cell."""
        self.column_names = column_names
        """The names of columns in pictures, by their key."""
        self.groups = groups
        """The group of each column of marks, as pictures order and head them."""
        self.source = source
        """What a picture names as its source: the title of the catalogue. So in other shapes."""


class Timeline:
    """Shows activities along time, by ``partnership``, ``when``, ``calendar`` and ``phase``."""

    def __init__(
        self,
        names: Iterable[tuple[str, str]],
        phases: Mapping[tuple[str, int], tuple[int, int | None]],
        source: str,
    ) -> None:
        self.names = names
        """Id and name of each partnership of the catalogue; lazy, and only read by pictures."""
        self.phases = phases
        """First and last year by home and number, both included; None while a phase has no end.

        The home is empty where the rows do not name one.
        """
        self.source = source


class Map:
    """Shows a table with ``latitude``, ``longitude``, ``home`` and ``statuses`` on a map."""

    def __init__(self, source: str) -> None:
        self.source = source


class Network:
    """Shows a table of links (``source``, ``target``, ``kind``) as a graph."""

    def __init__(self, nodes: Table, source: str) -> None:
        self.nodes = nodes
        """What is linked: ``id``, ``kind``, ``label`` and further facts. Read before the links."""
        self.source = source


Shape = Tree | Matrix | Notes | Timeline | Map | Network
