"""``utpartners match``"""

from typing import Annotated

import typer

from ..output import with_progress
from ..session import current_session


def run(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A name on each line, or CSV; - is stdin.")
    ],
    column: Annotated[
        str | None, typer.Option("--column", metavar="NAME", help="The column of CSV to read.")
    ] = None,
) -> None:
    """Only a name that is there, or a part of just one, is taken as meant; all else has candidates.

    utpartners match visitors.csv --column University -o matched.csv
    """
    from ...importing.name_list import names_from

    session = current_session(context)
    texts = list(names_from(file, column))
    answer = session.catalogue().match(texts)
    rows = with_progress(answer.rows, len(texts), "Matching")
    session.write_answer(answer.with_rows(rows))
