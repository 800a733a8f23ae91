"""``utpartners matrix``"""

import typer

from ...questions.filters import Filters
from ..options import Words, takes
from ..session import current_session

DETAILS = "A mark shows that the department is involved in the partnership; both have totals."

EXAMPLES = (
    ("utpartners matrix", "all departments and partnerships"),
    ("utpartners matrix --status primary", "only the primary partnerships"),
    ("utpartners matrix -o matrix.svg", "a picture"),
)


@takes("partnerships")
def run(context: typer.Context, filters: Filters, words: Words = None) -> None:
    """Print departments by partnerships."""
    session = current_session(context)
    session.write_answer(session.catalogue().matrix(*words or (), **filters))
