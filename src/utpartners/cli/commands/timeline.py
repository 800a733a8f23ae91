"""``utpartners timeline``"""

import typer

from ...questions.filters import ActivityFilters
from ..options import takes
from ..session import current_session


@takes(ActivityFilters, "partner", "dept", "kind", "since", "until", "done")
def run(context: typer.Context, filters: ActivityFilters) -> None:
    """An academic year is April to March. What lasts counts for all the time it lasted.

    utpartners timeline --partner TUM --since 2019 --until 2021-03
    """
    session = current_session(context)
    session.write_answer(session.catalogue().timeline(**filters))
