"""``utpartners show``"""

from typing import Annotated

import typer

from ...questions.filters import Filters
from ..completion import Completes
from ..options import takes
from ..session import current_session

DETAILS = (
    "A name may be an id, an abbreviation, or a full name or part of one, in any language. Filters "
    "leave out other activities, and other partnerships of that name."
)

EXAMPLES = (
    ("utpartners show ANU", "by an abbreviation"),
    ("utpartners show University of Cambridge", "by a name of several words"),
    ("utpartners show 清華大学", "by a name in another language"),
)


@takes("activities")
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
    filters: Filters,
) -> None:
    """Print one partnership as a card."""
    session = current_session(context)
    session.write_answer(session.catalogue().show(*name, **filters))
