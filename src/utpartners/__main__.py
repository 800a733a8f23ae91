"""Start of the program: ``utpartners`` and ``python -m utpartners``."""

from __future__ import annotations

import gc
import sys

GARBAGE_THRESHOLD = 50_000
"""New objects between two looks for garbage: a start makes many, and nearly all of them stay."""


def main() -> None:
    """Run the command line and exit with its status."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    try:
        from .cli.app import main as run

        status = run()
    except KeyboardInterrupt:  # before the command line itself, or after it, sees to that
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
