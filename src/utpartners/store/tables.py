"""The tables of a catalogue as they follow from the model, as people see them and as stored.

Each record type is a relation: a table of flat rows that refer to each other by the ids that people
know. A field that holds one value is a column of it; a field that holds several (a list, names by
language, further records) is a relation of its own. A folder of CSV files, a zip file, a workbook
and Parquet consist of these relations; :mod:`.fill` writes them into the tables of ``schema.sql``
and :mod:`.records` reads them back.

What does not follow from the model is said once, in STORED.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from msgspec import Meta

from .. import model
from ..fields import Field, bare, fields_of

Kind = Literal["string", "integer", "number", "boolean"]
"""The plain types, as a data package calls them."""

_KINDS: dict[Any, Kind] = {str: "string", int: "integer", float: "number", bool: "boolean"}

Number = Annotated[int, Meta(ge=1, le=2**31, description="a whole number from 1")]
"""What counts the records of an owner that have relations of their own, such as activities."""


class Stored(NamedTuple):
    """How a field is stored, where that does not follow from the model."""

    summary: str = ""
    """What the relation holds, as a data package says it."""
    table: str = ""
    """Its table, if that is not named after the record and the field."""
    column: str = ""
    """The column of its values, if that is not ``text`` or the table that they refer to."""


STORED = {
    "catalogue": Stored("What the catalogue is: one row"),
    "catalogue.aims": Stored("What the partnerships are for", "aim"),
    "catalogue.notes": Stored("What readers should know", "note"),
    "catalogue.source": Stored("Documents it was made from", "source"),
    "phase": Stored("Stages of the project"),
    "country": Stored("Countries"),
    "institution": Stored("Universities and research organisations"),
    "department": Stored("Departments of the home institution"),
    "initiative": Stored("What is project-wide"),
    "initiative.figures": Stored("Counts of an initiative"),
    "partnership": Stored("Partnerships"),
    "partnership.members": Stored("Partner institutions of a partnership", "member"),
    "partnership.departments": Stored("Departments that work with a partnership", "link"),
    "partnership.agreement": Stored("Dated agreements", "agreement"),
    "partnership.activity": Stored("What the partners did together, or plan to do", "activity"),
    "activity.figures": Stored("Counts of an activity"),
    "activity.departments": Stored("Departments that took part"),
    "activity.others": Stored("Organisations that took part and are no partners", column="name"),
}
"""By table and key. A field that is not here is stored by the rules of :func:`_relations`."""

ORDER = ("catalogue", "phase", "country", "institution", "department", "initiative", "partnership")
"""The records of a catalogue in the order in which they are written."""

CATALOGUE = 1
"""The key of the catalogue: one that is read is the only one of its store."""

DERIVED = {"activity": ("first_day", "last_day")}
"""Columns of a table that the store computes when it is filled."""

SHARED_BY_CATALOGUES = ("country", "institution")
"""The tables whose records belong to no single catalogue where several are asked as one."""

SHARED_TABLES = {"names": "translation", "aliases": "alias", "evidence": "evidence"}
"""The fields of records of several tables that are stored in one table, which says of which."""

REFERRED_TO_BY_VALUE = ("country.code", "phase.number", "catalogue.home")
"""References that are stored as people write them; all others as the key of the row."""


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
        self, name: str, stored: Stored, field: Field, columns: tuple[RelationColumn, ...],
        links: tuple[Link, ...] = (), owner: Relation | None = None,
    ) -> None:  # fmt: skip
        self.name = name
        self.summary = stored.summary
        self.field = field
        """The field of the owner's record, or of the catalogue, that holds the rows."""
        self.columns = columns
        self.links = links
        self.owner = owner
        """The relation whose records hold the rows; None for the records of the catalogue."""
        self.table = stored.table or name

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
            column.name for column in self.columns[-2 if self.field.form == "names" else -1 :]
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
        return own if self.field.form == "values" and self.field.refers_to else ()

    @cached_property
    def unique(self) -> tuple[tuple[str, ...], ...]:
        """Further columns of which no two rows have the same value."""
        unique = ((field.key,) for field in self.values if field.is_unique)
        return tuple(columns for columns in unique if columns != self.key)

    @property
    def is_key_stored(self) -> bool:
        """Whether the table itself refuses a second row with the same key."""
        return self.field.form != "names" and not self.is_counted

    def column(self, name: str) -> RelationColumn:
        """Return the column of a name."""
        return next(column for column in self.columns if column.name == name)

    def link_of(self, column: str) -> Link | None:
        """Return the link that a column is part of."""
        return next((link for link in self.links if column in link.columns), None)


