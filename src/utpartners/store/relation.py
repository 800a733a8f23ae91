"""A relation: a table of flat rows, as people see it and as it is stored."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from ..fields import bare, fields_of

if TYPE_CHECKING:
    from .. import model
    from ..fields import Field

Kind = Literal["string", "integer", "number", "boolean"]
"""The plain types, as a data package calls them."""

_KINDS: dict[Any, Kind] = {str: "string", int: "integer", float: "number", bool: "boolean"}

CATALOGUE = 1
"""The key of the catalogue: one that is read is the only one of its store."""

SHARED_BY_CATALOGUES = ("country", "institution")
"""The tables whose records belong to no single catalogue where several are asked as one."""

SHARED_TABLES = {"names": "translation", "aliases": "alias", "evidence": "evidence"}
"""The fields of records of several tables that are stored in one table, which says of which."""


BY_LANGUAGE = ("names", "lists")
"""The forms of a field whose rows each have a language and a text."""


class RelationColumn(NamedTuple):
    """A column of a relation; its type is that of the model, with what it is annotated with."""

    name: str
    type: Any
    required: bool = False
    default: str | int | None = None
    """What an empty cell means."""

    @property
    def kind(self) -> Kind:
        """Return the plain type, as a data package calls it."""
        return _KINDS.get(bare(self.type), "string")

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the only values that the column may have; none where there is no such list."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()


class Link(NamedTuple):
    """Columns of a relation whose values are those of a row of another relation."""

    columns: tuple[str, ...]
    relation: str
    target: tuple[str, ...]
    stored: str | None
    """Column of the table with the key of that row; None where it holds the value itself."""


class Relation:
    """A table as people see it, where its rows stand in a catalogue file, and how it is stored."""

    def __init__(
        self,
        name: str,
        field: Field,
        owner: Relation | None,
        columns: tuple[RelationColumn, ...] = (),
        links: tuple[Link, ...] = (),
        *,
        table: str = "",
        summary: str = "",
    ) -> None:
        self.name = name
        self.field = field
        """The field of the owner's record, or of the catalogue, that holds the rows."""
        self.owner = owner
        """The relation whose records hold the rows; None for the records of the catalogue."""
        self.columns = columns
        self.links = links
        self.table = table or name
        """The table of the store that has the rows."""
        self.summary = summary
        """What the relation holds, as a data package says it."""

    def __repr__(self) -> str:
        return f"<Relation {self.name}>"

    @cached_property
    def record(self) -> type[model.Record] | None:
        """The record type of the rows; None where they are plain values or names."""
        return self.field.item if self.field.form in ("record", "records") else None

    @cached_property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to the rows in a catalogue file, without the indices."""
        return (*(self.owner.path if self.owner else ()), self.field.key)

    @cached_property
    def values(self) -> tuple[Field, ...]:
        """The fields of the record that are columns."""
        fields = fields_of(self.record).values() if self.record else ()
        return tuple(field for field in fields if field.form == "value")

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        """The names that the fields of the columns have in Python."""
        return tuple(field.attribute for field in self.values)

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """Those of them that are true or false, which SQLite stores as 1 or 0."""
        return tuple(field.attribute for field in self.values if bare(field.type) is bool)

    @cached_property
    def lists(self) -> tuple[Field, ...]:
        """The fields of the record that are relations of their own."""
        fields = fields_of(self.record).values() if self.record else ()
        return tuple(field for field in fields if field.form != "value")

    @cached_property
    def has_key(self) -> bool:
        """Whether the rows have a key (``pk``), by which other relations refer to them."""
        return bool(self.lists)

    @property
    def is_counted(self) -> bool:
        """Whether people call a row by its owner and a number, as they do the activities."""
        return self.owner is not None and self.has_key

    @property
    def is_shared(self) -> bool:
        """Whether the table holds rows of several relations."""
        return self.table in SHARED_TABLES.values()

    @property
    def owner_column(self) -> str | None:
        """The column of the table with the key of the owner; None for the records themselves."""
        if self.owner is None:
            return None
        return "record" if self.is_shared else self.owner.table

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The columns of the table that say which row it is, before those that hold its values."""
        key = ("pk",) if self.has_key else ()
        if self.owner_column is None:
            return key
        return (*key, self.owner_column) if key else (self.owner_column, "position")

    @cached_property
    def value_columns(self) -> tuple[str, ...]:
        """The columns of the table that hold the values of a row."""
        if self.record:
            return tuple(field.key for field in self.values)
        return tuple(
            column.name for column in self.columns[-2 if self.field.form in BY_LANGUAGE else -1 :]
        )

    @cached_property
    def has_positions(self) -> bool:
        """Whether the rows of an owner are stored with their positions."""
        return self.owner is not None and not self.has_key

    @cached_property
    def constants(self) -> dict[str, str | int]:
        """The columns of the table that have the same value in every row."""
        if self.is_shared and self.owner is not None:
            return {"kind": self.owner.name}
        of_catalogue = self.owner is None and self.name not in ("catalogue", *SHARED_BY_CATALOGUES)
        return {"catalogue": CATALOGUE} if of_catalogue else {}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The columns of the table that say the order of the rows."""
        if self.owner_column is None:
            return ("pk",) if self.has_key else self.key
        return (self.owner_column, "position" if self.has_positions else "pk")

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The columns of which no two rows have the same values; none where rows may repeat."""
        if self.owner is None:
            unique = [field.key for field in self.values if field.is_unique]
            return ("id",) if "id" in unique else tuple(unique)
        if self.is_counted:
            return tuple(column.name for column in self.columns[:2])
        own = tuple(column.name for column in self.columns)
        if self.field.form == "names":
            return own[:-1]
        if self.field.form == "record":
            return own[: -len(self.values)]
        return own if self.field.form == "values" and self.field.refers_to else ()

    @cached_property
    def unique(self) -> tuple[tuple[str, ...], ...]:
        """Further columns of which no two rows have the same value."""
        unique = ((field.key,) for field in self.values if field.is_unique)
        return tuple(columns for columns in unique if columns != self.key)

    @property
    def is_key_stored(self) -> bool:
        """Whether the table itself refuses a second row with the same key."""
        # No two rows of a table have the same position: that there is only one is not refused.
        is_only_one = self.owner is not None and self.field.form == "record"
        return self.field.form != "names" and not self.is_counted and not is_only_one

    @property
    def links_to_itself(self) -> tuple[Link, ...]:
        """Return the links to other rows of the same table, as of a department to its successor."""
        return tuple(link for link in self.links if link.relation == self.name)

    def column(self, name: str) -> RelationColumn:
        """Return the column of a name."""
        return next(column for column in self.columns if column.name == name)

    def link_of(self, column: str) -> Link | None:
        """Return the link that a column is part of."""
        return next((link for link in self.links if column in link.columns), None)
