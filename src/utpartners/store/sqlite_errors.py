"""Errors of SQLite, translated into errors of ours that name the catalogue."""

from __future__ import annotations

import re
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import CatalogueError, UnreadableError, UtpartnersError
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterator


_OF_CONTENT = re.compile("invalid fts5 file format|malformed JSON")
"""Messages without a code of their own that are about the content of a database."""

WITHOUT_FTS5 = "no such module: fts5"
"""What SQLite says where it was built without full-text search."""


class FullTextError(UtpartnersError):
    """This Python's SQLite was built without full-text search."""


def closed(origin: str) -> UtpartnersError:
    """Return the error for a question to a catalogue that is closed."""
    return UtpartnersError(
        translated("{catalogue} is closed", catalogue=origin),
        translated("Read the rows of an answer before that, or open the catalogue again."),
    )


def is_about_closing(error: Exception) -> bool:
    """Return whether an error of SQLite says that the database is closed."""
    return isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error)


@contextmanager
def translated_errors(origin: str) -> Iterator[None]:
    """Translate an error of SQLite into one that names the catalogue.

    An error in a statement of ours is a mistake in the program, and is raised as it is.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise fault(error, origin) from error


def damaged(origin: str, what: str) -> CatalogueError:
    """Return the error for rows that utpartners never wrote in this way: ``what`` tells of them."""
    return CatalogueError(
        f"{origin}: {what}",
        translated("Another program has damaged the database. Write it again from its TOML file."),
    )


_OF_TEMPORARY = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_GETTEMPPATH,
    }
)
"""Errors of writing: as a catalogue is only read, they are about temporary files."""


def no_room(error: Exception, origin: str) -> UtpartnersError | None:
    """Return the error for a disk without room for temporary tables; None for any other."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or (code & 0xFF != sqlite3.SQLITE_FULL and code not in _OF_TEMPORARY):
        return None
    return UtpartnersError(
        translated(
            "no room on the disk for the temporary tables of {origin}: {error}",
            origin=origin,
            error=error,
        ),
        translated("Free some space, or name another folder for temporary files in SQLITE_TMPDIR."),
    )


def fault(error: Exception, origin: str) -> BaseException:
    """Return the error to raise for one of SQLite that came up while ``origin`` was asked.

    A damaged database can make SQLite return text that is not UTF-8: a UnicodeDecodeError.
    """
    if WITHOUT_FTS5 in str(error):
        return FullTextError(
            translated("this Python's SQLite has no full-text search (FTS5)"),
            translated(
                "To search or to write a database, use another Python; everything else works."
            ),
        )
    if is_about_closing(error):
        return closed(origin)
    code = getattr(error, "sqlite_errorcode", None)
    is_of_question = code == sqlite3.SQLITE_ERROR and not _OF_CONTENT.search(str(error))
    if isinstance(error, sqlite3.ProgrammingError) or is_of_question:
        return error
    if code == sqlite3.SQLITE_INTERRUPT:
        return KeyboardInterrupt()
    if (full := no_room(error, origin)) is not None:
        return full
    reason = error if isinstance(error, sqlite3.Error) else translated("the database is damaged")
    return UnreadableError(
        origin,
        translated("cannot be read: {reason}", reason=reason),
        translated("The file is damaged, or was changed while it was read. Use another copy."),
    )
