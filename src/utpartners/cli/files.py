"""Files and folders that are written whole or not at all.

Everything is made under another name beside its target, flushed to the disk, and then renamed in
one step: whenever the program is killed, the target is the old one or the new one.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from ..errors import UtpartnersError, reason
from ..i18n import translated
from .folders import flush_to_disk, names_in, remove, replace_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Pieces = Iterable[str] | Iterable[bytes]


def write_file(path: str, pieces: Pieces, force: bool = False) -> None:
    """Write a file of pieces of text or bytes. Raises UtpartnersError, as :func:`create` does."""
    _require_name(path)
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
    _require_name(path)
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
            with suppress(OSError):  # what went wrong before it tells more
                remove(target)
            raise


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


def _require_name(path: str) -> None:
    if not path:
        from ..unreadable import without_name  # only for this error

        raise UtpartnersError(*without_name())


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
    real = os.path.dirname(os.path.realpath(path))
    if not os.path.isdir(real):
        raise UtpartnersError(
            translated(
                "cannot write {path}: there is no folder {folder}", path=path, folder=folder
            ),
            translated("Create it first: {command}", command=make_folder(folder)),
        )
    if not os.access(real, os.W_OK):  # some forms would only say that they cannot open a file
        raise UtpartnersError(
            translated(
                "cannot write {path}: the folder {folder} is read-only for you",
                path=path,
                folder=folder if folder != "." else os.getcwd(),
            ),
            translated("Choose another folder, such as your home folder."),
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
            flush_to_disk(os.path.join(target, name))
    flush_to_disk(target)
    if is_folder:
        replace_folder(target, path)
    else:
        os.replace(target, path)
        flush_to_disk(os.path.dirname(path))


def copy_folder(path: str, target: str) -> None:
    """Copy a folder, in place of an earlier copy. Raises UtpartnersError."""
    from shutil import copytree

    with _errors_naming(target):
        remove(target)
        copytree(path, target, symlinks=True)
