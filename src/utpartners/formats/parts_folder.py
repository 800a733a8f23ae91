"""Which files of a folder are the parts of a catalogue, and what they contain."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import CatalogueError, UnreadableError, reason
from ..i18n import translated
from .input_file import LARGEST
from .pending import pending

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = "catalogue.toml"
"""The file of all tables but the partnerships."""

FOLDER = "partnerships"
"""The folder of the files of the partnerships."""

ORDER = "order.txt"
"""Ids of partnerships, a line for each, where they are not in the order of their file names."""

OWN_OF_IMPORT = ".map.toml"
"""End of the name of a file that says how a sheet is imported, and which is no catalogue."""


def is_in_parts(folder: str) -> bool:
    """Return whether a folder is a catalogue in parts.

    It has the shared file and, beside it, a folder ``partnerships`` with TOML files, or with
    nothing yet. A folder of that name with documents only is somebody's own.
    """
    if not os.path.isfile(os.path.join(folder, SHARED)):
        return False
    try:
        names = os.listdir(os.path.join(folder, FOLDER))
    except OSError:
        return False
    names = [name for name in names if not _is_hidden(name)]
    return not names or any(name.lower().endswith(".toml") for name in names)


def whole(path: str) -> str:
    """Return the folder of a catalogue in parts for the path of a part; any other path as it is."""
    folder, name = os.path.split(path)
    if name == SHARED:
        return (folder or ".") if is_in_parts(folder or ".") else path
    absolute, part = os.path.split(os.path.abspath(folder or "."))
    if part != FOLDER or not name.lower().endswith(".toml") or not is_in_parts(absolute):
        return path
    return os.path.dirname(folder) or ("." if folder else "..")


def contents(folder: str) -> dict[str, bytes | UnreadableError]:
    """Return the content of each part by its name, such as ``partnerships/anu.toml``.

    For what cannot be read, or does not belong there, the error that says so. Raises
    CatalogueError where the folder itself cannot be read.
    """
    try:
        moved = pending(folder)
        names = [SHARED, *_optional(folder, moved), *_partnerships(folder, moved)]
        return {
            **{name: _content(folder, name, moved.get(name, name)) for name in names},
            **dict(_strays(folder)),
        }
    except OSError as error:
        from ..unreadable import cannot_read  # only for this error

        raise cannot_read(error.filename or folder, error, CatalogueError) from error


def _is_hidden(name: str) -> bool:
    """Return whether a file is one that a system or an editor keeps beside those of people."""
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() == "thumbs.db"


def _optional(folder: str, moved: dict[str, str | None]) -> list[str]:
    is_there = moved[ORDER] if ORDER in moved else os.path.lexists(os.path.join(folder, ORDER))
    return [ORDER] if is_there else []


def _partnerships(folder: str, moved: dict[str, str | None]) -> list[str]:
    found = {
        f"{FOLDER}/{name}"
        for name in os.listdir(os.path.join(folder, FOLDER))
        if not _is_hidden(name)
    }
    found |= {name for name in moved if name.startswith(f"{FOLDER}/")}
    return sorted(name for name in found if name not in moved or moved[name] is not None)


def _content(folder: str, name: str, actual: str | None) -> bytes | UnreadableError:
    """Return what a part contains; ``actual`` is where its content is."""
    path = os.path.join(folder, *(actual or name).split("/"))
    shown = os.path.join(folder, *name.split("/"))
    if name.startswith(FOLDER) and not name.lower().endswith(".toml"):
        return UnreadableError(
            shown,
            translated("only the TOML files of partnerships belong in this folder"),
            translated("move it to another folder"),
        )
    root = os.path.realpath(folder)
    if os.path.realpath(path) != os.path.join(root, *(actual or name).split("/")):
        what = translated("this is a link to another file")
        return UnreadableError(shown, what, translated("put the file itself here"))
    if os.path.lexists(path) and not os.path.isfile(path):
        return UnreadableError(shown, translated("not a regular file"))
    try:
        with open(path, "rb") as file:
            return file.read(LARGEST + 1)  # the reader says that it is too large
    except OSError as error:
        return UnreadableError(shown, reason(error))


def _strays(folder: str) -> Iterator[tuple[str, UnreadableError]]:
    """Yield the TOML files beside the shared one, which might be taken for parts."""
    for name in sorted(os.listdir(folder)):
        if _is_stray(name):
            what = translated("not a part of the catalogue, which is {files}")
            yield (
                name,
                UnreadableError(
                    os.path.join(folder, name),
                    what.format(files=f"{SHARED}, {FOLDER}/*.toml"),
                    translated("move it to another folder"),
                ),
            )


def _is_stray(name: str) -> bool:
    ending = name.lower()
    is_toml = ending.endswith(".toml") and not ending.endswith(OWN_OF_IMPORT)
    return is_toml and name != SHARED and not _is_hidden(name)
