"""``utpartners matrix``"""

import typer

from ...questions.filters import Filters
from ..options import Words, takes
from ..session import current_session


@takes("partnerships")
def run(context: typer.Context, filters: Filters, words: Words = None) -> None:
    """A mark shows that the department is involved in the partnership; both have totals.

    utpartners matrix --status primary, utpartners matrix -o matrix.svg
    """
    session = current_session(context)
    session.write_answer(session.catalogue().matrix(*words or (), **filters))
