"""``utpartners stats``"""

from typing import Annotated

import typer

from ...errors import UsageError
from ...i18n import translated
from ...questions.filters import Filters
from ..options import Words, takes
from ..session import current_session

DETAILS = "Planned activities are counted only in the totals. Each count names its unit."

EXAMPLES = (
    ("utpartners stats", "the counts with bars"),
    ("utpartners stats --agreements", "the counts of the agreements"),
    ("utpartners stats -o stats.xlsx", "the counts as an Excel file"),
)


@takes("partnerships")
def run(
    context: typer.Context,
    agreements: Annotated[
        bool,
        typer.Option(
            "--agreements",
            help="Count the agreements instead, by state, kind, country, department and year.",
        ),
    ] = False,
    words: Words = None,
    *,
    filters: Filters,
) -> None:
    """Print counts."""
    session = current_session(context)
    catalogue = session.catalogue()
    if agreements:
        if words or filters:
            raise UsageError(
                translated("stats --agreements takes no filters"),
                translated("'utpartners agreements' takes them."),
            )
        session.write_answer(catalogue.agreement_stats())
    else:
        session.write_answer(catalogue.stats(*words or (), **filters))
