"""``utpartners show``"""

from typing import Annotated

import typer

from ..completion import Completes
from ..session import current_session

DETAILS = "A name may be an id, an abbreviation, or a full name or part of one, in any language."

EXAMPLES = (
    ("utpartners show ANU", "by an abbreviation"),
    ("utpartners show University of Cambridge", "by a name of several words"),
    ("utpartners show 清華大学", "by a name in another language"),
)


def run(
    context: typer.Context,
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="Name of a partnership, or of an institution that belongs to one.",
        ),
        Completes("partner"),
    ],
) -> None:
    """Print one partnership as a card."""
    session = current_session(context)
    session.write_answer(session.catalogue().show(" ".join(name)))
