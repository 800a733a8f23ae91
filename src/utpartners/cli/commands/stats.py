"""``utpartners stats``"""

from typing import Annotated, Any

import typer

from ...errors import UsageError
from ...i18n import translated
from ...questions.filters import Filters, filters_of
from ..completion import Completes
from ..options import Words, takes
from ..session import current_session

DETAILS = (
    "Planned activities are counted only in the totals. Each count names its unit.\n\n"
    "With --agreements, the filters are those of 'utpartners agreements': --kind is a kind of "
    "agreement, and --since and --until are about the signature.\n\n"
    "--by-year counts the agreements that were in force on the last day of each year, and those "
    "that were signed in it, that ended in it, and that another agreement replaced in it. The last "
    "year is counted on the day of --on, or today. Student places are those of agreements in force."
)

EXAMPLES = (
    ("utpartners stats", "the counts with bars"),
    ("utpartners stats --agreements --by-year", "the agreements of ten years side by side"),
    ("utpartners stats -o stats.xlsx", "the counts as an Excel file"),
)


@takes("partnerships")
def run(
    context: typer.Context,
    agreements: Annotated[
        bool,
        typer.Option(
            "--agreements",
            help="Count agreements instead, by state, kind, region, country, department and year.",
        ),
    ] = False,
    by_year: Annotated[
        bool,
        typer.Option("--by-year", help="With --agreements: the counts of several years."),
    ] = False,
    years: Annotated[
        int | None,
        typer.Option("--years", metavar="N", help="How many years --by-year shows (default: 10)."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="DATE",
            help="With --agreements: the state on this day (default: today).",
        ),
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            "--state",
            metavar="STATE",
            help='With --agreements: only those in this state, such as "in force".',
        ),
        Completes("state"),
    ] = None,
    words: Words = None,
    *,
    filters: Filters,
) -> None:
    """Print counts."""
    session = current_session(context)
    options = {"--by-year": by_year, "--years": years, "--on": on, "--state": state}
    if not agreements:
        _require("--agreements", options)
        session.write_answer(session.catalogue().stats(*words or (), **filters))
        return
    _refuse_others(filters)
    catalogue = session.catalogue()
    if by_year:
        if state:
            raise UsageError(
                translated("--by-year counts every state by itself"),
                translated("Leave out --state."),
            )
        answer = catalogue.agreement_years(*words or (), on=on, years=years, **filters)
    else:
        _require("--by-year", {"--years": years})
        answer = catalogue.agreement_stats(*words or (), on=on, state=state or (), **filters)
    session.write_answer(answer)


def _require(needed: str, options: dict[str, Any]) -> None:
    """Raise UsageError for an option that was given without the one that it needs."""
    if given := [option for option, value in options.items() if value not in (None, False, [])]:
        raise UsageError(
            translated("{option} needs {needed}", option=given[0], needed=needed),
            translated("Add {option}.").format(option=needed),
        )


def _refuse_others(filters: Filters) -> None:
    """Raise UsageError for a filter that agreements do not have."""
    filters.pop("all", None)  # which leaves nothing out
    known = filters_of("agreements")
    if others := [name for name in filters if name not in known]:
        option = f"--{others[0].replace('_', '-')}"
        raise UsageError(
            translated("{option} is not for the agreements", option=option),
            translated("Leave it out, or leave out --agreements."),
        )
