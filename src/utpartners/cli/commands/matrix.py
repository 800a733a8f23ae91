"""``utpartners matrix``"""

import typer

from ..options import AllDepartments, Countries, Departments, Homes, Statuses, wanted
from ..session import current_session


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
    session = current_session(context)
    filters = wanted(status, country, dept, all_depts, home)
    session.write_answer(session.catalogue().matrix(**filters))
