"""``utpartners search``"""

from typing import Annotated

import typer

from ..options import Limit
from ..session import current_session


def run(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="Words to search for; all must occur.")
    ],
    limit: Limit = None,
) -> None:
    """The beginning of a word is enough. For an exact phrase, use '"two kinds of quotes"'.

    utpartners search quantum, utpartners search '"digital humanities"', utpartners search 東京
    """
    session = current_session(context)
    session.write_answer(session.catalogue().search(*words, limit=limit))
