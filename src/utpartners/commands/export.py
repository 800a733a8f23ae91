"""``utpartners export``"""

from typing import Annotated, Literal

import typer

from .options import AllDepartments, Countries, Departments, Statuses, wanted
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
    from ..exporters import exporter

    session = of(context)
    catalogue = session.catalogue()
    filters = wanted(status, country, dept, all_depts)
    export = exporter(session.chosen_format, session.output) if table is None else None
    if export is None:
        session.give(catalogue.export(table or "links", **filters))
    else:
        session.write(export(catalogue.records(**filters)))
