"""What can go wrong, said so that a person knows what to do next."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

from .i18n import translated


class ExitCode(IntEnum):
    """What the exit status of the program means."""

    ANSWERED = 0
    CANNOT_ANSWER = 1
    WRONG_USAGE = 2


class UtpartnersError(Exception):
    """A problem to be told on stderr, without a traceback.

    ``message`` says what is wrong and where, ``hint`` what to do next; both may have several lines.
    """

    exit_code = ExitCode.CANNOT_ANSWER

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class UsageError(UtpartnersError):
    """The command line asks for something that the program does not offer."""

    exit_code = ExitCode.WRONG_USAGE


class CatalogueError(UtpartnersError):
    """A catalogue cannot be read, or says something that it must not say."""


class UnreadableError(CatalogueError):
    """A file, or a part of one, has not the form that it should have.

    ``what`` says so without the place, which is a file (or a sheet of one) and, if known, a line.
    """

    def __init__(
        self, place: str, what: str, hint: str | None = None, line: int | None = None
    ) -> None:
        super().__init__(f"{place}:{f'{line}:' if line else ''} {what}", hint)
        self.place = place
        self.what = what
        self.line = line


def another_sqlite() -> str:
    """Return what to do where a Python has no SQLite that the program can use."""
    return translated(
        "utpartners needs SQLite 3.37 or later. On Linux, Python uses the SQLite of the system: "
        "update the system, or use a Python that brings its own, as those of uv do: "
        "uv python install"
    )


class UnresolvedNameError(UtpartnersError):
    """A name does not mean exactly one record.

    ``candidates`` are the ids or codes of what may have been meant, the most similar first; each
    can be given in place of the name.
    """

    def __init__(
        self, message: str, hint: str | None = None, candidates: Iterable[str] = ()
    ) -> None:
        super().__init__(message, hint)
        self.candidates = tuple(candidates)


class ReaderGone(Exception):
    """Whoever reads stdout has had enough, as ``head`` does: no error, and nothing to say.

    Not an OSError, which Typer would take for a failure.
    """


class NotFound(UnresolvedNameError):
    """No record has this name."""


class Ambiguous(UnresolvedNameError):
    """More than one record has this name."""


REASONS = (
    "no such file", "permission denied", "operation not permitted", "is a directory",
    "not a directory", "no space left on device", "read-only file system", "file name too long",
    "too many levels of symbolic links", "too many open files", "input/output error",
    "disk quota exceeded", "bad file descriptor", "file too large", "cross-device link",
    "embedded null byte",
)  # fmt: skip
"""What systems say most often, in small letters; any other reason stays in English."""


def reason(error: OSError | ValueError) -> str:
    """Return why the system did not do something, as the end of a message.

    A path with a NUL in it is a ValueError of Python.
    """
    if isinstance(error, FileNotFoundError):
        return translated("no such file")
    text = str(getattr(error, "strerror", None) or error)
    return translated(f"{text[:1].lower()}{text[1:]}")
