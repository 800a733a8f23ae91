"""``list`` and ``dept``: the partnerships, all of them or those that pass the filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..answers import Column, Table, View
from .cells import cells
from .multi_home import title as title_of
from .multi_home import with_home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..store.store import Store


class Filters(NamedTuple):
    """Which partnerships: within one field any of its values will do, all fields must hold.

    Countries and departments are keys of records, as :mod:`utpartners.names` resolves them.
    """

    statuses: Sequence[str] = ()
    countries: Sequence[int] = ()
    departments: Sequence[int] = ()
    all_departments: bool = False
    """Whether a partnership must have all of the departments, instead of any."""
    since: int | None = None
    """Year in which, or after which, the partnership is known to have begun."""
    inactive_since: int | None = None
    """Year from which on no activity of the partnership is known."""
    homes: Sequence[str] = ()
    """Ids of the home institutions of which a partnership is."""


_STATUS = "p.status IN (SELECT value FROM json_each(:statuses))"

_COUNTRY = """p.pk IN (
  SELECT m.partnership FROM country c JOIN institution i ON i.country = c.code
  JOIN member m ON m.institution = i.pk
  WHERE c.pk IN (SELECT value FROM json_each(:countries)))"""

_ANY_DEPARTMENT = """p.pk IN (
  SELECT partnership FROM link WHERE department IN (SELECT value FROM json_each(:departments)))"""

_ALL_DEPARTMENTS = """p.pk IN (
  SELECT partnership FROM link WHERE department IN (SELECT value FROM json_each(:departments))
  GROUP BY partnership HAVING count(*) = json_array_length(:departments))"""

_SINCE = "substr(p.since, 1, 4) >= :since"

_INACTIVE_SINCE = """NOT EXISTS (
  SELECT 1 FROM activity a WHERE a.partnership = p.pk AND NOT a.planned
  AND a.last_day >= :inactive_since)"""

_HOME = """p.catalogue IN (
  SELECT pk FROM main.catalogue WHERE home IN (SELECT value FROM json_each(:homes)))"""


def where(filters: Filters) -> tuple[str, dict[str, Any]]:
    """The condition on a partnership ``p``, and what it binds."""
    departments = _ALL_DEPARTMENTS if filters.all_departments else _ANY_DEPARTMENT
    conditions = [
        clause
        for clause, wanted in (
            (_STATUS, filters.statuses),
            (_COUNTRY, filters.countries),
            (departments, filters.departments),
            (_SINCE, filters.since is not None),
            (_INACTIVE_SINCE, filters.inactive_since is not None),
            (_HOME, filters.homes),
        )
        if wanted
    ]
    bound = {
        "statuses": list(filters.statuses),
        "countries": list(filters.countries),
        "departments": list(dict.fromkeys(filters.departments)),
        "since": _padded(filters.since),
        "inactive_since": _padded(filters.inactive_since),
        "homes": list(filters.homes),
    }
    return " AND ".join(conditions) or "TRUE", bound


def _padded(year: int | None) -> str | None:
    return None if year is None else f"{year:04}"


COLUMNS = (
    Column("id", is_id=True),
    Column("name", heading="Partnership"),
    Column("abbreviation"),
    Column("status"),
    Column("countries", "list"),
    Column("institutions", "list"),
    Column("departments", "list"),
    Column("activities", "number"),
    Column("collaboration"),
)

VIEW = (
    View("Id", (("{id}",),), is_id=True),
    View("Partnership", (("{name}", " ({abbreviation})"), ("{institutions}",))),
    View("Country", (("{countries}",),)),
    View("Departments", (("{departments}",), ("{collaboration}",))),
    View("Act.", (("{activities}",),), "right"),
)

_PARTNERSHIPS = """
SELECT p.id, p.name, p.abbreviation, p.status,
  (SELECT json_group_array(code) FROM (
    SELECT i.country AS code FROM member m JOIN institution i ON i.pk = m.institution
    WHERE m.partnership = p.pk GROUP BY i.country ORDER BY min(m.position))),
  (SELECT json_group_array(id) FROM (
    SELECT i.id FROM member m JOIN institution i ON i.pk = m.institution
    WHERE m.partnership = p.pk ORDER BY m.position)),
  (SELECT json_group_array(code) FROM (
    SELECT d.code FROM link l JOIN department d ON d.pk = l.department
    WHERE l.partnership = p.pk ORDER BY l.position)),
  (SELECT count(*) FROM activity a WHERE a.partnership = p.pk),
  p.collaboration
FROM partnership p WHERE {where} ORDER BY p.pk LIMIT :limit
"""

_KEYS = "SELECT p.pk FROM partnership p WHERE {where} ORDER BY p.pk"


def keys(store: Store, filters: Filters) -> set[int] | None:
    """The keys of the partnerships that pass the filters; None where there is no filter."""
    condition, bound = where(filters)
    if condition == "TRUE":
        return None
    return {pk for (pk,) in store.rows(_KEYS.format(where=condition), bound)}


def partnerships(
    store: Store, filters: Filters, title: str | None = None, limit: int | None = None
) -> Table:
    """The partnerships that pass the filters, in the order of the catalogue, ``limit`` at most."""
    condition, bound = where(filters)
    bound["limit"] = -1 if limit is None else limit
    columns, view, sql = with_home(store, COLUMNS, VIEW, _PARTNERSHIPS)
    return Table(
        columns,
        cells(columns, store.rows(sql.format(where=condition), bound)),
        title=title_of(store) if title is None else title,
        view=view,
        section="status",
        footnotes=_hidden(store, filters),
    )


_UNDATED = "SELECT count(*) FROM partnership p WHERE p.since IS NULL AND {where}"


def _hidden(store: Store, filters: Filters) -> tuple[str, ...]:
    """What a filter by time leaves out because the catalogue does not know."""
    if filters.since is None:
        return ()
    condition, bound = where(filters._replace(since=None))
    (count,) = store.one(_UNDATED.format(where=condition), bound) or (0,)
    return (f"Not listed: {count} of which no beginning is known.",) if count else ()


_STATUSES = "SELECT DISTINCT status FROM partnership ORDER BY status"


def statuses(store: Store) -> list[str]:
    """The statuses that partnerships of the catalogue have."""
    return [status for (status,) in store.rows(_STATUSES)]
