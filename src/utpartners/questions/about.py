"""``about``: what the project is, and the sources of the catalogue; of several, a list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Card, Column, View
from .about_brief import brief
from .columns import SqlColumn, columns_of, list_of, read, records_of, table_columns
from .multi_home import catalogue_as_of, catalogue_as_of_briefly, catalogue_title

if TYPE_CHECKING:
    from ..store.store import Store

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

_COUNTS = """json_array(
  json_array((SELECT count(*) FROM partnership WHERE catalogue = c.pk), 'partnerships'),
  json_array((SELECT count(DISTINCT m.institution) FROM member m JOIN partnership p
    ON p.pk = m.partnership WHERE p.catalogue = c.pk), 'partner institutions'),
  json_array((SELECT count(*) FROM department WHERE catalogue = c.pk), 'departments'),
  json_array((SELECT count(*) FROM link l JOIN partnership p
    ON p.pk = l.partnership WHERE p.catalogue = c.pk), 'department–partnership links'),
  json_array((SELECT count(*) FROM activity a JOIN partnership p
    ON p.pk = a.partnership WHERE p.catalogue = c.pk), 'activities'))"""

_FIELDS = (
    *table_columns(
        "c",
        Column("title"),
        Column("home", heading="Home institution"),
        Column("language", means="word"),
        Column("as_of", means="time"),
        Column("about"),
    ),
    SqlColumn(
        Column("aims", "list"),
        list_of("text", "FROM aim WHERE catalogue = c.pk ORDER BY position"),
    ),
    SqlColumn(
        Column(
            "contents", "records", columns=(Column("count", "number"), Column("of", means="word"))
        ),
        _COUNTS,
    ),
    records_of(
        "phases",
        table_columns(
            "p",
            Column("number", "number", heading="Phase"),
            Column("first", "number"),
            Column("last", "number"),
            Column("purpose"),
        ),
        "FROM phase p WHERE p.catalogue = c.pk ORDER BY p.number",
        view=_PHASE_VIEW,
    ),
    records_of(
        "initiatives",
        (
            *table_columns(
                "i",
                Column("id", is_id=True),
                Column("name"),
                Column("abbreviation"),
                Column("when", means="time"),
                Column("frequency", means="word"),
                Column("organiser"),
                Column("project"),
            ),
            records_of(
                "figures",
                table_columns("f", Column("count"), Column("of", means="figure")),
                "FROM initiative_figure f WHERE f.initiative = i.pk ORDER BY f.position",
            ),
            *table_columns(
                "i", Column("website"), Column("summary"), Column("source", means="named")
            ),
        ),
        "FROM initiative i WHERE i.catalogue = c.pk ORDER BY i.pk",
        view=_INITIATIVE_VIEW,
    ),
    records_of(
        "sources",
        table_columns(
            "s", Column("title"), Column("publisher", means="word"), Column("url", heading="URL")
        ),
        "FROM source s WHERE s.catalogue = c.pk ORDER BY s.position",
    ),
    SqlColumn(
        Column("notes", "list"),
        list_of("text", "FROM note WHERE catalogue = c.pk ORDER BY position"),
    ),
)

_ABOUT = "SELECT {fields} FROM catalogue c"

_CATALOGUE_VIEW = (
    View("Home", (("{home}",),)),
    View(
        "Catalogue",
        (("{home_name}",), ("{title}",), ("{language}", " · {as_of}"), ("{about}",), ("{aims}",)),
    ),
    View("Partnerships", (("{partnerships}",),), "right"),
    View("Partners", (("{institutions}",),), "right"),
    View("Departments", (("{departments}",),), "right"),
    View("Activities", (("{activities}",),), "right"),
)

# The tables of "main" have no translated names, which counts do not need and which take time.
_CATALOGUES = (
    records_of(
        "catalogues",
        (
            *table_columns("c", Column("home")),
            SqlColumn(Column("home_name"), "coalesce(i.name, c.home)"),
            *table_columns(
                "c",
                Column("title"),
                Column("language", means="word"),
                Column("as_of", means="time"),
                Column("about"),
            ),
            SqlColumn(
                Column("aims", "list"),
                list_of("text", "FROM aim WHERE catalogue = c.pk ORDER BY position"),
            ),
            SqlColumn(
                Column("partnerships", "number"),
                "(SELECT count(*) FROM main.partnership WHERE catalogue = c.pk)",
            ),
            SqlColumn(
                Column("institutions", "number"),
                """(SELECT count(DISTINCT m.institution) FROM main.member m
                JOIN main.partnership p ON p.pk = m.partnership WHERE p.catalogue = c.pk)""",
            ),
            SqlColumn(
                Column("departments", "number"),
                "(SELECT count(*) FROM main.department WHERE catalogue = c.pk)",
            ),
            SqlColumn(
                Column("activities", "number"),
                """(SELECT count(*) FROM main.activity a
                JOIN main.partnership p ON p.pk = a.partnership WHERE p.catalogue = c.pk)""",
            ),
        ),
        "FROM catalogue c LEFT JOIN institution i ON i.id = c.home ORDER BY c.pk",
        view=_CATALOGUE_VIEW,
    ),
)


def about(store: Store) -> Card:
    """Return the catalogue's own description, its phases, initiatives and sources.

    Of several catalogues, return which they are and how much each holds.
    """
    row, *others = read(store, _FIELDS, _ABOUT)
    if others:
        (row,) = read(store, _CATALOGUES, "SELECT {fields}")
        return Card(columns_of(_CATALOGUES), row, title=catalogue_title(store))
    return Card(
        columns_of(_FIELDS),
        row,
        title=row[0],
        subtitle=catalogue_as_of(store),
        hidden=("title", "as_of"),
        brief=lambda facts: brief(facts, catalogue_as_of_briefly(store)),
        next_steps=lambda _: ["about -l", "list", "stats"],
    )
