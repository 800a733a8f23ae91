"""What is public of a catalogue: its tables without what is internal, for public outputs.

Facts are left out here, before anything asks for them, so that no output has to know of it. Which
fields are internal is said in the model, and changed by ``[catalogue] public``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..fields import fields_of, is_public
from .derived import DERIVED
from .part import copy
from .schema import RECORD_TABLES, columns_of, schema
from .sqlite_errors import translated_errors
from .store import Store, connect
from .tables import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ..fields import Field
    from .relation import Relation

_SAID = (
    "SELECT c.pk, f.field FROM main.catalogue c LEFT JOIN main.public_field f ON c.pk = f.catalogue"
)


def public_store(store: Store) -> Store:
    """Return a store of the public facts of another, in the same language.

    For a public output, ask the questions of it instead of the whole store, and what is internal
    cannot get into the output: texts are then unknown, and people and what refers to them are not
    there. It takes any store, several catalogues asked as one and a :func:`~.part.part` of a
    catalogue included; make the part first, so that :func:`left_out` of it tells what its public
    facts lack. A store that is public already is returned itself. Otherwise the new one has to be
    closed by whoever asked for it.

    On the command line a :class:`~utpartners.cli.session.Session` does all this: its catalogue is
    public where ``--public`` is given, and for each format with ``is_public`` in ``FORMATS``
    (pictures, printed documents) unless ``--internal`` is.
    """
    if store.is_public:
        return store
    hidden = _hidden(store)
    found = Store(connect(""), store.origin)
    found.is_public = True
    found.is_checked = store.is_checked
    found.conflicts = store.conflicts
    connection = found.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.executescript(schema())
    with translated_errors(store.origin), connection:
        for table in RECORD_TABLES:
            values = ", ".join(hidden.shown(table, one) for one in columns_of(connection, table))
            sql = f"SELECT {values} FROM main.{table} WHERE {hidden.condition(table)}"  # noqa: S608
            copy(connection, table, store.rows(sql))
    if store.language is not None:
        found.set_language(store.language)
    return found


class LeftOut(NamedTuple):
    """How many facts of a store are internal, and so no public output has them."""

    notes: int
    documents: int
    people: int
    others: int
    """Values of internal fields that have no count of their own."""


def left_out(store: Store) -> LeftOut:
    """Return what the public facts of a store lack; nothing for a store that is public itself."""
    hidden = _hidden(store)
    counts = dict.fromkeys(LeftOut._fields, 0)
    for relation in RELATIONS:
        if relation.name in hidden.records:
            conditions = {"people" if relation.name == "person" else "others": ["TRUE"]}
        else:
            conditions = _conditions(relation, hidden)
        for what, wanted in conditions.items():
            sql = f"SELECT count(*) FROM main.{relation.table} t WHERE {' OR '.join(wanted)}"  # noqa: S608
            (count,) = store.one(sql) or (0,)
            counts[what] += count
    return LeftOut(**counts)


_COUNTED = {"note": "notes", "notes": "notes", "document": "documents"}
"""The fields that have a count of their own. A note in two languages is one note."""


class _Hidden(NamedTuple):
    """What of the tables is internal."""

    records: frozenset[str]
    """The relations of records of the catalogue that are internal as a whole."""
    relations: frozenset[str]
    """All relations without a public row, those among them."""
    columns: Mapping[str, Mapping[str, str]]
    """The columns that are internal, by table, each with what takes its place in SQL."""

    def shown(self, table: str, column: str) -> str:
        """Return the column, or what takes its place, in SQL."""
        return self.columns.get(table, {}).get(column, f'"{column}"')

    def condition(self, table: str) -> str:
        """Return the condition on the rows of a table that are public."""
        relations = [one for one in RELATIONS if one.table == table]
        public = [one for one in relations if one.name not in self.relations]
        if len(public) == len(relations) or not public:
            return "TRUE" if public else "FALSE"
        kinds = ", ".join(repr(str(one.constants["kind"])) for one in public)
        return f"CASE WHEN kind IN ({kinds}) THEN TRUE ELSE FALSE END"


def _hidden(store: Store) -> _Hidden:
    """Return what of the tables of a store is internal."""
    also = _public_by_catalogue(store)
    records: set[str] = set()
    for relation in RELATIONS:
        field = relation.field
        if relation.owner is None and field.is_internal:
            if _are_named(field, also):
                # Whoever is named needs an id, by which others refer to them.
                also |= {f"{field.key}.{one.key}" for one in _required(field)}
            else:
                records.add(relation.name)
        elif relation.owner is not None and f"{relation.owner.field.key}.{field.key}" in also:
            also.add(field.key)  # what the record in a field holds is public with it
    relations = set(records)
    columns = {}
    for relation in RELATIONS:
        owner = relation.owner
        if owner and (
            owner.name in relations or _is_internal(owner, relation.field, also, records)
        ):
            relations.add(relation.name)
        if hidden := [one for one in relation.values if _is_internal(relation, one, also, records)]:
            columns[relation.table] = _without(relation, hidden)
    return _Hidden(frozenset(records), frozenset(relations), columns)


def _public_by_catalogue(store: Store) -> set[str]:
    """Return what every catalogue of a store says is public all the same."""
    said: dict[int, set[str]] = {}
    for catalogue, field in store.rows(_SAID):
        said.setdefault(catalogue, set()).add(field)
    return set.intersection(*said.values()) if said else set()


def _required(field: Field) -> Iterator[Field]:
    return (one for one in fields_of(field.item).values() if one.required)


def _are_named(field: Field, also: Collection[str]) -> bool:
    """Return whether a catalogue names internal records, or what each of them must have."""
    return field.key in also or any(f"{field.key}.{one.key}" in also for one in _required(field))


def _is_internal(
    relation: Relation, field: Field, also: Collection[str], records: Collection[str]
) -> bool:
    # Nobody may refer to people who are not there.
    return field.refers_to in records or not is_public(f"{relation.field.key}.{field.key}", also)


def _without(relation: Relation, hidden: list[Field]) -> dict[str, str]:
    """Return what takes the place of columns, and of those that would tell of them."""
    found = {one.key: _sql(relation.column(one.key).default) for one in hidden}
    derived = DERIVED.get(relation.table)
    if derived and not found.keys().isdisjoint(derived.fields):
        found |= dict.fromkeys(derived.columns, "NULL")
    return found


def _sql(default: str | int | None) -> str:
    return "NULL" if default is None else repr(default)


def _conditions(relation: Relation, hidden: _Hidden) -> dict[str, list[str]]:
    """Return the conditions on a row ``t`` that has something internal, by what is counted."""
    found: dict[str, list[str]] = {}
    if relation.record is None or relation.name in hidden.relations:
        return found
    for key, default in hidden.columns.get(relation.table, {}).items():
        field = fields_of(relation.record).get(key)
        if field is not None and field.refers_to not in hidden.records:
            what = _COUNTED.get(key, "others")
            found.setdefault(what, []).append(f't."{key}" IS NOT {default}')
    for one in RELATIONS:
        is_its_own = one.owner is relation and one.name in hidden.relations
        if is_its_own and one.field.refers_to not in hidden.records:
            kind = f" AND kind = '{relation.name}'" if one.is_shared else ""
            rows = f"SELECT 1 FROM main.{one.table} o WHERE o.{one.owner_column} = t.pk{kind}"  # noqa: S608
            what = _COUNTED.get(one.field.key, "others")
            found.setdefault(what, []).append(f"EXISTS ({rows})")
    return found
