"""The fields of an activity, and how people see them, wherever activities are shown."""

from __future__ import annotations

from ..answers import Column
from .columns import Field, fields_of, list_of, records_of

# The statements that use these fields call an activity ``a`` and its partnership ``p``.
ACTIVITY = (
    Field(Column("partnership"), "p.id"),
    *fields_of(
        "a",
        Column("when"),
        Column("calendar"),
        Column("kind"),
        Column("title", heading="Activity"),
        Column("format"),
        Column("place"),
        Column("participants"),
    ),
    Field(
        Column("departments", "list"),
        list_of(
            "d.code",
            """FROM activity_department l JOIN department d ON d.pk = l.department
            WHERE l.activity = a.pk ORDER BY l.position""",
        ),
    ),
    Field(
        Column("others", "list"),
        list_of("name", "FROM activity_other WHERE activity = a.pk ORDER BY position"),
    ),
    *fields_of(
        "a",
        Column("summary"),
        Column("source"),
        Column("phase", "number"),
        Column("planned", "boolean"),
        Column("frequency"),
    ),
    records_of(
        "figures",
        fields_of("f", Column("count"), Column("of")),
        "FROM activity_figure f WHERE f.activity = a.pk ORDER BY f.position",
    ),
)

ACTIVITY_LINES = (
    ("{title}",),
    (
        "{kind}",
        " · {format}",
        " · {place}",
        " · {participants} participants",
        " · {frequency}",
    ),
    ("{figures}",),
    ("with {others}",),
    ("{departments}",),
    ("{summary}",),
)

IN_ORDER_OF_TIME = "a.planned, a.first_day IS NULL, a.first_day, a.last_day, a.pk"
