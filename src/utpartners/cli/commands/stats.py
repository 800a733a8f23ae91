"""``utpartners stats``"""

import typer

from ..session import current_session

DETAILS = "Planned activities are counted only in the totals. Each count names its unit."

EXAMPLES = (
    ("utpartners stats", "the counts with bars"),
    ("utpartners stats -f csv", "the counts for another program"),
    ("utpartners stats -o stats.xlsx", "the counts as an Excel file"),
)


def run(context: typer.Context) -> None:
    """Print counts."""
    session = current_session(context)
    session.write_answer(session.catalogue().stats())
