"""``utpartners agreements``"""

from typing import Annotated

import typer

from ...questions.filters import Filters
from ..completion import Completes
from ..options import Limit, Sort, Words, takes
from ..session import current_session

DETAILS = (
    "An agreement is in force if its term is open, if it renews automatically, or until its "
    "end.\n\n"
    'If none of this is recorded, its state is "unknown". With --on alone, agreements that are '
    "not in force on that day are not listed."
)

EXAMPLES = (
    ("utpartners agreements", "every agreement and its state"),
    ("utpartners agreements --expiring 12m", "the agreements that end within a year"),
    (
        "utpartners agreements --on 2020-04-01 -f csv",
        "the agreements that may be in force on a day",
    ),
)


@takes("agreements")
def run(
    context: typer.Context,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="The state on this day (default: today)."),
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            "--state",
            metavar="STATE",
            help='Only agreements in this state: "in force", expiring, ended, replaced, "not yet '
            'in force", unknown.',
        ),
        Completes("state"),
    ] = None,
    signed: Annotated[
        str | None,
        typer.Option(
            "--signed", metavar="DATE", help="Only agreements signed in this year, month or day."
        ),
    ] = None,
    ends: Annotated[
        str | None,
        typer.Option(
            "--ends", metavar="DATE", help="Only agreements that end in this year, month or day."
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
    lapsed: Annotated[
        str | None,
        typer.Option(
            "--lapsed",
            metavar="PERIOD",
            help="Only agreements that ended within this period without being replaced.",
        ),
    ] = None,
    words: Words = None,
    sort: Sort = None,
    limit: Limit = None,
    *,
    filters: Filters,
) -> None:
    """Print the agreements."""
    session = current_session(context)
    answer = session.catalogue().agreements(
        *words or (),
        on=on,
        state=state or (),
        signed=signed,
        ends=ends,
        expiring=expiring,
        lapsed=lapsed,
        sort=sort,
        limit=limit,
        **filters,
    )
    session.write_answer(answer)
