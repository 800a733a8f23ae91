"""Read several catalogues as one: those of a list of paths, or of a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import CatalogueError
from ..i18n import translated
from .descriptor import NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..progress import Progress
    from ..store.store import Store

SCHEMA = ".schema.json"
"""End of the name of a JSON Schema, which editors read beside a catalogue, and which is none."""


def is_package(path: str) -> bool:
    """Return whether a folder is itself a catalogue."""
    return os.path.lexists(os.path.join(path, NAME))


def catalogues_in(folder: str, suffixes: Sequence[str]) -> list[str]:
    """Return the paths of the catalogues in a folder, by name.

    Files with one of the ``suffixes`` are meant, and folders that are data packages. Raises
    CatalogueError where there is none.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted(
                entry.path
                for entry in entries
                if not entry.name.startswith(".") and _is_catalogue(entry, tuple(suffixes))
            )
    except OSError as error:
        from ..unreadable import cannot_read  # only for this error

        raise cannot_read(folder, error, CatalogueError) from error
    if not found:
        raise CatalogueError(
            translated("no catalogue in the folder {folder}", folder=folder),
            translated(
                "A folder of catalogues contains {values} or similar files; "
                "a folder that is itself a catalogue (a data package) contains {name}.",
                values=", ".join(suffixes[:3]),
                name=NAME,
            ),
        )
    return found


def _is_catalogue(entry: os.DirEntry[str], suffixes: tuple[str, ...]) -> bool:
    try:
        if entry.is_dir():
            return is_package(entry.path)
    except OSError:  # a link that leads to itself: to open it says so, with its name
        pass
    name = entry.name.lower()
    return name.endswith(suffixes) and not name.endswith(SCHEMA) and not _is_of_other(name)


def _is_of_other(name: str) -> bool:
    """Return whether a file is one that Excel or Windows keeps beside those of people."""
    return name.startswith("~$") or name in ("thumbs.db", "ehthumbs.db", "ehthumbs_vista.db")


def read_multiple(
    paths: Sequence[str], read: Callable[[str, Progress], Store], progress: Progress
) -> Store:
    """Return the catalogues at some paths, each given by ``read``, as one.

    Raises CatalogueError, also where they disagree.
    """
    stores: list[Store] = []
    try:
        for path in paths:
            stores.append(read(path, progress))
        if len(stores) == 1:
            return stores.pop()  # popped, so that it is not closed below
        from ..store.merge import merge

        return merge(stores)
    finally:
        for store in stores:
            store.close()
