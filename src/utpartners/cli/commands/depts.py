"""``utpartners depts``"""

from typing import Annotated

import typer

from ..session import current_session


def run(
    context: typer.Context,
    without: Annotated[
        bool, typer.Option("--without", help="Only departments that have no partnership.")
    ] = False,
) -> None:
    """Departments are listed in the order of the catalogue, each with its partnerships."""
    session = current_session(context)
    session.write_answer(session.catalogue().depts(without=without))
