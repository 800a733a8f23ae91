"""``utpartners diff``"""

from typing import Annotated

import typer

from ...errors import ExitCode
from ..session import current_session


def run(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The catalogue as it was.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The catalogue as it is.")],
) -> None:
    """A reordered file is no difference: records are the same where their ids are.

    Exit status 1 says that there are differences. utpartners diff old.toml new.toml -f markdown
    """
    session = current_session(context)
    answer = session.opened(new).changes_since(session.opened(old))
    rows = list(answer)
    session.write_answer(answer.with_rows(rows))
    if rows:
        raise typer.Exit(ExitCode.CANNOT_ANSWER)
