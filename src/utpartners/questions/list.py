"""``list``: the partnerships, all of them or those that pass filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import WIDEST, Brief, Column, Table, View
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
from .ended import count_left_out, left_out
from .heading import country_names, id_in, partnerships_counted, statuses_in_order, step
from .multi_home import catalogue_as_of, catalogue_title, with_home
from .record_names import namers
from .vocabularies import status_names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..answers import Facts
    from ..store.store import Store
    from .selection import Selection

_FIELDS = (
    *table_columns(
        "p",
        Column("id", is_id=True),
        Column("name", heading="Partnership"),
        Column("abbreviation"),
        Column("status", means="status"),
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
    View("Country", (("{country_names}",),)),
    View("Departments", (("{departments}",), ("{collaboration}",))),
    View("Act.", (("{activities}",),), "right"),
)

_ID = View("", (("{id}",),), is_id=True)
_COUNTRY = View("Country", (("{country_names}",),), is_shared=True)

_BRIEF = (
    _ID,
    View("", (("{name}",),), widths=(0, 120)),
    View("", (("{name}", " ({abbreviation})"),), widths=(120, WIDEST)),
    _COUNTRY,
    View(
        "Depts",
        (("{linked|–}",),),
        "right",
        unit="{value} departments",
        unit_of_one="{value} department",
        widths=(0, 100),
    ),
    View("Departments", (("{departments|–}",),), is_elided=True, widths=(100, WIDEST)),
    View(
        "Acts",
        (("{activities}",),),
        "right",
        unit="{value} activities",
        unit_of_one="{value} activity",
    ),
)

_OF_DEPARTMENTS = (
    _ID,
    View("", (("{name}",),), widths=(0, 120)),
    View("", (("{name}", " ({abbreviation})"),), widths=(120, WIDEST)),
    _COUNTRY,
    View("Other depts", (("{other_departments}",),), is_elided=True, unit="with {value}"),
)
"""The same where the departments that were asked for are the same in every row."""

_PARTNERSHIPS = """
SELECT {fields} FROM partnership p WHERE {where} ORDER BY p.pk
"""

_KEYS = "SELECT p.pk FROM partnership p WHERE {where} ORDER BY p.pk"

_UNDATED = "SELECT count(*) FROM partnership p WHERE p.since IS NULL AND {where}"


def partnerships(
    store: Store, selection: Selection, title: str | None = None, asked: Sequence[str] = ()
) -> Table:
    """Return the partnerships of a selection in the order of the catalogue.

    ``asked`` are the codes of departments that take part in all of them.
    """
    fields, view = with_home(store, _FIELDS, _VIEW)
    _, brief = with_home(store, _FIELDS, _OF_DEPARTMENTS if asked else _BRIEF)
    return Table(
        columns_of(fields),
        read(store, fields, _PARTNERSHIPS, selection.values, where=selection.condition),
        title=selection.title(store, catalogue_title(store)) if title is None else title,
        subtitle=lambda: catalogue_as_of(store),
        view=view,
        section="status",
        footnotes=(*_undated(store, selection), *left_out(store, selection)),
        brief=Brief(brief, _facts(store, asked), instead={"countries": "country_names"}),
        names=namers(store, institutions="institution", departments="department"),
        counted=partnerships_counted(store, selection),
        order=statuses_in_order(store),
        next_steps=_steps(selection, asked),
        word_names=status_names(store),
    )


def _facts(store: Store, asked: Sequence[str]) -> Callable[[Facts], Facts]:
    """Return what gives the facts that people see of a partnership besides its columns."""
    named = country_names(store)

    def facts(row: Facts) -> Facts:
        departments = row["departments"]
        return {
            "country_names": named(row["countries"]),
            "linked": len(departments) or None,
            "other_departments": [code for code in departments if code not in asked],
        }

    return facts


def _steps(selection: Selection, asked: Sequence[str]) -> Callable[[Facts], list[str]]:
    """Return what gives the commands that are proposed below the partnerships."""

    def steps(row: Facts) -> list[str]:
        if not row:
            return ["list"]
        shown = step("show", id_in(row))
        if asked:
            return [shown, step("timeline", *(word for code in asked for word in ("--dept", code)))]
        return [shown, "list" if selection.is_filtered else "list -l", "depts"]

    return steps


def keys(store: Store, selection: Selection) -> set[int] | None:
    """Return the keys of the partnerships of a selection; None where it leaves nothing out."""
    if not selection.is_filtered and not (
        selection.leaves_out_ended and count_left_out(store, selection)
    ):
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
