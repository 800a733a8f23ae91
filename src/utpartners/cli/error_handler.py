"""The one place where errors are told, and become an exit status."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from ..errors import ExitCode, ReaderGone, UsageError, UtpartnersError
from .output import complain

if TYPE_CHECKING:
    from collections.abc import Callable

INTERRUPTED = 130
"""What shells expect of a program that Ctrl-C ended: 128 and the number of SIGINT."""

DEBUG = "UTPARTNERS_DEBUG"
"""Environment variable that lets a fault of the program show where it is."""

_interruptions: list[int] = []
"""Signals that came. SQLite hides what they raised where it had called a function of ours."""


def bounded(run: Callable[[], int]) -> int:
    """Run the program; its exit status is one of ExitCode, or INTERRUPTED. No error gets past."""
    signal.signal(signal.SIGINT, _interrupt)
    try:
        return run()
    except (Exception, KeyboardInterrupt) as error:
        status = INTERRUPTED if _interruptions else _told(error)
    _forget_unwritten()
    return status


def _interrupt(number: int, frame: object) -> None:
    _interruptions.append(number)
    raise KeyboardInterrupt


def _told(error: BaseException) -> int:
    """Tell an error on stderr, unless it is none for people; its exit status."""
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        return INTERRUPTED
    if isinstance(error, ReaderGone):
        return int(ExitCode.ANSWERED)
    if isinstance(error, UtpartnersError):
        told = error
    elif isinstance(error, typer.TyperException):
        told = UsageError(*_usage(error))
    elif isinstance(error, OSError):
        told = UtpartnersError(f"cannot go on: {error.strerror or error}")
    elif os.environ.get(DEBUG):
        raise error
    else:
        told = _fault(error)
    complain(told)
    return int(told.exit_code)


def _fault(error: BaseException) -> UtpartnersError:
    """What to say of an error that nobody foresaw."""
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return UtpartnersError(
        f"a fault of the program, not yours: {what}",
        f"Please report it, with what {DEBUG}=1 shows in addition.",
    )


def _usage(error: typer.TyperException) -> tuple[str, str]:
    message = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "utpartners"
    return f"{message[:1].lower()}{message[1:]}", f"See '{path} --help'."


def _forget_unwritten() -> None:
    """Point stdout elsewhere, so that the interpreter's own last flush cannot fail again."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
