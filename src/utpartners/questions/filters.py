"""Declare each filter once: its option, its keyword, the reading of its values and its SQL.

A filter is one line of :class:`PartnershipFilters` or :class:`ActivityFilters`. Its name and type
are the keyword of the API, checked by mypy; :mod:`utpartners.cli.options` makes the option, its
help and its completion from it; :func:`select` reads what was typed; a question puts the condition
of the :class:`Selection` into its statement.
"""

# No "from __future__ import annotations": the declarations are read from annotations, which would
# then be texts to evaluate at every start.

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypedDict

from .filter_values import (
    read_day,
    read_homes,
    read_partners,
    read_records,
    read_words,
    read_year,
)

if TYPE_CHECKING:
    from ..store.store import Store


class Filter(NamedTuple):
    """What there is to say of a filter besides its name and the type of its values."""

    help: str
    """What the option is for, as its help says it."""
    sql: str
    """The condition on a partnership ``p`` or an activity ``a``; the values are bound by name."""
    metavar: str | None = None
    """What stands for a value in the help; None for a flag."""
    read: Callable[["Store", Any], Any] | None = None
    """What makes the values for SQL from what was typed; None where they are the same.

    Raises UsageError, NotFound or Ambiguous.
    """
    completion: str = ""
    """The function of :mod:`utpartners.cli.completion` that completes a value."""
    replaces: str = ""
    """Name of a filter whose condition this one replaces; alone, it then has no effect."""
    type: Any = None
    """The type of the keyword; a filter of an Iterable may be repeated."""


_DEPT = Filter(
    "Only of this department; may be repeated.",
    """p.pk IN (
      SELECT partnership FROM link WHERE department IN (SELECT value FROM json_each(:dept)))""",
    "DEPT",
    read_records("department"),
    "departments",
)


class PartnershipFilters(TypedDict, total=False):
    """Filters of partnerships: any of the values within one, all of them together."""

    status: Annotated[
        Iterable[str],
        Filter(
            "Only with this status; may be repeated.",
            "p.status IN (SELECT value FROM json_each(:status))",
            "STATUS",
            read_words("status", "status", "partnership"),
            "statuses",
        ),
    ]
    country: Annotated[
        Iterable[str],
        Filter(
            "Only in this country; may be repeated.",
            """p.pk IN (
              SELECT m.partnership FROM country c JOIN institution i ON i.country = c.code
              JOIN member m ON m.institution = i.pk
              WHERE c.pk IN (SELECT value FROM json_each(:country)))""",
            "COUNTRY",
            read_records("country"),
            "countries",
        ),
    ]
    dept: Annotated[Iterable[str], _DEPT]
    all_depts: Annotated[
        bool,
        Filter(
            "Of all the departments given, not of any.",
            """p.pk IN (
              SELECT partnership FROM link
              WHERE department IN (SELECT value FROM json_each(:dept))
              GROUP BY partnership HAVING count(*) = json_array_length(:dept))""",
            replaces="dept",
        ),
    ]
    since: Annotated[
        int | None,
        Filter(
            "Begun in this year or later.",
            "substr(p.since, 1, 4) >= :since",
            "YEAR",
            read_year,
        ),
    ]
    inactive_since: Annotated[
        int | None,
        Filter(
            "No activity known since this year.",
            """NOT EXISTS (
              SELECT 1 FROM activity a WHERE a.partnership = p.pk AND NOT a.planned
              AND a.last_day >= :inactive_since)""",
            "YEAR",
            read_year,
        ),
    ]
    home: Annotated[
        Iterable[str],
        Filter(
            "Only of this home, where there are several.",
            """p.catalogue IN (
              SELECT pk FROM main.catalogue WHERE home IN (SELECT value FROM json_each(:home)))""",
            "NAME",
            read_homes,
            "homes",
        ),
    ]


