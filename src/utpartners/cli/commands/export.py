"""``utpartners export``"""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ...errors import UsageError
from ...questions.filters import PartnershipFilters
from ...render import LINKED
from ..options import takes
from ..output import remark, with_progress
from ..session import Session, current_session

if TYPE_CHECKING:
    from ...answers import Table
    from ...api import Catalogue
    from ...exporters import Form
    from ...store.store import Store

PICTURES = ("map", "network")


@takes(PartnershipFilters, "status", "country", "dept", "all_depts", "home")
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
    *,
    filters: PartnershipFilters,
) -> None:
    """The suffix of the file says what is written.

    .toml, .json, .db, .xlsx, .zip or a folder (NAME/): the whole catalogue, read back by --data.

    .parquet: the same for other programs. .html: a page for a web site. .csv and others: the links.

    .dot, .graphml, .gexf, .mmd: the network of departments, partnerships and institutions.

    map.svg, network.svg, or .png and .pdf: a picture.

    utpartners export -o links.csv, utpartners export -o catalogue.db, utpartners export -o map.svg
    """
    from ...exporters import form

    session = current_session(context)
    catalogue = session.catalogue()
    named = _named(session, table, picture)
    form_ = form(session.chosen_format, session.output) if named is None else None
    if form_ and (session.fields is not None or session.excel or session.no_header):
        raise UsageError(
            "--fields, --excel and --no-header are for rows, not for a whole catalogue",
            "Name a table of rows, such as --table links.",
        )
    if form_ is None:
        session.write_answer(_answer(catalogue, named or _meant(session), filters))
    elif not form_.is_text and session.output in (None, "-"):
        raise UsageError(
            f"{form_.name} is written to a file", f"Give one: -o catalogue{form_.suffixes[0]}"
        )
    else:
        _write_whole(session, form_, catalogue.part(**filters).store)


def _named(session: Session, table: str | None, picture: str | None) -> str | None:
    """The answer that the options name. Raises UsageError where they name two."""
    if table and picture:
        raise UsageError("--table and --picture ask for different things", "Leave one of them out.")
    if picture and session.output in (None, "-") and session.chosen_format is None:
        session.format = "svg"
    return table or picture


def _meant(session: Session) -> str:
    """The answer that the format asks for. Raises UsageError for a picture of either kind."""
    format = session.answer_format
    if not format.shapes:
        return "links"
    if format.shapes == LINKED:
        return "network"
    stem = os.path.splitext(os.path.basename(session.output or ""))[0].lower()
    if stem in PICTURES:
        return stem
    raise UsageError(
        "export has two pictures, the map and the network",
        f"Say which: --picture map or --picture network, or name the file map.{format.name}.",
    )


def _answer(catalogue: Catalogue, name: str, filters: PartnershipFilters) -> Table:
    if name == "map":
        return catalogue.places(**filters)
    if name == "network":
        return catalogue.network(**filters)
    return catalogue.export(name, **filters)


def _write_whole(session: Session, form: Form, store: Store) -> None:
    """Write a store as a catalogue; tell of the errors that it has there, too."""
    from ...exporters.verify import errors, verified

    form.require(store)
    with closing(verified(store, with_progress)) as sound:
        _write(session, form, sound)
        if count := sum(1 for _ in errors(sound)):
            has = f"{count} error{'' if count == 1 else 's'}"
            is_one = sound.one("SELECT count(*) FROM main.catalogue") == (1,)
            how = f"see: utpartners check {sound.origin}" if is_one else "check each catalogue"
            remark([f"What was written has {has}; {how}"])


def _write(session: Session, form: Form, store: Store) -> None:
    if form.is_text:
        from ...store.records import records

        found = records(store)
        total = len(found.partnerships) + len(found.institutions)
        session.write(with_progress(form.export()(found), total, "Writing"))
    else:
        if form.is_spoken and session.lang:
            store.set_language(session.lang)
        write = form.write()
        session.place(lambda path: write(store, path, with_progress))
