"""``show`` for an institution that is a partner of several homes: who of them works with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Card, Column, View
from ..i18n import translated
from .columns import (
    ACTIVITIES,
    DEPARTMENTS,
    SqlColumn,
    columns_of,
    names_of,
    read,
    records_of,
    table_columns,
)
from .vocabularies import status_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..store.store import Store

_PARTNERSHIP_VIEW = (
    View("Id", (("{home}/", "{id}"),), is_id=True),
    View("Partnership", (("{home_name}",), ("{name}", " ({abbreviation})"), ("since {since}",))),
    View("Status", (("{status}",),)),
    View("Departments", (("{departments}",), ("{collaboration}",))),
    View("Act.", (("{activities}",),), "right"),
)

_PARTNERSHIPS = records_of(
    "partnerships",
    (
        *table_columns("k", Column("home")),
        SqlColumn(Column("home_name"), "coalesce(h.name, k.home)"),
        *table_columns(
            "p",
            Column("id", is_id=True),
            Column("name"),
            Column("abbreviation"),
            Column("status", means="status"),
            Column("since", means="time"),
        ),
        DEPARTMENTS,
        ACTIVITIES,
        *table_columns("p", Column("collaboration")),
    ),
    """FROM partnership p JOIN main.catalogue k ON k.pk = p.catalogue
    LEFT JOIN institution h ON h.id = k.home
    WHERE p.pk IN (SELECT value FROM json_each(:partnerships)) ORDER BY p.pk""",
    view=_PARTNERSHIP_VIEW,
)

_FIELDS = (
    *table_columns("i", Column("id", is_id=True), Column("name"), Column("abbreviation")),
    SqlColumn(Column("names", "names", heading="Other names"), names_of("institution", "i")),
    *table_columns("i", Column("country")),
    SqlColumn(Column("country_name", heading="Country name"), "c.name"),
    *table_columns(
        "i",
        Column("city"),
        Column("latitude", "number", is_whole=False),
        Column("longitude", "number", is_whole=False),
        Column("website"),
        Column("ror", heading="ROR"),
    ),
    _PARTNERSHIPS,
)

_PARTNER = """
SELECT {fields} FROM institution i JOIN country c ON c.code = i.country WHERE i.pk = :institution
"""

_SHARED = """
SELECT m.institution FROM member m
JOIN main.partnership p ON p.pk = m.partnership JOIN main.catalogue c ON c.pk = p.catalogue
WHERE p.pk IN (SELECT value FROM json_each(:partnerships)) AND (
  NOT json_array_length(:named) OR m.institution IN (SELECT value FROM json_each(:named)))
GROUP BY m.institution
HAVING count(*) = json_array_length(:partnerships) AND count(DISTINCT c.home) > 1
"""


def shared_institution(
    store: Store, partnerships: Sequence[int], named: Sequence[int]
) -> int | None:
    """Return the key of the one institution with which several homes have these partnerships.

    None where there is no such institution, or more than one. ``named`` are the keys of the
    institutions that were asked for, if any was.
    """
    bound = {"partnerships": list(partnerships), "named": list(named)}
    found = [institution for (institution,) in store.rows(_SHARED, bound)]
    return found[0] if len(found) == 1 else None


def partner(store: Store, institution: int, partnerships: Sequence[int]) -> Card:
    """Return an institution with its partnerships with several homes, all given by key."""
    bound = {"institution": institution, "partnerships": list(partnerships)}
    columns = columns_of(_FIELDS)
    (row,) = read(store, _FIELDS, _PARTNER, bound)
    value = dict(zip((column.key for column in columns), row, strict=True))
    # Home and id are the first and third field of a partnership; any of them serves as example.
    (home, _, id, *_), *_ = value["partnerships"]
    whole = translated("{command} shows one of them in full.")
    return Card(
        columns,
        row,
        title=str(value["name"]),
        subtitle=str(value["country_name"]),
        hidden=("name", "country", "country_name"),
        footnotes=(whole.format(command=f"'utpartners show {home}/{id}'"),),
        word_names=status_names(store),
    )
