"""``export --table``: the tables of a catalogue as flat rows, whole or filtered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ..answers import Column, Table
from ..i18n import translated
from .activity import ACTIVITY, ACTIVITY_CELLS
from .cells import cells
from .list import Filters, partnerships, where
from .multi_home import qualified, with_home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Row
    from ..store.store import Store

_LINK = (
    Column("partnership_id"),
    Column("partnership"),
    Column("status"),
    Column("countries", "list"),
    Column("department_code"),
    Column("department"),
)

_LINKS = """
SELECT p.id, p.name, p.status,
  (SELECT json_group_array(code) FROM (
    SELECT i.country AS code FROM member m JOIN institution i ON i.pk = m.institution
    WHERE m.partnership = p.pk GROUP BY i.country ORDER BY min(m.position))),
  (SELECT json_group_array(json_array(code, name)) FROM (
    SELECT d.code, d.name FROM link l JOIN department d ON d.pk = l.department
    WHERE l.partnership = p.pk ORDER BY l.position))
FROM partnership p WHERE {where} ORDER BY p.pk
"""

_INSTITUTION = (
    Column("id", is_id=True),
    Column("name", heading="Institution"),
    Column("abbreviation"),
    Column("names", "names"),
    Column("aliases", "list"),
    Column("country"),
    Column("country_name"),
    Column("city"),
    Column("latitude", "number"),
    Column("longitude", "number"),
    Column("placement"),
    Column("website"),
    Column("ror", heading="ROR"),
    Column("partnerships", "list"),
)

_INSTITUTIONS = """
SELECT i.id, i.name, i.abbreviation,
  (SELECT json_group_object(language, text) FROM (SELECT language, text, position FROM translation
    WHERE kind = 'institution' AND record = i.pk ORDER BY position)),
  (SELECT json_group_array(text) FROM (SELECT text FROM alias
    WHERE kind = 'institution' AND record = i.pk ORDER BY position)),
  i.country, c.name, i.city, i.latitude, i.longitude, i.placement, i.website, i.ror,
  (SELECT json_group_array(id) FROM (SELECT {id} AS id FROM member m
    JOIN partnership p ON p.pk = m.partnership
    WHERE m.institution = i.pk AND {where} ORDER BY p.pk))
FROM institution i JOIN country c ON c.code = i.country
WHERE i.pk IN (
  SELECT m.institution FROM member m JOIN partnership p ON p.pk = m.partnership WHERE {where})
ORDER BY i.pk
"""

_DEPARTMENT = (
    Column("code", is_id=True),
    Column("id", is_id=True),
    Column("name", heading="Department"),
    Column("names", "names"),
    Column("aliases", "list"),
    Column("kind"),
    Column("website"),
    Column("ror", heading="ROR"),
    Column("partnerships", "list"),
)

_DEPARTMENTS = """
SELECT d.code, d.id, d.name,
  (SELECT json_group_object(language, text) FROM (SELECT language, text, position FROM translation
    WHERE kind = 'department' AND record = d.pk ORDER BY position)),
  (SELECT json_group_array(text) FROM (SELECT text FROM alias
    WHERE kind = 'department' AND record = d.pk ORDER BY position)),
  d.kind, d.website, d.ror,
  (SELECT json_group_array(id) FROM (SELECT p.id FROM link l JOIN partnership p
    ON p.pk = l.partnership WHERE l.department = d.pk AND {where} ORDER BY p.pk))
FROM department d
WHERE NOT :filtered OR d.pk IN (
  SELECT l.department FROM link l JOIN partnership p ON p.pk = l.partnership WHERE {where})
ORDER BY d.pk
"""

_ACTIVITIES = """
SELECT {cells} FROM activity a JOIN partnership p ON p.pk = a.partnership
WHERE {where} ORDER BY p.pk, a.pk
"""

TABLES = ("links", "partnerships", "institutions", "departments", "activities")


def export(store: Store, table: str = "links", filters: Filters = Filters()) -> Table:
    """One of TABLES; only what belongs to the partnerships that pass the filters.

    ``links`` has a row for each department of a partnership, and one with an empty department for a
    partnership that has none.
    """
    if table == "partnerships":
        return partnerships(store, filters)
    columns, sql = {
        "links": (_LINK, _LINKS),
        "institutions": (_INSTITUTION, _INSTITUTIONS),
        "departments": (_DEPARTMENT, _DEPARTMENTS),
        "activities": (ACTIVITY, _ACTIVITIES),
    }[table]
    if table != "institutions":
        owner = "d" if table == "departments" else "p"
        columns, _, sql = with_home(store, columns, (), sql, owner)
    condition, bound = where(filters)
    bound["filtered"] = condition != "TRUE"
    parts = {"where": condition, "cells": ACTIVITY_CELLS, "id": qualified(store, "p")}
    found = store.rows(sql.format(**parts), bound)
    rows = _links(found) if table == "links" else cells(columns, found)
    return Table(columns, rows, title=translated(table.capitalize()))


def _links(partnerships: Iterator[Row]) -> Iterator[Row]:
    """A row for each department: its partnership is asked for once, not for each again."""
    for *partnership, listed, linked in partnerships:
        countries = json.loads(listed)
        for department in json.loads(linked) or [(None, None)]:
            yield (*partnership, countries, *department)
