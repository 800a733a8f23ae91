"""Reading catalogues: which form a path has is decided here, by what is in it.

Each form has a module of its own, which is imported when there is one to read.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Literal

from ..errors import CatalogueError
from .database import MAGIC, read_database

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from ..progress import Progress
    from ..relations.sheet import Sheet
    from ..store.store import Store

    Form = Literal["database", "package", "folder", "zip", "json", "toml"]

_ZIP = b"PK\x03\x04"
_BEFORE_JSON = b"\xef\xbb\xbf \t\r\n"


def read(path: str, progress: Progress | None = None, *, trusted: bool = False) -> Store:
    """The catalogue at ``path``. Raises CatalogueError, saying what is wrong and where.

    Only the bundled one is ``trusted``, which came with the program.
    """
    form = form_of(path)
    if form == "database":
        return read_database(path, trusted=trusted)
    from ..progress import no_progress

    progress = progress or no_progress
    if form == "json":
        from .json import read_json

        return read_json(path, progress)
    if form == "toml":
        from .toml import read_toml

        return read_toml(path, progress)
    if form == "folder":
        from .several import catalogues_in, read_several

        return read_several(catalogues_in(path), read, progress)
    from ..relations.load import load

    with sheets(path, form, progress) as found:
        return load(found, path, progress)


def sheets(path: str, form: Form, progress: Progress) -> AbstractContextManager[dict[str, Sheet]]:
    """The relations in a package or a zip file, to be read while the context lasts."""
    if form == "package":
        from .package import folder_sheets

        return folder_sheets(path, progress)
    from .archive import zip_sheets

    return zip_sheets(path, progress)


def form_of(path: str) -> Form:
    """The form of what is at a path. Raises CatalogueError where nothing can be read."""
    start = _start(path)
    if start is None:
        from .several import is_package

        return "package" if is_package(path) else "folder"
    if start.startswith(MAGIC):
        return "database"
    if start.startswith(_ZIP):
        return "zip"
    return "json" if start.lstrip(_BEFORE_JSON).startswith(b"{") else "toml"


def read_all(paths: Sequence[str], progress: Progress | None = None) -> Store:
    """The catalogues at all ``paths`` as one, each once.

    Raises CatalogueError, also where they disagree.
    """
    paths = list(dict.fromkeys(paths))
    if len(paths) == 1:
        return read(paths[0], progress)
    from .several import read_several

    return read_several(paths, read, progress)


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
