"""The records of a catalogue, read back from its tables: the reverse of :mod:`.fill`.

A catalogue of any size is read in parts: some records at a time, each with what it holds.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from .. import model
from ..errors import CatalogueError
from ..i18n import translated
from .fill import gc_paused
from .relation import BY_LANGUAGE
from .sqlite_errors import damaged
from .tables import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .relation import Relation
    from .store import Row, Store

    Held = dict[str, dict[int, Any]]
    """What records hold in their fields, by the names of these and the keys of their rows."""

PART = 1000
"""The most records in a part of a catalogue."""

LAST = 2**63 - 1
"""The largest key of a row."""


def records(store: Store) -> model.Catalogue:
    """Return the whole catalogue, in its own language, whatever the language of the store.

    Raises CatalogueError where rows do not fit together, as those of a database need not, and for
    several catalogues asked as one.
    """
    require_one(store)
    with gc_paused():
        roots = {
            relation.field.attribute: list(chain.from_iterable(_read(store, relation)))
            for relation in RELATIONS
            if relation.owner is None
        }
    (about,) = roots.pop("about")
    return model.Catalogue(about=about, **roots)


def parts(store: Store, *tables: str) -> Iterator[model.Catalogue]:
    """Return the records of a store, each once, as catalogues of at most PART records.

    Where ``tables`` are named, these are the records of no others. A part that does not begin a
    catalogue has no more of ``[catalogue]`` than what is required.
    """
    title = model.About(title="part", home="part")
    for relation in RELATIONS:
        if relation.owner is None and (not tables or relation.name in tables):
            for part in _read(store, relation):
                if relation.name == "catalogue":
                    yield from (model.Catalogue(about=about) for about in part)
                else:
                    yield model.Catalogue(about=title, **{relation.field.attribute: part})


def require_one(store: Store) -> None:
    """Raise CatalogueError where a store is not of exactly one catalogue."""
    (count,) = store.one("SELECT count(*) FROM main.catalogue") or (0,)
    if count != 1:
        raise CatalogueError(
            translated(
                "{origin}: {count} catalogues where only one is possible",
                origin=store.origin,
                count=count,
            ),
            translated("Choose one with --data. Only a .db file can hold several."),
        )


class _Range(NamedTuple):
    """The keys of the first and the last record of a part."""

    first: int
    last: int


def _read(store: Store, relation: Relation) -> Iterator[list[Any]]:
    """Yield the records of a catalogue in one of its fields, some at a time."""
    last = 0
    sql = f"{_select(relation)} LIMIT {PART}"
    while rows := list(store.rows(sql, {"first": last + 1, "last": LAST})):
        part = _Range(rows[0][0], rows[-1][0])
        held = _held_by(store, relation, part)
        yield [_record(relation, values, held, key) for key, *values in rows]
        last = part.last


def _held_by(store: Store, owner: Relation, part: _Range) -> Held:
    """Return what the records of a part hold in each of their fields."""
    return {
        one.field.attribute: _items(store, one, part) for one in RELATIONS if one.owner is owner
    }


def _items(store: Store, relation: Relation, part: _Range) -> dict[int, Any]:
    """Return the items of a relation, by the keys of their owners: lists, or texts by language."""
    rows = store.rows(_select(relation), part._asdict())
    if relation.field.form in BY_LANGUAGE:
        return _by_language(rows, are_lists=relation.field.form == "lists")
    found: defaultdict[int, list[Any]] = defaultdict(list)
    if relation.record is None:
        for owner, value in rows:
            if value is None:
                raise _lost(store, relation)
            found[owner].append(value)
    else:
        held = _held_by(store, relation, part)
        for owner, *row in rows:
            key = row.pop(0) if relation.has_key else 0
            found[owner].append(_record(relation, row, held, key))
    if relation.field.form == "record":
        return {owner: record for owner, (record, *_) in found.items()}
    return found


def _by_language(rows: Iterator[Row], *, are_lists: bool) -> dict[int, Any]:
    """Return texts, or lists of them, by language, by the keys of their owners."""
    found: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for owner, language, text in rows:
        if are_lists:
            found[owner].setdefault(language, []).append(text)
        else:
            found[owner][language] = text
    return found


def _record(relation: Relation, row: Sequence[Any], held: Held, key: int = 0) -> Any:
    """A record of the values of a row, and of what the row with its key holds."""
    values = dict(zip(relation.attributes, row, strict=True))
    for name in relation.flags:
        values[name] = bool(values[name])
    for attribute, items in held.items():
        if key in items:
            values[attribute] = items[key]
    return cast("type[model.Record]", relation.record)(**values)


@cache
def _select(relation: Relation) -> str:
    """Return the query for the rows of a part: the owner's key, the own key, then the values.

    References are given as people write them.
    """
    keys = list(relation.head[:1]) if relation.has_positions else list(reversed(relation.head))
    within, joins = f"t.{keys[0]}" if keys else "", ""
    if relation.owner is not None and relation.owner.owner is not None:
        joins = f" JOIN main.{relation.owner.table} o ON o.pk = t.{keys[0]}"
        within = f"o.{relation.owner.owner_column}"
    values = []
    for number, column in enumerate(relation.value_columns):
        link = relation.link_of(column)
        if link is not None and link.stored:
            joins += f" LEFT JOIN main.{link.relation} r{number} ON r{number}.pk = t.{link.stored}"
            values.append(f"r{number}.{link.target[0]}")
        else:
            values.append(f't."{column}"')
    selected = ", ".join([*(f"t.{key}" for key in keys), *values])
    conditions = [f"{within} BETWEEN :first AND :last"] if within else []
    conditions += [
        f"t.{name} = '{value}'" for name, value in relation.constants.items() if name == "kind"
    ]
    where = " AND ".join(conditions) or "TRUE"
    order = ", ".join(f"t.{column}" for column in relation.order)
    return f"SELECT {selected} FROM main.{relation.table} t{joins} WHERE {where} ORDER BY {order}"  # noqa: S608


def _lost(store: Store, relation: Relation) -> CatalogueError:
    what = translated(
        "a row of {name} refers to a record that does not exist", name=repr(relation.name)
    )
    return damaged(store.origin, what)
