"""``utpartners list``"""

import typer

from .options import AllDepartments, Countries, Departments, Statuses
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
    catalogue = session.catalogue()
    session.give(
        catalogue.list(
            status=status or (), country=country or (), dept=dept or (), all_depts=all_depts
        )
    )
