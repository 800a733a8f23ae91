"""``people``: who is responsible for which partnerships and agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Brief, Column, Table, View
from ..i18n import translated
from ..time_words import short_time
from .columns import SqlColumn, columns_of, list_of, names_of, read, table_columns
from .heading import step
from .multi_home import with_home
from .record_names import namers
from .selection import EVERYTHING

if TYPE_CHECKING:
    from ..answers import Facts
    from ..store.store import Store
    from .selection import Selection

FIELDS = (
    *table_columns("h", Column("id", is_id=True), Column("name")),
    SqlColumn(Column("names", "names"), names_of("person", "h")),
    *table_columns("h", Column("role"), Column("email", heading="E-mail")),
    SqlColumn(Column("department"), "(SELECT d.code FROM department d WHERE d.pk = h.department)"),
    *table_columns("h", Column("until", means="time")),
    SqlColumn(
        Column("partnerships", "list"),
        list_of(
            "p.id",
            # Crossed and in this order, SQLite does not look for the person in all partnerships.
            """FROM partnership_coordinator b CROSS JOIN partnership p ON p.pk = b.partnership
            LEFT JOIN agreement a ON a.pk = NULL
            WHERE b.person = h.pk AND {where} ORDER BY b.partnership""",
        ),
    ),
    SqlColumn(
        Column("agreements", "list"),
        list_of(
            "p.id || ': ' || coalesce(a.title, a.kind)",
            """FROM agreement_person b JOIN agreement a ON a.pk = b.agreement
            JOIN partnership p ON p.pk = a.partnership
            WHERE b.person = h.pk AND {where} ORDER BY p.pk, a.pk""",
        ),
    ),
)

_VIEW = (
    View("Person", (("{name}",), ("{role}", " · {department}"), ("{email}",), ("until {until}",))),
    View("Partnerships", (("{partnerships}",),)),
    View("Agreements", (("{agreements}",),)),
)

_BRIEF = (
    View("", (("{name}",),)),
    View("Role", (("{role}",),)),
    View("Department", (("{department}",),), is_shared=True),
    View("E-mail", (("{email}",),)),
    View("Partnerships", (("{partnerships}",),), is_elided=True),
    View(
        "Agreements",
        (("{number_of_agreements}",),),
        "right",
        unit="{value} agreements",
        unit_of_one="{value} agreement",
    ),
    View("Until", (("{until_when}",),), unit="until {value}"),
)

# A condition is on a person together with one thing that the person is responsible for, or with
# nothing: who is of a department need not be responsible for anything.
# What is nothing is joined by a key that is NULL: with ON FALSE, SQLite reads the whole table.
_PEOPLE = """
SELECT {fields} FROM person h
WHERE NOT :filtered
  OR EXISTS (SELECT 1 FROM partnership_coordinator b
    JOIN partnership p ON p.pk = b.partnership LEFT JOIN agreement a ON a.pk = NULL
    WHERE b.person = h.pk AND {where})
  OR EXISTS (SELECT 1 FROM agreement_person b JOIN agreement a ON a.pk = b.agreement
    JOIN partnership p ON p.pk = a.partnership WHERE b.person = h.pk AND {where})
  OR EXISTS (SELECT 1 FROM (SELECT NULL) LEFT JOIN partnership p ON p.pk = NULL
    LEFT JOIN agreement a ON a.pk = NULL WHERE {where})
ORDER BY h.pk
"""


def people(store: Store, selection: Selection = EVERYTHING) -> Table:
    """Return the people of a catalogue, or those responsible for what passes the filters."""
    fields, view = with_home(store, FIELDS, _VIEW, "h")
    _, brief = with_home(store, FIELDS, _BRIEF, "h")
    bound = {**selection.values, "filtered": selection.is_filtered}
    return Table(
        columns_of(fields),
        read(store, fields, _PEOPLE, bound, where=selection.condition),
        title=selection.title(store, translated("People")),
        view=view,
        brief=Brief(brief, _facts),
        names=namers(store, department="department", partnerships="partnership"),
        counted=lambda: _counted(store, selection),
        next_steps=_steps,
    )


def _facts(row: Facts) -> Facts:
    """Return what people see of a person besides the columns."""
    return {
        "number_of_agreements": len(row["agreements"]) or None,
        "until_when": short_time(row["until"]) if row["until"] else "",
    }


def _counted(store: Store, selection: Selection) -> str:
    bound = {**selection.values, "filtered": selection.is_filtered}
    sql = _PEOPLE.format(fields="h.pk", where=selection.condition)
    (count,) = store.one(f"SELECT count(*) FROM ({sql})", bound) or (0,)  # noqa: S608
    (total,) = store.one("SELECT count(*) FROM person") or (0,)
    if count != total:
        one, several = (
            translated("{count} of {total} person"),
            translated("{count} of {total} people"),
        )
        return (one if total == 1 else several).format(count=f"{count:,}", total=f"{total:,}")
    one, several = translated("{count} person"), translated("{count} people")
    return (one if count == 1 else several).format(count=f"{count:,}")


def _steps(row: Facts) -> list[str]:
    if not row:
        return [step("help", "people")]
    home = f"{row['home']}/" if "home" in row else ""
    shown = [step("show", f"{home}{one}") for one in row["partnerships"][:1]]
    return ["people -l", *shown]
