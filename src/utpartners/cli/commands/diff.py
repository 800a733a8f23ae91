"""``utpartners diff``"""

from typing import Annotated

import typer

from ...errors import ExitCode, UsageError
from ...i18n import translated
from ..completion import Completes
from ..earlier import STDIN
from ..session import current_session

DETAILS = (
    "Records are compared by id, so their order does not matter. The exit status is 1 if "
    "there are differences.\n\n"
    "A catalogue is a file or folder, - for standard input, a pipe, or REV:FILE for a file or a "
    "folder of parts as it was in a revision of git. A relative FILE is looked for in the current "
    "folder, then from the top of the repository."
)

EXAMPLES = (
    ("utpartners diff old.toml new.toml", "what changed"),
    ("utpartners diff old.toml new.toml -f markdown", "the changes for a report or an e-mail"),
    ("utpartners diff HEAD~1:ours.toml ours.toml", "what changed since the last revision"),
)


def run(
    context: typer.Context,
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="The earlier catalogue: a file, - or REV:FILE."),
        Completes("path"),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar="NEW", help="The later catalogue: a file, - or REV:FILE."),
        Completes("path"),
    ],
) -> None:
    """Print what changed between two catalogues."""
    session = current_session(context)
    if old == new == STDIN:
        raise UsageError(
            translated("OLD and NEW are both standard input"),
            translated(
                "Name a file for one of them: {command}", command="utpartners diff old.toml -"
            ),
        )
    before = session.opened_version(old)  # first, so that it is named where neither can be read
    answer = session.opened_version(new).changes_since(before)
    rows = list(answer)
    session.write_answer(answer.with_rows(rows))
    if rows:
        raise typer.Exit(ExitCode.CANNOT_ANSWER)
