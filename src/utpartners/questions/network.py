"""The network of a catalogue: what departments, partnerships and institutions have in common."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ..answers import Column, Network, Table
from ..i18n import translated
from .list import Filters, where
from .multi_home import called, qualified, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Row
    from ..store.store import Store

NODE = (
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

LINK = (Column("source"), Column("target"), Column("kind"))

_WANTED = "WITH wanted (pk) AS (SELECT p.pk FROM partnership p WHERE {where})\n"

_DEPARTMENTS = """
SELECT 'department/' || {department}, 'department', {department_name}, d.code, NULL, NULL, NULL,
  d.kind, NULL, NULL, NULL, NULL, NULL, d.website, d.ror
FROM department d
WHERE NOT :filtered
  OR d.pk IN (SELECT department FROM link WHERE partnership IN wanted)
  OR d.pk IN (SELECT coordinator FROM partnership WHERE pk IN wanted)
ORDER BY d.pk
"""

_PARTNERSHIPS = """
SELECT 'partnership/' || {partnership}, 'partnership', {partnership_name}, p.abbreviation,
  p.status, p.since,
  (SELECT count(*) FROM activity a WHERE a.partnership = p.pk),
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM partnership p WHERE p.pk IN wanted ORDER BY p.pk
"""

_INSTITUTIONS = """
SELECT 'institution/' || i.id, 'institution', i.name, i.abbreviation, NULL, NULL, NULL, NULL,
  i.country, c.name, i.city, i.latitude, i.longitude, i.website, i.ror
FROM institution i LEFT JOIN country c ON c.code = i.country
WHERE i.pk IN (SELECT institution FROM member WHERE partnership IN wanted) ORDER BY i.pk
"""

_WORKS_WITH = """
SELECT 'department/' || {department}, 'partnership/' || {partnership},
  CASE WHEN d.pk IS p.coordinator THEN 'coordinates' ELSE 'works with' END
FROM (
  SELECT partnership, position, department FROM link WHERE partnership IN wanted
  UNION ALL SELECT pk, -1, coordinator FROM partnership
    WHERE pk IN wanted AND coordinator IS NOT NULL AND coordinator NOT IN (
      SELECT department FROM link WHERE link.partnership = partnership.pk)) l
JOIN department d ON d.pk = l.department JOIN partnership p ON p.pk = l.partnership
ORDER BY p.pk, l.position
"""

_MEMBERS = """
SELECT 'partnership/' || {partnership}, 'institution/' || i.id, 'member'
FROM member m JOIN partnership p ON p.pk = m.partnership JOIN institution i ON i.pk = m.institution
WHERE p.pk IN wanted ORDER BY p.pk, m.position
"""


def network(store: Store, filters: Filters = Filters()) -> Table:
    """The links of the partnerships that pass the filters, each with its kind.

    A department ``works with`` a partnership, or ``coordinates`` it too; an institution is a
    ``member``. What is linked is in the shape of the table. Ids tell the kinds apart:
    ``department/gs-eng``. Without filters, departments that have no partnership are there as well.
    """
    condition, bound = where(filters)
    bound["filtered"] = condition != "TRUE"

    terms = {
        "where": condition,
        "department": qualified(store, "d"),
        "department_name": called(store, "d"),
        "partnership": qualified(store, "p"),
        "partnership_name": called(store, "p"),
    }

    def rows(*queries: str) -> Iterator[Row]:
        asked = ((_WANTED + query).format(**terms) for query in queries)
        return chain.from_iterable(store.rows(sql, bound) for sql in asked)

    nodes = Table(NODE, rows(_DEPARTMENTS, _PARTNERSHIPS, _INSTITUTIONS))
    return Table(
        LINK,
        rows(_WORKS_WITH, _MEMBERS),
        title=translated("Departments, partnerships and their institutions"),
        shape=Network(nodes, title(store)),
    )
