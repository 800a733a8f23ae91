"""Reading catalogues: which form a path has is decided here, by what is in it.

Each form has a module of its own, which is imported when there is one to read.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from ..errors import CatalogueError
from .database import MAGIC, read_database

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..store.store import Store
    from ..store.watch import Watch

_ZIP = b"PK\x03\x04"
_BEFORE_JSON = b"\xef\xbb\xbf \t\r\n"


def read(path: str, watch: Watch | None = None, *, trusted: bool = False) -> Store:
    """The catalogue at ``path``. Raises CatalogueError, saying what is wrong and where.

    Only the bundled one is ``trusted``, which came with the program.
    """
    start = _start(path)
    if start is not None and start.startswith(MAGIC):
        return read_database(path, trusted=trusted)
    from ..store.watch import unwatched

    watch = watch or unwatched
    if start is None:
        return _read_folder(path, watch)
    if start.startswith(_ZIP):
        from .archive import read_archive

        return read_archive(path, watch)
    if start.lstrip(_BEFORE_JSON).startswith(b"{"):
        from .json import read_json

        return read_json(path, watch)
    from .toml import read_toml

    return read_toml(path, watch)


def read_all(paths: Sequence[str], watch: Watch | None = None) -> Store:
    """The catalogues at all ``paths`` as one. Raises CatalogueError, also where they disagree."""
    if len(paths) == 1:
        return read(paths[0], watch)
    from .several import read_several

    return read_several(paths, read, watch)


def _read_folder(path: str, watch: Watch) -> Store:
    """The data package that a folder is, or else the catalogues that are in it."""
    from .several import catalogues_in, is_package, read_several

    if not is_package(path):
        return read_several(catalogues_in(path), read, watch)
    from .package import read_folder

    return read_folder(path, watch)


def _start(path: str) -> bytes | None:
    """The first bytes of a file; None for a folder. Raises CatalogueError for what is neither."""
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            return None
        if not stat.S_ISREG(mode):
            raise CatalogueError(
                f"{path} is no regular file", "Write what it gives to a file first, and name that."
            )
        with open(path, "rb") as file:
            return file.read(256)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CatalogueError(
            f"cannot read {path}: {reason}",
            "Check the path given with --data or in UTPARTNERS_DATA.",
        ) from error
