"""``utpartners match``"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from ...i18n import translated
from ..completion import Completes
from ..output import announce_stdin, print_notes, with_progress
from ..session import current_session

DETAILS = (
    "A name is matched if the catalogue has it, or if it is part of exactly one name. For all "
    "others, candidates are listed.\n\n"
    "With --ror, a data dump of the Research Organization Registry is searched as well, without a "
    "network. A name gets a ROR id if exactly one organisation has it, in the country that the "
    "text names. The dump is read once; its index is kept in the cache folder."
)

EXAMPLES = (
    ("utpartners match visitors.txt", "a text file with one name per line"),
    ("utpartners match visitors.csv --column University", "a column of a CSV file"),
    ("utpartners match visitors.txt --ror ror-data.zip", "each name with its ROR id"),
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
    ror: Annotated[
        str | None,
        typer.Option(
            "--ror", metavar="DUMP", help="Data dump of ROR (zip or JSON) to search as well."
        ),
        Completes("path"),
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
    answer = session.catalogue().match(texts, ror=ror, progress=with_progress).streamed()
    states: Counter[str] = Counter()
    rows = with_progress(answer.rows, len(texts), translated("Matching"))
    if ror is not None:
        place = [column.key for column in answer.columns].index("state")
        rows = _counted(rows, place, states)
    session.write_answer(answer.with_rows(rows))
    if ror is not None:
        print_notes([_totals(states)])


def _counted(
    rows: Iterable[tuple[Any, ...]], place: int, states: Counter[str]
) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        states[row[place]] += 1
        yield row


def _totals(states: Counter[str]) -> str:
    count = states.total()
    names = translated("{count} name") if count == 1 else translated("{count} names")
    said = translated(
        "{names}: {match} with a ROR id, {candidate} with candidates, {none} not found"
    )
    return said.format(
        names=names.format(count=f"{count:,}"),
        **{state: f"{states[state]:,}" for state in ("match", "candidate", "none")},
    )
