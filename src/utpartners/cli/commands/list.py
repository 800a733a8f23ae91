"""``utpartners list``"""

import typer

from ...questions.filters import Filters
from ..options import Limit, Sort, Words, takes
from ..session import current_session


@takes("partnerships")
def run(
    context: typer.Context,
    filters: Filters,
    words: Words = None,
    sort: Sort = None,
    limit: Limit = None,
) -> None:
    """Several values of one option mean "or"; different options mean "and".

    utpartners list --status primary --country CN --country KR
    """
    session = current_session(context)
    session.write_answer(session.catalogue().list(*words or (), sort=sort, limit=limit, **filters))
