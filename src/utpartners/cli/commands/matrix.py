"""``utpartners matrix``"""

import typer

from ...questions.filters import PartnershipFilters
from ..options import takes
from ..session import current_session


@takes(PartnershipFilters, "status", "country", "dept", "all_depts", "home")
def run(context: typer.Context, filters: PartnershipFilters) -> None:
    """A mark shows that the department is involved in the partnership; both have totals.

    utpartners matrix --status primary, utpartners matrix -o matrix.svg
    """
    session = current_session(context)
    session.write_answer(session.catalogue().matrix(**filters))
