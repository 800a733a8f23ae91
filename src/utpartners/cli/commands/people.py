"""``utpartners people``"""

import typer

from ...questions.filters import Filters
from ..options import Limit, Sort, Words, takes
from ..session import current_session

DETAILS = (
    "People are internal: the page and other public outputs do not show them. With filters, only "
    "matching partnerships and agreements are listed for each person."
)

EXAMPLES = (
    ("utpartners people", "everybody who is responsible"),
    ("utpartners people Law", "the people of a department and of its partnerships"),
    ("utpartners people ANU -o people.xlsx", "those responsible for one partner, as a file"),
)


@takes("people")
def run(
    context: typer.Context,
    filters: Filters,
    words: Words = None,
    sort: Sort = None,
    limit: Limit = None,
) -> None:
    """Print who is responsible for what."""
    session = current_session(context)
    answer = session.catalogue().people(*words or (), sort=sort, limit=limit, **filters)
    session.write_answer(answer)
