"""Look over a zip file from anyone before anything in it is read: a data package, or a workbook.

Nothing is ever unpacked to the disk. What is refused here could fill the memory, take for ever, or
be read differently by different programs.
"""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn
from zipfile import BadZipFile, ZipFile

from ..errors import UnreadableError
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from zipfile import ZipInfo

    from .input_file import InputFile

MOST_MEMBERS = 1000
LARGEST = 16 * 1024**3
"""Bytes of everything in a zip file, unpacked."""
HIGHEST_RATIO = 200
"""How many times larger than packed a member may be; CSV is about 5 to 20 times."""
SMALL = 1024**2
"""Bytes up to which a member may be packed however well."""

# What zipfile raises for a damaged file depends on where the damage is: in the directory, in packed
# data (zlib), in a name (Unicode), in the number of a method (NotImplemented) or a flag (Runtime).
_BROKEN = (
    BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, UnicodeError,
)  # fmt: skip


@contextmanager
def zip_errors(path: str) -> Iterator[None]:
    """Turn an error of a damaged zip file into an UnreadableError."""
    try:
        yield
    except _BROKEN as error:
        raise UnreadableError(path, str(error)) from error


def names(source: InputFile) -> set[str]:
    """Return the names of what is in a zip file. Raises UnreadableError as :func:`members`."""
    with zip_errors(source.path), ZipFile(source.rewound()) as archive:
        return set(members(archive.infolist(), source.path))


def members(infos: Iterable[ZipInfo], path: str) -> dict[str, ZipInfo]:
    """Return what is in a zip file, by name.

    Raises UnreadableError for what looks like an attack. The sizes are those that the file claims:
    ``zipfile`` reads no member beyond its claim, so that a lie gains nothing.
    """
    found: dict[str, ZipInfo] = {}
    for info in infos:
        name = info.filename
        # Nothing is unpacked, but a package that leads elsewhere was made to do harm somewhere.
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            refuse(
                path, translated("its member {name} leads out of the archive", name=repr(name[:60]))
            )
        if name in found:
            refuse(path, translated("it has two members called {name}", name=repr(name[:60])))
        if info.flag_bits & 1:
            refuse(path, translated("its member {name} is encrypted", name=repr(name[:60])))
        if info.file_size > max(SMALL, HIGHEST_RATIO * info.compress_size):
            refuse(
                path,
                translated(
                    "its member {name} is compressed too strongly to be a table",
                    name=repr(name[:60]),
                ),
            )
        found[name] = info
        if len(found) > MOST_MEMBERS:
            refuse(
                path,
                translated("it has more than {count} members", count=MOST_MEMBERS),
            )
    # Members may share the same packed bytes, so that each is innocent and all together are not.
    if sum(info.file_size for info in found.values()) > LARGEST:
        refuse(path, translated("unpacked it is larger than {size} GiB", size=LARGEST // 1024**3))
    return found


def refuse(path: str, why: str) -> NoReturn:
    """Raise UnreadableError."""
    raise UnreadableError(path, why)
