"""``timeline``: the activities in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..answers import Brief, Column, Table, Timeline, View
from ..i18n import translated
from ..time_words import heading_of_time
from .activity import ACTIVITY, ACTIVITY_LINES, IN_ORDER_OF_TIME, time_in_brief
from .columns import SqlColumn, columns_of, read
from .heading import step
from .multi_home import has_several, home_of, id_of, name_of, source_line, with_home
from .record_names import namers
from .selection import EVERYTHING
from .vocabularies import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..answers import Facts
    from ..store.store import Store
    from .selection import Selection

_FIELDS = (
    *ACTIVITY,
    SqlColumn(
        Column("period", heading="Period", means="item"),
        """CASE WHEN a."when" GLOB '[0-9]*' THEN substr(a."when", 1, 4) END""",
    ),
)

_VIEW = (
    View("When", (("{time}",), ("phase {phase}",))),
    View("Partnership", (("{partnership}",),)),
    View("Activity", ACTIVITY_LINES),
)

_BRIEF = (
    View("", (("{time}",),)),
    View("", (("{partnership}",),), is_id=True, is_shared=True),
    View("", (("{kind}",),), is_shared=True),
    View("", (("{title}",),)),
)

_TIMELINE = f"""
SELECT {{fields}} FROM activity a JOIN partnership p ON p.pk = a.partnership
WHERE {{where}} ORDER BY {IN_ORDER_OF_TIME}
"""  # noqa: S608

_COUNTS = """
SELECT count(*), sum(NOT a.planned AND a."when" IS NOT NULL),
  sum(NOT a.planned AND a."when" IS NULL AND a.phase IS NOT NULL),
  sum(NOT a.planned AND a."when" IS NULL AND a.phase IS NULL), sum(a.planned)
FROM activity a JOIN partnership p ON p.pk = a.partnership WHERE {where}
"""

_NAMES = "SELECT {id}, {name} FROM partnership p ORDER BY p.pk"

_PHASES = """
SELECT {home}, number, first, last FROM main.phase ORDER BY catalogue, number
"""


def timeline(store: Store, selection: Selection = EVERYTHING, most: int | None = None) -> Table:
    """Return the activities of a selection in order of time, the first ``most`` or all."""
    fields, view = with_home(store, _FIELDS, _VIEW)
    _, brief = with_home(store, _FIELDS, _BRIEF)
    shape = _shape(store)
    return Table(
        columns_of(fields),
        read(store, fields, _TIMELINE, selection.values, most, where=selection.condition),
        title=selection.title(store, translated("Activities in chronological order")),
        view=view,
        section=_heading(shape),
        shape=shape,
        brief=Brief(brief, time_in_brief, _part(shape)),
        names=namers(store, partnership="partnership", departments="department"),
        counted=lambda: _counted(store, selection),
        order=lambda: _parts(shape),
        next_steps=lambda row: _steps(row, selection),
    )


def _part(shape: Timeline) -> Callable[[Facts], str]:
    """Return what gives the part of a short list in which an activity stands; "" with a date."""

    def part(activity: Facts) -> str:
        if activity["when"] and not activity["planned"]:
            return ""
        phase = activity.get("home", ""), activity["phase"]
        return heading_of_time(activity, shape.phases.get(phase))

    return part


def _parts(shape: Timeline) -> list[str]:
    """Return the parts in their order: with a date, with a phase only, with neither, planned."""
    activity = {"planned": False, "when": None}
    phases = sorted(shape.phases.items(), key=lambda phase: (phase[0][1], phase[0][0]))
    return [
        "",
        *(heading_of_time({**activity, "phase": number}, span) for (_, number), span in phases),
        translated("Not dated"),
        translated("Planned"),
    ]


def _counted(store: Store, selection: Selection) -> str:
    counts = store.one(_COUNTS.format(where=selection.condition), selection.values) or ()
    total, dated, in_phase, undated, planned = (count or 0 for count in counts)
    one, several = translated("{count} activity"), translated("{count} activities")
    said = (one if total == 1 else several).format(count=f"{total:,}")
    parts = [
        pattern.format(count=f"{count:,}")
        for count, pattern in (
            (dated, translated("{count} dated")),
            (in_phase, translated("{count} with a phase only")),
            (undated, translated("{count} not dated")),
            (planned, translated("{count} planned")),
        )
        if count
    ]
    if len(parts) < 2:
        return said
    return translated("{activities}: {parts}").format(
        activities=said, parts=translated(", ").join(parts)
    )


def _steps(row: Facts, selection: Selection) -> list[str]:
    if not row:
        return ["timeline"]
    more = "timeline" if selection.is_filtered else "timeline -l"
    return [step("show", str(row["partnership"])), more]


def _heading(shape: Timeline) -> Callable[[Facts], str]:
    """Return what gives the heading under which an activity stands."""

    def heading(activity: Facts) -> str:
        phase = activity.get("home", ""), activity["phase"]
        return heading_of_time(activity, shape.phases.get(phase))

    return heading


def _shape(store: Store) -> Timeline:
    # Rows name no home where there is only one: its phases are then those of the home "".
    home = home_of("phase") if has_several(store) else "''"
    phases = {
        (home, number): (first, last)
        for home, number, first, last in store.rows(_PHASES.format(home=home))
    }
    return Timeline(_names(store), phases, kinds(store), source_line(store))


def _names(store: Store) -> Iterator[tuple[Any, ...]]:
    """Yield id and name of each partnership; nothing is asked until a picture wants to know."""
    sql = _NAMES.format(id=id_of(store, "p"), name=name_of(store, "p"))
    yield from store.rows(sql)
