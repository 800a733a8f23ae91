"""Reading catalogues: which form a path has is decided here, each has a module of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import CatalogueError
from .database import is_database, read_database

if TYPE_CHECKING:
    from ..store.store import Store


def read(path: str) -> Store:
    """The catalogue at ``path``. Raises CatalogueError, saying what is wrong and where."""
    if os.path.isdir(path):
        raise CatalogueError(
            f"{path} is a folder, not a catalogue",
            f"Name the file itself, such as {os.path.join(path, 'catalogue.toml')}",
        )
    if is_database(path):
        return read_database(path)
    from .toml import read_toml

    return read_toml(path)
