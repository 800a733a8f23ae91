"""``about``: what the project is, and what the catalogue was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Card, Column, View
from .catalogues import catalogues
from .cells import cells

if TYPE_CHECKING:
    from ..store.store import Store

_PHASE = (
    Column("number", "number", heading="Phase"),
    Column("first", "number"),
    Column("last", "number"),
    Column("purpose"),
)

_FIGURE = (Column("count"), Column("of"))

_INITIATIVE = (
    Column("id", is_id=True),
    Column("name"),
    Column("abbreviation"),
    Column("when"),
    Column("frequency"),
    Column("organiser"),
    Column("project"),
    Column("figures", "records", columns=_FIGURE),
    Column("website"),
    Column("summary"),
    Column("source"),
)

_SOURCE = (Column("title"), Column("publisher"), Column("url", heading="URL"))

_COUNTS = (Column("count", "number"), Column("of"))

_PHASE_VIEW = (
    View("Phase", (("{number}",),), "right"),
    View("Years", (("{first}", "–{last}"),)),
    View("Purpose", (("{purpose}",),)),
)

_INITIATIVE_VIEW = (
    View("When", (("{when}",), ("{frequency}",))),
    View(
        "Initiative",
        (
            ("{name}", " ({abbreviation})"),
            ("by {organiser}",),
            ("project: {project}",),
            ("{figures}",),
            ("{summary}",),
            ("{website}",),
        ),
    ),
)

CARD = (
    Column("title"),
    Column("home", heading="Home institution"),
    Column("language"),
    Column("about"),
    Column("aims", "list"),
    Column("contents", "records", columns=_COUNTS),
    Column("phases", "records", columns=_PHASE, view=_PHASE_VIEW),
    Column("initiatives", "records", columns=_INITIATIVE, view=_INITIATIVE_VIEW),
    Column("sources", "records", columns=_SOURCE),
    Column("notes", "list"),
)

_ABOUT = """
SELECT c.title, c.home, c.language, c.about,
  (SELECT json_group_array(text) FROM (
    SELECT text FROM aim WHERE catalogue = c.pk ORDER BY position)),
  json_array(
    json_array((SELECT count(*) FROM partnership WHERE catalogue = c.pk), 'partnerships'),
    json_array((SELECT count(DISTINCT m.institution) FROM member m JOIN partnership p
      ON p.pk = m.partnership WHERE p.catalogue = c.pk), 'partner institutions'),
    json_array((SELECT count(*) FROM department WHERE catalogue = c.pk), 'departments'),
    json_array((SELECT count(*) FROM link l JOIN partnership p
      ON p.pk = l.partnership WHERE p.catalogue = c.pk), 'links of a department to a partnership'),
    json_array((SELECT count(*) FROM activity a JOIN partnership p
      ON p.pk = a.partnership WHERE p.catalogue = c.pk), 'activities')),
  (SELECT json_group_array(json_array(number, first, last, purpose)) FROM (
    SELECT * FROM phase WHERE catalogue = c.pk ORDER BY number)),
  (SELECT json_group_array(json(cells)) FROM (
    SELECT json_array(id, name, abbreviation, "when", frequency, organiser, project,
      json((SELECT json_group_array(json_array(count, of)) FROM (
        SELECT count, of FROM initiative_figure WHERE initiative = i.pk ORDER BY position))),
      website, summary, source) AS cells
    FROM initiative i WHERE catalogue = c.pk ORDER BY pk)),
  (SELECT json_group_array(json_array(title, publisher, url)) FROM (
    SELECT * FROM source WHERE catalogue = c.pk ORDER BY position)),
  (SELECT json_group_array(text) FROM (
    SELECT text FROM note WHERE catalogue = c.pk ORDER BY position))
FROM catalogue c
"""


def about(store: Store) -> Card:
    """The catalogue's own description, its phases, initiatives and sources.

    Of several catalogues, which they are.
    """
    row, *others = cells(CARD, store.rows(_ABOUT))
    if others:
        return catalogues(store)
    return Card(CARD, row, title=row[0], hidden=("title",))
