"""``utpartners export``"""

from typing import Annotated, Literal

import typer

from ..errors import UsageError
from ..output import with_progress
from .options import AllDepartments, Countries, Departments, Homes, Statuses, wanted
from .session import of


def run(
    context: typer.Context,
    table: Annotated[
        Literal["links", "partnerships", "institutions", "departments", "activities"] | None,
        typer.Option("--table", help="One table as rows (links, for csv and other forms of rows)."),
    ] = None,
    status: Statuses = None,
    country: Countries = None,
    dept: Departments = None,
    all_depts: AllDepartments = False,
    home: Homes = None,
) -> None:
    """The whole catalogue goes to .toml, .json, .db, .xlsx, .zip, .parquet, or a folder (NAME/).

    All but Parquet are read back by --data. To csv and other forms of rows go the links.

    utpartners export -o links.csv, utpartners export -o catalogue.db
    """
    from ..exporters import form

    session = of(context)
    catalogue = session.catalogue()
    filters = wanted(status, country, dept, all_depts, home)
    form_ = form(session.chosen_format, session.output) if table is None else None
    if form_ and (session.fields is not None or session.excel or session.no_header):
        raise UsageError(
            "--fields, --excel and --no-header are for rows, not for a whole catalogue",
            "Name a table of rows, such as --table links.",
        )
    if form_ is None:
        session.give(catalogue.export(table or "links", **filters))
    elif form_.is_text:
        records = catalogue.records(**filters)
        if not catalogue.store.is_checked:
            from ..exporters.verify import require_valid

            require_valid(records, catalogue.store.origin)
        total = len(records.partnerships) + len(records.institutions)
        session.write(with_progress(form_.export()(records), total, "Writing"))
    elif session.output in (None, "-"):
        raise UsageError(
            f"{form_.name} is written to a file", f"Give one: -o catalogue{form_.suffixes[0]}"
        )
    else:
        part, write = catalogue.part(**filters), form_.write()
        session.place(lambda path: write(part.store, path, with_progress))
