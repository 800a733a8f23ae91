"""``utpartners show``"""

from typing import Annotated

import typer

from .. import completion
from ..session import current_session


def run(
    context: typer.Context,
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="Any name of a partnership or of a member of one.",
            autocompletion=completion.partners,
        ),
    ],
) -> None:
    """A name may be an id, abbreviation, full name or a part of one, in any language.

    utpartners show ANU, utpartners show University of Cambridge, utpartners show 清華大学
    """
    session = current_session(context)
    session.write_answer(session.catalogue().show(" ".join(name)))
