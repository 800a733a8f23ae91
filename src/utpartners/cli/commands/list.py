"""``utpartners list``"""

import typer

from ...questions.filters import Filters
from ..options import Limit, Sort, Words, takes
from ..session import current_session

DETAILS = (
    "Plain words are values of any filter: list primary Germany. Several values of one filter mean "
    '"or"; different filters mean "and".'
)

EXAMPLES = (
    ("utpartners list Germany", "the partners in one country"),
    (
        "utpartners list --status primary --country CN --country KR",
        "primary partners in China or South Korea",
    ),
    (
        "utpartners list --dept 'GS Eng' -o partners.xlsx",
        "the partners of a department, as an Excel file",
    ),
)


@takes("partnerships")
def run(
    context: typer.Context,
    filters: Filters,
    words: Words = None,
    sort: Sort = None,
    limit: Limit = None,
) -> None:
    """Print the partnerships."""
    session = current_session(context)
    session.write_answer(session.catalogue().list(*words or (), sort=sort, limit=limit, **filters))
