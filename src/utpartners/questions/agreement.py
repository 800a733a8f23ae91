"""What several questions say of an agreement ``a`` of a partnership ``p``, on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import agreement_state
from ..answers import Column
from ..i18n import translated
from ..vocabulary import word
from .columns import SqlColumn, evidence_of, list_of, table_columns
from .conditions import is_replaced, state_on
from .days import define_state

if TYPE_CHECKING:
    from ..answers import Facts
    from ..store.store import Store

IS_REPLACED = is_replaced(":on")
STATE = state_on(":on", ":soon")

DAYS_LEFT = f"""CASE WHEN a.end_day BETWEEN :on AND '9999-12-30' AND NOT {IS_REPLACED}
  THEN CAST(julianday(a.end_day) - julianday(:on) AS INTEGER) END"""

PEOPLE = SqlColumn(
    Column("people", "list"),
    list_of(
        "h.name",
        """FROM agreement_person b JOIN person h ON h.pk = b.person
        WHERE b.agreement = a.pk ORDER BY b.position""",
    ),
)

STATE_OF_IT = SqlColumn(Column("state", means="word"), STATE)
NOTES = (
    *table_columns("a", Column("note")),
    *table_columns("a", Column("source", means="named")),
    SqlColumn(Column("evidence", "list"), evidence_of("agreement", "a.pk")),
)

AGREEMENT = table_columns(
    "a",
    Column("kind", means="word"),
    Column("signed", means="time"),
    Column("ends", means="time"),
    Column("renews", means="word"),
)
"""What a list and a card begin with."""

DETAILS = (
    *table_columns("a", Column("id", is_id=True), Column("title")),
    SqlColumn(
        Column("departments", "list"),
        list_of(
            "d.code",
            """FROM agreement_department b JOIN department d ON d.pk = b.department
            WHERE b.agreement = a.pk ORDER BY b.position""",
        ),
    ),
    *table_columns(
        "a",
        Column("starts", means="time"),
        Column("term", means="word"),
        Column("ended", means="time"),
        Column("notice"),
    ),
    SqlColumn(Column("days_left", "number"), DAYS_LEFT),
    *table_columns("a", Column("document")),
    PEOPLE,
    *(
        SqlColumn(
            Column(f"places_{way}", "number"),
            f'(SELECT b."{way}" FROM agreement_places b WHERE b.agreement = a.pk)',  # noqa: S608
        )
        for way in ("out", "in")
    ),
)
"""What they say further."""


def clock(store: Store, on: str | None = None) -> dict[str, Any]:
    """Return the values that the SQL above binds, for a day or today."""
    define_state(store)
    day = on or agreement_state.today()
    return {"on": day, "soon": agreement_state.soon(day)}


def state_said(row: Facts) -> str:
    """Return the state of an agreement for people, whom "unknown" would not tell what of it is.

    The state of the row may be in the language in use already.
    """
    unknown = (agreement_state.UNKNOWN, word(agreement_state.UNKNOWN))
    return translated("no end recorded") if row["state"] in unknown else word(row["state"])


def called(row: Facts) -> str:
    """Return kind and title of an agreement; a title that has the kind in it says both."""
    kind, title = row["kind"], row["title"]
    if not title:
        return str(kind)
    return str(title) if str(kind).casefold() in title.casefold() else f"{kind} · {title}"
