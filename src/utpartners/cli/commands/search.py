"""``utpartners search``"""

from typing import Annotated

import typer

from ..options import Limit
from ..session import current_session


def run(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="All of them must be there.")
    ],
    limit: Limit = None,
) -> None:
    """The start of a word is enough. Quotation marks inside quotes ask for words in a row.

    utpartners search quantum, utpartners search '"digital humanities"', utpartners search 東京
    """
    session = current_session(context)
    session.write_answer(session.catalogue().search(*words, limit=limit))
