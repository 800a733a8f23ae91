"""``utpartners stats``"""

from typing import Annotated

import typer

from ..session import current_session

DETAILS = "Planned activities are counted only in the totals. Each count names its unit."

EXAMPLES = (
    ("utpartners stats", "the counts with bars"),
    ("utpartners stats --agreements", "the counts of the agreements"),
    ("utpartners stats -o stats.xlsx", "the counts as an Excel file"),
)


def run(
    context: typer.Context,
    agreements: Annotated[
        bool,
        typer.Option(
            "--agreements",
            help="Count the agreements instead, by state, kind, country, department and year.",
        ),
    ] = False,
) -> None:
    """Print counts."""
    session = current_session(context)
    catalogue = session.catalogue()
    session.write_answer(catalogue.agreement_stats() if agreements else catalogue.stats())
