"""``utpartners show``"""

from typing import Annotated

import typer

from ..completion import Completes
from ..session import current_session


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
    """A name may be an id, an abbreviation, or a full name or part of one, in any language.

    utpartners show ANU, utpartners show University of Cambridge, utpartners show 清華大学
    """
    session = current_session(context)
    session.write_answer(session.catalogue().show(" ".join(name)))
