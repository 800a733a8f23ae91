"""``utpartners import``"""
# ruff: noqa: N999 the module has the name of its command, which is imported by that name

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import ExitCode, UtpartnersError
from ...i18n import translated
from ..completion import Completes
from ..output import print_notes, with_progress
from ..session import current_session

if TYPE_CHECKING:
    from ...importing.importer import Import

DETAILS = (
    "Without --write, nothing in the catalogue changes: each row is shown with what it says. The "
    "map beside the sheet says what each column holds and how unclear values are read; edit it and "
    "run the command again. Rows that need a decision are left out, and are saved in "
    "SHEET.rest.csv with --write. The exit status is 1 while there are such rows."
)

EXAMPLES = (
    (
        "utpartners import list.xlsx --into ours.toml --home 'Kita University, Japan'",
        "what each row says, for a new catalogue",
    ),
    ("utpartners import list.xlsx --into ours.toml --write", "write the rows that are ready"),
    (
        "utpartners import list.xlsx --into ours.toml --explain 'Date signed'",
        "how the values of a column were understood",
    ),
)

MOST_CHANGES = 10
"""Lines of what would change in the catalogue that are shown below the rows."""


def run(
    context: typer.Context,
    sheet: Annotated[
        str,
        typer.Argument(metavar="SHEET", help="The list: csv, tsv, xlsx, xls or ods."),
        Completes("path"),
    ],
    into: Annotated[
        str,
        typer.Option(
            "--into",
            metavar="PATH",
            help="Catalogue to import into: a TOML file, or a folder of parts.",
        ),
        Completes("path"),
    ],
    map: Annotated[
        str | None,
        typer.Option(
            "--map",
            metavar="FILE",
            help="File that says how the sheet is read (default: SHEET with the extension "
            ".map.toml; the first run creates it).",
        ),
        Completes("path"),
    ] = None,
    sheet_name: Annotated[
        str | None,
        typer.Option("--sheet", metavar="NAME", help="Sheet of the workbook (default: all)."),
    ] = None,
    header: Annotated[
        int | None,
        typer.Option("--header", min=1, metavar="N", help="Row of the header."),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="Encoding of a text file."),
    ] = None,
    home: Annotated[
        str | None,
        typer.Option(
            "--home", metavar="NAME", help="Your university and its country, for a new catalogue."
        ),
    ] = None,
    prefer: Annotated[
        str | None,
        typer.Option(
            "--prefer",
            metavar="sheet",
            help="Let the sheet replace values that were entered in the catalogue by hand.",
        ),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="COLUMN",
            help="Show the values of a column and how each was understood.",
        ),
    ] = None,
    changes: Annotated[
        bool, typer.Option("--changes", help="Show what would change in the catalogue instead.")
    ] = False,
    write: Annotated[
        bool,
        typer.Option("--write", help="Write the rows that are ready into the catalogue."),
    ] = False,
) -> None:
    """Compare a spreadsheet with a catalogue row by row, and write what is ready."""
    from ...errors import UsageError
    from ...importing.importer import Import, Options

    if prefer not in (None, "sheet"):
        raise UsageError(
            translated("--prefer: there is no '{value}'").format(value=prefer),
            translated("Choose from: {values}.").format(values="sheet"),
        )
    session = current_session(context)
    session.speak()
    options = Options(map, sheet_name, header, encoding, home, prefer == "sheet")
    found = Import(sheet, into, options, with_progress)
    if explain is not None:
        session.write_answer(found.explain(explain))
        return
    from ...questions.diff import diff

    difference = diff(*found.before_and_after())
    lines = [str(row[-1]) for row in islice(difference, MOST_CHANGES + 1)]
    session.write_answer(difference if changes else found.answer())
    print_notes(_notes(found, lines, is_about_changes=changes))
    _write_map(found, sheet, is_wanted=map is None)
    if write:
        _write(found, sheet)
    elif not found.is_nothing_to_do:
        print_notes(
            [translated("Nothing was written. To write the rows that are ready, add --write.")]
        )
    if found.needs_look:
        raise typer.Exit(ExitCode.CANNOT_ANSWER)


def _notes(found: Import, lines: list[str], *, is_about_changes: bool) -> list[str]:
    """Return what is told below the rows: how they were read, counts, and what would change."""
    notes = list(dict.fromkeys(found.notes))
    unused = [label for label, guess in found.guesses.items() if guess.use.field == "ignore"]
    if unused:
        said = translated("Columns not used: {columns}")
        notes.append(said.format(columns=translated(", ").join(unused)))
    notes.append(found.summary())
    if found.gone:
        said = translated("No longer in the sheet, and kept in the catalogue: {records}")
        shown = found.gone[:5]
        notes.append(said.format(records="; ".join(shown)) + (" …" if len(found.gone) > 5 else ""))
    if found.is_nothing_to_do:
        notes.append(
            translated("Nothing to do for the rows that are ready.")
            if found.needs_look
            else translated("Nothing to do: the catalogue has all of this.")
        )
    elif not is_about_changes:
        notes.append(translated("What changes in the catalogue:"))
        notes += [f"  {line}" for line in lines[:MOST_CHANGES]]
        if len(lines) > MOST_CHANGES:
            notes.append("  " + translated("… all of it: add {option}").format(option="--changes"))
    return notes


def _write_map(found: Import, sheet: str, *, is_wanted: bool) -> None:
    """Write the map in the first run."""
    if found.map.exists or not is_wanted:
        return
    from ..files import write_file

    try:
        write_file(found.map.path, found.map_text())
    except UtpartnersError as error:  # the rows are read all the same
        print_notes([error.message])
        return
    print_notes(
        [
            translated("Written: {file}, how the sheet is read. Edit it where it is wrong.").format(
                file=found.map.path
            )
        ]
    )


def _write(found: Import, sheet: str) -> None:
    """Write the catalogue, what was taken, and the rows that are left."""
    from ...importing import rest, taken
    from ..changed_files import write_changed
    from ..files import write_file

    if not found.is_nothing_to_do:
        print_notes(write_changed(found.target.book, found.changed().files))
    write_file(taken.path_of(sheet), found.taken_text(), force=True)
    path = rest.path_of(sheet)
    if found.needs_look:
        write_file(path, found.rest_text(), force=True)
        print_notes([translated("Written: {file}, the rows that are left.").format(file=path)])
    elif os.path.exists(path):
        os.unlink(path)
        print_notes([translated("Removed: {file}, as no rows are left.").format(file=path)])
