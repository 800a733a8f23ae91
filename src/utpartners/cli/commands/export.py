"""``utpartners export``"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ...errors import UsageError
from ...i18n import translated
from ...questions.filters import PartnershipFilters
from ..options import takes
from ..output import counted_errors, print_notes, with_progress
from ..session import Session, current_session

if TYPE_CHECKING:
    from ...answers import Table
    from ...api import Catalogue
    from ...formats import Form
    from ...store.store import Store


DETAILS = (
    "The file extension decides what is written.\n\n"
    ".toml, .json, .db, .xlsx, .zip or a folder (NAME/): the whole catalogue, for use with "
    "--data.\n\n"
    ".parquet: the whole catalogue, for other programs.\n\n"
    ".html: a web page. .csv and other row formats: the links between departments and "
    "partnerships.\n\n"
    ".dot, .graphml, .gexf, .mmd: the network of departments, partnerships and institutions.\n\n"
    ".svg, .png, .pdf: the map of the partner institutions."
)

EXAMPLES = (
    ("utpartners export -o links.csv", "every link, for a spreadsheet"),
    ("utpartners export -o catalogue.db", "the whole catalogue as a database"),
    ("utpartners export -o map.svg", "a map of the partners"),
)


@takes(PartnershipFilters, "status", "country", "dept", "all_depts", "home")
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
    *,
    filters: PartnershipFilters,
) -> None:
    """Write the catalogue or a part of it."""
    from ...formats import Form, choose_output

    session = current_session(context)
    catalogue = session.catalogue()
    options = session.options
    choice = choose_output(options.chosen_format, options.output, table, picture)
    if isinstance(choice, Form):
        if options.is_about_rows:
            raise UsageError(
                translated(
                    "--fields, --excel and --no-header apply to rows, not to a whole catalogue"
                ),
                translated("Choose a table, such as --table links."),
            )
        choice.require_path(options.output)
        _write_whole(session, choice, catalogue.part(**filters).store)
    else:
        session.options = options._replace(format=choice.format or options.format)
        session.write_answer(_answer(catalogue, choice.name, filters))


def _answer(catalogue: Catalogue, name: str, filters: PartnershipFilters) -> Table:
    if name == "map":
        return catalogue.places(**filters)
    if name == "network":
        return catalogue.network(**filters)
    return catalogue.export(name, **filters)


def _write_whole(session: Session, form: Form, store: Store) -> None:
    """Write a store as a catalogue; say on stderr how many errors it has there, too."""
    from ...formats import pieces, write
    from ...formats.database import verified
    from ...formats.problems import errors_in

    form.require_fit(store)
    (count,) = store.one("SELECT count(*) FROM partnership") or (0,)
    what = translated("{count} partnerships") if count != 1 else translated("{count} partnership")
    what = what.format(count=count)
    with closing(verified(store, with_progress)) as sound:
        if form.is_translated and session.options.lang:
            sound.set_language(session.options.lang)
        if form.is_text:
            session.write(pieces(sound, form, with_progress), what)
        else:
            session.create(lambda path: write(sound, path, form, with_progress), what)
        if count := sum(1 for _ in errors_in(sound)):
            is_one = sound.one("SELECT count(*) FROM main.catalogue") == (1,)
            told = (
                translated("The catalogue written has {errors}; see: {command}")
                if is_one
                else translated("The catalogue written has {errors}; check each catalogue")
            )
            command = f"utpartners check {sound.origin}"
            print_notes([told.format(errors=counted_errors(count), command=command)])
