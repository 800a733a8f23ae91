"""``utpartners timeline``"""

import typer

from ...questions.filters import ActivityFilters
from ..options import takes
from ..session import current_session

DETAILS = (
    "Academic years run from April to March. What lasted several years counts in each of them."
)

EXAMPLES = (
    (
        "utpartners timeline --partner TUM --since 2019 --until 2021-03",
        "one partner, in a certain period",
    ),
    ("utpartners timeline --kind symposium --done", "the symposiums that took place"),
    ("utpartners timeline -o timeline.svg", "a picture"),
)


@takes(ActivityFilters, "partner", "dept", "kind", "since", "until", "done")
def run(context: typer.Context, filters: ActivityFilters) -> None:
    """Print the activities in order of time."""
    session = current_session(context)
    session.write_answer(session.catalogue().timeline(**filters))
