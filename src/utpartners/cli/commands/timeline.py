"""``utpartners timeline``"""

import typer

from ...questions.filters import Filters
from ..options import Limit, Sort, Words, takes
from ..session import current_session

DETAILS = (
    "Academic years run from April to March. An activity that lasted several years counts in each "
    "of them."
)

EXAMPLES = (
    (
        "utpartners timeline TUM --since 2019 --until 2021-03",
        "one partner, in a certain period",
    ),
    ("utpartners timeline symposium --done", "the symposiums that took place"),
    ("utpartners timeline -o timeline.svg", "a picture"),
)


@takes("activities")
def run(
    context: typer.Context,
    filters: Filters,
    words: Words = None,
    sort: Sort = None,
    limit: Limit = None,
) -> None:
    """Print the activities in order of time."""
    session = current_session(context)
    answer = session.catalogue().timeline(*words or (), sort=sort, limit=limit, **filters)
    session.write_answer(answer)
