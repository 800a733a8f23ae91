"""``utpartners stats``"""

import typer

from ..session import current_session


def run(context: typer.Context) -> None:
    """Planned activities are counted only in the totals. Each count names its unit."""
    session = current_session(context)
    session.write_answer(session.catalogue().stats())
