"""``utpartners dept``"""

from typing import Annotated

import typer

from ..completion import Completes
from ..options import Limit
from ..session import current_session

DETAILS = "Quotation marks are needed only around a name with &: 'GS A&S'. The id gs-as needs none."

EXAMPLES = (
    ("utpartners dept GS Eng", "the partners of one department"),
    ("utpartners dept GS Law and Politics GraSPP", "the partners that two departments share"),
    ("utpartners dept --any ERI ITC", "the partners of either department"),
)


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
    limit: Limit = None,
) -> None:
    """Print the partnerships of departments."""
    session = current_session(context)
    session.write_answer(session.catalogue().dept(*name, any=any, limit=limit))
