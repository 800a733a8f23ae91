"""``timeline``: the activities in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .. import edtf
from ..answers import Column, Table, Timeline, View
from ..errors import UsageError
from ..i18n import translated
from .activity import ACTIVITY, ACTIVITY_CELLS, ACTIVITY_LINES, IN_ORDER_OF_TIME
from .cells import cells
from .multi_home import called, of_home, qualified, title, with_home

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..store.store import Store

COLUMNS = (*ACTIVITY, Column("period", heading="Period"))

VIEW = (
    View("When", (("{when}", " ({calendar} year)"), ("phase {phase}",))),
    View("Partnership", (("{partnership}",),)),
    View("Activity", ACTIVITY_LINES),
)

_TIMELINE = """
SELECT {cells},
  CASE WHEN a.planned THEN 'planned' WHEN a.first_day IS NULL THEN 'without a date'
    ELSE substr(a.first_day, 1, 4) END
FROM activity a JOIN partnership p ON p.pk = a.partnership
WHERE {where} ORDER BY {order}
"""

_CLAUSES = {
    "partners": "a.partnership IN (SELECT value FROM json_each(:partners))",
    "departments": """a.pk IN (SELECT activity FROM activity_department
      WHERE department IN (SELECT value FROM json_each(:departments)))""",
    "kinds": "a.kind IN (SELECT value FROM json_each(:kinds))",
    "since": "a.last_day >= :since",
    "until": "a.first_day <= :until",
    "done": "NOT (:done AND a.planned)",
}


class Span(NamedTuple):
    """First and last day (``YYYY-MM-DD``) that a question is about; None where it is open."""

    since: str | None = None
    until: str | None = None


def span(since: str | None, until: str | None) -> Span:
    """The days from one EDTF time to another. Raises UsageError where there are none."""
    found = Span(_bound("--since", since, 0), _bound("--until", until, 1))
    if found.since and found.until and found.since > found.until:
        raise UsageError(
            f"--since {since} is after --until {until}", "Nothing can lie in between; swap them."
        )
    return found


def _bound(option: str, text: str | None, end: int) -> str | None:
    if text is None:
        return None
    try:
        return edtf.bounds(text)[end]
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from error


def timeline(
    store: Store,
    partners: Sequence[int] = (),
    departments: Sequence[int] = (),
    kinds: Sequence[str] = (),
    days: Span = Span(),
    done: bool = False,
) -> Table:
    """The activities of partners and departments (by key), of kinds and of a span of days.

    ``done`` leaves out what is only planned.
    What lasts counts for all the time it lasted; what has no date is in no span.
    """
    wanted: dict[str, Any] = {
        "partners": list(partners),
        "departments": list(departments),
        "kinds": list(kinds),
        "since": days.since,
        "until": days.until,
        "done": done,
    }
    wanted = {name: value for name, value in wanted.items() if value}
    where = " AND ".join(_CLAUSES[name] for name in wanted) or "TRUE"
    sql = _TIMELINE.format(cells=ACTIVITY_CELLS, where=where, order=IN_ORDER_OF_TIME)
    columns, view, sql = with_home(store, COLUMNS, VIEW, sql)
    return Table(
        columns,
        cells(columns, store.rows(sql, wanted)),
        title=translated("Activities in order of time"),
        view=view,
        section="period",
        shape=_shape(store),
    )


_NAMES = "SELECT {id}, {name} FROM partnership p ORDER BY p.pk"
_PHASES = """
SELECT {home}, number, first, last FROM phase ORDER BY catalogue, number
"""


def _names(store: Store) -> Iterator[tuple[Any, ...]]:
    """Id and name of each partnership; nothing is asked until a picture wants to know."""
    sql = _NAMES.format(id=qualified(store, "p"), name=called(store, "p"))
    yield from store.rows(sql)


def _shape(store: Store) -> Timeline:
    home = "''" if len(store.homes) < 2 else of_home("phase")
    phases = {
        (home, number): (first, last)
        for home, number, first, last in store.rows(_PHASES.format(home=home))
    }
    return Timeline(_names(store), phases, title(store))


_KINDS = "SELECT DISTINCT kind FROM activity ORDER BY kind"


def kinds(store: Store) -> list[str]:
    """The kinds of activity that the catalogue knows."""
    return [kind for (kind,) in store.rows(_KINDS)]
