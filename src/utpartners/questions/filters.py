"""The filters, each declared once for every command that takes filters.

A filter is one entry of :class:`Filters`. Name and type are the keyword of the API, as mypy checks
it. :mod:`utpartners.cli.options` makes the option, its help and its completion from it, and
:func:`utpartners.questions.selection.select` reads its values, makes the condition for SQL and the
words that describe what is selected. Where a filter means something else of activities, agreements
or departments than of partnerships, it says so in ``of``. The help of a command needs this module
and nothing that it does not import.
"""

# No "from __future__ import annotations": the declarations are read from the annotations, which
# would then be texts to evaluate at every start.

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, TypedDict

from . import conditions
from .filter import Filter, Subject

Values = Iterable[str] | str | None
"""Any of several values. A text is one value, which may list several with commas between them."""

Date = str | int | None
"""An EDTF time such as ``2019`` or ``2019-04``."""

_OF_STATUS = {
    "help": "Only {what} of partnerships with this status.",
    "phrase": "{what} of {values} partnerships",
}
_OF_PARTNERS = {"phrase": "{what} with partners in {values}"}
_WITH_PARTNERS_IN: Mapping[Subject, Any] = {
    "activities": _OF_PARTNERS,
    "agreements": _OF_PARTNERS,
    "departments": _OF_PARTNERS,
}
_OF_KIND = {
    "sql": "a.kind IN (SELECT value FROM json_each(:kind))",
    "record": "a",
    "phrase": "{what} of the kind {values}",
}


class Filters(TypedDict, total=False):
    """What a question may be asked about: any value of one filter, and all filters together.

    ``since`` and ``until`` are EDTF times such as ``2019-04``. An activity counts for all the time
    it lasted; what has no date is in no span.
    """

    status: Annotated[
        Values,
        Filter(
            help="Only {what} with this status.",
            sql="p.status IN (SELECT value FROM json_each(:status))",
            phrase="{values} {what}",
            metavar="STATUS",
            value="status",
            of={
                "activities": _OF_STATUS,
                "agreements": _OF_STATUS,
                "departments": {
                    "help": "Only departments with a partnership that has this status.",
                    "phrase": "{what} with {values} partnerships",
                },
            },
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
            of=_WITH_PARTNERS_IN,
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
            of=_WITH_PARTNERS_IN,
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
            of={
                "activities": {
                    "sql": """a.pk IN (
                      SELECT activity FROM activity_department
                      WHERE department IN (SELECT value FROM json_each(:dept)))""",
                    "record": "a",
                },
                "agreements": {"sql": conditions.AGREEMENT_OF_DEPARTMENTS, "record": "a"},
                "departments": {
                    "help": "Only this department.",
                    "sql": "d.pk IN (SELECT value FROM json_each(:dept))",
                    "record": "d",
                    "phrase": "{what}: {values}",
                },
            },
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
            # Not that of the partnership: an index finds the activities of one.
            of={
                "activities": {
                    "sql": "a.partnership IN (SELECT value FROM json_each(:partner))",
                    "record": "a",
                }
            },
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
            of={
                "activities": {**_OF_KIND, "help": "Only {what} of this kind, such as symposium."},
                "agreements": {
                    **_OF_KIND,
                    "help": "Only {what} of this kind, such as student exchange.",
                    "value": "agreement kind",
                },
                "departments": {
                    "help": "Only {what} of this kind, such as institute.",
                    "sql": "d.kind IN (SELECT value FROM json_each(:kind))",
                    "record": "d",
                    "phrase": "{what} of the kind {values}",
                    "value": "department kind",
                },
            },
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
            of={
                "activities": {
                    "help": "Only {what} in or after this year, month or day.",
                    "sql": "a.last_day >= :since",
                    "record": "a",
                    "phrase": "{what} in or after {values}",
                },
                "agreements": {
                    "help": "Only {what} signed in or after this year, month or day.",
                    "sql": "last_day(a.signed) >= :since",
                    "record": "a",
                    "phrase": "{what} signed in or after {values}",
                },
                "departments": {
                    "help": "Only {what} with a partnership that began in or after this date.",
                    "phrase": "{what} with partnerships that began in or after {values}",
                },
            },
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
            of={
                "activities": {
                    "help": "Only {what} in or before this year, month or day.",
                    "sql": "a.first_day <= :until",
                    "record": "a",
                    "phrase": "{what} in or before {values}",
                },
                "agreements": {
                    "help": "Only {what} signed in or before this year, month or day.",
                    "sql": "first_day(a.signed) <= :until",
                    "record": "a",
                    "phrase": "{what} signed in or before {values}",
                },
                "departments": {
                    "help": "Only {what} with a partnership that began in or before this date.",
                    "phrase": "{what} with partnerships that began in or before {values}",
                },
            },
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
        ),
    ]
    current: Annotated[
        bool,
        Filter(
            help="Leave out {what} that have ended.",
            sql=conditions.CURRENT,
            phrase="current {what}",
            of=conditions.OF_CURRENT,
        ),
    ]
    ended: Annotated[
        bool,
        Filter(
            help="Only {what} that have ended.",
            sql=conditions.ENDED,
            phrase="{what} that have ended",
            of=conditions.OF_ENDED,
        ),
    ]
    all: Annotated[
        bool,
        Filter(
            help="Include {what} that have ended.",
            sql="",
            subjects=("partnerships", "departments"),
            of={"departments": {"help": "Count partnerships that have ended, too."}},
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
