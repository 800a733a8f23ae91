"""``utpartners depts``"""

from typing import Annotated

import typer

from ...questions.filters import Filters
from ..options import Limit, Sort, Words, takes
from ..session import current_session

DETAILS = "Departments are listed in the order of the catalogue, each with its partnerships."

EXAMPLES = (
    ("utpartners depts", "every department"),
    ("utpartners depts --without", "the departments without a partnership"),
    ("utpartners depts -o departments.xlsx", "an Excel file"),
)


@takes("departments")
def run(
    context: typer.Context,
    without: Annotated[
        bool, typer.Option("--without", help="Only departments that have no partnership.")
    ] = False,
    words: Words = None,
    sort: Sort = None,
    limit: Limit = None,
    *,
    filters: Filters,
) -> None:
    """Print the departments."""
    session = current_session(context)
    catalogue = session.catalogue()
    answer = catalogue.depts(*words or (), without=without, sort=sort, limit=limit, **filters)
    session.write_answer(answer)
