"""``utpartners matrix``"""

import typer

from .session import of


def run(context: typer.Context) -> None:
    """A mark where a department works with a partnership, and the totals of both."""
    session = of(context)
    session.give(session.catalogue().matrix())
