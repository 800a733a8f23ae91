"""``utpartners search``"""

from typing import Annotated

import typer

from ...questions.filters import Filters
from ..options import Limit, Sort, takes
from ..session import current_session


@takes("partnerships")
def run(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="Words to search for; all must occur.")
    ],
    sort: Sort = None,
    limit: Limit = None,
    *,
    filters: Filters,
) -> None:
    """The beginning of a word is enough. For an exact phrase, use '"two kinds of quotes"'.

    utpartners search quantum, utpartners search '"digital humanities"', utpartners search 東京
    """
    session = current_session(context)
    answer = session.catalogue().search(*words, sort=sort, limit=limit, **filters)
    session.write_answer(answer)
