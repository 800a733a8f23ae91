"""``utpartners tree``"""

from typing import Annotated, Literal

import typer

from ..session import current_session


def run(
    context: typer.Context,
    by: Annotated[
        Literal["status", "country", "dept", "partner"],
        typer.Option("--by", help="What the first branches are."),
    ] = "status",
) -> None:
    """Partnerships and departments, or countries and institutions, as branches.

    utpartners tree --by country
    """
    session = current_session(context)
    session.write_answer(session.catalogue().tree(by))
