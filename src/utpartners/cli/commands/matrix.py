"""``utpartners matrix``"""

import typer

from ..options import AllDepartments, Countries, Departments, Homes, Statuses, wanted
from ..session import of


def run(
    context: typer.Context,
    status: Statuses = None,
    country: Countries = None,
    dept: Departments = None,
    all_depts: AllDepartments = False,
    home: Homes = None,
) -> None:
    """A mark where a department works with a partnership, and the totals of both.

    utpartners matrix --status primary, utpartners matrix -o matrix.svg
    """
    session = of(context)
    filters = wanted(status, country, dept, all_depts, home)
    session.give(session.catalogue().matrix(**filters))
