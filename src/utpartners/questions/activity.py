"""The fields of an activity, and how people see them, wherever activities are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column
from ..time_words import short_time
from .columns import SqlColumn, list_of, records_of, table_columns

if TYPE_CHECKING:
    from ..answers import Facts

# The statements that use these fields call an activity ``a`` and its partnership ``p``.
ACTIVITY = (
    SqlColumn(Column("partnership"), "p.id"),
    *table_columns(
        "a",
        Column("when", means="time"),
        Column("calendar"),
        Column("kind", means="word"),
        Column("title", heading="Activity"),
        Column("format", means="word"),
        Column("place"),
        Column("participants", means="people"),
    ),
    SqlColumn(
        Column("departments", "list"),
        list_of(
            "d.code",
            """FROM activity_department l JOIN department d ON d.pk = l.department
            WHERE l.activity = a.pk ORDER BY l.position""",
        ),
    ),
    SqlColumn(
        Column("others", "list"),
        list_of("name", "FROM activity_other WHERE activity = a.pk ORDER BY position"),
    ),
    *table_columns(
        "a",
        Column("summary"),
        Column("source", means="named"),
        Column("phase", "number"),
        Column("planned", "boolean", means="flag"),
        Column("frequency", means="word"),
    ),
    records_of(
        "figures",
        table_columns("f", Column("count"), Column("of", means="figure")),
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

IN_ORDER_OF_TIME = """a.planned, a."when" IS NULL, a.first_day IS NULL, a.first_day, a.last_day,
  a.pk"""
"""What has a time of its own, then what has only a phase, then what has neither; plans last."""


def time_in_brief(activity: Facts) -> Facts:
    """Return the ``time`` of an activity, as a column of a screen has it."""
    when = activity["when"]
    return {"time": short_time(when, activity["calendar"]) if when else ""}
