"""``utpartners about``"""

import typer

from ..session import current_session


def run(context: typer.Context) -> None:
    """The catalogue's own description, what it counts, and what it was made from."""
    session = current_session(context)
    session.write_answer(session.catalogue().about())
