"""Shows what is longer than the screen in the pager that the reader chose, as git does."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys

from ..errors import UtpartnersError

USUAL = "less"
OPTIONS_OF_LESS = "FRX"
"""Leave at once what fits, keep colours, leave the text on the screen."""


def show(text: str) -> bool:
    """Show a text in the pager, if it is longer than the screen; whether it was shown."""
    command = _command()
    if command is None or not _is_long(text):
        return False
    environment = {"LESS": OPTIONS_OF_LESS, "LESSCHARSET": "utf-8", **os.environ}
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as pager:  # noqa: S603
            pager.communicate(text.encode("utf-8", "backslashreplace"))
    except (FileNotFoundError, PermissionError):
        return False
    return True


def _command() -> list[str] | None:
    """The reader's pager; None where they want none, or there is none."""
    for variable in ("UTPARTNERS_PAGER", "PAGER"):
        if (chosen := os.environ.get(variable)) is not None:
            words = _words(variable, chosen)
            return None if words in ([], ["cat"]) else words
    usual = shutil.which(USUAL)
    return [usual] if usual else None


def _words(variable: str, chosen: str) -> list[str]:
    try:
        return shlex.split(chosen)
    except ValueError as error:
        raise UtpartnersError(
            f"{variable} is no command: {error}", "Set it to cat for no pager."
        ) from error


def _is_long(text: str) -> bool:
    try:
        height = os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return False
    return 0 < height <= text.count("\n")
