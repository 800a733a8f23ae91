"""``utpartners stats``"""

from typing import Annotated

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
    "agreement, and --since and --until are about the signature."
)

EXAMPLES = (
    ("utpartners stats", "the counts with bars"),
    ("utpartners stats --agreements Asia", "the counts of the agreements with one region"),
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
    state: Annotated[
        list[str] | None,
        typer.Option(
            "--state",
            metavar="STATE",
            help='With --agreements: only those in this state, such as "in force" or expiring.',
        ),
        Completes("state"),
    ] = None,
    words: Words = None,
    *,
    filters: Filters,
) -> None:
    """Print counts."""
    session = current_session(context)
    if agreements:
        _refuse_others(filters)
        counts = session.catalogue().agreement_stats(*words or (), state=state or (), **filters)
        session.write_answer(counts)
        return
    if state:
        raise UsageError(
            translated("--state is only for the agreements"),
            translated("Add --agreements, or use --status for the partnerships."),
        )
    session.write_answer(session.catalogue().stats(*words or (), **filters))


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
