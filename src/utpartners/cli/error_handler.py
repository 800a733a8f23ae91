"""The one place where errors are printed and become an exit status."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from ..errors import ExitCode, ReaderGone, UtpartnersError, another_sqlite, reason
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Callable

INTERRUPTED = 130
"""Exit status that shells expect after Ctrl-C: 128 and the number of SIGINT."""

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
"""Signals that end the program: Ctrl-C, another program, a terminal that is closed."""

DEBUG = "UTPARTNERS_DEBUG"
"""Environment variable with which an internal error ends in a traceback."""

MOMENT = 0.01
"""Seconds after which a function that Python calls by itself has ended."""

_interruptions: list[int] = []
"""Signals that came. SQLite replaces the KeyboardInterrupt raised in a function that it calls by
an error of its own, which would otherwise be printed as one."""


def run_with_error_handler(run: Callable[[], int]) -> int:
    """Run the program and return its exit status: an ExitCode, or 128 and the number of a signal.

    No exception gets past but that of an internal error where UTPARTNERS_DEBUG is set.
    """
    _end_tidily()
    try:
        status = run()  # for Typer, every KeyboardInterrupt is Ctrl-C: it returns 130
        if not _interruptions:
            return status
    except (Exception, KeyboardInterrupt) as error:
        status = INTERRUPTED if _interruptions else _handle(error)
    _discard_unwritten()
    return status_of_signal() if _interruptions else status


def status_of_signal() -> int:
    """Return the exit status that shells expect after the signal that came, or else Ctrl-C."""
    return 128 + _interruptions[0] if _interruptions else INTERRUPTED


def _end_tidily() -> None:
    """Have signals raise KeyboardInterrupt, so that no half-written file is left behind."""
    _interruptions.clear()
    for name in ENDING:
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        # What nohup or a shell has ignored stays so.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def _interrupt(number: int, frame: object) -> None:
    _interruptions.append(number)
    sys.unraisablehook = _interrupt_again
    raise KeyboardInterrupt


def _interrupt_again(ignored: sys.UnraisableHookArgs) -> None:
    """Interrupt a moment later where Python would say that it ignores KeyboardInterrupt.

    It does so in functions that it calls by itself, such as those of weak references.
    """
    if not issubclass(ignored.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(ignored)
    elif hasattr(signal, "setitimer"):  # Windows has none: there the program goes on to its end
        signal.signal(signal.SIGALRM, lambda *_: _interrupt(_interruptions[0], None))
        signal.setitimer(signal.ITIMER_REAL, MOMENT)


def _handle(error: BaseException) -> int:
    """Print an error to stderr, unless there is nothing to say; return the exit status."""
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, ReaderGone):
        return int(ExitCode.ANSWERED)
    if isinstance(error, UtpartnersError):
        shown = error
    elif "typer" in sys.modules and (usage := _usage_error(error)):
        shown = usage
    elif isinstance(error, OSError):
        shown = UtpartnersError(translated("cannot continue: {reason}", reason=reason(error)))
    elif isinstance(error, ImportError) and "_sqlite3" in str(error):
        # A Python may be built without it, or with another version than the system has now.
        what = translated("this Python has no SQLite: {reason}", reason=error)
        shown = UtpartnersError(what, another_sqlite())
    elif os.environ.get(DEBUG):
        raise error
    else:
        shown = _internal_error(error)
    from .error_message import print_error

    print_error(shown)
    return int(shown.exit_code)


def _usage_error(error: BaseException) -> UtpartnersError | None:
    """Return what to print for an error of Typer's, which the first help does without."""
    import typer

    from .usage_errors import worded

    return worded(error) if isinstance(error, typer.TyperException) else None


def _internal_error(error: BaseException) -> UtpartnersError:
    """Return what to print for an exception that only a fault of the program can raise."""
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return UtpartnersError(
        translated("internal error: {what}", what=what),
        translated("Please report it with the traceback that {debug}=1 shows.", debug=DEBUG),
    )


def _discard_unwritten() -> None:
    # The interpreter flushes stdout once more when it ends. What is left there could not be
    # written before, and would now fail again, with a traceback and exit status 120.
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
