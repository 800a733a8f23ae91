"""``show`` for an institution that is a partner of several homes: who of them works with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Card, Column, View
from .cells import cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..store.store import Store

_PARTNERSHIP = (
    Column("home"),
    Column("home_name"),
    Column("id", is_id=True),
    Column("name"),
    Column("abbreviation"),
    Column("status"),
    Column("since"),
    Column("departments", "list"),
    Column("activities", "number"),
    Column("collaboration"),
)

_PARTNERSHIP_VIEW = (
    View("Id", (("{home}/", "{id}"),), is_id=True),
    View("Partnership", (("{home_name}",), ("{name}", " ({abbreviation})"), ("since {since}",))),
    View("Status", (("{status}",),)),
    View("Departments", (("{departments}",), ("{collaboration}",))),
    View("Act.", (("{activities}",),), "right"),
)

CARD = (
    Column("id", is_id=True),
    Column("name"),
    Column("abbreviation"),
    Column("names", "names", heading="Other names"),
    Column("country"),
    Column("country_name", heading="Country name"),
    Column("city"),
    Column("latitude", "number"),
    Column("longitude", "number"),
    Column("website"),
    Column("ror", heading="ROR"),
    Column("partnerships", "records", columns=_PARTNERSHIP, view=_PARTNERSHIP_VIEW),
)

_PARTNER = """
SELECT i.id, i.name, i.abbreviation,
  (SELECT json_group_object(language, text) FROM (SELECT language, text, position FROM translation
    WHERE kind = 'institution' AND record = i.pk ORDER BY position)),
  i.country, c.name, i.city, i.latitude, i.longitude, i.website, i.ror,
  (SELECT json_group_array(json(cells)) FROM (
    SELECT json_array(
      k.home, coalesce(h.name, k.home), p.id, p.name, p.abbreviation, p.status, p.since,
      json((SELECT json_group_array(code) FROM (
        SELECT d.code FROM link l JOIN department d ON d.pk = l.department
        WHERE l.partnership = p.pk ORDER BY l.position))),
      (SELECT count(*) FROM activity a WHERE a.partnership = p.pk), p.collaboration) AS cells
    FROM partnership p JOIN main.catalogue k ON k.pk = p.catalogue
    LEFT JOIN institution h ON h.id = k.home
    WHERE p.pk IN (SELECT value FROM json_each(:partnerships)) ORDER BY p.pk))
FROM institution i JOIN country c ON c.code = i.country WHERE i.pk = :institution
"""

_SHARED = """
SELECT m.institution FROM member m
JOIN main.partnership p ON p.pk = m.partnership JOIN main.catalogue c ON c.pk = p.catalogue
WHERE p.pk IN (SELECT value FROM json_each(:partnerships)) AND (
  NOT json_array_length(:named) OR m.institution IN (SELECT value FROM json_each(:named)))
GROUP BY m.institution
HAVING count(*) = json_array_length(:partnerships) AND count(DISTINCT c.home) > 1
"""


def shared(store: Store, partnerships: Sequence[int], named: Sequence[int]) -> int | None:
    """Key of the one institution with which several homes have these partnerships, if there is one.

    ``named`` are the keys of the institutions that were asked for, if any was.
    """
    bound = {"partnerships": list(partnerships), "named": list(named)}
    found = [institution for (institution,) in store.rows(_SHARED, bound)]
    return found[0] if len(found) == 1 else None


def partner(store: Store, institution: int, partnerships: Sequence[int]) -> Card:
    """An institution, and its partnerships with several homes."""
    bound = {"institution": institution, "partnerships": list(partnerships)}
    (row,) = cells(CARD, store.rows(_PARTNER, bound))
    told = dict(zip((column.key for column in CARD), row, strict=True))
    (home, _, id, *_), *_ = told["partnerships"]
    return Card(
        CARD,
        row,
        title=str(told["name"]),
        subtitle=str(told["country_name"]),
        hidden=("name", "country", "country_name"),
        footnotes=(f"'utpartners show {home}/{id}' shows one of them whole.",),
    )
