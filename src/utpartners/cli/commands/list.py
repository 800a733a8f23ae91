"""``utpartners list``"""

import typer

from ...questions.filters import PartnershipFilters
from ..options import Limit, takes
from ..session import current_session

DETAILS = 'Several values of one option mean "or"; different options mean "and".'

EXAMPLES = (
    ("utpartners list --country Germany", "the partners in one country"),
    (
        "utpartners list --status primary --country CN --country KR",
        "primary partners in China or South Korea",
    ),
    (
        "utpartners list --dept 'GS Eng' -o partners.xlsx",
        "the partners of a department, as an Excel file",
    ),
)


@takes(
    PartnershipFilters, "status", "country", "dept", "all_depts", "since", "inactive_since", "home"
)
def run(
    context: typer.Context,
    filters: PartnershipFilters,
    limit: Limit = None,
) -> None:
    """Print the partnerships."""
    session = current_session(context)
    session.write_answer(session.catalogue().list(limit=limit, **filters))
