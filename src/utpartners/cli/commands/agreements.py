"""``utpartners agreements``"""

from typing import Annotated

import typer

from ...questions.filters import Filters
from ..options import Limit, Sort, Words, takes
from ..session import current_session


@takes("agreements")
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
    words: Words = None,
    sort: Sort = None,
    limit: Limit = None,
    *,
    filters: Filters,
) -> None:
    """If no end date is recorded, the state is "unknown".

    The agreement may then be in force or may have ended.

    utpartners agreements --expiring 12m
    """
    session = current_session(context)
    answer = session.catalogue().agreements(
        *words or (), on=on, expiring=expiring, sort=sort, limit=limit, **filters
    )
    session.write_answer(answer)
