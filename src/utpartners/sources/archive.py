"""Reads zip files: a data package, or a workbook. Nothing is unpacked to the disk."""

from __future__ import annotations

import os
import zlib
from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING, NamedTuple, NoReturn
from zipfile import BadZipFile, ZipFile, ZipInfo

from ..errors import UnreadableError
from ..relations.sheet import Sheet
from .delimited import csv_lines
from .descriptor import LARGEST as LARGEST_DESCRIPTOR
from .descriptor import NAME, files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..progress import Progress

MOST_MEMBERS = 1000
LARGEST = 16 * 1024**3
"""Bytes of everything in a zip file, unpacked."""
HIGHEST_RATIO = 200
"""How many times larger than packed a member may be; CSV is about 5 to 20 times."""
SMALL = 1024**2
"""Bytes up to which a member may be packed however well."""

_WORKBOOK = "xl/workbook.xml"
_BROKEN = (
    BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, UnicodeError,
)  # fmt: skip


@contextmanager
def zip_sheets(path: str, progress: Progress) -> Iterator[dict[str, Sheet]]:
    """The relations in a zip file. Raises CatalogueError where it has none, or is an attack."""
    try:
        with ZipFile(path) as archive:
            members = _members(archive.infolist(), path)
            if _WORKBOOK not in members:
                yield _package(archive, members, path, progress)
                return
    except _BROKEN as error:
        raise UnreadableError(path, str(error)) from error
    from .workbook import workbook_sheets

    with workbook_sheets(path, progress) as sheets:
        yield sheets


def _members(infos: Iterable[ZipInfo], path: str) -> dict[str, ZipInfo]:
    """What is in a zip file, by name. Raises UnreadableError for what looks like an attack."""
    found: dict[str, ZipInfo] = {}
    for info in infos:
        name = info.filename
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            _refuse(path, f"it has a member that leads elsewhere, {name[:60]!r}")
        if name in found:
            _refuse(path, f"it has two members called {name[:60]!r}")
        if info.flag_bits & 1:
            _refuse(path, f"its member {name[:60]!r} is encrypted")
        if info.file_size > max(SMALL, HIGHEST_RATIO * info.compress_size):
            _refuse(path, f"its member {name[:60]!r} is packed too well to be a table")
        found[name] = info
        if len(found) > MOST_MEMBERS:
            _refuse(path, f"it has more than {MOST_MEMBERS} members")
    if sum(info.file_size for info in found.values()) > LARGEST:
        _refuse(path, f"unpacked it is larger than {LARGEST // 1024**3} GiB")
    return found


def _refuse(path: str, why: str) -> NoReturn:
    raise UnreadableError(path, why)


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
            raise UnreadableError(label, "there is no such file")
        return Sheet(
            label, partial(csv_lines, label, partial(self._open, info), info.file_size, progress)
        )

    def _open(self, info: ZipInfo) -> IO[bytes]:
        return self.archive.open(info)


def _package(
    archive: ZipFile, members: dict[str, ZipInfo], path: str, progress: Progress
) -> dict[str, Sheet]:
    roots = [name for name in members if name == NAME or name.endswith(f"/{NAME}")]
    if len(roots) != 1:
        many = "several of them" if roots else "none"
        _refuse(path, f"a catalogue as zip has one {NAME}, and this has {many}")
    root = _Root(archive, members, path, roots[0].removesuffix(NAME))
    with archive.open(members[roots[0]]) as file:
        content = file.read(LARGEST_DESCRIPTOR + 1)
    named = files(content, os.path.join(path, roots[0]))
    return {name: root.sheet(file_name, progress) for name, file_name in named.items()}