class ActivityFilters(TypedDict, total=False):
    """Filters of activities: any of the values within one, all of them together.

    ``since`` and ``until`` are EDTF times such as ``2019-04``. What lasts counts for all the time
    it lasted; what has no date is in no span.
    """

    partner: Annotated[
        Iterable[str],
        Filter(
            "Only with this partner; may be repeated.",
            "a.partnership IN (SELECT value FROM json_each(:partner))",
            "NAME",
            read_partners,
            "partners",
        ),
    ]
    dept: Annotated[
        Iterable[str],
        _DEPT._replace(
            sql="""a.pk IN (
              SELECT activity FROM activity_department
              WHERE department IN (SELECT value FROM json_each(:dept)))"""
        ),
    ]
    kind: Annotated[
        Iterable[str],
        Filter(
            "Only of this kind, such as symposium; may be repeated.",
            "a.kind IN (SELECT value FROM json_each(:kind))",
            "KIND",
            read_words("kind of activity", "kind", "activity"),
            "kinds",
        ),
    ]
    since: Annotated[
        str | None,
        Filter(
            "From this year, month or day on.",
            "a.last_day >= :since",
            "TIME",
            read_day("--since", 0),
        ),
    ]
    until: Annotated[
        str | None,
        Filter(
            "To this year, month or day.",
            "a.first_day <= :until",
            "TIME",
            read_day("--until", 1),
        ),
    ]
    done: Annotated[bool, Filter("Without what is only planned.", "NOT a.planned")]


def declared(filters: type) -> dict[str, Filter]:
    """Return the filters of a class above by name, in its order, each with its type."""
    found: dict[str, Filter] = {}
    for name, hint in filters.__annotations__.items():
        (filter,) = hint.__metadata__
        found[name] = filter._replace(type=hint.__origin__)
    return found


OF_PARTNERSHIPS = declared(PartnershipFilters)
OF_ACTIVITIES = declared(ActivityFilters)


class Selection(NamedTuple):
    """What passes the filters that were given: a condition for SQL, and the values it binds."""

    filters: Mapping[str, Filter]
    values: Mapping[str, Any]
    """The values for SQL of each filter that was given, by its name."""

    @property
    def condition(self) -> str:
        """The SQL condition; ``TRUE`` where nothing is left out."""
        conditions: dict[str, str] = {}
        for name, filter in self.filters.items():
            if name in self.values and (not filter.replaces or filter.replaces in conditions):
                conditions[filter.replaces or name] = filter.sql
        return " AND ".join(conditions.values()) or "TRUE"

    @property
    def is_filtered(self) -> bool:
        """Whether any condition has to hold."""
        return self.condition != "TRUE"

    def without(self, name: str) -> "Selection":
        """Return the selection as if a filter had not been given."""
        values = {other: value for other, value in self.values.items() if other != name}
        return Selection(self.filters, values)


EVERYTHING = Selection({}, {})


def of_departments(records: Sequence[int], any: bool) -> Selection:
    """Return the partnerships of all (or ``any``) of the departments with these keys."""
    every = {} if any else {"all_depts": True}
    return Selection(OF_PARTNERSHIPS, {"dept": list(records), **every})


def select(store: "Store", filters: Mapping[str, Filter], wanted: Mapping[str, Any]) -> Selection:
    """Return what filters let pass; ``wanted`` has what was typed, by the name of its filter.

    None, False and no values at all are no filter. Raises Ambiguous, NotFound or UsageError, and
    TypeError for the name of no filter.
    """
    if unknown := [name for name in wanted if name not in filters]:
        raise TypeError(f"there is no filter {unknown[0]!r}, only {', '.join(filters)}")
    values: dict[str, Any] = {}
    for name, filter in filters.items():
        typed = wanted.get(name)
        if isinstance(typed, Iterable) and not isinstance(typed, str):
            typed = list(typed)
        # Zero is a year.
        if typed is not None and typed is not False and typed != []:
            values[name] = filter.read(store, typed) if filter.read else typed
    _require_order(wanted, values)
    return Selection(filters, values)


def _require_order(wanted: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Raise UsageError where the end of a span of time is before its beginning."""
    if "since" in values and "until" in values and values["since"] > values["until"]:
        from ..errors import UsageError

        raise UsageError(
            f"--since {wanted['since']} is after --until {wanted['until']}",
            "Nothing can lie in between; swap them.",
        )
