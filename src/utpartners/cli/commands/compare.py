"""``utpartners compare``"""

from typing import Annotated

import typer

from ..completion import Completes
from ..session import current_session

DETAILS = "Partnerships are compared by their departments, departments by their partnerships."

EXAMPLES = (
    ("utpartners compare ANU Cambridge", "the departments that two partners share"),
    ("utpartners compare GS Eng IIS", "the partners that two departments share"),
    ("utpartners compare ANU Cambridge -f markdown", "the same for a document"),
)


def run(
    context: typer.Context,
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="Two or more partnerships, or two or more departments.",
        ),
        Completes("partner or department"),
    ],
) -> None:
    """Print what records have in common."""
    session = current_session(context)
    session.write_answer(session.catalogue().compare(*name))
