"""``utpartners dept``"""

from typing import Annotated

import typer

from ..completion import Completes
from ..options import Limit
from ..session import current_session


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
    """Quotation marks are needed only around a name with &: 'GS A&S'. The id gs-as needs none.

    utpartners dept GS Law and Politics GraSPP
    """
    session = current_session(context)
    session.write_answer(session.catalogue().dept(*name, any=any, limit=limit))
