"""``utpartners export``"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..errors import UsageError
from ..output import remark, with_progress
from .options import AllDepartments, Countries, Departments, Homes, Statuses, wanted
from .session import Session, of

if TYPE_CHECKING:
    from ..exporters import Form
    from ..store.store import Store


def run(
    context: typer.Context,
    table: Annotated[
        Literal["links", "partnerships", "institutions", "departments", "activities"] | None,
        typer.Option("--table", help="One table as rows (links, for csv and other forms of rows)."),
    ] = None,
    status: Statuses = None,
    country: Countries = None,
    dept: Departments = None,
    all_depts: AllDepartments = False,
    home: Homes = None,
) -> None:
    """The whole catalogue goes to .toml, .json, .db, .xlsx, .zip, .parquet, or a folder (NAME/).

    All but Parquet are read back by --data. To csv and other forms of rows go the links.

    utpartners export -o links.csv, utpartners export -o catalogue.db
    """
    from ..exporters import form

    session = of(context)
    catalogue = session.catalogue()
    filters = wanted(status, country, dept, all_depts, home)
    form_ = form(session.chosen_format, session.output) if table is None else None
    if form_ and (session.fields is not None or session.excel or session.no_header):
        raise UsageError(
            "--fields, --excel and --no-header are for rows, not for a whole catalogue",
            "Name a table of rows, such as --table links.",
        )
    if form_ is None:
        session.give(catalogue.export(table or "links", **filters))
    elif not form_.is_text and session.output in (None, "-"):
        raise UsageError(
            f"{form_.name} is written to a file", f"Give one: -o catalogue{form_.suffixes[0]}"
        )
    else:
        _write_whole(session, form_, catalogue.part(**filters).store)


def _write_whole(session: Session, form: Form, store: Store) -> None:
    """Write a store as a catalogue; tell of the errors that it has there, too."""
    from ..exporters.verify import errors, verified

    with closing(verified(store, with_progress)) as sound:
        _write(session, form, sound)
        if count := sum(1 for _ in errors(sound)):
            has = f"{count} error{'' if count == 1 else 's'}"
            is_one = sound.one("SELECT count(*) FROM main.catalogue") == (1,)
            how = f"see: utpartners check {sound.origin}" if is_one else "check each catalogue"
            remark([f"What was written has {has}; {how}"])


def _write(session: Session, form: Form, store: Store) -> None:
    if form.is_text:
        from ..store.records import records

        found = records(store)
        total = len(found.partnerships) + len(found.institutions)
        session.write(with_progress(form.export()(found), total, "Writing"))
    else:
        write = form.write()
        session.place(lambda path: write(store, path, with_progress))
