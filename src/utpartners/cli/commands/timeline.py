"""``utpartners timeline``"""

import typer

from ...questions.filters import ActivityFilters
from ..options import takes
from ..session import current_session


@takes(ActivityFilters, "partner", "dept", "kind", "since", "until", "done")
def run(context: typer.Context, filters: ActivityFilters) -> None:
    """Academic years run from April to March. What lasted several years counts in each of them.

    utpartners timeline --partner TUM --since 2019 --until 2021-03
    """
    session = current_session(context)
    session.write_answer(session.catalogue().timeline(**filters))
