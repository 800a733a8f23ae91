"""Reads several catalogues as one: those of a list of paths, or of a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import CatalogueError
from .descriptor import NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..progress import Progress
    from ..store.store import Store

SUFFIXES = (".toml", ".json", ".db", ".sqlite", ".sqlite3", ".zip", ".xlsx")
"""Ends of the names of files that a folder of catalogues is made of."""

SCHEMA = ".schema.json"
"""What editors read beside a catalogue; it is none."""


def is_package(path: str) -> bool:
    """Whether a folder is itself a catalogue."""
    return os.path.lexists(os.path.join(path, NAME))


def catalogues_in(folder: str) -> list[str]:
    """The paths of the catalogues in a folder, by name. Raises CatalogueError where none is."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(
                entry.path
                for entry in entries
                if not entry.name.startswith(".") and _is_catalogue(entry)
            )
    except OSError as error:
        raise CatalogueError(f"cannot read {folder}: {error.strerror or error}") from error
    if not found:
        raise CatalogueError(
            f"{folder} is a folder with no catalogue in it",
            f"A folder of catalogues has {', '.join(SUFFIXES[:3])} or other such files; "
            f"one that is itself a catalogue, a data package, has {NAME}.",
        )
    return found


def _is_catalogue(entry: os.DirEntry[str]) -> bool:
    if entry.is_dir():
        return is_package(entry.path)
    name = entry.name.lower()
    return name.endswith(SUFFIXES) and not name.endswith(SCHEMA)


def read_several(
    paths: Sequence[str], read: Callable[[str, Progress | None], Store], progress: Progress | None
) -> Store:
    """The catalogues at some paths, each given by ``read``, as one. Raises CatalogueError."""
    stores: list[Store] = []
    try:
        for path in paths:
            stores.append(read(path, progress))
        if len(stores) == 1:
            return stores.pop()
        from ..store.merge import merge

        return merge(stores)
    finally:
        for store in stores:
            store.close()
