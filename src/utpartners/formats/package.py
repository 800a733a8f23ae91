"""A catalogue as a Frictionless data package: a CSV file for each relation, and a description.

It is a folder, or the same in one zip file.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..errors import UnreadableError, reason
from ..i18n import translated
from ..store.tables import RELATIONS
from .csv_tables import csv_lines, csv_pieces
from .descriptor import LARGEST, NAME, descriptor, file_name, files
from .load import load
from .sheets import Sheet
from .zip_limits import members, refuse, zip_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from ..progress import Progress
    from ..store.store import Store
    from .input_file import InputFile

WHEN = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can tell: that of everything in one that is written."""


def read(source: InputFile, progress: Progress) -> Store:
    """Return the catalogue in a folder or zip file. Raises CatalogueError."""
    with sheets(source, progress) as found:
        return load(found, source.path, progress)


def sheets(source: InputFile, progress: Progress) -> AbstractContextManager[dict[str, Sheet]]:
    """Return the relations, to be read while the context lasts.

    The context raises CatalogueError where there is no data package, or an attack.
    """
    if source.is_folder:
        return _folder_sheets(source.path, progress)
    return _zip_sheets(source, progress)


@contextmanager
def _folder_sheets(path: str, progress: Progress) -> Iterator[dict[str, Sheet]]:
    label = os.path.join(path, NAME)
    try:
        with open(_inside(path, NAME), "rb") as file:
            content = file.read(LARGEST + 1)
        yield {
            name: _sheet(path, file_name, progress)
            for name, file_name in files(content, label).items()
        }
    except OSError as error:
        raise UnreadableError(error.filename or path, reason(error)) from error


def _sheet(folder: str, name: str, progress: Progress) -> Sheet:
    path = _inside(folder, name)
    size = os.path.getsize(path)
    return Sheet(path, partial(csv_lines, path, partial(_opened, path), size, progress))


def _inside(folder: str, name: str) -> str:
    """Return the path of a file in the folder itself.

    Raises UnreadableError for a link that leads elsewhere: somebody else's folder must not make
    the program read a file of its user.
    """
    path = os.path.join(folder, name)
    root = os.path.realpath(folder)
    if os.path.dirname(os.path.realpath(path)) != root:
        raise UnreadableError(path, translated("this link leads out of the folder"))
    if os.path.lexists(path) and not os.path.isfile(path):
        raise UnreadableError(path, translated("not a regular file"))
    return path


def _opened(path: str) -> IO[bytes]:
    return open(path, "rb")


@contextmanager
def _zip_sheets(source: InputFile, progress: Progress) -> Iterator[dict[str, Sheet]]:
    path = source.path
    with zip_errors(path), ZipFile(source.rewound()) as archive:
        found = members(archive.infolist(), path)
        # People zip either the files or the folder that they are in.
        roots = [name for name in found if name == NAME or name.endswith(f"/{NAME}")]
        if len(roots) != 1:
            several = translated("a zipped catalogue must contain one {name}, not several")
            none = translated("a zipped catalogue must contain one {name}, not none")
            refuse(path, (several if roots else none).format(name=NAME))
        root = _Root(archive, found, path, roots[0].removesuffix(NAME))
        with archive.open(found[roots[0]]) as file:
            content = file.read(LARGEST + 1)
        named = files(content, os.path.join(path, roots[0]))
        yield {name: root.sheet(file_name, progress) for name, file_name in named.items()}


class _Root(NamedTuple):
    """A zip file, and the folder in it that is the data package."""

    archive: ZipFile
    members: dict[str, ZipInfo]
    path: str
    folder: str

    def sheet(self, name: str, progress: Progress) -> Sheet:
        label = os.path.join(self.path, self.folder + name)
        info = self.members.get(self.folder + name)
        if info is None:
            raise UnreadableError(label, translated("no such file"))
        return Sheet(
            label, partial(csv_lines, label, partial(self._open, info), info.file_size, progress)
        )

    def _open(self, info: ZipInfo) -> IO[bytes]:
        return self.archive.open(info)


def write(store: Store, path: str, progress: Progress) -> None:
    """Write a new folder with a CSV file for each relation, and what describes them."""
    os.mkdir(path)
    for relation in RELATIONS:
        with open(os.path.join(path, file_name(relation)), "wb") as file:
            file.writelines(csv_pieces(store, relation, progress))
    # Last of all: until it is there, the folder is no catalogue.
    with open(os.path.join(path, NAME), "wb") as file:
        file.write(descriptor(store).encode())


def write_zip(store: Store, path: str, progress: Progress) -> None:
    """Write a new zip file with the same; the same catalogue gives the same bytes."""
    with ZipFile(path, "x", ZIP_DEFLATED) as archive:
        archive.writestr(_member(NAME), descriptor(store))
        for relation in RELATIONS:
            # The size is not known before all is written, and beyond 2 GiB needs larger fields.
            with archive.open(_member(file_name(relation)), "w", force_zip64=True) as file:
                file.writelines(csv_pieces(store, relation, progress))


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name, WHEN)
    info.compress_type = ZIP_DEFLATED  # a ZipInfo of one's own takes no default of the archive
    info.external_attr = 0o644 << 16  # without it, unzip makes files that nobody may read
    return info
