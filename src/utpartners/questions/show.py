"""``show``: everything about one partnership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Card, Column, View
from .activity import ACTIVITY, ACTIVITY_LINES, IN_ORDER_OF_TIME
from .agreement import AGREEMENT, DETAILS, NOTES, STATE_OF_IT, clock, state_said
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
from .heading import country_names
from .multi_home import with_home
from .partnership_names import resolve_partnerships
from .record_names import namers
from .selection import EVERYTHING
from .show_brief import brief, steps
from .show_selected import left_out
from .vocabularies import status_names, status_words

if TYPE_CHECKING:
    from ..answers import Names
    from ..store.store import Store
    from .selection import Selection

_INSTITUTION_VIEW = (
    View("Id", (("{id}",),), is_id=True),
    View(
        "Institution",
        (
            ("{name}",),
            ("{names}",),
            ("{city}", ", {country_name}", " ({country})", " · {latitude}", ", {longitude}"),
            ("{website}", " · {ror}"),
        ),
    ),
)

_DEPARTMENT_VIEW = (
    View("Code", (("{code}",),), is_id=True),
    View("Department", (("{name}",), ("{names}",))),
)

_AGREEMENT_VIEW = (
    View("Kind", (("{kind}",), ("{title}",))),
    View("Signed", (("{signed}",),)),
    View("Ends", (("{ends}",),)),
    View("State", (("{state}",), ("{days_left} days left",))),
    View(
        "Details",
        (
            ("starts {starts}", " · ended {ended}"),
            ("term: {term}", " · renews: {renews}", " · notice: {notice}"),
            ("{places_out} places for students out", " · {places_in} in"),
            ("{departments}",),
            ("{people}",),
            ("{document}",),
            ("{note}",),
            ("{evidence}",),
        ),
    ),
)

_ACTIVITY_VIEW = (
    View("When", (("{when}", " ({calendar} year)"), ("phase {phase}",), ("{planned}",))),
    View("Activity", ACTIVITY_LINES),
)

_AGREEMENTS = records_of(
    "agreements",
    (*AGREEMENT, *NOTES, STATE_OF_IT, *DETAILS),
    "FROM agreement a WHERE a.partnership = p.pk ORDER BY a.pk",
    view=_AGREEMENT_VIEW,
)

_INSTITUTIONS = records_of(
    "institutions",
    (
        *table_columns("i", Column("id", is_id=True), Column("name", heading="Institution")),
        SqlColumn(Column("names", "names"), names_of("institution", "i")),
        *table_columns(
            "i",
            Column("country", heading="Country code"),
            Column("city"),
            Column("latitude", "number", is_whole=False),
            Column("longitude", "number", is_whole=False),
            Column("website"),
            Column("ror", heading="ROR"),
        ),
        SqlColumn(Column("country_name", heading="Country"), "c.name"),
    ),
    """FROM member m JOIN institution i ON i.pk = m.institution JOIN country c ON c.code = i.country
    WHERE m.partnership = p.pk ORDER BY m.position""",
    view=_INSTITUTION_VIEW,
)

_DEPARTMENTS = records_of(
    "departments",
    (
        *table_columns(
            "d",
            Column("code", is_id=True),
            Column("id", is_id=True),
            Column("name", heading="Department"),
        ),
        SqlColumn(Column("names", "names"), names_of("department", "d")),
    ),
    """FROM link l JOIN department d ON d.pk = l.department
    WHERE l.partnership = p.pk ORDER BY l.position""",
    view=_DEPARTMENT_VIEW,
    instead="collaboration",
)

_SOURCES = list_of(
    "source",
    """FROM (SELECT source FROM agreement WHERE partnership = p.pk
      UNION SELECT source FROM activity WHERE partnership = p.pk)
    WHERE source IS NOT NULL AND source IS NOT p.source ORDER BY source""",
)
"""What the records of a partnership were made from, besides what it was made from itself."""

_FIELDS = (
    *table_columns("p", Column("id", is_id=True), Column("name"), Column("abbreviation")),
    SqlColumn(Column("names", "names", heading="Other names"), names_of("partnership", "p")),
    *table_columns("p", Column("status", means="status")),
    COUNTRIES,
    *table_columns("p", Column("since", means="time"), Column("note")),
    _AGREEMENTS,
    _INSTITUTIONS,
    _DEPARTMENTS,
    records_of(
        "activities",
        ACTIVITY,
        f"""FROM activity a WHERE a.partnership = p.pk AND {{activities}}
        ORDER BY {IN_ORDER_OF_TIME}""",
        view=_ACTIVITY_VIEW,
    ),
    *table_columns("p", Column("collaboration", heading="Joint programme")),
    SqlColumn(
        Column("coordinator"), "(SELECT d.code FROM department d WHERE d.pk = p.coordinator)"
    ),
    SqlColumn(Column("aliases", "list", heading="Also"), aliases_of("partnership", "p")),
    *table_columns("p", Column("source", means="named")),
    SqlColumn(Column("sources", "list", heading="Further sources", means="named"), _SOURCES),
    *table_columns("p", Column("until", means="time")),
    SqlColumn(
        Column("coordinators", "list", heading="Coordinated by"),
        list_of(
            "h.name || coalesce(' (' || h.role || ')', '')",
            """FROM partnership_coordinator b JOIN person h ON h.pk = b.person
            WHERE b.partnership = p.pk ORDER BY b.position""",
        ),
    ),
)

_SHOW = "SELECT {fields} FROM partnership p WHERE p.pk = :partnership"

_INSTITUTION_ID = "SELECT id FROM institution WHERE pk = :institution"


def show(store: Store, name: str, selection: Selection = EVERYTHING) -> Card:
    """Return the partnership that a name means, or the one that the named member is in.

    Where several homes have one with the same institution, return that institution with all of
    them. A selection of activities leaves out other activities, and other partnerships of the
    name. Raises NotFound or Ambiguous.
    """
    partnerships, institution = resolve_partnerships(store, name, selection)
    if len(partnerships) > 1 and institution is not None:
        from .partner import partner

        return partner(store, institution, partnerships)
    return card(store, partnerships[0], institution, selection)


def card(
    store: Store,
    partnership: int,
    member: int | None = None,
    selection: Selection = EVERYTHING,
) -> Card:
    """Return the partnership with a key, with the activities of a selection.

    ``member`` is the key of the institution to be marked.
    """
    fields, _ = with_home(store, _FIELDS)
    columns = columns_of(fields)
    bound = {**selection.values, "partnership": partnership, **clock(store)}
    (row,) = read(store, fields, _SHOW, bound, activities=selection.activity_condition)
    value = dict(zip((column.key for column in columns), row, strict=True))
    abbreviation = f" ({value['abbreviation']})" if value["abbreviation"] else ""
    marked = _marked(store, member)
    said_status = status_words(store)(str(value["status"]))
    return Card(
        columns,
        row,
        title=f"{value['name']}{abbreviation}",
        subtitle=said_status,
        hidden=("name", "abbreviation", "status", "countries"),
        marked=marked,
        footnotes=left_out(store, partnership, selection, len(value["activities"])),
        brief=lambda facts: brief(store, facts, marked and marked[1]),
        next_steps=steps,
        word_names=status_names(store),
        names=_names(store, str(value.get("home", ""))),
    )


def _names(store: Store, home: str) -> Names:
    """Return what gives the names of what a partnership of a home refers to."""
    columns = ("coordinator", "agreements.departments", "activities.departments")
    kinds = dict.fromkeys(columns, "department") | {"activities.partnership": "partnership"}
    named = country_names(store)
    countries = {"countries": lambda row: named(row["countries"]), "agreements.state": state_said}
    return {**namers(store, home, **kinds), **countries}


def _marked(store: Store, member: int | None) -> tuple[str, str] | None:
    if member is None:
        return None
    row = store.one(_INSTITUTION_ID, {"institution": member})
    return ("institutions", str(row[0])) if row else None
