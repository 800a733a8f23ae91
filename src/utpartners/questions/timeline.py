"""``timeline``: the activities in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..answers import Column, Table, Timeline, View
from ..i18n import translated
from ..time_words import heading_of_time
from .activity import ACTIVITY, ACTIVITY_LINES, IN_ORDER_OF_TIME
from .columns import SqlColumn, columns_of, read
from .multi_home import has_several, home_of, id_of, name_of, source_line, with_home
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
    View("When", (("{when}", " ({calendar} year)"), ("phase {phase}",))),
    View("Partnership", (("{partnership}",),)),
    View("Activity", ACTIVITY_LINES),
)

_TIMELINE = f"""
SELECT {{fields}} FROM activity a JOIN partnership p ON p.pk = a.partnership
WHERE {{where}} ORDER BY {IN_ORDER_OF_TIME}
"""  # noqa: S608

_NAMES = "SELECT {id}, {name} FROM partnership p ORDER BY p.pk"

_PHASES = """
SELECT {home}, number, first, last FROM main.phase ORDER BY catalogue, number
"""


def timeline(store: Store, selection: Selection = EVERYTHING) -> Table:
    """Return the activities of a selection of activities, in order of time."""
    fields, view = with_home(store, _FIELDS, _VIEW)
    shape = _shape(store)
    return Table(
        columns_of(fields),
        read(store, fields, _TIMELINE, selection.values, where=selection.condition),
        title=translated("Activities in chronological order"),
        view=view,
        section=_heading(shape),
        shape=shape,
    )


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
