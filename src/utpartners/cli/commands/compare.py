"""``utpartners compare``"""

from typing import Annotated

import typer

from ..completion import Completes
from ..session import current_session


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
    """Partnerships are compared by their departments, departments by their partnerships.

    utpartners compare ANU Cambridge, utpartners compare GS Eng IIS
    """
    session = current_session(context)
    session.write_answer(session.catalogue().compare(*name))
