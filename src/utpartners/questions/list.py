"""``list``: the partnerships, all of them or those that pass filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column, Table, View
from ..i18n import translated
from .columns import (
    ACTIVITIES,
    COUNTRIES,
    DEPARTMENTS,
    SqlColumn,
    columns_of,
    list_of,
    read,
    table_columns,
)
from .multi_home import catalogue_as_of, catalogue_title, with_home

if TYPE_CHECKING:
    from ..store.store import Store
    from .selection import Selection

_FIELDS = (
    *table_columns(
        "p",
        Column("id", is_id=True),
        Column("name", heading="Partnership"),
        Column("abbreviation"),
        Column("status", means="word"),
    ),
    COUNTRIES,
    SqlColumn(
        Column("institutions", "list"),
        list_of(
            "i.id",
            """FROM member m JOIN institution i ON i.pk = m.institution
            WHERE m.partnership = p.pk ORDER BY m.position""",
        ),
    ),
    DEPARTMENTS,
    ACTIVITIES,
    *table_columns("p", Column("collaboration")),
)

_VIEW = (
    View("Id", (("{id}",),), is_id=True),
    View("Partnership", (("{name}", " ({abbreviation})"), ("{institutions}",))),
    View("Country", (("{countries}",),)),
    View("Departments", (("{departments}",), ("{collaboration}",))),
    View("Act.", (("{activities}",),), "right"),
)

_PARTNERSHIPS = """
SELECT {fields} FROM partnership p WHERE {where} ORDER BY p.pk
"""

_KEYS = "SELECT p.pk FROM partnership p WHERE {where} ORDER BY p.pk"

_UNDATED = "SELECT count(*) FROM partnership p WHERE p.since IS NULL AND {where}"


def partnerships(store: Store, selection: Selection, title: str | None = None) -> Table:
    """Return the partnerships of a selection in the order of the catalogue."""
    fields, view = with_home(store, _FIELDS, _VIEW)
    return Table(
        columns_of(fields),
        read(store, fields, _PARTNERSHIPS, selection.values, where=selection.condition),
        title=selection.title(store, catalogue_title(store)) if title is None else title,
        subtitle=catalogue_as_of(store),
        view=view,
        section="status",
        footnotes=_undated(store, selection),
    )


def keys(store: Store, selection: Selection) -> set[int] | None:
    """Return the keys of the partnerships of a selection; None where it leaves nothing out."""
    if not selection.is_filtered:
        return None
    sql = _KEYS.format(where=selection.condition)
    return {pk for (pk,) in store.rows(sql, selection.values)}


def _undated(store: Store, selection: Selection) -> tuple[str, ...]:
    """Return a footnote on what ``since`` leaves out as the catalogue does not say its year."""
    if selection.values.keys().isdisjoint(("since", "until")):
        return ()
    others = selection.without("since", "until")
    sql = _UNDATED.format(where=others.condition)
    (count,) = store.one(sql, others.values) or (0,)
    if not count:
        return ()
    one = translated("Not listed: {count} partnership with no start date recorded.")
    several = translated("Not listed: {count} partnerships with no start date recorded.")
    return ((one if count == 1 else several).format(count=count),)
