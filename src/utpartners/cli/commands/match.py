"""``utpartners match``"""

from typing import Annotated

import typer

from ...i18n import translated
from ..completion import Completes
from ..output import announce_stdin, print_notes, with_progress
from ..session import current_session

DETAILS = (
    "A name is matched if the catalogue has it, or if it is part of exactly one name. For all "
    "others, candidates are listed."
)

EXAMPLES = (
    ("utpartners match visitors.txt", "a text file with one name per line"),
    ("utpartners match visitors.csv --column University", "a column of a CSV file"),
    (
        "utpartners match visitors.csv --column University -o matched.xlsx",
        "the result as an Excel file",
    ),
)


def run(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="Text file with one name per line, or CSV; - reads standard input."
        ),
        Completes("path"),
    ],
    column: Annotated[
        str | None,
        typer.Option(
            "--column", metavar="NAME", help="Column of the CSV file that holds the names."
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            "--encoding", metavar="NAME", help="Encoding of FILE, if it is not recognised."
        ),
    ] = None,
) -> None:
    """Print which record each name of a list means."""
    from ...importing.name_list import read_names

    session = current_session(context)
    session.speak()
    if file == "-":
        announce_stdin(translated("names"))
    texts, notes = read_names(file, column, encoding)
    print_notes(notes)
    answer = session.catalogue().match(texts).streamed()
    rows = with_progress(answer.rows, len(texts), translated("Matching"))
    session.write_answer(answer.with_rows(rows))
