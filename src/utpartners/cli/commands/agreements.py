"""``utpartners agreements``"""

from typing import Annotated

import typer

from ..session import current_session

DETAILS = (
    'If no end date is recorded, the state is "unknown". The agreement may then be in force '
    "or may have ended."
)

EXAMPLES = (
    ("utpartners agreements", "every agreement and its state"),
    ("utpartners agreements --expiring 12m", "the agreements that end within a year"),
    (
        "utpartners agreements --on 2020-04-01 -f csv",
        "the agreements that may be in force on a day",
    ),
)


def run(
    context: typer.Context,
    on: Annotated[
        str | None,
        typer.Option(
            "--on", metavar="DATE", help="Only agreements that may be in force on this day."
        ),
    ] = None,
    expiring: Annotated[
        str | None,
        typer.Option(
            "--expiring",
            metavar="PERIOD",
            help="Only agreements that end within this period: 90d, 8w, 12m, 2y.",
        ),
    ] = None,
) -> None:
    """Print the agreements."""
    session = current_session(context)
    session.write_answer(session.catalogue().agreements(on=on, expiring=expiring))
