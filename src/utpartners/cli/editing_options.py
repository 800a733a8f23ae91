"""What ``rename`` and ``merge`` share: their options, the catalogue that they edit, the answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from .. import agreement_state, edtf, shell
from ..errors import UsageError, UtpartnersError
from ..i18n import translated
from .completion import Completes
from .output import print_notes
from .session import paths_from_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..editing.book import Book, Document
    from ..editing.change import Removal
    from .session import Session

Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Kind of record: department, institution or partnership; or several, with commas.",
    ),
    Completes("record kind"),
]

Year = Annotated[
    str | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        help="When the old name was last used, such as 2025 or 2026-03 (default: this year).",
    ),
]

Write = Annotated[bool, typer.Option("--write", help="Write the change into the catalogue.")]

MOST_ERRORS = 10
"""Errors of a result that are listed."""

_YEAR = re.compile(r"\d{4}(-\d\d){0,2}\Z", re.ASCII)


def kinds_of(text: str | None) -> list[str]:
    """Return the kinds that an option names. Raises UsageError for what is no kind."""
    from ..editing.choose import KINDS

    found = [one.strip().lower() for one in (text or "").split(",") if one.strip()]
    for kind in found:
        if kind not in KINDS:
            raise UsageError(
                translated("--kind: there is no '{value}'").format(value=kind),
                translated("Choose from: {values}.").format(values=", ".join(KINDS)),
            )
    return list(dict.fromkeys(found))


def year_of(text: str | None) -> str:
    """Return a year, month or day, this year by default. Raises UsageError for what is none."""
    if text is None:
        return agreement_state.today()[:4]
    hint = translated("Write it as {values}.").format(values="2025, 2025-03, 2025-03-31")
    if not _YEAR.match(text):
        what = translated("{when} is not a date", when=f"'{text}'")
        raise UsageError(f"--year: {what}", hint)
    try:
        edtf.bounds(text)
    except ValueError as error:
        raise UsageError(f"--year: {error}", hint) from error
    return text


def opened_book(session: Session, command: str) -> Book:
    """Return the catalogue that the options or the environment name, to be edited.

    Raises UtpartnersError for the bundled one, for several, and for one in another form.
    """
    paths = session.options.data or paths_from_environment()
    if not paths:
        raise UtpartnersError(
            translated("the bundled catalogue cannot be edited"),
            "\n".join(
                [
                    translated("Export it first, and edit your copy:"),
                    "  utpartners export -o ours.toml",
                    f"  {command} --data ours.toml",
                ]
            ),
        )
    if len(paths) > 1:
        raise UsageError(
            translated("one catalogue is edited at a time, not {count}").format(count=len(paths)),
            translated("Name the one to edit: {command}").format(
                command=f"--data {shell.word(paths[0])}"
            ),
        )
    from ..editing.book import open_book

    return open_book(paths[0])


def finish(
    session: Session,
    book: Book,
    after: Document,
    removals: Sequence[Removal],
    notes: Sequence[str],
    *,
    write: bool,
) -> None:
    """Show what changes, and write it if that is asked for.

    Raises UtpartnersError where the catalogue would have errors.
    """
    from ..editing.book import records_of
    from ..editing.change import changed, new_errors
    from ..questions.diff import diff
    from .changed_files import write_changed

    found = changed(book, after, removals)
    if errors := new_errors(book, found.result):
        shown = [f"{one.place}: {one.problem.message}" for one in errors[:MOST_ERRORS]]
        if len(errors) > MOST_ERRORS:
            shown.append(translated("and {left} more", left=len(errors) - MOST_ERRORS))
        raise UtpartnersError(
            "\n".join([translated("the catalogue would then have errors:"), *shown]),
            translated("Nothing was written."),
        )
    session.write_answer(diff(book.records(), records_of(book.path, after)))
    print_notes(notes)
    if write:
        print_notes(write_changed(book, found.files))
    else:
        print_notes([translated("Nothing was written. To write this change, add --write.")])
