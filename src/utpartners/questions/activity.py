"""How an activity is asked for and shown, wherever activities are."""

from __future__ import annotations

from ..answers import Column

FIGURE = (Column("count"), Column("of"))

ACTIVITY = (
    Column("partnership"),
    Column("when"),
    Column("calendar"),
    Column("kind"),
    Column("title", heading="Activity"),
    Column("format"),
    Column("place"),
    Column("participants"),
    Column("departments", "list"),
    Column("others", "list"),
    Column("summary"),
    Column("source"),
    Column("phase", "number"),
    Column("planned", "boolean"),
    Column("frequency"),
    Column("figures", "records", columns=FIGURE),
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

ACTIVITY_CELLS = """
  p.id, a."when", a.calendar, a.kind, a.title, a.format, a.place, a.participants,
  json((SELECT json_group_array(code) FROM (
    SELECT d.code FROM activity_department l JOIN department d ON d.pk = l.department
    WHERE l.activity = a.pk ORDER BY l.position))),
  json((SELECT json_group_array(name) FROM (
    SELECT name FROM activity_other WHERE activity = a.pk ORDER BY position))),
  a.summary, a.source, a.phase, a.planned, a.frequency,
  json((SELECT json_group_array(json_array(count, of)) FROM (
    SELECT count, of FROM activity_figure WHERE activity = a.pk ORDER BY position)))"""
"""The cells of ACTIVITY, of an activity ``a`` and its partnership ``p``."""

IN_ORDER_OF_TIME = "a.planned, a.first_day IS NULL, a.first_day, a.last_day, a.pk"
