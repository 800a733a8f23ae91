"""``utpartners agreements``"""

from typing import Annotated

import typer

from ..session import current_session


def run(
    context: typer.Context,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="Only what may be in force on this day."),
    ] = None,
    expiring: Annotated[
        str | None,
        typer.Option("--expiring", metavar="TIME", help="Only what ends within 12m, 90d, 2y."),
    ] = None,
) -> None:
    """An end that the source does not give is unknown: neither in force nor ended.

    utpartners agreements --expiring 12m
    """
    session = current_session(context)
    session.write_answer(session.catalogue().agreements(on=on, expiring=expiring))
