"""``utpartners list``"""

from typing import Annotated

import typer

from ..options import AllDepartments, Countries, Departments, Homes, Limit, Statuses, wanted
from ..session import current_session


def run(
    context: typer.Context,
    status: Statuses = None,
    country: Countries = None,
    dept: Departments = None,
    all_depts: AllDepartments = False,
    since: Annotated[
        int | None, typer.Option("--since", metavar="YEAR", help="Begun in this year or later.")
    ] = None,
    inactive_since: Annotated[
        int | None,
        typer.Option("--inactive-since", metavar="YEAR", help="No activity known since this year."),
    ] = None,
    home: Homes = None,
    limit: Limit = None,
) -> None:
    """Values of one option are alternatives; different options must all hold.

    utpartners list --status primary --country CN --country KR
    """
    session = current_session(context)
    filters = wanted(status, country, dept, all_depts, home)
    filters |= {"since": since, "inactive_since": inactive_since}
    session.write_answer(session.catalogue().list(limit=limit, **filters))
