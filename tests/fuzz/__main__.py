"""Tries very many mutated catalogues: ``python -m tests.fuzz SECONDS [FORM…]``, from the root.

With ``--coverage TARGET`` the inputs are those that reach code which no other has reached.
"""

from __future__ import annotations

import argparse
import sys


def main() -> int:
    """Try inputs until the time is over; the exit status is 1 where the program failed on one."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("seconds", nargs="?", type=int, default=60)
    parser.add_argument("forms", nargs="*", metavar="FORM", help="forms to change at random")
    parser.add_argument("--coverage", metavar="TARGET", help="reader to fuzz by coverage")
    options = parser.parse_args()
    if options.coverage:
        from .by_coverage import run

        return run(options.coverage, options.seconds)
    from .at_random import run as run_at_random

    return run_at_random(options.seconds, options.forms)


if __name__ == "__main__":
    sys.exit(main())
