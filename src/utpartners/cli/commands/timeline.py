"""``utpartners timeline``"""

from typing import Annotated

import typer

from .. import completion
from ..options import Departments
from ..session import current_session


def run(
    context: typer.Context,
    partner: Annotated[
        list[str] | None,
        typer.Option(
            "--partner",
            metavar="NAME",
            help="Only with this partner; may be repeated.",
            autocompletion=completion.partners,
        ),
    ] = None,
    dept: Departments = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only of this kind, such as symposium; may be repeated.",
            autocompletion=completion.kinds,
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="TIME", help="From this year, month or day on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="TIME", help="To this year, month or day.")
    ] = None,
    done: Annotated[bool, typer.Option("--done", help="Without what is only planned.")] = False,
) -> None:
    """An academic year is April to March. What lasts counts for all the time it lasted.

    utpartners timeline --partner TUM --since 2019 --until 2021-03
    """
    session = current_session(context)
    session.write_answer(
        session.catalogue().timeline(
            partner=partner or (),
            dept=dept or (),
            kind=kind or (),
            since=since,
            until=until,
            done=done,
        )
    )
