"""Folders that take the place of others, so that nothing is lost whichever step fails."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from ..errors import UtpartnersError, reason
from ..i18n import translated
from ..shell import move


def names_in(folder: str) -> list[str]:
    """Return the files and folders in a folder, and those within them."""
    return [
        os.path.relpath(os.path.join(inner, name), folder)
        for inner, folders, files in os.walk(folder)
        for name in (*folders, *files)
    ]


def flush_to_disk(path: str) -> None:
    """Have what is in a file, or the names in a folder, outlast a loss of power."""
    if os.name == "nt" and os.path.isdir(path):
        return  # Windows does not open folders
    # Windows flushes only what is open for writing.
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove(path: str) -> None:
    """Remove a file, or a folder with all that is in it, if there is one."""
    if os.path.isdir(path):
        # Imported here and below, as most answers are no folders and these start slowly.
        from shutil import rmtree

        rmtree(path)
    elif os.path.exists(path):
        os.unlink(path)


def replace_folder(new: str, path: str) -> None:
    """Rename a folder to ``path``; the folder that had this name is removed.

    Raises UtpartnersError where the old folder has files that the new one does not have, as they
    are not ours and would be lost, and where the old folder cannot be removed.
    """
    if not os.path.exists(path):
        os.rename(new, path)
        flush_to_disk(os.path.dirname(path))
        return
    _require_nothing_lost(new, path)
    if _exchange(new, path):
        _remove_replaced(new, path)
    else:
        _replace_in_steps(new, path)


def _require_nothing_lost(new: str, path: str) -> None:
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


def _replace_in_steps(new: str, path: str) -> None:
    """Rename a folder to ``path`` after the one that is there; for a moment nothing is there."""
    old = f"{new}.old"
    try:
        os.rename(path, old)
        os.rename(new, path)
        _remove_replaced(old, path)
    except BaseException:  # Ctrl-C comes between two steps, too
        if not os.path.lexists(path):
            _put_back(old, path)
        with suppress(OSError):  # what went wrong before it tells more
            remove(old)
        raise


def _put_back(old: str, path: str) -> None:
    try:
        os.rename(old, path)
    except OSError as error:
        raise UtpartnersError(
            translated("cannot write {path}: {reason}", path=path, reason=reason(error)),
            translated(
                "What was there before is now in {folder}. Move it back: {command}",
                folder=old,
                command=move(old, path),
            ),
        ) from error


def _remove_replaced(old: str, path: str) -> None:
    """Remove what another folder has replaced, once its name is sure to outlast a loss of power."""
    try:
        flush_to_disk(os.path.dirname(path))
        remove(old)
    except OSError as error:
        raise UtpartnersError(
            translated(
                "{path} is written, but what was there before could not be removed: {reason}",
                path=path,
                reason=reason(error),
            ),
            translated("Remove the folder {folder}.", folder=old),
        ) from error
