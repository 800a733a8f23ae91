"""Shows the help of the program, and how the headings of any help stand out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from .. import i18n
from .help import overview
from .output import write_to_stdout
from .terminal import is_colour_forced, is_colour_unwanted, is_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def show() -> None:
    """Write the first help in the language of the environment."""
    i18n.set_language(i18n.from_environment(os.environ))
    write_to_stdout([overview(strong())], is_safe=True)


def strong(no_color: bool = False) -> Callable[[str], str]:
    """Return what makes a heading bold, where colour is wanted."""
    is_shown = is_terminal(sys.stdout) and not is_colour_unwanted()
    if no_color or not (is_shown or is_colour_forced()):
        return str
    return lambda text: f"{BOLD}{text}{PLAIN}"
