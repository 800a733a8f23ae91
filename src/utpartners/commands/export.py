"""``utpartners export``"""

from typing import Annotated, Literal

import typer

from .options import AllDepartments, Countries, Departments, Statuses
from .session import of


def run(
    context: typer.Context,
    table: Annotated[
        Literal["links", "partnerships", "institutions", "departments", "activities"] | None,
        typer.Option("--table", help="One table as rows (links, unless the format is json)."),
    ] = None,
    status: Statuses = None,
    country: Countries = None,
    dept: Departments = None,
    all_depts: AllDepartments = False,
) -> None:
    """Without --table, json is the whole catalogue; the other formats hold its links, a row each.

    utpartners export -o links.csv, utpartners export --table activities -f jsonl
    """
    session = of(context)
    catalogue = session.catalogue()
    session.give(
        catalogue.export(
            table or "links",
            status=status or (),
            country=country or (),
            dept=dept or (),
            all_depts=all_depts,
        )
    )
