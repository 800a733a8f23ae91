"""Files and folders that are written whole or not at all.

Everything is made under another name beside its target, brought to the disk, and then given its
name in one step: whenever the program is killed, the target is the old one or the new one.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import UtpartnersError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Pieces = Iterable[str] | Iterable[bytes]


def write(path: str, pieces: Pieces, force: bool = False) -> None:
    """Write a file of pieces of text or bytes. Raises UtpartnersError, as :func:`place` does."""
    if os.path.isdir(path):
        raise UtpartnersError(f"cannot write {path}: it is a folder")
    if _is_special(path):
        with _told(path):
            _fill(path, pieces)
    else:
        place(path, lambda target: _fill(target, pieces), force)


def place(path: str, make: Callable[[str], None], force: bool = False) -> None:
    """Let ``make`` make a file or folder at a path of its own, then put it at ``path``.

    Raises UtpartnersError where that cannot be; what was at ``path`` is then still there.
    """
    _require_place(path, force)
    real = os.path.realpath(path)
    folder, name = os.path.split(real)
    target = os.path.join(folder, f".{name[:50]}.{os.urandom(8).hex()}.part")
    with _told(path):
        try:
            make(target)
            _settle(target, real)
        except BaseException:
            _remove(target)
            raise
        _to_disk(folder)


class _told:  # noqa: N801
    """Turns an error of the system into one that names the path."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, _type: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            message = f"cannot write {self._path}: {error.strerror or error}"
            raise UtpartnersError(message) from error


def _is_special(path: str) -> bool:
    """Whether there is something at a path that is to be written to, and never replaced."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _require_place(path: str, force: bool) -> None:
    if os.path.lexists(path) and not force:
        raise UtpartnersError(f"{path} exists already", "Give --force to replace it.")
    if _is_special(path):
        raise UtpartnersError(f"cannot write {path}: it is no regular file")
    folder = os.path.dirname(path.rstrip(os.sep)) or "."
    if not os.path.isdir(os.path.dirname(os.path.realpath(path))):
        raise UtpartnersError(
            f"cannot write {path}: there is no folder {folder}", f"Make it first: mkdir -p {folder}"
        )


def _fill(path: str, pieces: Pieces) -> None:
    with open(path, "wb") as file:
        for piece in pieces:
            if isinstance(piece, str):
                piece = piece.encode("utf-8", "backslashreplace")
            file.write(piece)


def _settle(target: str, path: str) -> None:
    """Bring what was made to the disk and give it its name."""
    is_folder = os.path.isdir(target)
    if os.path.exists(path):
        if is_folder != os.path.isdir(path):
            kind = "file" if is_folder else "folder"
            raise UtpartnersError(f"cannot write {path}: it is a {kind}")
        os.chmod(target, os.stat(path).st_mode & 0o777)
    if not is_folder:
        _to_disk(target)
        os.replace(target, path)
        return
    from . import folders

    for name in os.listdir(target):
        _to_disk(os.path.join(target, name))
    _to_disk(target)
    folders.replace(target, path)


def _to_disk(path: str) -> None:
    if os.name == "nt" and os.path.isdir(path):
        return
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: str) -> None:
    if os.path.isdir(path):
        from shutil import rmtree

        rmtree(path)
    elif os.path.exists(path):
        os.unlink(path)
