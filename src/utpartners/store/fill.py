"""Writes the records of a catalogue into the tables of a database."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Any, TypeVar

from .. import edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .. import model

    Named = (
        model.Institution | model.Department | model.Partnership | model.Country | model.Initiative
    )
    Item = TypeVar("Item")
    Rows = list[tuple[Any, ...]]

_SCHEMA = os.path.join(os.path.dirname(__file__), "schema.sql")


class InconsistentError(Exception):
    """The records do not fit together: a duplicate, a dangling reference, an impossible time."""


def schema() -> str:
    """The statements that make the tables."""
    with open(_SCHEMA, encoding="utf-8") as file:
        return file.read()


def build(catalogue: model.Catalogue, connection: sqlite3.Connection) -> None:
    """Make the tables and fill them, in one transaction.

    Raises InconsistentError where the records do not fit together; the checks say how.
    """
    connection.executescript(schema())
    try:
        with connection:
            _Builder(connection).write(catalogue)
    except (sqlite3.IntegrityError, KeyError, ValueError) as error:
        raise InconsistentError(str(error)) from error


class _Builder:
    """Gives every record its key and collects the rows of each table, then inserts them at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._catalogue = 1
        self._rows: dict[str, Rows] = {}

    def write(self, catalogue: model.Catalogue) -> None:
        self._about(catalogue.about)
        self._phases(catalogue.phases)
        self._initiatives(catalogue.initiatives)
        self._countries(catalogue.countries)
        institutions = self._institutions(catalogue.institutions)
        institutions[catalogue.about.home]
        departments = self._departments(catalogue.departments)
        self._partnerships(catalogue.partnerships, institutions, departments)
        self._activities(catalogue, departments)
        for table, rows in self._rows.items():
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608

    def _add(self, table: str, *values: Any) -> None:
        self._rows.setdefault(table, []).append(values)

    def _list(self, table: str, owner: tuple[Any, ...], items: Iterable[tuple[Any, ...]]) -> None:
        for position, item in enumerate(items):
            self._add(table, *owner, position, *item)

    def _texts(self, kind: str, pk: int, record: Named) -> None:
        self._list("translation", (kind, pk), record.names.items())
        self._list("alias", (kind, pk), ((text,) for text in getattr(record, "aliases", ())))
        self._list("evidence", (kind, pk), ((text,) for text in getattr(record, "evidence", ())))

    def _about(self, about: model.About) -> None:
        one = self._catalogue
        self._add("catalogue", one, about.title, about.home, about.language, about.about)
        self._list("aim", (one,), ((text,) for text in about.aims))
        self._list("note", (one,), ((text,) for text in about.notes))
        self._list("source", (one,), ((s.title, s.publisher, s.url) for s in about.sources))

    def _phases(self, phases: Sequence[model.Phase]) -> None:
        for p in phases:
            self._add("phase", self._catalogue, p.number, p.first, p.last, p.purpose)

    def _initiatives(self, initiatives: Sequence[model.Initiative]) -> None:
        for pk, i in enumerate(initiatives, 1):
            if i.when is not None:
                edtf.bounds(i.when)
            self._add(
                "initiative", pk, self._catalogue, i.id, i.name, i.abbreviation, i.when,
                i.frequency, i.organiser, i.project, i.website, i.summary, i.source,
            )  # fmt: skip
            self._texts("initiative", pk, i)
            self._list("initiative_figure", (pk,), ((f.count, f.of) for f in i.figures))

    def _countries(self, countries: Sequence[model.Country]) -> None:
        for pk, c in enumerate(countries, 1):
            self._add("country", pk, c.code, c.name)
            self._texts("country", pk, c)

    def _institutions(self, institutions: Sequence[model.Institution]) -> dict[str, int]:
        for pk, i in enumerate(institutions, 1):
            self._add(
                "institution", pk, i.id, i.name, i.abbreviation, i.country, i.city,
                i.latitude, i.longitude, i.placement, i.website, i.ror,
            )  # fmt: skip
            self._texts("institution", pk, i)
        return {i.id: pk for pk, i in enumerate(institutions, 1)}

    def _departments(self, departments: Sequence[model.Department]) -> dict[str, int]:
        for pk, d in enumerate(departments, 1):
            self._add(
                "department", pk, self._catalogue, d.code, d.id, d.name, d.kind, d.website, d.ror
            )
            self._texts("department", pk, d)
        return {d.id: pk for pk, d in enumerate(departments, 1)}

    def _partnerships(
        self,
        partnerships: Sequence[model.Partnership],
        institutions: dict[str, int],
        departments: dict[str, int],
    ) -> None:
        for pk, p in enumerate(partnerships, 1):
            coordinator = departments[p.coordinator] if p.coordinator else None
            _days(p.since)
            self._add(
                "partnership", pk, self._catalogue, p.id, p.name, p.abbreviation, p.status,
                p.collaboration, coordinator, p.since, p.note, p.source,
            )  # fmt: skip
            self._texts("partnership", pk, p)
            self._list("member", (pk,), ((institutions[id],) for id in p.members))
            self._list("link", (pk,), ((departments[id],) for id in p.departments))
            for a in p.agreements:
                _days(a.signed), _days(a.ends)
            self._list(
                "agreement",
                (pk,),
                ((a.kind, a.signed, a.ends, a.renews, a.note, a.source) for a in p.agreements),
            )

    def _activities(self, catalogue: model.Catalogue, departments: dict[str, int]) -> None:
        phases = {p.number: p for p in catalogue.phases}
        pk = 0
        for owner, partnership in enumerate(catalogue.partnerships, 1):
            for a in partnership.activities:
                pk += 1
                phase = phases[a.phase] if a.phase is not None else None
                self._add(
                    "activity", pk, owner, a.title, a.kind, a.when, a.calendar, a.phase,
                    a.frequency, int(a.planned), a.format, a.place, a.participants,
                    a.summary, a.source, *_extent(a, phase),
                )  # fmt: skip
                self._list("activity_figure", (pk,), ((f.count, f.of) for f in a.figures))
                self._list("activity_department", (pk,), ((departments[d],) for d in a.departments))
                self._list("activity_other", (pk,), ((name,) for name in a.others))


def _days(when: str | None, calendar: str | None = None) -> tuple[str | None, str | None]:
    return edtf.bounds(when, calendar) if when is not None else (None, None)


def _extent(activity: model.Activity, phase: model.Phase | None) -> tuple[str | None, str | None]:
    """First and last day of an activity; those of its phase where the source says no more."""
    if activity.when is not None or phase is None:
        return _days(activity.when, activity.calendar)
    last = edtf.LATEST if phase.last is None else f"{phase.last:04}-12-31"
    return f"{phase.first:04}-01-01", last
