"""``utpartners stats``"""

import typer

from ..session import of


def run(context: typer.Context) -> None:
    """By status, country, department, kind of activity and year; each count names its unit."""
    session = of(context)
    session.give(session.catalogue().stats())
