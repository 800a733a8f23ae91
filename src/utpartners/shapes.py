"""How people see the rows of a table, where that is more than a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .table import Line, Table


NO_NAMES: Mapping[str, str] = {}


class Tree(NamedTuple):
    """Shows a table as a tree: rows that agree in the keys of a level share its branch."""

    levels: tuple[Line, ...]


class Notes(NamedTuple):
    """Shows a table as notes: a sentence for each row, under the values of a section."""

    section: str
    sentence: str


class Matrix(NamedTuple):
    """Shows a table of booleans as marks: the first column names the rows."""

    corner: str
    total: str = "Total"
    row_names: Mapping[str, str] = NO_NAMES
    """The names of rows in pictures, by their first cell."""
    column_names: Mapping[str, str] = NO_NAMES
    """The names of columns in pictures, by their key."""
    groups: tuple[str, ...] = ()
    """The group of each column of marks, as pictures order and head them."""
    source: str = ""
    """What a picture names as its source: the title of the catalogue. So in the other shapes."""


class Timeline(NamedTuple):
    """Shows activities along time, by ``partnership``, ``when``, ``calendar`` and ``phase``."""

    names: Iterable[tuple[str, str]]
    """Id and name of each partnership of the catalogue; lazy, and only read by pictures."""
    phases: Mapping[tuple[str, int], tuple[int, int | None]]
    """First and last year by home and number, both included; None while a phase has no end.

    The home is empty where the rows do not name one.
    """
    source: str


class Map(NamedTuple):
    """Shows a table with ``latitude``, ``longitude``, ``home`` and ``statuses`` on a map."""

    source: str


class Network(NamedTuple):
    """Shows a table of links (``source``, ``target``, ``kind``) as a graph."""

    nodes: Table
    """What is linked: ``id``, ``kind``, ``label`` and further facts. Read before the links."""
    source: str


Shape = Tree | Matrix | Notes | Timeline | Map | Network
