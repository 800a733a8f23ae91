"""A folder that takes the place of another in one step."""

from __future__ import annotations

import os
import sys

from ..errors import UtpartnersError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def replace(new: str, path: str) -> None:
    """Give a folder the name ``path``; what had it is removed.

    Raises UtpartnersError where more would be lost than the new folder has.
    """
    if not os.path.exists(path):
        os.rename(new, path)
        return
    lost = sorted(set(os.listdir(path)) - set(os.listdir(new)))
    if lost:
        raise UtpartnersError(
            f"cannot replace {path}: it also holds {', '.join(lost[:3])}",
            "Choose another folder, or remove what is not of the catalogue.",
        )
    if not _swapped(new, path):
        _move_aside(new, path)
    from shutil import rmtree

    rmtree(new)


def _swapped(one: str, other: str) -> bool:
    """Exchange two folders at once. False where the system does not know how to."""
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
    except AttributeError:
        return False
    return bool(status == 0)


def _move_aside(new: str, path: str) -> None:
    """The same in two steps: between them there is nothing at ``path``."""
    old = f"{new}.old"
    os.rename(path, old)
    try:
        os.rename(new, path)
    except OSError:
        os.rename(old, path)
        raise
    os.rename(old, new)
