"""Find every problem of a catalogue, whatever its form: the same rules, each with its place."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from ..checks.findings import finding, findings, in_order
from ..checks.shape import unreadable
from ..diagnostics import Place, Problem, brief_repr, catalogue_file, limited
from ..errors import UnreadableError
from ..i18n import translated
from .syntax import misread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..diagnostics import Finding, Path
    from ..model import Catalogue
    from ..progress import Progress
    from ..store.store import Store
    from .input_file import InputFile
    from .sheets import Sheet
    from .text import TextSyntax


def of_text(syntax: TextSyntax, source: InputFile) -> list[Finding]:
    """Return every problem of a file that is text."""
    text = ""
    try:
        text = syntax.text(source)
        return in_text(syntax, source.path, text)
    except UnreadableError as error:
        # Its cause knows line and column, which the error itself has put into words.
        line, column, problem = misread(error.__cause__, text)
        return [finding(Place(source.path, None, line, column), problem)]


def in_text(syntax: TextSyntax, path: str, text: str) -> list[Finding]:
    """Return every problem of a text. Raises UnreadableError where it is of another syntax."""

    def places(paths: list[Path]) -> Iterator[Place]:
        return (Place(path, None, *place) for place in syntax.places(text, paths))

    document = syntax.parsed(path, text)
    with syntax.parser_errors_translated(path, text):
        repeated = syntax.repeated(text)
    # Where nothing is wrong, the text is not searched for places: that takes as long as parsing it.
    problems = list(limited(map(_repeated, repeated)))
    found = map(finding, places([one.path for one in problems]), problems) if problems else ()
    return in_order([*found, *findings(document, places)])


def _repeated(path: Path) -> Problem:
    what = translated("duplicate key {key}", key=brief_repr(path[-1]))
    return Problem(path, catalogue_file(), what, "syntax", translated("remove one of them"))


def in_toml(path: str, text: str) -> list[Finding]:
    """Return every problem of a TOML text. Raises UnreadableError where it is none."""
    from .toml import SYNTAX

    return in_text(SYNTAX, path, text)


def of_parts(path: str) -> list[Finding]:
    """Return every problem of a catalogue in the files of a folder."""
    from .parts import Parts, check
    from .parts_folder import contents

    return in_order(check(Parts(path, contents(path))))


def of_sheets(path: str, sheets: Mapping[str, Sheet]) -> list[Finding]:
    """Return every problem of relations."""
    from .document import Document

    document = Document(sheets, path)
    if not document.is_whole:  # what is not found may stand where nobody could read it
        return in_order(one for one in document.found if one.problem.rule != "dangling-reference")
    return in_order([*document.found, *findings(document.content, document.places)])


def of_database(source: InputFile, progress: Progress) -> list[Finding]:
    """Return every problem of a database, the damage of its pages and indexes first."""
    from .database import read

    with closing(read(source, progress)) as store:
        return of_rows(store, progress)


def of_rows(store: Store, progress: Progress) -> list[Finding]:
    """Return every problem of a database that is open."""
    from ..store.database import damages
    from ..store.records import require_one
    from ..store.sqlite_errors import translated_errors
    from .database import database_sheets

    path = store.origin
    require_one(store)
    with translated_errors(path):
        broken = [finding(Place(path), unreadable(what)) for what in damages(store.connection)]
    return broken + of_sheets(path, database_sheets(store, progress))


def of_unreadable(error: UnreadableError) -> list[Finding]:
    """Return the one problem of a file that is not of its form."""
    place = Place(error.place, line=error.line)
    return [finding(place, unreadable(error.what, error.hint or ""))]


def errors_in(store: Store) -> Iterator[Problem]:
    """Return what ``check`` calls an error in a catalogue that can be asked all the same.

    The records are read back in parts, so that memory is bounded whatever the size of the store.
    """
    from ..checks.rules import RULES
    from ..store.records import parts

    # A store refuses records that contradict each other: the rules of consistency hold in any.
    rules = [rule for rule in RULES if rule.severity == "error" and not rule.is_consistency]
    of_records = [rule.check for rule in rules if rule.scope == "record"]
    for part in parts(store):
        for check in of_records:
            yield from check(part)
    of_statuses = [rule.check for rule in rules if rule.scope == "status"]
    for catalogue in _catalogues(store):
        for part in _with_statuses(catalogue):
            for check in of_statuses:
                yield from check(part)


_OF_CATALOGUES = "SELECT json_group_array(pk) FROM main.partnership GROUP BY catalogue"


def _catalogues(store: Store) -> Iterator[Store]:
    """Yield a store, or where it has several catalogues, each as a store: it has its statuses."""
    from ..store.part import part

    if store.one("SELECT count(*) FROM main.catalogue") == (1,):
        yield store
        return
    for (partnerships,) in list(store.rows(_OF_CATALOGUES)):
        with closing(part(store, json.loads(partnerships))) as one:
            yield one


def _with_statuses(store: Store) -> Iterator[Catalogue]:
    """Yield the partnerships of a catalogue, some at a time, with all statuses, if it has any."""
    from ..store.records import parts

    statuses = [status for some in parts(store, "status") for status in some.statuses]
    for some in parts(store, "partnership") if statuses else ():
        some.statuses = statuses
        yield some
