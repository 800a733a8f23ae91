"""``utpartners report``"""

import re
from typing import Annotated

import typer

from ...questions.filters import Filters
from ..options import Words, takes
from ..session import current_session

DETAILS = (
    "What happened in a year, which agreements were signed and ended, which end within the "
    "following year, and the partners by region. As a document (-o report.pdf) it has a map, the "
    "matrix and statistics.\n\n"
    "An activity that lasted several years is in the report of each of them. Activities without a "
    "year are in none."
)

EXAMPLES = (
    ("utpartners report", "the latest year"),
    ("utpartners report 2020 -o report.pdf", "a year, to be printed"),
    ("utpartners report Asia --academic", "partners in Asia, from April to March"),
)


YEAR = re.compile("[12][0-9]{3}")
"""A word that is the year of a report: no partner, department or country has such a name."""


@takes("partnerships")
def run(
    context: typer.Context,
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            metavar="YEAR",
            help="Report on this year (default: the latest in which something began).",
        ),
    ] = None,
    academic: Annotated[
        bool, typer.Option("--academic", help="Count from April of the year to March.")
    ] = False,
    words: Words = None,
    *,
    filters: Filters,
) -> None:
    """Print the report on a year."""
    session = current_session(context)
    others = list(words or ())
    years = [word for word in others if YEAR.fullmatch(word)]
    if year is None and len(years) == 1:
        others.remove(years[0])
        year = int(years[0])
    answer = session.catalogue().report(*others, year=year, academic=academic, **filters)
    session.write_answer(answer)
