"""Writes the records of a catalogue into the tables of a database, as the model describes them."""

from __future__ import annotations

import gc
import sqlite3
from contextlib import contextmanager
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from .. import edtf, field_types, model
from .derived import DERIVED
from .relation import BY_LANGUAGE, CATALOGUE
from .schema import schema
from .store import Store, connect
from .tables import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..fields import Field, Form
    from .relation import Link, Relation

    Row = tuple[Any, ...]


class InconsistentError(Exception):
    """The records do not fit together: a duplicate, a dangling reference, an impossible time."""


@contextmanager
def gc_paused() -> Iterator[None]:
    """Run without garbage collection while very many objects are made that all stay.

    To look through them again and again takes longer than to read a large catalogue.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def fill(catalogue: model.Catalogue, connection: sqlite3.Connection) -> None:
    """Make the tables and fill them, in one transaction.

    Raises InconsistentError where the records do not fit together; the checks say how.
    """
    connection.executescript(schema())
    try:
        with connection:
            _Filler(catalogue).write(connection)
    except (sqlite3.IntegrityError, KeyError, ValueError) as error:
        raise InconsistentError(str(error)) from error


def in_memory(catalogue: model.Catalogue, origin: str) -> Store:
    """Return a store of validated records, held in memory.

    Raises InconsistentError where the records do not fit together.
    """
    store = Store(connect(":memory:"), origin)
    try:
        fill(catalogue, store.connection)
    except BaseException:
        store.close()
        raise
    return store


class _Filler:
    """Gives each record its key, and makes the rows of one relation after the other."""

    def __init__(self, catalogue: model.Catalogue) -> None:
        self._phases = {phase.number: (phase.first, phase.last) for phase in catalogue.phases}
        self._held: dict[str, list[tuple[int, Any]]] = {}
        """The records of each table with their keys."""
        self._keys: dict[str, dict[Any, int]] = {}
        """The keys of the records that others refer to, by table and id."""
        for relation in RELATIONS:
            if relation.owner is None:
                found = getattr(catalogue, relation.field.attribute)
                records = found if isinstance(found, list) else [found]
                self._held[relation.name] = list(enumerate(records, CATALOGUE))
                for column in relation.key:
                    ids = map(attrgetter(column), records)
                    self._keys[relation.name] = {id: key for key, id in enumerate(ids, CATALOGUE)}

    def write(self, connection: sqlite3.Connection) -> None:
        """Insert the rows of every relation."""
        for relation in RELATIONS:
            derivation = DERIVED.get(relation.table)
            derived = derivation.columns if derivation else ()
            columns = (*relation.constants, *relation.head, *relation.value_columns, *derived)
            names = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" * len(columns))
            insert = f"INSERT INTO {relation.table} ({names}) VALUES ({marks})"  # noqa: S608
            connection.executemany(insert, self._rows(relation))

    def _rows(self, relation: Relation) -> Iterator[Row]:
        """Yield the rows of a relation, in the order of the catalogue."""
        constants = tuple(relation.constants.values())
        values = self._values(relation)
        for head, item in self._items(relation):
            yield (*constants, *head, *values(item))

    def _items(self, relation: Relation) -> Iterator[tuple[Row, Any]]:
        """Yield the items of a relation, each after the values of the columns that identify it."""
        if relation.owner is None:
            for key, record in self._held[relation.name]:
                yield (key,) if relation.has_key else (), record
            return
        items_of, form = attrgetter(relation.field.attribute), relation.field.form
        held = self._held[relation.name] = []
        for owner, record in self._held[relation.owner.name]:
            for position, item in enumerate(_rows_of(items_of(record), form)):
                if relation.has_key:
                    held.append((len(held) + 1, item))
                    yield (len(held), owner), item
                else:
                    yield (owner, position), item

    def _values(self, relation: Relation) -> Callable[[Any], Row]:
        """A function that gives the values of an item as its table has them."""
        if relation.field.form in BY_LANGUAGE:
            return tuple
        if relation.field.form == "values":
            (column,) = relation.value_columns
            stored = self._stored(relation, relation.field, column) or (lambda value: value)
            return lambda value: (stored(value),)
        fields = relation.values
        # One call of attrgetter for all fields: a getattr for each takes twice as long.
        values_of = attrgetter(*(field.attribute for field in fields), "__class__")
        changes = [
            (place, change)
            for place, field in enumerate(fields)
            if (change := self._stored(relation, field, field.key))
        ]
        days = self._days(relation) if relation.table in DERIVED else None

        def values(record: Any) -> Row:
            found = [*values_of(record)]
            found.pop()
            for place, change in changes:
                if found[place] is not None:
                    found[place] = change(found[place])
            return (*found, *days(record)) if days else tuple(found)

        return values

    def _stored(self, relation: Relation, field: Field, column: str) -> Callable[[Any], Any] | None:
        """Return what converts a value for its table, and raises where it cannot be stored."""
        if (link := relation.link_of(column)) and field.refers_to:
            keys = self._keys_of(link)
            return keys.__getitem__ if link.stored else _known_in(keys)
        # That an activity took place in a time that does not exist is found with its days.
        is_time = field.type == field_types.Edtf and relation.table != "activity"
        return _possible if is_time else None

    def _keys_of(self, link: Link) -> dict[Any, int]:
        """Return the keys of what a link leads to, by what people call it."""
        if link.relation not in self._keys:
            (column,) = link.target
            named = [(getattr(record, column), key) for key, record in self._held[link.relation]]
            known = {id: key for id, key in named if id is not None}
            if len(known) < sum(id is not None for id, _ in named):
                raise ValueError(f"two {link.relation}s have the same {column}")
            self._keys[link.relation] = known
        return self._keys[link.relation]

    def _days(self, relation: Relation) -> Callable[[Any], Row]:
        """A function that gives the derived values of a record."""
        _, fields, days = DERIVED[relation.table]
        if relation.table != "activity":
            values_of = attrgetter(*fields, "__class__")
            return lambda record: days(*values_of(record)[:-1])

        def of_activity(activity: model.Activity) -> Row:
            phase = activity.phase
            years = self._phases[phase] if phase is not None else (None, None)
            return days(activity.when, activity.calendar, *years)

        return of_activity


def _rows_of(items: Any, form: Form) -> Iterable[Any]:
    """Return what each row of a field has: an item of a list, or a language and a text."""
    if form == "lists":
        return ((language, text) for language, texts in items.items() for text in texts)
    if form == "record":
        return () if items is None else (items,)
    return cast("Iterable[Any]", items.items() if form == "names" else items)


def _known_in(keys: Mapping[Any, int]) -> Callable[[Any], Any]:
    def known(id: Any) -> Any:
        keys[id]
        return id

    return known


def _possible(when: str) -> str:
    edtf.bounds(when)
    return when
