"""``about`` for several catalogues: which they are, and how much each holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Card, Column, View
from .cells import cells
from .multi_home import title

if TYPE_CHECKING:
    from ..store.store import Store

_CATALOGUE = (
    Column("home"),
    Column("home_name"),
    Column("title"),
    Column("language"),
    Column("about"),
    Column("aims", "list"),
    Column("partnerships", "number"),
    Column("institutions", "number"),
    Column("departments", "number"),
    Column("activities", "number"),
)

_VIEW = (
    View("Home", (("{home}",),)),
    View("Catalogue", (("{home_name}",), ("{title}",), ("{about}",))),
    View("Partnerships", (("{partnerships}",),), "right"),
    View("Partners", (("{institutions}",),), "right"),
    View("Departments", (("{departments}",),), "right"),
    View("Activities", (("{activities}",),), "right"),
)

CARD = (Column("catalogues", "records", columns=_CATALOGUE, view=_VIEW),)

_CATALOGUES = """
SELECT json_group_array(json(cells)) FROM (
  SELECT json_array(c.home, coalesce(i.name, c.home), c.title, c.language, c.about,
    json((SELECT json_group_array(text) FROM (
      SELECT text FROM main.aim WHERE catalogue = c.pk ORDER BY position))),
    (SELECT count(*) FROM main.partnership WHERE catalogue = c.pk),
    (SELECT count(DISTINCT m.institution) FROM main.member m
      JOIN main.partnership p ON p.pk = m.partnership WHERE p.catalogue = c.pk),
    (SELECT count(*) FROM main.department WHERE catalogue = c.pk),
    (SELECT count(*) FROM main.activity a
      JOIN main.partnership p ON p.pk = a.partnership WHERE p.catalogue = c.pk)) AS cells
  FROM main.catalogue c LEFT JOIN institution i ON i.id = c.home ORDER BY c.pk)
"""


def catalogues(store: Store) -> Card:
    """Each catalogue with its home and its counts."""
    (row,) = cells(CARD, store.rows(_CATALOGUES))
    return Card(CARD, row, title=title(store))
