"""The filters, each declared once, of partnerships and of activities.

A filter is one entry of :class:`PartnershipFilters` or :class:`ActivityFilters`. Name and type are
the keyword of the API, as mypy checks it. :mod:`utpartners.cli.options` makes the option, its help
and its completion from it; :func:`utpartners.questions.selection.select` reads its values and makes
the condition for SQL. The help of a command needs this module and nothing that it does not import.
"""

# No "from __future__ import annotations": the declarations are read from the annotations, which
# would then be texts to evaluate at every start.

from collections.abc import Iterable
from typing import Annotated, Any, Literal, NamedTuple, TypedDict

Value = Literal[
    "status", "country", "department", "partner", "home", "kind", "year", "since", "until", "flag"
]
"""What is typed for a filter: a word or name of that kind, a year, the bound of a span, nothing."""


class Filter(NamedTuple):
    """What there is to say of a filter besides its name and the type of its keyword."""

    help: str
    """What the option is for, as its help says it."""
    sql: str
    """The condition on a partnership ``p`` or an activity ``a``; values are bound as ``:name``."""
    metavar: str | None = None
    """What stands for a value in the help; None for a flag."""
    value: Value = "flag"
    """How a value is read, and what completes it."""
    replaces: str = ""
    """Name of a filter whose condition this one replaces; alone, it then has no effect."""
    type: Any = None
    """The type of the keyword; an Iterable may be repeated."""


_DEPT = Filter(
    help="Only partnerships involving this department; repeatable.",
    sql="""p.pk IN (
      SELECT partnership FROM link WHERE department IN (SELECT value FROM json_each(:dept)))""",
    metavar="DEPT",
    value="department",
)


class PartnershipFilters(TypedDict, total=False):
    """Filters of partnerships: any of the values within one, all of them together."""

    status: Annotated[
        Iterable[str],
        Filter(
            help="Only partnerships with this status; repeatable.",
            sql="p.status IN (SELECT value FROM json_each(:status))",
            metavar="STATUS",
            value="status",
        ),
    ]
    country: Annotated[
        Iterable[str],
        Filter(
            help="Only partnerships with a partner in this country; repeatable.",
            sql="""p.pk IN (
              SELECT m.partnership FROM country c JOIN institution i ON i.country = c.code
              JOIN member m ON m.institution = i.pk
              WHERE c.pk IN (SELECT value FROM json_each(:country)))""",
            metavar="COUNTRY",
            value="country",
        ),
    ]
    dept: Annotated[Iterable[str], _DEPT]
    all_depts: Annotated[
        bool,
        Filter(
            help="Require all of the departments given (default: any of them).",
            sql="""p.pk IN (
              SELECT partnership FROM link
              WHERE department IN (SELECT value FROM json_each(:dept))
              GROUP BY partnership HAVING count(*) = json_array_length(:dept))""",
            replaces="dept",
        ),
    ]
    since: Annotated[
        int | None,
        Filter(
            help="Only partnerships that began in this year or later.",
            sql="substr(p.since, 1, 4) >= :since",
            metavar="YEAR",
            value="year",
        ),
    ]
    inactive_since: Annotated[
        int | None,
        Filter(
            help="Only partnerships with no recorded activity in or after this year.",
            sql="""NOT EXISTS (
              SELECT 1 FROM activity a WHERE a.partnership = p.pk AND NOT a.planned
              AND a.last_day >= :inactive_since)""",
            metavar="YEAR",
            value="year",
        ),
    ]
    home: Annotated[
        Iterable[str],
        Filter(
            help="Only partnerships of this university, if several catalogues are combined.",
            sql="""p.catalogue IN (
              SELECT pk FROM main.catalogue WHERE home IN (SELECT value FROM json_each(:home)))""",
            metavar="NAME",
            value="home",
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
            help="Only activities with this partner; repeatable.",
            sql="a.partnership IN (SELECT value FROM json_each(:partner))",
            metavar="NAME",
            value="partner",
        ),
    ]
    dept: Annotated[
        Iterable[str],
        _DEPT._replace(
            help="Only activities involving this department; repeatable.",
            sql="""a.pk IN (
              SELECT activity FROM activity_department
              WHERE department IN (SELECT value FROM json_each(:dept)))""",
        ),
    ]
    kind: Annotated[
        Iterable[str],
        Filter(
            help="Only activities of this kind, such as symposium; repeatable.",
            sql="a.kind IN (SELECT value FROM json_each(:kind))",
            metavar="KIND",
            value="kind",
        ),
    ]
    since: Annotated[
        str | None,
        Filter(
            help="Only activities in or after this year, month or day.",
            sql="a.last_day >= :since",
            metavar="DATE",
            value="since",
        ),
    ]
    until: Annotated[
        str | None,
        Filter(
            help="Only activities in or before this year, month or day.",
            sql="a.first_day <= :until",
            metavar="DATE",
            value="until",
        ),
    ]
    done: Annotated[bool, Filter(help="Leave out planned activities.", sql="NOT a.planned")]


def declared(filters: type) -> dict[str, Filter]:
    """Return the filters of a class above by name, in its order, each with its type."""
    found: dict[str, Filter] = {}
    for name, hint in filters.__annotations__.items():
        (filter,) = hint.__metadata__
        found[name] = filter._replace(type=hint.__origin__)
    return found


OF_PARTNERSHIPS = declared(PartnershipFilters)
OF_ACTIVITIES = declared(ActivityFilters)
