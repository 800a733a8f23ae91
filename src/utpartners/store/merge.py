"""Several catalogues as one store: their rows side by side, and what is the same in them once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import CatalogueError
from ..i18n import translated
from .schema import RECORD_TABLES, columns_of, keys_of, schema
from .sqlite_errors import translated_errors
from .store import Store, connect
from .unite import differences, fill, language, unite_texts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    Record = dict[str, Any]
    Mark = tuple[str, ...]
    """What tells a record from others: what it is, and the values that it is known by."""

JOINED = ("country", "institution", "department")
"""The kinds of record that catalogues may share."""

_LAST = "SELECT coalesce(max(pk), 0) FROM main.{table}"

_REPEATED = """
SELECT c.home, p.id, min(p.catalogue), max(p.catalogue) FROM main.partnership p
JOIN main.catalogue c ON c.pk = p.catalogue GROUP BY c.home, p.id HAVING count(*) > 1
ORDER BY min(p.pk) LIMIT 10
"""

_FIRST = ("country", "institution", "catalogue", "department")
ORDER = (*_FIRST, *(table for table in RECORD_TABLES if table not in _FIRST))
"""The tables, each after those by which its rows are recognised."""


def merge(stores: Sequence[Store]) -> Store:
    """Return one store of the rows of all, in a file of its own that vanishes with the connection.

    Countries are the same by code, institutions by ROR id or else by id, departments of the same
    home by id. Where two catalogues differ about one, the first is used, and the difference is in
    ``conflicts``. Raises CatalogueError, naming both, where they contradict each other about what
    identifies a record.
    """
    whole = Store(connect(""), _origin([store.origin for store in stores]))
    try:
        whole.conflicts = _fill(whole, stores)
    except BaseException:
        whole.close()
        raise
    whole.is_checked = all(store.is_checked for store in stores)
    return whole


def _fill(whole: Store, stores: Sequence[Store]) -> tuple[str, ...]:
    """Copy all stores into an empty one, and return their conflicts."""
    whole.connection.execute("PRAGMA foreign_keys = OFF")
    whole.connection.executescript(schema())
    merging = _Merging(whole)
    for store in stores:
        with translated_errors(store.origin), whole.connection:
            _add(whole.connection, store, merging)
    merging.require_each_partnership_once()
    return tuple(merging.conflicts)


def _origin(names: Sequence[str]) -> str:
    """Return what to call catalogues together: the first few by name, and how many more."""
    more = translated(" and {count} more", count=len(names) - 3) if len(names) > 3 else ""
    return " + ".join(names[:3]) + more


def _add(connection: sqlite3.Connection, store: Store, merging: _Merging) -> None:
    merging.begin(store)
    for table in ORDER:
        columns, keys = columns_of(connection, table), keys_of(connection, table)
        records = (
            dict(zip(columns, row, strict=True))
            for row in store.rows(f"SELECT * FROM main.{table}")  # noqa: S608
        )
        insert = f"INSERT INTO main.{table} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
        own = (tuple(record.values()) for record in _own(merging, table, keys, records))
        if table in _FIRST:
            for row in own:
                connection.execute(insert, row)
        else:
            connection.executemany(insert, own)
        merging.link_to_themselves(table)


def _own(
    merging: _Merging, table: str, keys: dict[str, str], records: Iterable[Record]
) -> Iterator[Record]:
    """Return the records that are new to the whole, with the keys that they have there."""
    to_itself = [column for column, target in keys.items() if target == table and column != "pk"]
    for record in records:
        for column in to_itself:
            # What it refers to may come later, and turn out to be there already.
            merging.remember(column, record["pk"], record[column])
            record[column] = None
        if merging.is_there(table, record):
            continue
        if "record" in record:
            record["record"] = merging.key(record["kind"], record["record"])
        for column, target in keys.items():
            if record[column] is not None:
                record[column] = merging.key(target, record[column])
        if table == "catalogue":
            merging.adopt_home(record)
        yield record


class _Known(NamedTuple):
    """A record of the whole, and the catalogue that it came from."""

    record: Record
    origin: str


class _Merging:
    """Remembers which records are there already, while catalogues are added to a store."""

    def __init__(self, whole: Store) -> None:
        self.conflicts: list[str] = []
        self._whole = whole
        self._marked: dict[Mark, _Known] = {}
        self._origins: dict[int, str] = {}
        self._homes: dict[int, str] = {}

    def begin(self, store: Store) -> None:
        """Begin to add the records of another store."""
        self._store = store
        self._shift: dict[str, int] = {}
        self._ids: dict[str, str] = {}
        self._merged: dict[str, dict[int, int]] = {kind: {} for kind in JOINED}
        self._taken: dict[str, set[int]] = {kind: set() for kind in JOINED}
        self._links: list[tuple[str, int, int]] = []

    def key(self, table: str, pk: int) -> int:
        """Return the key in the whole of the record with the key ``pk`` in the store."""
        if (merged := self._merged.get(table)) and pk in merged:
            return merged[pk]
        if table not in self._shift:
            (self._shift[table],) = self._whole.one(_LAST.format(table=table)) or (0,)
        return self._shift[table] + pk

    def remember(self, column: str, pk: int, target: int | None) -> None:
        """Note that a record of the table that is being added refers to another one of it."""
        if target is not None:
            self._links.append((column, pk, target))

    def link_to_themselves(self, table: str) -> None:
        """Write what was noted of the records of a table, where the whole does not say it yet."""
        for column, pk, target in self._links:
            self._whole.connection.execute(
                f"UPDATE main.{table} SET {column} = coalesce({column}, ?) WHERE pk = ?",  # noqa: S608
                (self.key(table, target), self.key(table, pk)),
            )
        self._links.clear()

    def is_there(self, table: str, record: Record) -> bool:
        """Return whether a record, or the one that a row belongs to, was there already.

        What the first catalogue says of it counts; :meth:`merge` adds what only the other says.
        """
        if table in JOINED:
            return self.merge(table, record)
        if "record" in record:
            return self.was_merged(record["kind"], record["record"])
        owner, _, rest = table.partition("_")
        return bool(rest) and owner in JOINED and self.was_merged(owner, record[owner])

    def was_merged(self, kind: str, pk: int) -> bool:
        """Return whether a record of the store is one that was there before."""
        return pk in self._merged.get(kind, ())

    def adopt_home(self, catalogue: Record) -> None:
        """Replace the id of a catalogue's home by the one that it has in the whole."""
        catalogue["home"] = self._ids.get(catalogue["home"], catalogue["home"])
        self._homes[catalogue["pk"]] = catalogue["home"]
        self._origins[catalogue["pk"]] = self._store.origin

    def merge(self, kind: str, record: Record) -> bool:
        """Return whether a record is there already, and add to that one what only the other has.

        Raises CatalogueError where the catalogues contradict each other about it.
        """
        marks, names = self._marks(kind, record)
        taken = self._taken[kind]
        known = next((self._marked[mark] for mark in marks if mark in self._marked), None)
        if known is None or known.record["pk"] in taken:
            self._require_new(kind, names, record)
            pk = self.key(kind, record["pk"])
            new = _Known({**record, "pk": pk}, self._store.origin)
            self._marked = dict.fromkeys((*marks, *names), new) | self._marked
            taken.add(pk)
            return False
        self._unite(kind, known, record)
        self._merged[kind][record["pk"]] = known.record["pk"]
        taken.add(known.record["pk"])
        if kind == "institution":
            self._ids[record["id"]] = known.record["id"]
        return True

    def _marks(self, kind: str, record: Record) -> tuple[list[Mark], list[Mark]]:
        """Return what identifies a record, and what no two records may share."""
        if kind == "country":
            code: Mark = (kind, record["code"])
            return [code], [code]
        if kind == "institution":
            id: Mark = (kind, record["id"])
            return [("ror", record["ror"]), id] if record["ror"] else [id], [id]
        home = self._homes[self.key("catalogue", record["catalogue"])]
        of_home: Mark = (kind, home, record["id"])
        return [of_home], [of_home, ("code", home, record["code"])]

    def _require_new(self, kind: str, names: Iterable[Mark], record: Record) -> None:
        for mark in names:
            if mark in self._marked:
                raise self._contradiction(kind, self._marked[mark], record)

    def _unite(self, kind: str, known: _Known, record: Record) -> None:
        """Add what only the new record has to the known one, and note their differences."""
        told = known.record
        is_same_language = language(self._whole) == language(self._store)
        for field, old, new in differences(kind, told, record, is_same_language):
            if field in ("ror", "code"):
                raise self._contradiction(kind, known, record)
            self.conflicts.append(
                translated(
                    "{kind} {told}: {field} is {old} in {origin}, {new} in {origin_2}; "
                    "the first is used",
                    kind=translated(kind),
                    told=_called(told),
                    field=field,
                    old=old,
                    origin=known.origin,
                    new=new,
                    origin_2=self._store.origin,
                )
            )
        told.update(fill(self._whole.connection, kind, told, record))
        if told.get("ror"):
            self._marked.setdefault(("ror", told["ror"]), known)
        unite_texts(self._whole, self._store, kind, told, record)

    def _contradiction(self, kind: str, known: _Known, record: Record) -> CatalogueError:
        field = "ror" if kind == "institution" else "code"
        sides = (
            translated("{record} in {origin}", record=_with(one, field), origin=origin)
            for one, origin in ((known.record, known.origin), (record, self._store.origin))
        )
        same = (
            translated(
                "If it is the same {kind}, give it the same id and the same ROR id in both; "
                "if not, different ones."
            )
            if kind == "institution"
            else translated(
                "If it is the same {kind}, give it the same id and the same code in both; "
                "if not, different ones."
            )
        )
        return CatalogueError(
            translated(
                "unclear whether this is the same {kind}: {values}",
                kind=translated(kind),
                values=", ".join(sides),
            ),
            same.format(kind=translated(kind)),
        )

    def require_each_partnership_once(self) -> None:
        """Raise CatalogueError where two catalogues of one home have the same partnership."""
        problems = [
            translated(
                "partnership {id} of {home} is in {first} and in {last}",
                id=id,
                home=home,
                first=self._origins[first],
                last=self._origins[last],
            )
            for home, id, first, last in self._whole.rows(_REPEATED)
        ]
        if problems:
            raise CatalogueError(
                "\n".join(problems),
                translated("Use only one of them; 'utpartners diff' shows how they differ."),
            )


def _with(record: Record, field: str) -> str:
    return f"{_called(record)} ({record[field]})" if record.get(field) else _called(record)


def _called(record: Record) -> str:
    return str(record.get("id") or record["code"])
