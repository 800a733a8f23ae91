"""``utpartners check``"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import CatalogueError, ExitCode, UsageError
from ..output import remark
from ..render import format_of_path
from ..render.text import visible
from ..table import Column, Table
from .session import from_environment, of

if TYPE_CHECKING:
    from ..checks.findings import Finding
    from .session import Session

COLUMNS = (
    Column("file"),
    Column("line", "number"),
    Column("column", "number"),
    Column("severity"),
    Column("rule"),
    Column("record"),
    Column("message"),
    Column("hint"),
)


def run(
    context: typer.Context,
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="The TOML file; without, that of --data.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit status 1 for warnings, too.")
    ] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="The JSON Schema that editors check and complete with.")
    ] = False,
) -> None:
    """Every problem is told at once, with its line; exit status 1 says that there is an error.

    A warning is worth a look, and may be as it should. Besides the formats of every command there
    is github, the annotations of GitHub Actions.

    utpartners check catalogue.toml, utpartners check catalogue.toml -f json
    """
    session = of(context)
    paths = [file] if file else session.data or from_environment()
    if len(paths) > 1:
        raise UsageError("one file is checked at a time", f"Name it: utpartners check {paths[0]}")
    path = paths[0] if paths else None
    if schema:
        from ..schema import text

        session.write([text()])
        return
    if path is None:
        raise UsageError("no file is given", "Name it: utpartners check catalogue.toml")
    found = _findings(path)
    if session.chosen_format == "github":
        session.write(_annotation(path, finding) for finding in found)
    elif _wants_lines(session):
        session.write(_line(path, finding) for finding in found)
    else:
        session.give(Table(COLUMNS, [_row(path, finding) for finding in found]))
    grave = [finding for finding in found if strict or finding.severity == "error"]
    remark([_totals(found)])
    if grave:
        raise typer.Exit(ExitCode.CANNOT_ANSWER)


def _findings(path: str) -> list[Finding]:
    from ..checks.findings import findings, misread
    from ..sources.text import read_text
    from ..sources.toml import parsed

    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        raise CatalogueError(f"{path} is no regular file", "Write what it gives to a file first.")
    text = ""
    try:
        text = read_text(path)
        document = parsed(path, text)
    except CatalogueError as error:
        if isinstance(error.__cause__, ValueError | RecursionError):
            return misread(error.__cause__, text)
        raise
    return findings(text, document)


def _wants_lines(session: Session) -> bool:
    form = session.chosen_format or format_of_path(session.output)
    is_table = session.fields is not None or session.excel or session.no_header
    return form == "table" and not is_table


def _row(path: str, finding: Finding) -> tuple[str | int | None, ...]:
    line, column, severity, problem = finding
    hint = problem.hint or None
    return path, line, column, severity, problem.rule, problem.record, problem.what, hint


def _line(path: str, finding: Finding) -> str:
    line, _, severity, problem = finding
    return visible(f"{path}:{line}: {severity}: {problem.message}") + "\n"


def _annotation(path: str, finding: Finding) -> str:
    line, column, severity, problem = finding
    place = {"file": path, "line": line, "col": column, "title": problem.rule}
    properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items())
    return f"::{severity} {properties}::{_escaped(visible(problem.message))}\n"


def _escaped(text: str, more: str = "") -> str:
    """Text in a command of GitHub Actions, where a percent sign starts what stands for another."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _totals(found: list[Finding]) -> str:
    counts = {name: sum(f.severity == name for f in found) for name in ("error", "warning")}
    told = [f"{n} {name}{'' if n == 1 else 's'}" for name, n in counts.items() if n]
    return ", ".join(told) or "no problems"
