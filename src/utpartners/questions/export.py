"""``export --table``: the tables of a catalogue as flat rows, whole or filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..answers import Column, Table
from ..errors import UsageError
from ..i18n import translated
from .activity import ACTIVITY
from .agreement import clock
from .agreements import FIELDS as AGREEMENTS
from .columns import (
    COUNTRIES,
    SqlColumn,
    aliases_of,
    columns_of,
    list_of,
    names_of,
    read,
    records_of,
    table_columns,
)
from .list import partnerships
from .multi_home import id_of, with_home
from .people import people
from .selection import EVERYTHING
from .vocabularies import status_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Row
    from ..store.store import Store
    from .selection import Selection

TABLES = (
    "links",
    "partnerships",
    "institutions",
    "departments",
    "activities",
    "agreements",
    "people",
)

_PARTNERSHIP = (
    SqlColumn(Column("partnership_id"), "p.id"),
    SqlColumn(Column("partnership"), "p.name"),
    *table_columns("p", Column("status", means="status")),
    COUNTRIES,
)

_DEPARTMENT = (
    SqlColumn(Column("department_code"), "d.code"),
    SqlColumn(Column("department"), "d.name"),
)

# A list, not records: these rows are taken apart at once, so nothing has to make tuples of them.
_LINKED = SqlColumn(
    Column("departments", "list"),
    records_of(
        "departments",
        _DEPARTMENT,
        """FROM link l JOIN department d ON d.pk = l.department
        WHERE l.partnership = p.pk ORDER BY l.position""",
    ).sql,
)


class _Asked(NamedTuple):
    fields: tuple[SqlColumn, ...]
    sql: str
    owner: str | None
    """What the statement calls the record that belongs to a home; None where none does."""


_TABLES = {
    # Institutions belong to no home: catalogues share them.
    "institutions": _Asked(
        (
            *table_columns(
                "i",
                Column("id", is_id=True),
                Column("name", heading="Institution"),
                Column("abbreviation"),
            ),
            SqlColumn(Column("names", "names"), names_of("institution", "i")),
            SqlColumn(Column("aliases", "list"), aliases_of("institution", "i")),
            *table_columns("i", Column("country")),
            SqlColumn(Column("country_name"), "c.name"),
            *table_columns(
                "i",
                Column("city"),
                Column("latitude", "number", is_whole=False),
                Column("longitude", "number", is_whole=False),
                Column("placement"),
                Column("website"),
                Column("ror", heading="ROR"),
            ),
            SqlColumn(
                Column("partnerships", "list"),
                list_of(
                    "{id}",
                    """FROM member m JOIN partnership p ON p.pk = m.partnership
                    WHERE m.institution = i.pk AND {where} ORDER BY p.pk""",
                ),
            ),
        ),
        """
        SELECT {fields} FROM institution i JOIN country c ON c.code = i.country
        WHERE i.pk IN (SELECT m.institution FROM member m
          JOIN partnership p ON p.pk = m.partnership WHERE {where})
        ORDER BY i.pk
        """,
        None,
    ),
    "departments": _Asked(
        (
            *table_columns(
                "d",
                Column("code", is_id=True),
                Column("id", is_id=True),
                Column("name", heading="Department"),
            ),
            SqlColumn(Column("names", "names"), names_of("department", "d")),
            SqlColumn(Column("aliases", "list"), aliases_of("department", "d")),
            *table_columns(
                "d", Column("kind", means="word"), Column("website"), Column("ror", heading="ROR")
            ),
            SqlColumn(
                Column("partnerships", "list"),
                list_of(
                    "p.id",
                    """FROM link l JOIN partnership p ON p.pk = l.partnership
                    WHERE l.department = d.pk AND {where} ORDER BY p.pk""",
                ),
            ),
        ),
        """
        SELECT {fields} FROM department d
        WHERE NOT :filtered OR d.pk IN (SELECT l.department FROM link l
          JOIN partnership p ON p.pk = l.partnership WHERE {where})
        ORDER BY d.pk
        """,
        "d",
    ),
    "activities": _Asked(
        ACTIVITY,
        """
        SELECT {fields} FROM activity a JOIN partnership p ON p.pk = a.partnership
        WHERE {where} ORDER BY p.pk, a.pk
        """,
        "p",
    ),
    "agreements": _Asked(
        AGREEMENTS,
        """
        SELECT {fields} FROM agreement a JOIN partnership p ON p.pk = a.partnership
        WHERE {where} ORDER BY p.pk, a.pk
        """,
        "p",
    ),
}

_LINKS = "SELECT {fields} FROM partnership p WHERE {where} ORDER BY p.pk"


def export(store: Store, table: str = "links", selection: Selection = EVERYTHING) -> Table:
    """Return one of TABLES; only what belongs to the partnerships of a selection.

    ``links`` has a row for each department of a partnership, and one with an empty department for a
    partnership that has none.
    """
    if table == "partnerships":
        return partnerships(store, selection)
    if table == "people":
        return people(store, selection)
    if table not in TABLES:
        raise UsageError(
            translated("--table: there is no table {name}").format(name=f"'{table}'"),
            translated("Choose from: {values}.").format(values=", ".join(TABLES)),
        )
    title = translated(table.capitalize())
    if selection.is_filtered:
        title = translated("{title}: {selection}").format(
            title=title, selection=selection.described(store)
        )
    if table == "links":
        return _links(store, selection, title)
    asked = _TABLES[table]
    fields = asked.fields
    if asked.owner is not None:
        fields, _ = with_home(store, fields, record=asked.owner)
    bound = {**selection.values, **clock(store), "filtered": selection.is_filtered}
    parts = {"where": selection.condition, "id": id_of(store, "p")}
    rows = read(store, fields, asked.sql, bound, **parts)
    return Table(columns_of(fields), rows, title=title)


def _links(store: Store, selection: Selection, title: str) -> Table:
    fields, _ = with_home(store, _PARTNERSHIP)
    # One row for each partnership: the list of its countries is made once, not for each link.
    asked = (*fields, _LINKED)
    rows = read(store, asked, _LINKS, selection.values, where=selection.condition)
    columns = (*columns_of(fields), *columns_of(_DEPARTMENT))
    return Table(columns, _one_for_each(rows), title=title, word_names=status_names(store))


def _one_for_each(rows: Iterator[Row]) -> Iterator[Row]:
    for *partnership, departments in rows:
        for department in departments or [(None, None)]:
            yield (*partnership, *department)
