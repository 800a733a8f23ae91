"""How an error is printed: what is wrong, then what to do next."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from ..visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..errors import UtpartnersError

LONGEST_LINE = 1000
"""Characters of a line of an error, which may repeat whatever was typed."""


def _shortened(line: str) -> str:
    half = LONGEST_LINE // 2
    return line if len(line) <= LONGEST_LINE else f"{line[:half]} … {line[-half:]}"


def _typed_values() -> Iterator[str]:
    """Yield the arguments with line feeds, what is after the = of an option, and its folder."""
    for argument in sys.argv[1:]:
        after = argument.partition("=")[2]
        for value in (argument, after, os.path.dirname(argument), os.path.dirname(after)):
            if "\n" in value.strip("\n"):
                yield value


def print_error(error: UtpartnersError) -> None:
    """Print an error to stderr: what is wrong, then what to do next."""
    if sys.stderr is None:
        return
    message = f"{error.message}\n{error.hint}" if error.hint else error.message
    for value in _typed_values():
        # What was typed may have line feeds, too, and must not look like lines of this error.
        message = message.replace(value, visible(value))
    text = "\n".join(_shortened(visible(line)) for line in f"utpartners: {message}".split("\n"))
    with suppress(OSError, ValueError):
        print(text.encode("utf-8", "backslashreplace").decode("utf-8"), file=sys.stderr)
