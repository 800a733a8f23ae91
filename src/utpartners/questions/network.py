"""``export --picture network``: how departments, partnerships and institutions are linked."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ..answers import Column, Network, Table
from ..i18n import translated
from .ended import left_out
from .multi_home import id_of, name_of, source_line
from .selection import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Row
    from ..store.store import Store
    from .selection import Selection

NODES = (
    Column("id", is_id=True),
    Column("kind"),
    Column("label"),
    Column("abbreviation"),
    Column("status"),
    Column("since"),
    Column("activities", "number"),
    Column("department_kind"),
    Column("country"),
    Column("country_name"),
    Column("city"),
    Column("latitude", "number", is_whole=False),
    Column("longitude", "number", is_whole=False),
    Column("website"),
    Column("ror", heading="ROR"),
)

LINKS = (Column("source"), Column("target"), Column("kind"))

# These statements are plainer by hand: a kind of node has few of the columns, and NULL for others.
# A test compares the names in each with the columns above.
_WANTED = "WITH wanted (pk) AS (SELECT p.pk FROM partnership p WHERE {where})\n"

_DEPARTMENTS = """
SELECT 'department/' || {department} AS id, 'department' AS kind, {department_name} AS label,
  d.code AS abbreviation, NULL AS status, NULL AS since, NULL AS activities,
  d.kind AS department_kind, NULL AS country, NULL AS country_name, NULL AS city,
  NULL AS latitude, NULL AS longitude, d.website, d.ror
FROM department d
WHERE NOT :filtered
  OR d.pk IN (SELECT department FROM link WHERE partnership IN wanted)
  OR d.pk IN (SELECT coordinator FROM partnership WHERE pk IN wanted)
ORDER BY d.pk
"""

_PARTNERSHIPS = """
SELECT 'partnership/' || {partnership} AS id, 'partnership' AS kind, {partnership_name} AS label,
  p.abbreviation, p.status, p.since,
  (SELECT count(*) FROM activity a WHERE a.partnership = p.pk) AS activities,
  NULL AS department_kind, NULL AS country, NULL AS country_name, NULL AS city,
  NULL AS latitude, NULL AS longitude, NULL AS website, NULL AS ror
FROM partnership p WHERE p.pk IN wanted ORDER BY p.pk
"""

_INSTITUTIONS = """
SELECT 'institution/' || i.id AS id, 'institution' AS kind, i.name AS label, i.abbreviation,
  NULL AS status, NULL AS since, NULL AS activities, NULL AS department_kind,
  i.country, c.name AS country_name, i.city, i.latitude, i.longitude, i.website, i.ror
FROM institution i LEFT JOIN country c ON c.code = i.country
WHERE i.pk IN (SELECT institution FROM member WHERE partnership IN wanted) ORDER BY i.pk
"""

# A coordinator need not be among the departments of the partnership; position -1 lists it first.
_WORKS_WITH = """
SELECT 'department/' || {department} AS source, 'partnership/' || {partnership} AS target,
  CASE WHEN d.pk IS p.coordinator THEN 'coordinates' ELSE 'works with' END AS kind
FROM (
  SELECT partnership, position, department FROM link WHERE partnership IN wanted
  UNION ALL SELECT pk, -1, coordinator FROM partnership
    WHERE pk IN wanted AND coordinator IS NOT NULL AND coordinator NOT IN (
      SELECT department FROM link WHERE link.partnership = partnership.pk)) l
JOIN department d ON d.pk = l.department JOIN partnership p ON p.pk = l.partnership
ORDER BY p.pk, l.position
"""

_MEMBERS = """
SELECT 'partnership/' || {partnership} AS source, 'institution/' || i.id AS target,
  'member' AS kind
FROM member m JOIN partnership p ON p.pk = m.partnership JOIN institution i ON i.pk = m.institution
WHERE p.pk IN wanted ORDER BY p.pk, m.position
"""


def network(store: Store, selection: Selection = EVERYTHING) -> Table:
    """Return the links of the partnerships of a selection, each with its kind.

    A department ``works with`` a partnership, or ``coordinates`` it too; an institution is a
    ``member``. What is linked is in the shape of the table. Ids tell the kinds apart:
    ``department/gs-eng``. Without filters, departments that have no partnership are there as well.
    """
    bound = {**selection.values, "filtered": selection.is_filtered}
    parts = {
        "where": selection.condition,
        "department": id_of(store, "d"),
        "department_name": name_of(store, "d"),
        "partnership": id_of(store, "p"),
        "partnership_name": name_of(store, "p"),
    }

    def rows(*queries: str) -> Iterator[Row]:
        asked = ((_WANTED + query).format(**parts) for query in queries)
        return chain.from_iterable(store.rows(sql, bound) for sql in asked)

    # chain() runs a statement when the rows of the one before are read: none is kept in memory.
    nodes = Table(NODES, rows(_DEPARTMENTS, _PARTNERSHIPS, _INSTITUTIONS))
    return Table(
        LINKS,
        rows(_WORKS_WITH, _MEMBERS),
        title=selection.title(
            store, translated("Departments, partnerships and their institutions")
        ),
        shape=Network(nodes, source_line(store)),
        footnotes=left_out(store, selection),
    )
