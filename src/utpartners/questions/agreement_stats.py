"""``stats --agreements``: how many agreements there are of each kind, state, country and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Table
from .agreement import STATE, clock
from .agreements import CONDITIONS
from .days import define_days
from .selection import EVERYTHING
from .stats import COLUMNS, VIEW

if TYPE_CHECKING:
    from ..store.store import Store
    from .agreement_days import AskedDays
    from .selection import Selection

# By hand, as in stats: each group is a SELECT of its own, nested because it has its own order.
_STATS = f"""
WITH counted (pk, partnership, kind, signed, state) AS MATERIALIZED (
  SELECT a.pk, a.partnership, a.kind, a.signed, {STATE}
  FROM agreement a JOIN partnership p ON p.pk = a.partnership WHERE {{where}}
)
SELECT * FROM (SELECT 'by state' AS "group", state AS item, count(*) AS count,
  'agreements' AS unit FROM counted GROUP BY state ORDER BY 3 DESC, state)
UNION ALL SELECT * FROM (SELECT 'by kind', kind, count(*), 'agreements' FROM counted
  GROUP BY kind ORDER BY 3 DESC, kind)
UNION ALL SELECT * FROM (SELECT 'by country', c.name, count(DISTINCT x.pk), 'agreements'
  FROM counted x JOIN member m ON m.partnership = x.partnership
  JOIN institution i ON i.pk = m.institution JOIN country c ON c.code = i.country
  GROUP BY c.pk ORDER BY 3 DESC, c.name)
UNION ALL SELECT * FROM (SELECT 'by department', d.code, count(*), 'agreements'
  FROM counted x JOIN agreement_department b ON b.agreement = x.pk
  JOIN department d ON d.pk = b.department GROUP BY d.pk ORDER BY 3 DESC, d.pk)
UNION ALL SELECT * FROM (SELECT 'by year of signature', substr(signed, 1, 4), count(*), 'agreements'
  FROM counted WHERE signed GLOB '[0-9][0-9][0-9][0-9]*' GROUP BY 2 ORDER BY 2)
"""  # noqa: S608


def agreement_stats(store: Store, asked: AskedDays, selection: Selection = EVERYTHING) -> Table:
    """Return counts of the agreements of a selection, with their states on the day asked about."""
    define_days(store)
    bound = {**selection.values, **clock(store, asked.on), **asked.values}
    where = " AND ".join([selection.condition, *(CONDITIONS[name] for name in asked.options)])
    counted = asked._replace(patterns=()).title(selection.title(store))
    if asked.patterns:
        counted = asked.title(counted)
    return Table(
        COLUMNS,
        store.rows(_STATS.format(where=where), bound),
        title=counted,
        view=VIEW,
        section="group",
    )
