"""``utpartners about``"""

import typer

from ..session import current_session


def run(context: typer.Context) -> None:
    """The description of the catalogue, the numbers of its records, and its sources."""
    session = current_session(context)
    session.write_answer(session.catalogue().about())
