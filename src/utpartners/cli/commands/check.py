"""``utpartners check``"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ...answers import Column, Table
from ...errors import ExitCode, UsageError
from ...i18n import translated
from ...render import format_of_path
from ...visible import visible
from ..completion import Completes
from ..output import counted_errors, print_notes, with_progress
from ..session import current_session, paths_from_environment

if TYPE_CHECKING:
    from ...diagnostics import Finding
    from ..session import Session

COLUMNS = (
    Column("file"),
    Column("line", "number"),
    Column("column", "number"),
    Column("severity", means="word"),
    Column("rule"),
    Column("record"),
    Column("message"),
    Column("hint"),
    Column("table"),
)


DETAILS = (
    "All problems are reported at once. The exit status is 1 if there is an error.\n\n"
    "Several files are checked one after the other, each by itself; a part of a catalogue in a "
    "folder stands for the whole. The rules are the same for "
    "every form of a catalogue. For CSV and Excel files the row is given instead of the line; "
    "for databases, only the table. A warning points to something "
    "unusual that may nevertheless be correct. In addition to the usual formats, -f github "
    "writes annotations for GitHub Actions."
)

EXAMPLES = (
    ("utpartners check catalogue.toml", "errors and warnings, with line numbers"),
    ("utpartners check catalogue.toml --strict", "fail if there are warnings, too"),
    ("utpartners check catalogue.toml -f json", "the problems for another program"),
)


def run(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help="Catalogue files to check, in any form (default: those given with --data).",
        ),
        Completes("path"),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with status 1 for warnings too.")
    ] = False,
    schema: Annotated[
        bool,
        typer.Option(
            "--schema",
            help="Print the JSON Schema with which editors check and complete catalogues.",
        ),
    ] = False,
) -> None:
    """Print the problems of a catalogue."""
    session = current_session(context)
    paths = files or session.options.data or paths_from_environment()
    if schema:
        from ...formats.json_schema import text

        session.write([text()])
        return
    if session.options.chosen_format != "github" and session.answer_format.shapes:
        raise session.answer_format.refusal("check")
    if not paths:
        raise UsageError(
            translated("no catalogue file given"),
            translated("Name it: {command}", command="utpartners check catalogue.toml"),
        )
    from ...formats import check, whole

    session.speak()
    # Each by itself, and each once: pre-commit gives all that were changed, also all parts of one.
    wholes = dict.fromkeys(map(whole, paths))
    found = [finding for path in wholes for finding in check(path, with_progress)]
    if session.options.chosen_format == "github":
        session.write(map(_annotation, found))
    elif _wants_lines(session):
        session.write(map(_line, found))
    else:
        session.write_answer(Table(COLUMNS, list(map(_row, found))))
    print_notes([_totals(found)])
    if any(strict or finding.severity == "error" for finding in found):
        raise typer.Exit(ExitCode.CANNOT_ANSWER)


def _wants_lines(session: Session) -> bool:
    options = session.options
    form = options.chosen_format or format_of_path(options.output)
    # An option about columns makes no sense for lines, and so asks for the table.
    return form == "table" and not options.is_about_rows


def _row(finding: Finding) -> tuple[str | int | None, ...]:
    (file, table, line, column), severity, problem = finding
    hint = problem.hint or None
    return file, line, column, severity, problem.rule, problem.record, problem.what, hint, table


def _line(finding: Finding) -> str:
    place, severity, problem = finding
    return visible(f"{place}: {translated(severity)}: {problem.message}") + "\n"


def _annotation(finding: Finding) -> str:
    (file, table, line, column), severity, problem = finding
    place = {"file": file, "line": line, "col": column, "title": problem.rule}
    properties = ",".join(
        f"{key}={_escaped(str(value), ':,')}" for key, value in place.items() if value is not None
    )
    message = f"{table}: {problem.message}" if table else problem.message
    return f"::{severity} {properties}::{_escaped(visible(message))}\n"


def _escaped(text: str, more: str = "") -> str:
    """Return a text with percent escapes, as the commands of GitHub Actions want it."""
    # The percent sign first: those of the escapes themselves must stay.
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _totals(found: list[Finding]) -> str:
    errors, warnings = (sum(one.severity == name for one in found) for name in ("error", "warning"))
    parts = [counted_errors(errors)] if errors else []
    if warnings:
        pattern = translated("{count} warning") if warnings == 1 else translated("{count} warnings")
        parts.append(pattern.format(count=warnings))
    return translated(", ").join(parts) or translated("no problems")
