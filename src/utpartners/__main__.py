"""Start of the program: ``utpartners`` and ``python -m utpartners``."""

from __future__ import annotations

import gc
import os
import sys

# Nothing that takes long is imported here: until main() runs, Ctrl-C ends in a traceback.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import NoReturn

GARBAGE_THRESHOLD = 50_000
"""Number of new objects after which the garbage collector runs.

A start makes many objects, nearly all of which stay, so that Python's threshold (700) makes the
collector search them again and again for nothing.
"""

FIRST_HELP: tuple[list[str], ...] = ([], ["-h"], ["--help"], ["help"])
"""Arguments that ask for the first help."""


def main() -> None:
    """Run the command line and exit with its status."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    if sys.argv[1:] == ["--version"] and _has_said_version():
        return
    try:
        from .cli.error_handler import run_with_error_handler

        status = run_with_error_handler(_run)
    except KeyboardInterrupt:  # the error handler is not there yet, or not any more
        status = _interrupted()
    sys.exit(status)


def start() -> NoReturn:
    """Run the command line, and end the process with its status."""
    try:
        status = _run_and_flush()
    except KeyboardInterrupt:  # in the first moment, or in the last one
        status = _interrupted()
    # Everything that matters is closed. Python would take all objects apart before it ends, which
    # takes a tenth of a short answer's time. mypy ends in the same way.
    os._exit(status)


def _run_and_flush() -> int:
    status: object = 0
    try:
        main()
    except SystemExit as end:
        status = end.code
    for stream in (sys.stdout, sys.stderr):
        # What could not be written has been told; a stream may be closed, or not be there at all.
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            continue
    return status if isinstance(status, int) else 0


def _interrupted() -> int:
    """Return the exit status after a signal: that of Ctrl-C before the error handler is there."""
    handler = sys.modules.get("utpartners.cli.error_handler")
    return handler.status_of_signal() if handler else 130


def _has_said_version() -> bool:
    """Print the version before anything else is imported; return whether it could be printed."""
    from .version import VERSION

    try:
        print(f"utpartners {VERSION}", flush=True)
    except (OSError, ValueError):  # the error handler says so
        return False
    return True


def _run() -> int:
    from .cli import terminal

    terminal.prepare()
    # A shell that asks for completions calls the program without arguments.
    if sys.argv[1:] in FIRST_HELP and "_UTPARTNERS_COMPLETE" not in os.environ:
        from .cli.first_help import show

        show()  # without Typer, which takes longer to import than the help to be read
        return 0
    from .cli.app import run

    return run()


if __name__ == "__main__":
    start()
