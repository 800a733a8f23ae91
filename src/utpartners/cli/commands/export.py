"""``utpartners export``"""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ...errors import UsageError, UtpartnersError
from ...i18n import translated
from ...questions.filters import Filters
from ..options import Limit, Sort, Words, takes
from ..output import counted_errors, print_notes, with_progress
from ..session import Session, current_session

if TYPE_CHECKING:
    from ...api import Catalogue
    from ...formats import Form
    from ...store.store import Store


DETAILS = (
    "The file extension decides what is written.\n\n"
    ".toml, .json, .db, .xlsx, .zip or a folder (NAME/): the whole catalogue, for use with "
    "--data. A folder has a CSV file for each table; with -f parts, it has a TOML file for what "
    "partnerships share and one for each partnership.\n\n"
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
    catalogue = session.catalogue()
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
        part = catalogue.part(*words or (), **filters)
        if part is not catalogue and not allow_empty:
            _require_partnerships(part, catalogue.list(*words or (), **filters).title)
        _write_whole(session, choice, part.store)
        return
    session.options = options._replace(format=choice.format or options.format)
    if choice.name in ("map", "network"):
        draw = catalogue.places if choice.name == "map" else catalogue.network
        session.write_answer(draw(*words or (), **filters))
    else:
        answer = catalogue.export(choice.name, *words or (), sort=sort, limit=limit, **filters)
        session.write_answer(answer)


def _require_partnerships(part: Catalogue, selection: str) -> None:
    """Raise UtpartnersError for a part of a catalogue without any partnership."""
    if part.store.one("SELECT 1 FROM partnership") is None:
        none = translated("nothing written: the catalogue has no such partnership ({selection})")
        raise UtpartnersError(
            none.format(selection=selection),
            translated("Change the filters, or write it nevertheless with --allow-empty."),
        )


def _left_out(store: Store) -> list[str]:
    """Return the note on what a page does not show as it is internal."""
    from ...store.public import left_out

    patterns = (
        (translated("{count} note"), translated("{count} notes")),
        (translated("{count} document"), translated("{count} documents")),
        (translated("{count} person"), translated("{count} people")),
    )
    said = [
        (one if count == 1 else several).format(count=f"{count:,}")
        for count, (one, several) in zip(left_out(store), patterns, strict=True)
        if count
    ]
    if not said:
        return []
    note = translated("Left out, as internal: {facts}.")
    return [note.format(facts=translated(", ").join(said))]


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
        backup = _backup(session, form)
        if form.is_text:
            session.write(pieces(sound, form, with_progress), what)
        else:
            session.create(lambda path: write(sound, path, form, with_progress), what)
        session.print_notes()
        print_notes([*backup, *(_left_out(sound) if form.name == "html" else ())])
        if count := sum(1 for _ in errors_in(sound)):
            is_one = sound.one("SELECT count(*) FROM main.catalogue") == (1,)
            told = (
                translated("The catalogue written has {errors}; see: {command}")
                if is_one
                else translated("The catalogue written has {errors}; check each catalogue")
            )
            command = f"utpartners check {sound.origin}"
            print_notes([told.format(errors=counted_errors(count), command=command)])


def _backup(session: Session, form: Form) -> list[str]:
    """Keep a TOML file with comments that is about to be replaced; return what is said of it."""
    from ...formats.comments import has_comments
    from ..files import write_file

    path = session.options.output
    if form.name == "parts":
        return _backup_of_folder(session)
    if form.name != "toml" or not path or not session.options.force or not has_comments(path):
        return []
    with open(path, "rb") as file:
        write_file(f"{path}.bak", [file.read()], force=True)
    kept = translated("{path} had comments, which are not written; the old file is {backup}")
    return [kept.format(path=path, backup=f"{path}.bak")]


def _backup_of_folder(session: Session) -> list[str]:
    """Keep the parts of a catalogue with comments that are about to be replaced."""
    from ...formats.comments import has_comments
    from ...formats.parts_folder import is_in_parts
    from ..files import copy_folder, names_in

    path = (session.options.output or "").rstrip("/" + os.sep)
    if not session.options.force or not is_in_parts(path):
        return []
    parts = (os.path.join(path, name) for name in names_in(path) if name.endswith(".toml"))
    if not any(map(has_comments, parts)):
        return []
    copy_folder(path, f"{path}.bak")
    kept = translated("{path} had comments, which are not written; the old folder is {backup}")
    return [kept.format(path=path, backup=f"{path}.bak")]
