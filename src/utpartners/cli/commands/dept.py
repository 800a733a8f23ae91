"""``utpartners dept``"""

from typing import Annotated

import typer

from ...questions.filters import Filters
from ..completion import Completes
from ..options import Limit, Sort, takes
from ..session import current_session

DETAILS = "Quotation marks are needed only around a name with &: 'GS A&S'. The id gs-as needs none."

EXAMPLES = (
    ("utpartners dept GS Eng", "the partners of one department"),
    ("utpartners dept GS Law and Politics GraSPP", "the partners that two departments share"),
    ("utpartners dept --any ERI ITC", "the partners of either department"),
)


@takes("partnerships")
def run(
    context: typer.Context,
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="One or more departments.",
        ),
        Completes("department"),
    ],
    any: Annotated[
        bool,
        typer.Option("--any", help="Require only one of the departments (default: all of them)."),
    ] = False,
    sort: Sort = None,
    limit: Limit = None,
    *,
    filters: Filters,
) -> None:
    """Print the partnerships of departments."""
    session = current_session(context)
    answer = session.catalogue().dept(*name, any=any, sort=sort, limit=limit, **filters)
    session.write_answer(answer)
