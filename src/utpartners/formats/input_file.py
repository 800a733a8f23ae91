"""Open what is at a path once, whatever it turns out to be."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, cast

from ..errors import CatalogueError
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 512 * 1024 * 1024
"""Bytes of the largest text that is read; a larger catalogue belongs in a database."""

_START = 256
"""Bytes by which a form is known; JSON may have white space before its first letter."""


class InputFile:
    """A file that is open for reading, or a folder.

    Only the catalogue that came with the program is ``trusted``.
    """

    def __init__(self, path: str, file: IO[bytes] | None, *, trusted: bool = False) -> None:
        self.path = path
        self.is_folder = file is None
        self.is_trusted = trusted
        self._file = file
        self.start = b""
        """The first bytes of the file, by which its form is known."""
        if file is not None:
            with reading_errors(path):
                self.start = file.read(_START)

    def rewound(self) -> IO[bytes]:
        """Return the file, to be read from its first byte; a folder has none."""
        file = cast("IO[bytes]", self._file)
        file.seek(0)
        return file

    def close(self) -> None:
        """Close the file, if it is open."""
        if self._file is not None:
            self._file.close()


@contextmanager
def open_input(path: str, *, trusted: bool = False) -> Iterator[InputFile]:
    """Open a file or folder while the context lasts. Raises CatalogueError for what is neither."""
    with reading_errors(path):
        # A pipe is recognised before it is opened, as opening one waits for a writer, for ever.
        mode = os.stat(path).st_mode
        if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
            raise CatalogueError(
                translated("{path} is not a regular file", path=path),
                translated("Save its content to a file first, and name that file."),
            )
        file = None if stat.S_ISDIR(mode) else open(path, "rb")  # noqa: SIM115 closed below
    with file or one_folder(path):
        yield InputFile(path, file, trusted=trusted)


class ReplacedError(CatalogueError):
    """A folder was replaced by another one while it was read."""


@contextmanager
def one_folder(path: str) -> Iterator[None]:
    """See to it that what is read within the context comes from one folder.

    A file that is open stays the same when another one gets its name; the files of a folder are
    opened one after the other. Raises ReplacedError where the folder is another one in the end.
    """
    with reading_errors(path):
        # While the folder is open, no other one can get its number. Windows does not open folders.
        held = os.open(path, os.O_RDONLY) if os.name != "nt" else None
    try:
        before = _identity(path)
        try:
            yield
        except Exception as error:
            if _identity(path) != before:  # then the error is of no use to anybody
                raise _replaced(path) from error
            raise
        if _identity(path) != before:
            raise _replaced(path)
    finally:
        if held is not None:
            os.close(held)


def _replaced(path: str) -> ReplacedError:
    return ReplacedError(
        translated("{path} was replaced while it was read", path=path),
        translated("Run the command again."),
    )


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def reading_errors(path: str) -> Iterator[None]:
    """Turn an error of the system, or of a path with a NUL, into one that names the path."""
    try:
        yield
    except (OSError, ValueError) as error:
        from ..unreadable import cannot_read  # only for this error

        raise cannot_read(path, error, CatalogueError) from error
