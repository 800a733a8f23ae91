"""Shows what is longer than the screen in the pager that the reader chose, as git does.

The pagers of the libraries do not do for this: Typer has left that of Click out of what it took
from Click, and Python's own (``pydoc``) encodes as the locale says, loses the text where the
pager's program is missing, and knows neither UTPARTNERS_PAGER nor the height of the screen.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

from .. import shell
from ..errors import UtpartnersError
from ..i18n import translated
from .terminal import is_dumb, is_utf8, replacing

USUAL = "less"
OPTIONS_OF_LESS = "FRX"
"""The options that git, too, gives to less where the reader has set none.

F ends at once where the text fits: its lines may be fewer on the screen than we count. R lets
colours act and no other escape. X leaves the text on the screen when less ends.
"""


def show(text: str) -> bool:
    """Show a text in the pager if it is longer than the screen; return whether it was shown."""
    command = None if is_dumb() else _command()
    if command is None or not _is_long(text):
        return False
    encoding, errors = "utf-8", "backslashreplace"
    environment = {"LESS": OPTIONS_OF_LESS, **os.environ}
    if is_utf8(sys.stdout):
        # Without LESSCHARSET, less shows the bytes of UTF-8 as <E6><9D> in the C locale.
        environment.setdefault("LESSCHARSET", "utf-8")
    else:
        encoding, errors = sys.stdout.encoding, replacing()
    # Ctrl-C is the pager's while it runs: less stops a search with it. To end here would leave
    # the pager behind, on a terminal that the shell reads from again. A handler that does nothing
    # is not inherited, unlike SIG_IGN, so that the pager still gets the signal.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as pager:  # noqa: S603
            pager.communicate(text.encode(encoding, errors))
    except (FileNotFoundError, PermissionError):
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    # A pager that failed, such as "false", has shown nothing. One that a signal ended was left.
    return pager.returncode <= 0


def _command() -> list[str] | None:
    """Return the reader's pager; None where they want none, or there is none."""
    for variable in ("UTPARTNERS_PAGER", "PAGER"):
        if (chosen := os.environ.get(variable)) is not None:
            words = _words(variable, chosen)
            return None if words in ([], ["cat"]) else words
    usual = shutil.which(USUAL)
    return [usual] if usual else None


def _words(variable: str, chosen: str) -> list[str]:
    try:
        return shell.words(chosen)
    except ValueError as error:
        raise UtpartnersError(
            translated(
                "{variable} is not a valid command: {error}", variable=variable, error=error
            ),
            translated("For no pager, set it to cat."),
        ) from error


def _is_long(text: str) -> bool:
    try:
        height = os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return False
    # A terminal that does not tell its size says 0.
    return 0 < height <= text.count("\n")
