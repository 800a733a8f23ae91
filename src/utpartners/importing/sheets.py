"""Open a list that an office has, whatever kind of file it is in."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from ..errors import UsageError, UtpartnersError
from ..i18n import translated
from ..unreadable import cannot_read

if TYPE_CHECKING:
    from .grid import Grid

LARGEST = 64 * 1024**2
"""Bytes of the largest file that is read: 10,000 agreements are about two million."""


def read_sheets(path: str, sheet: str | None = None, encoding: str | None = None) -> list[Grid]:
    """Return the sheets of a file that have something in them.

    Raises UtpartnersError, which says what is wrong with the file.
    """
    from .workbook import is_workbook, read_workbook

    content = _content(path)
    if is_workbook(content[:8]):
        if encoding is not None:
            raise UsageError(
                translated("--encoding: {file} is a workbook, which states its own").format(
                    file=path
                ),
            )
        grids = read_workbook(path, sheet)
    else:
        if sheet is not None:
            raise UsageError(
                translated("--sheet: {file} is no workbook and has no sheets").format(file=path)
            )
        from .delimited import read_delimited

        grids = [read_delimited(content, path, encoding)]
    found = [grid for grid in grids if grid.lines]
    if not found:
        raise UtpartnersError(
            translated("{file} is empty").format(file=path),
            translated("Name a list with a line of headings, and a line for each partner."),
        )
    return found


def _content(path: str) -> bytes:
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            raise UtpartnersError(
                translated("{file} is not a regular file").format(file=path),
                translated("Save the sheet to a file first, and name that file."),
            )
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: the path has a NUL
        raise cannot_read(path, error) from error
    if len(content) > LARGEST:
        raise UtpartnersError(
            translated("{file} is larger than {size} MiB").format(
                file=path, size=LARGEST // 1024**2
            ),
            translated("Split it into smaller files."),
        )
    return content
