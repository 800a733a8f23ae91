"""A whole catalogue as a file: a form is one module that reads and writes, in one registry.

The door has four functions: :func:`read` and :func:`read_all` give a store, :func:`check` gives
every problem instead, and :func:`write` makes a file or folder. A module is imported when there is
a file of its form. The room knows the store, the relations, the rules and how values are rendered;
it knows no questions and no command line.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from ..i18n import translated
from ..progress import no_progress
from .input_file import InputFile, ReplacedError, open_input
from .registry import (
    FORMS,
    PARTS,
    SUFFIXES,
    AnswerChoice,
    Form,
    choose_output,
    find_form,
    recognised,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..diagnostics import Finding
    from ..errors import UtpartnersError
    from ..progress import Progress
    from ..store.store import Store

__all__ = [
    "FORMS",
    "AnswerChoice",
    "Form",
    "check",
    "choose_output",
    "damage",
    "find_form",
    "pieces",
    "read",
    "read_all",
    "read_content",
    "whole",
    "write",
]

MOST_REPLACED = 3
"""How often a folder is read again that another program replaces in the meantime."""


def whole(path: str) -> str:
    """Return the folder of a catalogue in parts for the path of a part; any other path as it is."""
    if not path.lower().endswith(".toml"):
        return path
    from .parts_folder import whole

    return whole(path)


def read(path: str, progress: Progress | None = None, *, trusted: bool = False) -> Store:
    """Return the catalogue at a path. Raises CatalogueError, saying what is wrong and where.

    Only the bundled one is ``trusted``, which came with the program.
    """
    path = whole(path)
    for _ in range(MOST_REPLACED):
        with suppress(ReplacedError):
            return _read(path, progress or no_progress, trusted=trusted)
    return _read(path, progress or no_progress, trusted=trusted)


def _read(path: str, progress: Progress, *, trusted: bool) -> Store:
    with open_input(path, trusted=trusted) as source:
        form = recognised(source)
        if form is not None:
            return cast("Store", form.load().read(source, progress))
    from .multiple import catalogues_in, read_multiple

    return read_multiple(catalogues_in(path, SUFFIXES), read, progress)


def read_content(content: bytes, name: str, progress: Progress | None = None) -> Store:
    """Return the catalogue that a file with this content has. Raises CatalogueError.

    ``name`` stands for the path in messages.
    """
    from io import BytesIO

    source = InputFile(name, BytesIO(content))
    form = cast("Form", recognised(source))
    if form.name == "db":
        from .database import read_image

        return read_image(content, name)
    return cast("Store", form.load().read(source, progress or no_progress))


def read_all(paths: Sequence[str], progress: Progress | None = None) -> Store:
    """Return the catalogues at all paths as one, each once.

    Raises CatalogueError, also where they disagree.
    """
    paths = list({_identity(path): path for path in map(whole, reversed(paths))}.values())[::-1]
    if len(paths) == 1:
        return read(paths[0], progress)
    from .multiple import read_multiple

    return read_multiple(paths, read, progress or no_progress)


def _identity(path: str) -> object:
    """Return what is the same for all spellings of a path to one file, and for links to it."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return path
    return found.st_dev, found.st_ino


def check(path: str, progress: Progress = no_progress) -> list[Finding]:
    """Return every problem of the catalogue at a path. Raises CatalogueError where none is."""
    from ..errors import UnreadableError
    from . import problems
    from .multiple import catalogues_in

    path = whole(path)
    try:
        with open_input(path) as source:
            form = recognised(source)
            if form is None:
                inner = catalogues_in(path, SUFFIXES)
                return [finding for one in inner for finding in check(one, progress)]
            if form.is_text:
                return problems.of_text(form.load().SYNTAX, source)
            if form is PARTS:
                return problems.of_parts(path)
            if form.name == "db":
                return problems.of_database(source, progress)
            with form.load().sheets(source, progress) as sheets:
                return problems.of_sheets(path, sheets)
    except UnreadableError as error:
        return problems.of_unreadable(error)


def damage(path: str, progress: Progress = no_progress) -> UtpartnersError | None:
    """Return the error for a database at a path, or in a folder there, that is damaged.

    None where its rows are right, and for any other form: only a database is asked before anybody
    has looked at its rows.
    """
    from ..errors import UtpartnersError
    from ..store.sqlite_errors import damaged
    from .multiple import catalogues_in

    try:
        with open_input(path) as source:
            form = recognised(source)
        if form is None:
            inner = (damage(one, progress) for one in catalogues_in(path, SUFFIXES))
            return next(filter(None, inner), None)
        found = check(path, progress) if form.name == "db" else []
    except UtpartnersError as error:
        return error
    first = next((one.problem for one in found if one.severity == "error"), None)
    return damaged(path, first.message) if first else None


def write(
    store: Store, path: str, form: Form, progress: Progress = no_progress, **options: bool
) -> None:
    """Write a store in a form, as a new file or folder. Raises OSError or UtpartnersError.

    A file that is not whole is for the caller to throw away: give a name that is nobody's yet.
    ``options`` are those of the form's own ``write``.
    """
    if form.is_text:
        with open(path, "x", encoding="utf-8", newline="") as file:
            file.writelines(pieces(store, form, progress))
    else:
        getattr(form.load(), form.writer)(store, path, progress, **options)


def pieces(store: Store, form: Form, progress: Progress = no_progress) -> Iterator[str]:
    """Return a store in a form that is text, in pieces. Raises CatalogueError before the first."""
    from ..store.records import records

    found = records(store)
    total = len(found.partnerships) + len(found.institutions)
    return progress(form.load().pieces(found), total, translated("Writing"))
