"""Where the institutions of the partnerships are, as a map shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column, Map, Table
from ..i18n import translated
from .cells import cells
from .list import Filters, where
from .multi_home import qualified
from .multi_home import title as title_of

if TYPE_CHECKING:
    from ..store.store import Store

PLACE = (
    Column("id", is_id=True),
    Column("name", heading="Institution"),
    Column("abbreviation"),
    Column("country"),
    Column("country_name"),
    Column("city"),
    Column("latitude", "number"),
    Column("longitude", "number"),
    Column("home", "boolean"),
    Column("partnerships", "list"),
    Column("statuses", "list"),
)

_PLACES = """
WITH wanted (institution, pk, id, status) AS (
  SELECT m.institution, p.pk, {id}, p.status
  FROM member m JOIN partnership p ON p.pk = m.partnership WHERE {where})
SELECT i.id, i.name, i.abbreviation, i.country, c.name, i.city, i.latitude, i.longitude,
  i.id IN (SELECT home FROM catalogue),
  (SELECT json_group_array(id) FROM (
    SELECT id FROM wanted WHERE institution = i.pk ORDER BY pk)),
  (SELECT json_group_array(status) FROM (
    SELECT status FROM wanted WHERE institution = i.pk GROUP BY status ORDER BY min(pk)))
FROM institution i LEFT JOIN country c ON c.code = i.country
WHERE i.pk IN (SELECT institution FROM wanted) OR i.id IN (SELECT home FROM catalogue)
ORDER BY i.pk
"""


def places(store: Store, filters: Filters = Filters()) -> Table:
    """The institutions of the partnerships that pass the filters, and the home institution.

    Latitude and longitude are in degrees (WGS 84); None where the catalogue does not know them.
    """
    condition, bound = where(filters)
    return Table(
        PLACE,
        cells(PLACE, store.rows(_PLACES.format(id=qualified(store, "p"), where=condition), bound)),
        title=translated("Where the partner institutions are"),
        shape=Map(title_of(store)),
    )
