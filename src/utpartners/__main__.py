"""Start of the program: ``utpartners`` and ``python -m utpartners``."""

from __future__ import annotations

import gc
import sys

GARBAGE_THRESHOLD = 50_000
"""Number of new objects after which the garbage collector runs.

A start makes many objects, nearly all of which stay, so that Python's threshold (700) makes the
collector search them again and again for nothing.
"""


def main() -> None:
    """Run the command line and exit with its status."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    try:
        from .cli.app import main as run

        status = run()
    except KeyboardInterrupt:  # the error handler is not there yet, or not any more
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
