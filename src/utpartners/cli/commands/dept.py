"""``utpartners dept``"""

from typing import Annotated

import typer

from .. import completion
from ..options import Limit
from ..session import current_session


def run(
    context: typer.Context,
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="One department or several, one after the other.",
            autocompletion=completion.departments,
        ),
    ],
    any: Annotated[bool, typer.Option("--any", help="Of any of them, not of all.")] = False,
    limit: Limit = None,
) -> None:
    """Quotation marks are only needed around a &: utpartners dept 'GS A&S', or write gs-as.

    utpartners dept GS Law and Politics GraSPP
    """
    session = current_session(context)
    session.write_answer(session.catalogue().dept(*name, any=any, limit=limit))
