"""``utpartners about``"""

import typer

from ..session import of


def run(context: typer.Context) -> None:
    """The catalogue's own description, what it counts, and what it was made from."""
    session = of(context)
    session.give(session.catalogue().about())
