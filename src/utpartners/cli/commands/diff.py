"""``utpartners diff``"""

from typing import Annotated

import typer

from ...errors import ExitCode
from ..completion import Completes
from ..session import current_session

DETAILS = (
    "Records are compared by id, so their order does not matter. The exit status is 1 if "
    "there are differences."
)

EXAMPLES = (
    ("utpartners diff old.toml new.toml", "what changed"),
    ("utpartners diff old.toml new.toml -f markdown", "the changes for a report or an e-mail"),
    ("utpartners diff old.toml new.toml --json", "the changes for another program"),
)


def run(
    context: typer.Context,
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="The earlier catalogue."), Completes("path")
    ],
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="The later catalogue."), Completes("path")
    ],
) -> None:
    """Print what changed between two catalogues."""
    session = current_session(context)
    before = session.opened(old)  # first, so that it is named where neither can be read
    answer = session.opened(new).changes_since(before)
    rows = list(answer)
    session.write_answer(answer.with_rows(rows))
    if rows:
        raise typer.Exit(ExitCode.CANNOT_ANSWER)
