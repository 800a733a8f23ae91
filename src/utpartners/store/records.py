"""The records of a catalogue, read back from its tables: the reverse of :mod:`.build`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import model
from ..errors import CatalogueError
from .gc_pause import gc_paused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .store import Store


def records(store: Store) -> model.Catalogue:
    """The whole catalogue, in its own language, whichever one the store speaks.

    Raises CatalogueError where rows do not fit together, as those of a database need not, and for
    several catalogues asked as one.
    """
    require_one(store)
    try:
        with gc_paused():
            return _Reader(store).catalogue()
    except (KeyError, ValueError) as error:
        raise CatalogueError(
            f"{store.origin}: a row refers to one that is not there ({error})",
            "The database was changed by something that does not keep its rows together.",
        ) from error


def require_one(store: Store) -> None:
    """Raise CatalogueError where a store is not of exactly one catalogue."""
    (count,) = store.one("SELECT count(*) FROM main.catalogue") or (0,)
    if count != 1:
        raise CatalogueError(
            f"{store.origin}: this is for one catalogue, not for {count}",
            "Name one of them with --data. Only a .db can hold several.",
        )


class _Reader:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._institutions = self._ids("institution")
        self._departments = self._ids("department")
        self._members = self._lists("member", "partnership", "institution")
        self._links = self._lists("link", "partnership", "department")
        self._aliases = self._texts("alias", "text")
        self._evidence = self._texts("evidence", "text")
        self._names = {
            owner: dict(pairs)
            for owner, pairs in self._texts("translation", "language, text").items()
        }

    def catalogue(self) -> model.Catalogue:
        return model.Catalogue(
            about=self._about(),
            phases=[model.Phase(**row) for row in self._rows("phase", "number")],
            initiatives=self._initiatives(),
            countries=self._countries(),
            institutions=self._institution_records(),
            departments=self._department_records(),
            partnerships=self._partnerships(),
        )

    def _rows(self, table: str, order: str) -> Iterable[dict[str, Any]]:
        """The rows of a table by column, without the catalogue that they belong to."""
        named = self._store.rows(
            "SELECT name FROM main.pragma_table_info(:table)", {"table": table}
        )
        columns = [column for (column,) in named]
        for row in self._store.rows(f"SELECT * FROM main.{table} ORDER BY {order}"):  # noqa: S608
            values = dict(zip(columns, row, strict=True))
            values.pop("catalogue", None)
            yield values

    def _ids(self, table: str) -> dict[int, str]:
        return dict(self._store.rows(f"SELECT pk, id FROM main.{table}"))  # noqa: S608

    def _lists(self, table: str, owner: str, columns: str) -> dict[int, list[Any]]:
        """What a table of lists holds for each owner, in order; one column gives plain values."""
        sql = f"SELECT {owner}, {columns} FROM main.{table} ORDER BY {owner}, position"  # noqa: S608
        found: dict[int, list[Any]] = {}
        for key, *values in self._store.rows(sql):
            found.setdefault(key, []).append(values[0] if len(values) == 1 else tuple(values))
        return found

    def _texts(self, table: str, columns: str) -> dict[tuple[str, int], list[Any]]:
        sql = f"SELECT kind, record, {columns} FROM main.{table} ORDER BY kind, record, position"  # noqa: S608
        found: dict[tuple[str, int], list[Any]] = {}
        for kind, record, *values in self._store.rows(sql):
            one = values[0] if len(values) == 1 else tuple(values)
            found.setdefault((kind, record), []).append(one)
        return found

    def _about(self) -> model.About:
        (row,) = self._rows("catalogue", "pk LIMIT 1")
        row.pop("pk")
        return model.About(
            **row,
            aims=[aim["text"] for aim in self._rows("aim", "position")],
            notes=[note["text"] for note in self._rows("note", "position")],
            sources=[
                model.Source(**_without(source, "position"))
                for source in self._rows("source", "position")
            ],
        )

    def _initiatives(self) -> list[model.Initiative]:
        figures = self._lists("initiative_figure", "initiative", "count, of")
        return [
            model.Initiative(
                **_without(row, "pk"),
                names=self._names.get(("initiative", row["pk"]), {}),
                figures=_figures(figures.get(row["pk"], ())),
            )
            for row in self._rows("initiative", "pk")
        ]

    def _countries(self) -> list[model.Country]:
        return [
            model.Country(
                **_without(row, "pk"),
                names=self._names.get(("country", row["pk"]), {}),
                aliases=self._aliases.get(("country", row["pk"]), []),
            )
            for row in self._rows("country", "pk")
        ]

    def _institution_records(self) -> list[model.Institution]:
        return [
            model.Institution(
                **_without(row, "pk"),
                names=self._names.get(("institution", row["pk"]), {}),
                aliases=self._aliases.get(("institution", row["pk"]), []),
                evidence=self._evidence.get(("institution", row["pk"]), []),
            )
            for row in self._rows("institution", "pk")
        ]

    def _department_records(self) -> list[model.Department]:
        return [
            model.Department(
                **_without(row, "pk"),
                names=self._names.get(("department", row["pk"]), {}),
                aliases=self._aliases.get(("department", row["pk"]), []),
                evidence=self._evidence.get(("department", row["pk"]), []),
            )
            for row in self._rows("department", "pk")
        ]

    def _partnerships(self) -> list[model.Partnership]:
        activities = self._activities()
        agreements: dict[int, list[model.Agreement]] = {}
        for row in self._rows("agreement", "partnership, position"):
            agreement = model.Agreement(**_without(row, "partnership", "position"))
            agreements.setdefault(row["partnership"], []).append(agreement)
        return [
            model.Partnership(
                **_without(row, "pk", "coordinator"),
                coordinator=self._departments.get(row["coordinator"]),
                names=self._names.get(("partnership", row["pk"]), {}),
                aliases=self._aliases.get(("partnership", row["pk"]), []),
                members=[self._institutions[i] for i in self._members.get(row["pk"], ())],
                departments=[self._departments[d] for d in self._links.get(row["pk"], ())],
                agreements=agreements.get(row["pk"], []),
                activities=activities.get(row["pk"], []),
            )
            for row in self._rows("partnership", "pk")
        ]

    def _activities(self) -> dict[int, list[model.Activity]]:
        figures = self._lists("activity_figure", "activity", "count, of")
        departments = self._lists("activity_department", "activity", "department")
        others = self._lists("activity_other", "activity", "name")
        found: dict[int, list[model.Activity]] = {}
        for row in self._rows("activity", "pk"):
            pk = row["pk"]
            activity = model.Activity(
                **_without(row, "pk", "partnership", "planned", "first_day", "last_day"),
                planned=bool(row["planned"]),
                figures=_figures(figures.get(pk, ())),
                departments=[self._departments[d] for d in departments.get(pk, ())],
                others=others.get(pk, []),
            )
            found.setdefault(row["partnership"], []).append(activity)
        return found


def _figures(pairs: Iterable[tuple[str, str]]) -> list[model.Figure]:
    return [model.Figure(count=count, of=of) for count, of in pairs]


def _without(row: dict[str, Any], *columns: str) -> dict[str, Any]:
    return {column: value for column, value in row.items() if column not in columns}
