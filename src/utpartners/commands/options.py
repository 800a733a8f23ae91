"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from . import completion

Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help="Only with this status; may be repeated.",
                 autocompletion=completion.statuses),
]  # fmt: skip
Countries = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="COUNTRY", help="Only in this country; may be repeated.",
                 autocompletion=completion.countries),
]  # fmt: skip
Departments = Annotated[
    list[str] | None,
    typer.Option("--dept", metavar="DEPT", help="Only of this department; may be repeated.",
                 autocompletion=completion.departments),
]  # fmt: skip
AllDepartments = Annotated[
    bool, typer.Option("--all-depts", help="Of all the departments given, not of any.")
]
