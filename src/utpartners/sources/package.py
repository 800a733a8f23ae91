"""Reads a catalogue from a folder that is a data package: a CSV file for each relation."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING

from ..errors import UnreadableError
from ..relations.sheet import Sheet
from .delimited import csv_lines
from .descriptor import LARGEST, NAME, files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..progress import Progress


@contextmanager
def folder_sheets(path: str, progress: Progress) -> Iterator[dict[str, Sheet]]:
    """The relations in a folder. Raises CatalogueError where it is no data package."""
    descriptor = os.path.join(path, NAME)
    try:
        with open(_inside(path, NAME), "rb") as file:
            content = file.read(LARGEST + 1)
        yield {
            name: _sheet(path, file_name, progress)
            for name, file_name in files(content, descriptor).items()
        }
    except OSError as error:
        raise UnreadableError(error.filename or path, error.strerror or str(error)) from error


def _sheet(folder: str, name: str, progress: Progress) -> Sheet:
    path = _inside(folder, name)
    size = os.path.getsize(path)
    return Sheet(path, partial(csv_lines, path, partial(_opened, path), size, progress))


def _inside(folder: str, name: str) -> str:
    """The path of a file in the folder itself. Raises CatalogueError for what leads elsewhere."""
    path = os.path.join(folder, name)
    root = os.path.realpath(folder)
    if os.path.dirname(os.path.realpath(path)) != root:
        raise UnreadableError(path, "it is a link that leads out of the folder")
    if os.path.lexists(path) and not os.path.isfile(path):
        raise UnreadableError(path, "it is no regular file")
    return path


def _opened(path: str) -> IO[bytes]:
    return open(path, "rb")
