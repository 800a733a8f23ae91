"""``utpartners export``"""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ...errors import UsageError
from ...i18n import translated
from ...questions.filters import Filters
from ..options import Limit, Sort, Words, takes
from ..session import current_session

DETAILS = (
    "The file extension decides what is written.\n\n"
    ".toml, .json, .db, .xlsx, .zip or a folder (NAME/): the whole catalogue, for use with "
    "--data. A folder has a CSV file for each table; with -f parts, it has a TOML file for what "
    "partnerships share and one for each partnership.\n\n"
    ".parquet: the whole catalogue, for other programs.\n\n"
    ".html: a web page, with public facts and without partnerships that have ended, unless "
    "--internal or --all asks for them. With -f site, a folder (-f site -o site/) has this page in "
    "the catalogue's language and in each other one that the catalogue has names in, with links "
    "between them, and the data as files.\n\n"
    ".csv and other row formats: the links between departments and partnerships.\n\n"
    ".dot, .graphml, .gexf, .mmd: the network of departments, partnerships and institutions.\n\n"
    ".svg, .png, .pdf: the map of the partner institutions."
)

EXAMPLES = (
    ("utpartners export -o links.csv", "every link, for a spreadsheet"),
    ("utpartners export -o catalogue.db", "the whole catalogue as a database"),
    ("utpartners export --public -o open.xlsx", "only what may be published"),
)


@takes("partnerships")
def run(
    context: typer.Context,
    table: Annotated[
        Literal[
            "links",
            "partnerships",
            "institutions",
            "departments",
            "activities",
            "agreements",
            "people",
        ]
        | None,
        typer.Option(
            "--table",
            help="Write one table as rows (default for csv and other row formats: links).",
        ),
    ] = None,
    picture: Annotated[
        Literal["map", "network"] | None,
        typer.Option(
            "--picture", help="Write the map, or as rows the facts of the map or the network."
        ),
    ] = None,
    allow_empty: Annotated[
        bool,
        typer.Option(
            "--allow-empty", help="Write a catalogue even if the filters leave no partnership."
        ),
    ] = False,
    words: Words = None,
    sort: Sort = None,
    limit: Limit = None,
    *,
    filters: Filters,
) -> None:
    """Write the catalogue or a part of it."""
    from ...formats import Form, choose_output

    session = current_session(context)
    options = session.options
    choice = choose_output(options.chosen_format, options.output, table, picture)
    if isinstance(choice, Form):
        if options.is_about_rows or sort is not None or limit is not None:
            raise UsageError(
                translated(
                    "--fields, --sort, --limit, --excel and --no-header apply to rows, not to a "
                    "whole catalogue"
                ),
                translated("Choose a table, such as --table links."),
            )
        choice.require_path(options.output)
        from ..whole_catalogue import write

        write(session, choice, words or (), filters, allow_empty=allow_empty)
        return
    session.options = options._replace(format=choice.format or options.format)
    catalogue = session.catalogue()
    if choice.name in ("map", "network"):
        draw = catalogue.places if choice.name == "map" else catalogue.network
        session.write_answer(draw(*words or (), **filters))
    else:
        answer = catalogue.export(choice.name, *words or (), sort=sort, limit=limit, **filters)
        session.write_answer(answer)
