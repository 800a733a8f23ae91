"""``utpartners depts``"""

from typing import Annotated

import typer

from ..session import current_session

DETAILS = "Departments are listed in the order of the catalogue, each with its partnerships."

EXAMPLES = (
    ("utpartners depts", "every department"),
    ("utpartners depts --without", "the departments without a partnership"),
    ("utpartners depts -o departments.xlsx", "an Excel file"),
)


def run(
    context: typer.Context,
    without: Annotated[
        bool, typer.Option("--without", help="Only departments that have no partnership.")
    ] = False,
) -> None:
    """Print the departments."""
    session = current_session(context)
    session.write_answer(session.catalogue().depts(without=without))
