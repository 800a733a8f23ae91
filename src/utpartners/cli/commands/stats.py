"""``utpartners stats``"""

import typer

from ...questions.filters import Filters
from ..options import Words, takes
from ..session import current_session


@takes("partnerships")
def run(context: typer.Context, filters: Filters, words: Words = None) -> None:
    """Planned activities are counted only in the totals. Each count names its unit."""
    session = current_session(context)
    session.write_answer(session.catalogue().stats(*words or (), **filters))
