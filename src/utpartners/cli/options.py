"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from . import completion

if TYPE_CHECKING:
    from ..api import Wanted

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
Homes = Annotated[
    list[str] | None,
    typer.Option("--home", metavar="NAME", help="Only of this home, where there are several.",
                 autocompletion=completion.homes),
]  # fmt: skip
Limit = Annotated[int | None, typer.Option("--limit", min=0, metavar="N", help="The first N only.")]


def wanted(
    status: list[str] | None,
    country: list[str] | None,
    dept: list[str] | None,
    all_depts: bool,
    home: list[str] | None,
) -> Wanted:
    """The filters of a command line, as a catalogue takes them."""
    return {
        "status": status or (),
        "country": country or (),
        "dept": dept or (),
        "all_depts": all_depts,
        "home": home or (),
    }