def _relations() -> tuple[Relation, ...]:
    """Return every relation of the model: the records, each followed by what they hold."""
    fields = fields_of(model.Catalogue)
    return tuple(one for name in ORDER for one in _of_records(fields[name], None))


def _of_records(field: Field, owner: Relation | None) -> list[Relation]:
    """Return the relation of the records in a field, and those of the fields that they hold."""
    name, stored = _storage(field, owner)
    relation = Relation(name, stored, field, (), (), owner)
    own = tuple(
        RelationColumn(value.key, value.type, value.required, _cell(value.default))
        for value in relation.values
    )
    links = tuple(_link(name, value, value.key) for value in relation.values if value.refers_to)
    of_owner, to_owner = _to_owner(owner)
    number = (_required("number", Number),) if relation.is_counted else ()
    relation.columns = (*of_owner, *number, *own)
    relation.links = (*to_owner, *links)
    found = [relation]
    for inner in relation.lists:
        found += (
            _of_records(inner, relation)
            if inner.form == "records"
            else [_of_values(inner, relation)]
        )
    return found


def _of_values(field: Field, owner: Relation) -> Relation:
    """Return the relation of a list of plain values, or of names by language."""
    name, stored = _storage(field, owner)
    of_owner, to_owner = _to_owner(owner)
    if field.form == "names":
        language, text = get_args(bare(field.type))
        columns = [_required("language", language), _required("text", text)]
        relation = Relation(name, stored, field, (*of_owner, *columns), to_owner, owner)
    else:
        column = stored.column or field.refers_to or "text"
        links = (_link(name, field, column),) if field.refers_to else ()
        columns = [_required(column, field.item)]
        relation = Relation(name, stored, field, (*of_owner, *columns), (*to_owner, *links), owner)
    if relation.is_shared:
        relation.links = (relation.links[0]._replace(stored="record"), *relation.links[1:])
    return relation


def _storage(field: Field, owner: Relation | None) -> tuple[str, Stored]:
    """Return the name of the relation of a field, and how it is stored."""
    if owner is None:
        return field.key, STORED.get(field.key, Stored())
    singular = field.key.removesuffix("es" if field.key == "aliases" else "s")
    name = f"{owner.name}_{singular}"
    known = STORED.get(f"{owner.name}.{field.key}")
    if known is not None:
        return known.table or name, known
    table = SHARED_TABLES.get(field.key, "")
    return name, Stored(f"{(table or singular).capitalize()} of each {owner.name}", table)


def _to_owner(owner: Relation | None) -> tuple[tuple[RelationColumn, ...], tuple[Link, ...]]:
    """Return the columns that say whose a row is, and the link that they are.

    The catalogue is the only one, so that what it holds need not say whose it is.
    """
    if owner is None or owner.name == "catalogue":
        return (), ()
    if owner.is_counted and owner.owner is not None:
        columns = (owner.columns[0], _required(owner.name, Number))
        names = tuple(column.name for column in columns)
        return columns, (Link(names, owner.name, owner.key, owner.table),)
    (key,) = owner.key
    column = _required(owner.name, owner.column(key).type)
    return (column,), (Link((owner.name,), owner.name, owner.key, owner.table),)


def _required(name: str, type_: Any) -> RelationColumn:
    return RelationColumn(name, type_, required=True)


def _link(relation: str, field: Field, column: str) -> Link:
    target = {"country": "code", "phase": "number"}.get(field.refers_to or "", "id")
    is_value = {f"{field.refers_to}.{target}", f"{relation}.{field.key}"} & {*REFERRED_TO_BY_VALUE}
    return Link((column,), field.refers_to or "", (target,), None if is_value else column)


def _cell(default: Any) -> str | int | None:
    """Return a default as the cell of a table: booleans are stored as 0 and 1."""
    return int(default) if isinstance(default, bool) else default


RELATIONS = _relations()
"""Every fact of a catalogue stands in one of these, and only there, in the order of writing."""

LOADED = tuple(sorted(RELATIONS, key=lambda relation: relation.name == "catalogue"))
"""The same with what is referred to before what refers to it: the catalogue names its home."""
