"""``export --picture map``: where the institutions of the partnerships are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column, Map, Table
from ..i18n import translated
from .columns import SqlColumn, columns_of, list_of, read, table_columns
from .ended import left_out
from .multi_home import id_of, source_line
from .selection import EVERYTHING
from .vocabularies import RANK, status_names, statuses

if TYPE_CHECKING:
    from ..store.store import Store
    from .selection import Selection

_FIELDS = (
    *table_columns(
        "i",
        Column("id", is_id=True),
        Column("name", heading="Institution"),
        Column("abbreviation"),
        Column("country"),
    ),
    SqlColumn(Column("country_name"), "c.name"),
    *table_columns(
        "i",
        Column("city"),
        Column("latitude", "number", is_whole=False),
        Column("longitude", "number", is_whole=False),
    ),
    SqlColumn(Column("home", "boolean"), "i.id IN (SELECT home FROM catalogue)"),
    SqlColumn(
        Column("partnerships", "list"),
        list_of("id", "FROM wanted WHERE institution = i.pk ORDER BY pk"),
    ),
    SqlColumn(
        Column("statuses", "list", means="status"),
        list_of(
            "status",
            "FROM wanted WHERE institution = i.pk GROUP BY status ORDER BY {rank}, min(pk)",
        ),
    ),
)

_INSTITUTIONS = """
WITH wanted (institution, pk, id, status) AS (
  SELECT m.institution, p.pk, {id}, p.status
  FROM member m JOIN partnership p ON p.pk = m.partnership WHERE {where})
SELECT {fields} FROM institution i LEFT JOIN country c ON c.code = i.country
WHERE i.pk IN (SELECT institution FROM wanted) OR i.id IN (SELECT home FROM catalogue)
ORDER BY i.pk
"""


def institutions_map(store: Store, selection: Selection = EVERYTHING) -> Table:
    """Return the institutions of the partnerships of a selection, and the home institutions.

    Latitude and longitude are in degrees (WGS 84); None where the catalogue does not know them.
    """
    rank = RANK.format(status="status")
    parts = {"id": id_of(store, "p"), "where": selection.condition, "rank": rank}
    return Table(
        columns_of(_FIELDS),
        read(store, _FIELDS, _INSTITUTIONS, selection.values, **parts),
        title=selection.title(store, translated("Locations of the partner institutions")),
        shape=Map(statuses(store), source_line(store)),
        footnotes=left_out(store, selection),
        word_names=status_names(store),
    )
