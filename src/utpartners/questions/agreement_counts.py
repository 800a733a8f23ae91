"""How many agreements of each kind, country, region and department there are, on several days.

``stats --agreements`` asks for one day, and ``--by-year`` for a day of each year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .. import agreement_state, geography
from .conditions import replaced_on, state_on
from .days import define_days, define_state
from .order import define_sorting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..store.store import Store
    from .selection import Selection


class Span(NamedTuple):
    """A day on which agreements are counted, and the year that belongs to it."""

    day: str
    first: str = ""
    last: str = ""


Counts = dict[str, dict[str, list[int]]]
"""How many there are in each group, by item: a number for each of the days."""

_COUNTED = f"""
WITH span (number, day, soon, first, last) AS MATERIALIZED (
  SELECT key, json_extract(value, '$[0]'), json_extract(value, '$[1]'),
    json_extract(value, '$[2]'), json_extract(value, '$[3]') FROM json_each(:spans)),
counted (pk, partnership, kind, span, state) AS MATERIALIZED (
  SELECT a.pk, a.partnership, a.kind, s.number, {state_on("s.day", "s.soon")}
  FROM agreement a JOIN partnership p ON p.pk = a.partnership CROSS JOIN span s WHERE {{where}}),
listed AS MATERIALIZED (
  SELECT * FROM counted
  WHERE json_array_length(:states) = 0 OR state IN (SELECT value FROM json_each(:states)))
"""  # noqa: S608
"""Agreements with their state on each day, and those of them in the states asked for."""

# Each group is a SELECT of its own, nested because it has its own order.
_GROUPS = {
    "by state": "SELECT state, span, count(*) FROM listed GROUP BY state, span ORDER BY state",
    "by kind": "SELECT kind, span, count(*) FROM listed GROUP BY kind, span ORDER BY kind",
    "by country": """
      SELECT c.name, x.span, count(DISTINCT x.pk)
      FROM listed x JOIN member m ON m.partnership = x.partnership
      JOIN institution i ON i.pk = m.institution JOIN country c ON c.code = i.country
      GROUP BY c.pk, x.span ORDER BY sorting(c.name), c.name""",
    "by region": """
      SELECT region(i.country), x.span, count(DISTINCT x.pk)
      FROM listed x JOIN member m ON m.partnership = x.partnership
      JOIN institution i ON i.pk = m.institution
      WHERE region(i.country) IS NOT NULL GROUP BY 1, x.span ORDER BY 1""",
    "by department": """
      SELECT d.code, x.span, count(*) FROM (
        SELECT b.department, y.span FROM listed y JOIN agreement_department b ON b.agreement = y.pk
        UNION ALL SELECT l.department, y.span
        FROM listed y JOIN link l ON l.partnership = y.partnership
        WHERE NOT EXISTS (SELECT 1 FROM agreement_department b WHERE b.agreement = y.pk)) x
      JOIN department d ON d.pk = x.department GROUP BY d.pk, x.span ORDER BY d.pk""",
    "by year of signature": """
      SELECT substr(a.signed, 1, 4), x.span, count(*) FROM listed x JOIN agreement a ON a.pk = x.pk
      WHERE a.signed GLOB '[0-9][0-9][0-9][0-9]*' GROUP BY 1, x.span ORDER BY 1""",
    "student places in force": """
      SELECT way, span, sum(places) FROM (
        SELECT 'for outgoing students' AS way, x.span, x.state, b.out AS places
        FROM listed x JOIN agreement_places b ON b.agreement = x.pk
        UNION ALL SELECT 'for incoming students', x.span, x.state, b."in"
        FROM listed x JOIN agreement_places b ON b.agreement = x.pk)
      WHERE places IS NOT NULL AND state IN ('in force', 'expiring')
      GROUP BY way, span ORDER BY way DESC""",
    "agreements": f"""
      SELECT 'in force', span, count(*) FROM counted
      WHERE state IN ('in force', 'expiring') GROUP BY span
      UNION ALL SELECT 'signed in the year', s.number, count(*)
      FROM span s JOIN counted x ON x.span = s.number JOIN agreement a ON a.pk = x.pk
      WHERE first_day(a.signed) BETWEEN s.first AND s.day AND last_day(a.signed) <= s.last
      GROUP BY s.number
      UNION ALL SELECT 'ended in the year', s.number, count(*)
      FROM span s JOIN counted x ON x.span = s.number JOIN agreement a ON a.pk = x.pk
      WHERE a.end_day BETWEEN s.first AND s.day AND x.state NOT IN ('replaced', 'not yet in force')
      AND coalesce({replaced_on("x")}, '9999') > date(s.day, '+1 day') GROUP BY s.number
      UNION ALL SELECT 'replaced in the year', s.number, count(*)
      FROM span s JOIN counted x ON x.span = s.number
      WHERE x.state = 'replaced' AND {replaced_on("x")} BETWEEN s.first AND s.day
      GROUP BY s.number""",  # noqa: S608
    "all by state": """
      SELECT x.state, x.span, count(*) FROM span s JOIN counted x ON x.span = s.number
      JOIN agreement a ON a.pk = x.pk
      WHERE x.state <> 'not yet in force' OR first_day(a.signed) <= s.day
      GROUP BY x.state, x.span ORDER BY x.state""",
}
"""The groups in which agreements are counted: of each item, how many there are on each day.

An agreement that names no department is for all of those of its partnership, as for the filters.
"""

_IN_ORDER = ("by year of signature", "student places in force", "agreements")
"""The groups that have an order of their own."""


def counts(
    store: Store,
    spans: Sequence[Span],
    states: Sequence[str],
    selection: Selection,
    groups: Sequence[str],
) -> Counts:
    """Return the agreements of a selection in these states in groups; no states are any state."""
    define_state(store)
    define_days(store)
    define_sorting(store)
    store.define("region", 1, region_of)
    asked = [[span.day, agreement_state.soon(span.day), span.first, span.last] for span in spans]
    each = " UNION ALL ".join(
        f"SELECT '{group}', * FROM ({_GROUPS[group]})"  # noqa: S608
        for group in groups
    )
    bound = {**selection.values, "spans": asked, "states": list(states)}
    found: Counts = {group: {} for group in groups}
    sql = _COUNTED.format(where=selection.condition) + each
    for group, item, number, count in store.rows(sql, bound):
        found[group].setdefault(item, [0] * len(spans))[number] = count
    return {group: _ordered(group, items) for group, items in found.items()}


def _ordered(group: str, items: dict[str, list[int]]) -> dict[str, list[int]]:
    """Return the items with most on the last of the days first, if they have no other order."""
    if group in _IN_ORDER:
        return items
    return dict(sorted(items.items(), key=lambda item: -item[1][-1]))


def region_of(country: str | None) -> str | None:
    """Return the name of the largest region that a country is in."""
    codes = geography.regions_of(str(country))
    return geography.region_name(codes[-1]) if codes else None
