"""``utpartners depts``"""

from typing import Annotated

import typer

from ..session import current_session


def run(
    context: typer.Context,
    without: Annotated[bool, typer.Option("--without", help="Only those that have none.")] = False,
) -> None:
    """The departments in the order of the catalogue, with the partnerships of each."""
    session = current_session(context)
    session.write_answer(session.catalogue().depts(without=without))
