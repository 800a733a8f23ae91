"""Packages that only some formats need, and how to install one that is missing."""

from __future__ import annotations

import os
import sys

from . import shell
from .errors import UtpartnersError
from .i18n import translated


def missing(what: str, package: str) -> UtpartnersError:
    """Return the error for something that needs a package which is not installed."""
    return UtpartnersError(
        translated("{what} needs {package}", what=what, package=package),
        translated("Install it: {command}", command=_command(package)),
    )


def _command(package: str) -> str:
    """Return the command that adds a package to this installation of the program."""
    # pipx and uv keep each program in an environment of its own, in which pip may be missing.
    folders = sys.prefix.split(os.sep)
    if "pipx" in folders:
        return f"pipx inject utpartners {package}"
    if "uv" in folders and "tools" in folders:
        return f"uv tool install utpartners --with {package}"
    return f"{shell.word(sys.executable or 'python')} -m pip install {package}"
