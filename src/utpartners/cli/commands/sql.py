"""``utpartners sql``"""

from typing import Annotated

import typer

from ...errors import UsageError
from ...i18n import translated
from ..session import current_session

DETAILS = "The tables are read-only; --schema lists them."

EXAMPLES = (
    ("utpartners sql --schema", "the tables and their columns"),
    ("utpartners sql 'SELECT kind, count(*) AS n FROM activity GROUP BY kind'", "a count by kind"),
    (
        "utpartners sql 'SELECT id, name FROM partnership' -o partners.csv",
        "the result as a CSV file",
    ),
)


def run(
    context: typer.Context,
    statement: Annotated[
        str | None, typer.Argument(metavar="'SELECT ...'", help="A single SELECT statement.")
    ] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="List the tables and their columns.")
    ] = False,
) -> None:
    """Print the rows of a query."""
    session = current_session(context)
    if schema:
        session.write_answer(session.catalogue().schema())
    elif statement is None:
        raise UsageError(
            translated("no SQL statement given"),
            "Type one in quotes, such as utpartners sql 'SELECT * FROM partnership'.",
        )
    else:
        from ...questions.sql import limit_memory

        catalogue = session.catalogue()
        limit_memory(catalogue.store)
        session.write_answer(catalogue.sql(statement))
