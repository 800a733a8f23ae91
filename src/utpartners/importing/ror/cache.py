"""Where the index of a dump is kept: a folder of the user's, which can be deleted at any time."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, suppress
from hashlib import blake2b

from ...errors import UtpartnersError, reason
from ...extras import missing
from ...formats.input_file import open_input, reading_errors
from ...i18n import translated
from ...progress import Progress, no_progress
from ...store.store import connect, uri
from .dump import read_dump
from .index import VERSION, Index, fill, is_index

ENDS = 64 * 1024
"""Bytes at the start and end of a dump by which it is known; those of a zip have its checksums."""

MOST_KEPT = 3
"""Indexes that are kept: those used last."""

OLD = 24 * 3600
"""Seconds after which what a killed program left is removed."""


def open_registry(path: str, progress: Progress = no_progress) -> Index:
    """Return the organisations of a dump; it is read only if it is not indexed yet.

    Raises UtpartnersError where it cannot be read.
    """
    folder = _folder()
    kept = os.path.join(folder, f"ror-{_fingerprint(path)}.db")
    if (found := _opened(kept)) is not None:
        with suppress(OSError):
            os.utime(kept)  # which indexes are in use
        return found
    try:
        os.makedirs(folder, exist_ok=True)
        _write(kept, path, progress)
    except OSError as error:
        return _unkept(path, progress, folder, error)
    _tidy(folder)
    made = _opened(kept)
    if made is None:
        raise UtpartnersError(translated("cannot write the index of ROR: {reason}", reason=kept))
    return made


def _folder() -> str:
    try:
        from platformdirs import user_cache_dir
    except ImportError as error:
        raise missing("--ror", "platformdirs") from error
    return user_cache_dir("utpartners", appauthor=False)


def _fingerprint(path: str) -> str:
    """Return what is another for a changed dump: its size, its time and both its ends."""
    with open_input(path) as source, reading_errors(path):
        if source.is_folder:
            return "folder"
        file = source.rewound()
        status = os.fstat(file.fileno())
        digest = blake2b(
            f"{VERSION} {status.st_size} {status.st_mtime_ns}".encode(), digest_size=16
        )
        digest.update(file.read(ENDS))
        file.seek(max(0, status.st_size - ENDS))
        digest.update(file.read(ENDS))
    return digest.hexdigest()


def _opened(path: str) -> Index | None:
    """Return the index at a path; None where there is none, or one that cannot be used."""
    if not os.path.isfile(path):
        return None
    with suppress(sqlite3.Error):
        connection = connect(uri(path, "ro"))
        if is_index(connection):
            return Index(connection, path)
        connection.close()
    return None


def _write(kept: str, path: str, progress: Progress) -> None:
    """Make an index beside its place, then rename it: what is there is always whole."""
    target = f"{kept}.{os.urandom(8).hex()}.part"
    try:
        # Created here, so that a folder that cannot be written to is told by the system.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(connect(uri(target))) as connection:
            fill(connection, read_dump(path, progress))
        with open(target, "r+b") as file:
            os.fsync(file.fileno())
        os.replace(target, kept)
    except BaseException:  # also Ctrl-C
        with suppress(OSError):
            os.unlink(target)
        raise


def _unkept(path: str, progress: Progress, folder: str, error: OSError) -> Index:
    """Return an index in a temporary file, which vanishes with it."""
    connection = connect("")
    try:
        fill(connection, read_dump(path, progress))
    except BaseException:
        connection.close()
        raise
    index = Index(connection, path)
    said = translated("The index of {path} could not be kept in {folder}: {reason}")
    index.notes.append(said.format(path=path, folder=folder, reason=reason(error)))
    return index


def _tidy(folder: str) -> None:
    """Remove the indexes that were used least lately, and what killed programs left."""
    with suppress(OSError):
        found = [entry for entry in os.scandir(folder) if entry.name.startswith("ror-")]
        now = time.time()
        by_use = sorted(
            (entry for entry in found if entry.name.endswith(".db")),
            key=lambda entry: -entry.stat().st_mtime,
        )
        left = [e for e in found if e.name.endswith(".part") and now - e.stat().st_mtime > OLD]
        for entry in [*by_use[MOST_KEPT:], *left]:
            with suppress(OSError):  # another program has it open, on Windows
                os.unlink(entry.path)
