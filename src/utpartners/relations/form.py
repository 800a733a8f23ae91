"""What a relation is made of."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, get_args, get_origin

from ..fields import bare

Kind = Literal["string", "integer", "number", "boolean"]

_KINDS: dict[Any, Kind] = {str: "string", int: "integer", float: "number", bool: "boolean"}


class Column(NamedTuple):
    """A column; its type is that of the model, with what it is annotated with."""

    name: str
    type: Any
    required: bool = False
    default: str | int | None = None
    """What an empty cell says."""

    @property
    def kind(self) -> Kind:
        """The plain type, as a data package calls it."""
        return _KINDS.get(bare(self.type), "string")

    @property
    def choices(self) -> tuple[str, ...]:
        """The only values, where there are few."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()


class Link(NamedTuple):
    """Columns whose values are those of a row of another relation."""

    columns: tuple[str, ...]
    relation: str
    target: tuple[str, ...]
    stored: str | None
    """Column of the store that has the key of that row; None where it has the value itself."""


class Relation(NamedTuple):
    """A table as people see it, and how it lies in the store."""

    name: str
    summary: str
    columns: tuple[Column, ...]
    table: str
    """The table of the store that has its rows."""
    order: str
    """The columns of that table which say the order of the rows."""
    key: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    """Other columns that no two rows have the same values in."""
    links: tuple[Link, ...] = ()
    owner: str | None = None
    """Column of the store by whose value the rows are counted, where they have positions."""
    constants: tuple[tuple[str, str], ...] = ()
    """Columns of the store with the same value in every row, as SQL."""
    is_key_stored: bool = True
    """Whether the store itself refuses a second row with the same key."""

    def column(self, name: str) -> Column:
        """The column of a name."""
        return next(column for column in self.columns if column.name == name)

    def link_of(self, column: str) -> Link | None:
        """The link that a column is part of."""
        return next((link for link in self.links if column in link.columns), None)
