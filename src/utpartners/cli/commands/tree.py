"""``utpartners tree``"""

from typing import Annotated, Literal

import typer

from ...questions.filters import Filters
from ..options import Words, takes
from ..session import current_session

DETAILS = "Partnerships with their departments, or countries with their institutions, as branches."

EXAMPLES = (
    ("utpartners tree", "by status"),
    ("utpartners tree --by country", "the countries with their institutions"),
    ("utpartners tree --by dept", "the departments with their partners"),
)


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
    """Print the catalogue as a tree."""
    session = current_session(context)
    session.write_answer(session.catalogue().tree(by, *words or (), **filters))
