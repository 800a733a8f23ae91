"""``utpartners stats``"""

import typer

from ..session import current_session


def run(context: typer.Context) -> None:
    """By status, country, department, kind of activity and year; each count names its unit."""
    session = current_session(context)
    session.write_answer(session.catalogue().stats())
