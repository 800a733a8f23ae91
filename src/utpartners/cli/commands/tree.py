"""``utpartners tree``"""

from typing import Annotated, Literal

import typer

from ...questions.filters import Filters
from ..options import Words, takes
from ..session import current_session


@takes("partnerships")
def run(
    context: typer.Context,
    by: Annotated[
        Literal["status", "country", "dept", "partner"],
        typer.Option("--by", help="Level to start from."),
    ] = "status",
    words: Words = None,
    *,
    filters: Filters,
) -> None:
    """Partnerships with their departments, or countries with their institutions, as branches.

    utpartners tree --by country
    """
    session = current_session(context)
    session.write_answer(session.catalogue().tree(by, *words or (), **filters))
