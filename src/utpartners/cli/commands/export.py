"""``utpartners export``"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ...errors import UsageError
from ..options import AllDepartments, Countries, Departments, Homes, Statuses, wanted
from ..output import remark, with_progress
from ..session import Session, current_session

if TYPE_CHECKING:
    from ...answers import Table
    from ...api import Catalogue, Wanted
    from ...formats import Form
    from ...store.store import Store


def run(
    context: typer.Context,
    table: Annotated[
        Literal["links", "partnerships", "institutions", "departments", "activities"] | None,
        typer.Option("--table", help="One table as rows (links, for csv and other forms of rows)."),
    ] = None,
    picture: Annotated[
        Literal["map", "network"] | None,
        typer.Option("--picture", help="What svg, png and pdf show; map.svg says so by itself."),
    ] = None,
    status: Statuses = None,
    country: Countries = None,
    dept: Departments = None,
    all_depts: AllDepartments = False,
    home: Homes = None,
) -> None:
    """The suffix of the file says what is written.

    .toml, .json, .db, .xlsx, .zip or a folder (NAME/): the whole catalogue, read back by --data.

    .parquet: the same for other programs. .html: a page for a web site. .csv and others: the links.

    .dot, .graphml, .gexf, .mmd: the network of departments, partnerships and institutions.

    map.svg, network.svg, or .png and .pdf: a picture.

    utpartners export -o links.csv, utpartners export -o catalogue.db, utpartners export -o map.svg
    """
    from ...formats import Form, choose_output

    session = current_session(context)
    catalogue = session.catalogue()
    filters = wanted(status, country, dept, all_depts, home)
    choice = choose_output(session.chosen_format, session.output, table, picture)
    if isinstance(choice, Form):
        _require_no_options_of_rows(session)
        choice.require_path(session.output)
        _write_whole(session, choice, catalogue.part(**filters).store)
    else:
        session.format = choice.format or session.format
        session.write_answer(_answer(catalogue, choice.name, filters))


def _require_no_options_of_rows(session: Session) -> None:
    if session.fields is not None or session.excel or session.no_header:
        raise UsageError(
            "--fields, --excel and --no-header are for rows, not for a whole catalogue",
            "Name a table of rows, such as --table links.",
        )


def _answer(catalogue: Catalogue, name: str, wanted: Wanted) -> Table:
    if name == "map":
        return catalogue.places(**wanted)
    return catalogue.network(**wanted) if name == "network" else catalogue.export(name, **wanted)


def _write_whole(session: Session, form: Form, store: Store) -> None:
    """Write a store as a catalogue; say on stderr how many errors it has there, too."""
    from ...formats import pieces, write
    from ...formats.database import verified
    from ...formats.verify import errors

    form.require_fit(store)
    with closing(verified(store, with_progress)) as sound:
        if form.is_translated and session.lang:
            sound.set_language(session.lang)
        if form.is_text:
            session.write(pieces(sound, form, with_progress))
        else:
            session.place(lambda path: write(sound, path, form, with_progress))
        if count := sum(1 for _ in errors(sound)):
            has = f"{count} error{'' if count == 1 else 's'}"
            is_one = sound.one("SELECT count(*) FROM main.catalogue") == (1,)
            how = f"see: utpartners check {sound.origin}" if is_one else "check each catalogue"
            remark([f"What was written has {has}; {how}"])
