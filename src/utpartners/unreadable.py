"""Errors of files that cannot be read, and where to look for a file that is not there."""

from __future__ import annotations

import os
import re
from itertools import islice

from .errors import UtpartnersError, reason
from .i18n import translated
from .shell import move
from .similarity import ALIKE_WORD, nearest_texts

MOST_NAMES = 10_000
"""Names of a folder that are compared with the one that was typed."""


def cannot_read(
    path: str, error: OSError | ValueError, kind: type[UtpartnersError] = UtpartnersError
) -> UtpartnersError:
    """Return the error, of some kind, for a file or folder that the system cannot read."""
    if not path:
        return kind(*without_name())
    return kind(
        translated("cannot read {path}: {reason}", path=path, reason=reason(error)),
        where_to_look(path)
        if isinstance(error, FileNotFoundError)
        else translated("Ask its owner for permission, or for a copy.")
        if isinstance(error, PermissionError)
        else None,
    )


def without_name() -> tuple[str, str]:
    """Return what is wrong with a path that is empty, and what to do."""
    return (
        translated("the name of a file is empty"),
        translated("Name the file. A variable in the command may have no value."),
    )


def where_to_look(path: str) -> str:
    """Return what to do where there is nothing at a path."""
    before, name = os.path.split(path.rstrip(os.sep))
    try:
        folder = os.path.abspath(before)
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, MOST_NAMES)]
    except OSError:
        if not before:
            return translated("The current folder no longer exists. Change to another one.")
        return translated("Check the path: there is no folder {folder}.", folder=before)
    if found := _moved_aside(name, names):
        aside = os.path.join(before, found)
        return translated(
            "What was there before is now in {folder}. Move it back: {command}",
            folder=aside,
            command=move(aside, path.rstrip(os.sep)),
        )
    if near := _near(name, names):
        return translated("Did you mean {name}?").format(name=os.path.join(before, near))
    return translated("Check the path: {folder} has no file with a similar name.", folder=folder)


def _moved_aside(name: str, names: list[str]) -> str | None:
    """Return the folder that was to be replaced when a program was killed (cli/folders.py)."""
    pattern = re.compile(rf"\.{re.escape(name[:50])}\.[0-9a-f]{{16}}\.part\.old")
    return next(filter(pattern.fullmatch, names), None)


def _near(name: str, names: list[str]) -> str | None:
    """Return the name that is most like another: one of its kind, or the same of another kind."""
    stem, suffix = os.path.splitext(name)
    stems: dict[str, str] = {}
    for one in sorted(names):
        if one.startswith(".") > name.startswith("."):
            continue  # hidden
        known, kind = os.path.splitext(one)
        if kind == suffix or known.casefold() == stem.casefold():
            stems[known] = one
    found = nearest_texts(stem, list(stems), least=ALIKE_WORD)
    return stems[found[0]] if found else None
