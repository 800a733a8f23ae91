"""Reads a catalogue from a folder that is a data package: a CSV file for each relation."""

from __future__ import annotations

import os
from functools import partial
from typing import IO, TYPE_CHECKING

from ..errors import CatalogueError
from ..relations.load import load
from ..relations.sheet import Sheet
from .delimited import csv_lines
from .descriptor import LARGEST, NAME, files

if TYPE_CHECKING:
    from ..store.store import Store
    from ..store.watch import Watch


def read_folder(path: str, watch: Watch) -> Store:
    """The catalogue in a folder. Raises CatalogueError, with file, line and column."""
    descriptor = os.path.join(path, NAME)
    try:
        with open(_inside(path, NAME), "rb") as file:
            content = file.read(LARGEST + 1)
        sheets = {
            name: _sheet(path, file_name, watch)
            for name, file_name in files(content, descriptor).items()
        }
        return load(sheets, path, watch)
    except OSError as error:
        named = error.filename or path
        raise CatalogueError(f"cannot read {named}: {error.strerror or error}") from error


def _sheet(folder: str, name: str, watch: Watch) -> Sheet:
    path = _inside(folder, name)
    size = os.path.getsize(path)
    return Sheet(path, partial(csv_lines, path, partial(_opened, path), size, watch))


def _inside(folder: str, name: str) -> str:
    """The path of a file in the folder itself. Raises CatalogueError for what leads elsewhere."""
    path = os.path.join(folder, name)
    root = os.path.realpath(folder)
    if os.path.dirname(os.path.realpath(path)) != root:
        raise CatalogueError(f"{path} is a link that leads out of the folder")
    if os.path.lexists(path) and not os.path.isfile(path):
        raise CatalogueError(f"{path} is no regular file")
    return path


def _opened(path: str) -> IO[bytes]:
    return open(path, "rb")
