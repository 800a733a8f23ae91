"""Start of the program: ``utpartners`` and ``python -m utpartners``."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and exit with its status."""
    # The modules and tables of a start are long-lived: looking for garbage among them is in vain.
    gc.disable()
    from .cli import main as run

    gc.freeze()
    gc.enable()
    sys.exit(run())


if __name__ == "__main__":
    main()
