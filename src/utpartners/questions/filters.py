"""The filters, each declared once for every command that takes filters.

A filter is one entry of :class:`Filters`. Name and type are the keyword of the API, as mypy checks
it. :mod:`utpartners.cli.options` makes the option, its help and its completion from it, and
:func:`utpartners.questions.selection.select` reads its values, makes the condition for SQL and the
words that describe what is selected. Where a filter means something else of activities, agreements,
departments or people than of partnerships, :mod:`.variants` says so. The help of a command needs
this module and nothing that it does not import.
"""

# No "from __future__ import annotations": the declarations are read from the annotations, which
# would then be texts to evaluate at every start.

from collections.abc import Iterable
from functools import cache
from typing import Annotated, TypedDict

from . import conditions, variants
from .filter import Filter, Subject

Values = Iterable[str] | str | None
"""Any of several values. A text is one value, which may list several with commas between them."""

Date = str | int | None
"""An EDTF time such as ``2019`` or ``2019-04``."""


class Filters(TypedDict, total=False):
    """What a question may be asked about: any value of one filter, and all filters together.

    ``since`` and ``until`` are EDTF times such as ``2019-04``. An activity counts for all the time
    it lasted; what has no date is in no span.
    """

    status: Annotated[
        Values,
        Filter(
            help="Only {what} with this status.",
            sql=conditions.OF_STATUS,
            phrase="{values} {what}",
            metavar="STATUS",
            value="status",
            of=variants.STATUS,
        ),
    ]
    country: Annotated[
        Values,
        Filter(
            help="Only {what} with a partner in this country.",
            sql=conditions.IN_COUNTRIES.format(name="country"),
            phrase="{what} in {values}",
            metavar="COUNTRY",
            value="country",
            of=variants.COUNTRY,
        ),
    ]
    region: Annotated[
        Values,
        Filter(
            help="Only {what} with a partner in this region, such as Asia, Northern Europe or EU.",
            sql=conditions.IN_COUNTRIES.format(name="region"),
            phrase="{what} in {values}",
            metavar="REGION",
            value="region",
            of=variants.REGION,
        ),
    ]
    dept: Annotated[
        Values,
        Filter(
            help="Only {what} involving this department.",
            sql=conditions.OF_DEPARTMENTS,
            phrase="{what} involving {values}",
            metavar="DEPT",
            value="department",
            of=variants.DEPT,
        ),
    ]
    all_depts: Annotated[
        bool,
        Filter(
            help="Require all of the departments given (default: any of them).",
            sql=conditions.OF_ALL_DEPARTMENTS,
            replaces="dept",
            subjects=("partnerships",),
        ),
    ]
    partner: Annotated[
        Values,
        Filter(
            help="Only {what} with this partner.",
            sql="p.pk IN (SELECT value FROM json_each(:partner))",
            phrase="{what} with {values}",
            metavar="NAME",
            value="partner",
            of=variants.PARTNER,
        ),
    ]
    kind: Annotated[
        Values,
        Filter(
            help="Only {what} with an activity of this kind, such as symposium.",
            sql="""p.pk IN (
              SELECT partnership FROM activity
              WHERE kind IN (SELECT value FROM json_each(:kind)))""",
            phrase="{what} with activities of the kind {values}",
            metavar="KIND",
            value="kind",
            of=variants.KIND,
        ),
    ]
    since: Annotated[
        Date,
        Filter(
            help="Only {what} that began in or after this year, month or day.",
            sql=f"last_day({conditions.BEGAN}) >= :since",
            phrase="{what} that began in or after {values}",
            metavar="DATE",
            value="since",
            of=variants.SINCE,
        ),
    ]
    until: Annotated[
        Date,
        Filter(
            help="Only {what} that began in or before this year, month or day.",
            sql=f"first_day({conditions.BEGAN}) <= :until",
            phrase="{what} that began in or before {values}",
            metavar="DATE",
            value="until",
            of=variants.UNTIL,
        ),
    ]
    inactive_since: Annotated[
        Date,
        Filter(
            help="Only {what} with no recorded activity in or after this year, month or day.",
            sql=conditions.INACTIVE,
            phrase="{what} without activities in or after {values}",
            metavar="DATE",
            value="since",
            subjects=("partnerships",),
        ),
    ]
    without_agreement: Annotated[
        bool,
        Filter(
            help="Only {what} without an agreement that is known to be in force.",
            sql=conditions.WITHOUT_AGREEMENT,
            phrase="{what} without an agreement in force",
            subjects=("partnerships",),
        ),
    ]
    home: Annotated[
        Values,
        Filter(
            help="Only {what} of this university, if several catalogues are combined.",
            sql="""p.catalogue IN (
              SELECT pk FROM main.catalogue WHERE home IN (SELECT value FROM json_each(:home)))""",
            phrase="{what} of {values}",
            metavar="NAME",
            value="home",
            of=variants.HOME,
        ),
    ]
    person: Annotated[
        Values,
        Filter(
            help="Only this person.",
            sql="h.id IN (SELECT value FROM json_each(:person))",
            record="h",
            phrase="{what}: {values}",
            metavar="NAME",
            value="person",
            subjects=("people",),
        ),
    ]
    current: Annotated[
        bool,
        Filter(
            help="Leave out {what} that have ended.",
            sql=conditions.CURRENT,
            phrase="current {what}",
            of=variants.CURRENT,
        ),
    ]
    ended: Annotated[
        bool,
        Filter(
            help="Only {what} that have ended.",
            sql=conditions.ENDED,
            phrase="{what} that have ended",
            of=variants.ENDED,
        ),
    ]
    all: Annotated[
        bool,
        Filter(
            help="Include {what} that have ended.",
            sql="",
            subjects=("partnerships", "departments"),
            of=variants.ALL,
        ),
    ]
    done: Annotated[
        bool,
        Filter(
            help="Leave out planned activities.",
            sql="NOT a.planned",
            record="a",
            phrase="reported {what}",
            subjects=("activities",),
        ),
    ]


@cache
def filters_of(subject: Subject) -> dict[str, Filter]:
    """Return the filters of what a question lists, by name in their order, each with its type."""
    found: dict[str, Filter] = {}
    for name, hint in Filters.__annotations__.items():
        (filter,) = hint.__metadata__
        if subject in filter.subjects:
            own = filter._replace(type=hint.__origin__, **filter.of.get(subject, {}))
            found[name] = own._replace(help=own.help.format(what=subject))
    return found
