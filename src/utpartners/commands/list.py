"""``utpartners list``"""

import typer

from .options import AllDepartments, Countries, Departments, Statuses, wanted
from .session import of


def run(
    context: typer.Context,
    status: Statuses = None,
    country: Countries = None,
    dept: Departments = None,
    all_depts: AllDepartments = False,
) -> None:
    """Values of one option are alternatives; different options must all hold.

    utpartners list --status primary --country CN --country KR
    """
    session = of(context)
    session.give(session.catalogue().list(**wanted(status, country, dept, all_depts)))
