"""Everything that is wrong with a file, whatever its form: the same rules, each with its place."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from ..checks.findings import finding, findings, in_order
from ..checks.shape import unreadable
from ..diagnostics import Place, Problem, brief_repr
from ..errors import UnreadableError
from ..formats.positions import Positions, json_places
from ..formats.syntax import misread
from . import form_of, sheets
from .several import catalogues_in
from .text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..diagnostics import Finding, Path
    from ..progress import Progress
    from ..relations.sheet import Sheet


def check(path: str, progress: Progress) -> list[Finding]:
    """Every problem of the catalogue at a path. Raises CatalogueError where there is none."""
    form = form_of(path)
    if form in ("toml", "json"):
        return _of_text(path, in_toml if form == "toml" else in_json)
    if form == "folder":
        return [one for inner in catalogues_in(path) for one in check(inner, progress)]
    try:
        if form == "database":
            return _of_database(path, progress)
        with sheets(path, form, progress) as found:
            return _of_sheets(path, found)
    except UnreadableError as error:
        place = Place(error.place, line=error.line)
        return [finding(place, unreadable(error.what, error.hint or ""))]


def _of_text(path: str, checked: Callable[[str, str], list[Finding]]) -> list[Finding]:
    text = ""
    try:
        text = read_text(path)
        return checked(path, text)
    except UnreadableError as error:
        line, column, problem = misread(error.__cause__, text)
        return [finding(Place(path, None, line, column), problem)]


def in_toml(path: str, text: str) -> list[Finding]:
    """Every problem of a TOML text. Raises UnreadableError where it is none."""
    from .toml import parsed

    def places(paths: list[Path]) -> Iterator[Place]:
        positions = Positions(text)
        return (Place(path, None, *positions.place(one)) for one in paths)

    return findings(parsed(path, text), places)


def in_json(path: str, text: str) -> list[Finding]:
    """Every problem of a JSON text. Raises UnreadableError where it is none."""
    from .json import parsed

    def places(paths: list[Path]) -> Iterator[Place]:
        return (Place(path, None, *place) for place in json_places(text, paths))

    document, repeated = parsed(path, text)
    found = map(finding, places(repeated), map(_repeated, repeated))
    return in_order([*found, *findings(document, places)])


def _repeated(path: Path) -> Problem:
    what = f"the key {brief_repr(path[-1])} stands there twice, and only the last one counts"
    return Problem(path, "catalogue file", what, "syntax")


def _of_sheets(path: str, sheets: Mapping[str, Sheet]) -> list[Finding]:
    from ..relations.document import Document

    document = Document(sheets, path)
    if not document.is_whole:  # what is not found may stand where nobody could read it
        return in_order(one for one in document.found if one.problem.rule != "dangling-reference")
    return in_order([*document.found, *findings(document.content, document.places)])


def _of_database(path: str, progress: Progress) -> list[Finding]:
    from ..store.database import damages
    from ..store.records import require_one
    from ..store.sqlite_errors import translated_errors
    from .database import database_sheets, read_database

    with closing(read_database(path)) as store:
        require_one(store)
        with translated_errors(path):
            broken = [finding(Place(path), unreadable(what)) for what in damages(store.connection)]
        return broken + _of_sheets(path, database_sheets(store, progress))
