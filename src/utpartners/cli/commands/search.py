"""``utpartners search``"""

from typing import Annotated

import typer

from ...questions.filters import Filters
from ..options import Limit, Sort, takes
from ..session import current_session

DETAILS = "The beginning of a word is enough. For an exact phrase, use '\"two kinds of quotes\"'."

EXAMPLES = (
    ("utpartners search quantum", "everything that mentions a word"),
    ("utpartners search '\"digital humanities\"'", "an exact phrase"),
    ("utpartners search 東京", "a word in another language"),
)


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
    """Print what mentions some words."""
    session = current_session(context)
    answer = session.catalogue().search(*words, sort=sort, limit=limit, **filters)
    session.write_answer(answer)
