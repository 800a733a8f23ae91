"""Files and folders that are written whole or not at all.

Everything is made under another name beside its target, flushed to the disk, and then renamed in
one step: whenever the program is killed, the target is the old one or the new one.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import UtpartnersError, reason
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Pieces = Iterable[str] | Iterable[bytes]


def write_file(path: str, pieces: Pieces, force: bool = False) -> None:
    """Write a file of pieces of text or bytes. Raises UtpartnersError, as :func:`create` does."""
    if os.path.isdir(path):
        raise UtpartnersError(translated("cannot write {path}: it is a folder", path=path))
    if (descriptor := _descriptor(path)) is not None:
        # Another way to write 2> log: what log has already must stay.
        with _errors_naming(path):
            _write_pieces(os.dup(descriptor), pieces)
    elif _is_special(path):
        # A named pipe or a device such as /dev/stdout is written to as it is: to rename a file
        # over it would cut off its readers.
        with _errors_naming(path):
            _write_pieces(path, pieces)
    else:
        create(path, lambda target: _write_pieces(target, pieces), force)


def create(path: str, make: Callable[[str], None], force: bool = False) -> None:
    """Call ``make`` with a temporary path, then rename the file or folder made there to ``path``.

    Raises UtpartnersError where that cannot be done; what was at ``path`` is then still there.
    """
    with _errors_naming(path):  # the current folder may be gone
        _require_writable(path, force)
        # A link stays a link: what it leads to is replaced.
        real = os.path.realpath(path)
    folder, name = os.path.split(real)
    # In the same folder, as a rename is one step only within a file system. The name is shortened
    # because 50 characters of any script, with what is added, fit into the 255 bytes of a name.
    target = os.path.join(folder, f".{name[:50]}.{os.urandom(8).hex()}.part")
    with _errors_naming(path):
        try:
            make(target)
            _move_into_place(target, real)
        except BaseException:  # Ctrl-C must not leave the temporary file behind either
            _remove(target)
            raise
        # Only this makes the rename itself outlast a loss of power.
        _flush_to_disk(folder)


@contextmanager
def _errors_naming(path: str) -> Iterator[None]:
    """Turn an error of the system into one that names the path that was asked for."""
    try:
        yield
    except BrokenPipeError:  # the reader of a named pipe has had enough, which is no error
        raise
    except OSError as error:
        raise UtpartnersError(
            translated("cannot write {path}: {reason}", path=path, reason=reason(error))
        ) from error


_DESCRIPTOR = re.compile("/dev/stderr|/(?:dev|proc/self)/fd/([0-9]{1,5})")


def _descriptor(path: str) -> int | None:
    """Return the descriptor that a path of the system stands for, such as ``/dev/fd/3``."""
    found = _DESCRIPTOR.fullmatch(path) if os.name == "posix" else None
    return None if found is None else int(found[1] or 2)


def _is_special(path: str) -> bool:
    """Return whether there is something at a path that is neither a file nor a folder."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _require_writable(path: str, force: bool) -> None:
    # lexists, as a link that leads nowhere is also something of the user's.
    if os.path.lexists(path) and not force:
        raise UtpartnersError(
            translated("{path} already exists", path=path),
            translated("Add --force to overwrite it."),
        )
    if _is_special(path):
        raise UtpartnersError(
            translated("cannot write {path}: it is not a regular file", path=path)
        )
    from ..shell import make_folder  # only for this error

    # A link may lead to a folder that is not there.
    named = os.path.realpath(path) if os.path.islink(path) else path.rstrip(os.sep)
    folder = os.path.dirname(named) or "."
    if not os.path.isdir(os.path.dirname(os.path.realpath(path))):
        raise UtpartnersError(
            translated(
                "cannot write {path}: there is no folder {folder}", path=path, folder=folder
            ),
            translated("Create it first: {command}", command=make_folder(folder)),
        )


def _write_pieces(path: str | int, pieces: Pieces) -> None:
    with open(path, "wb") as file:
        for piece in pieces:
            if isinstance(piece, str):
                piece = piece.encode("utf-8", "backslashreplace")
            file.write(piece)


def _move_into_place(target: str, path: str) -> None:
    """Flush what was made to the disk and give it its name, in this order.

    After a rename that reaches the disk before the contents do, a loss of power would leave an
    empty file in place of the old one.
    """
    is_folder = os.path.isdir(target)
    if os.path.exists(path):
        if is_folder != os.path.isdir(path):
            raise UtpartnersError(
                translated("cannot write {path}: it is a file", path=path)
                if is_folder
                else translated("cannot write {path}: it is a folder", path=path)
            )
        # The new one keeps the permissions of the old one, as it would if it were overwritten.
        os.chmod(target, os.stat(path).st_mode & 0o777)
    if is_folder:
        for name in names_in(target):
            _flush_to_disk(os.path.join(target, name))
    _flush_to_disk(target)
    if is_folder:
        _replace_folder(target, path)
    else:
        os.replace(target, path)


def names_in(folder: str) -> list[str]:
    """Return the files and folders in a folder, and those within them."""
    return [
        os.path.relpath(os.path.join(inner, name), folder)
        for inner, folders, files in os.walk(folder)
        for name in (*folders, *files)
    ]


def copy_folder(path: str, target: str) -> None:
    """Copy a folder, in place of an earlier copy. Raises UtpartnersError."""
    from shutil import copytree

    with _errors_naming(target):
        _remove(target)
        copytree(path, target, symlinks=True)


def _flush_to_disk(path: str) -> None:
    if os.name == "nt" and os.path.isdir(path):
        return  # Windows does not open folders
    # Windows flushes only what is open for writing.
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: str) -> None:
    if os.path.isdir(path):
        # Imported here and below, as most answers are no folders and shutil starts slowly.
        from shutil import rmtree

        rmtree(path)
    elif os.path.exists(path):
        os.unlink(path)


def _replace_folder(new: str, path: str) -> None:
    """Rename a folder to ``path``; the folder that had this name is removed.

    Raises UtpartnersError where the old folder has files that the new one does not have, as they
    are not ours and would be lost.
    """
    if not os.path.exists(path):
        os.rename(new, path)
        return
    lost = sorted(set(names_in(path)) - set(names_in(new)))
    if lost:
        raise UtpartnersError(
            translated(
                "cannot overwrite {path}: it also contains {values}",
                path=path,
                values=", ".join(lost[:3]),
            ),
            translated(
                "Choose another folder, or remove the files that do not belong to the catalogue."
            ),
        )
    if not _exchange(new, path):
        _exchange_in_steps(new, path)
    from shutil import rmtree

    rmtree(new)  # this is the old folder now


_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def _exchange(one: str, other: str) -> bool:
    """Exchange the names of two folders in one step; return False where the system cannot.

    ``os.replace`` does not replace a folder that has something in it, and Python has no function
    for the calls of Linux and macOS that exchange two names.
    """
    import ctypes

    library = ctypes.CDLL(None) if os.name == "posix" else None
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            status = library.renamex_np(*names, _RENAME_SWAP)  # type: ignore[union-attr]
        elif library is not None:
            status = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
        else:
            return False
    except AttributeError:  # the C library is older than the call (glibc 2.28)
        return False
    return bool(status == 0)  # some file systems, such as NFS, refuse the exchange


def _exchange_in_steps(new: str, path: str) -> None:
    """Exchange the names of two folders; for a moment there is nothing at ``path``."""
    old = f"{new}.old"
    os.rename(path, old)
    try:
        os.rename(new, path)
    except OSError:
        os.rename(old, path)
        raise
    os.rename(old, new)
