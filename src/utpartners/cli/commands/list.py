"""``utpartners list``"""

import typer

from ...questions.filters import PartnershipFilters
from ..options import Limit, takes
from ..session import current_session


@takes(
    PartnershipFilters, "status", "country", "dept", "all_depts", "since", "inactive_since", "home"
)
def run(
    context: typer.Context,
    filters: PartnershipFilters,
    limit: Limit = None,
) -> None:
    """Several values of one option mean "or"; different options mean "and".

    utpartners list --status primary --country CN --country KR
    """
    session = current_session(context)
    session.write_answer(session.catalogue().list(limit=limit, **filters))
