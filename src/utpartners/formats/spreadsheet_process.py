"""Asks the process that reads a spreadsheet (xlsx, xls, ods), of a catalogue or of a list.

python-calamine reads all three, with real dates. It runs in a process of its own, which has limits,
as a spreadsheet may come from anyone.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from ..errors import UnreadableError
from ..extras import missing
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHILD = "utpartners.importing.workbook_child"
"""It stands above this room, as it knows what lists have too much of, and is run by its name."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old xls file begins, and an xlsx file with a password too."""

_PACKAGES = {"xlrd": "xlrd"}
"""The packages by the modules that may be missing."""


def said_of(path: str, sheet: str = "") -> Iterator[Any]:
    """Yield what the process that reads a spreadsheet says, of all sheets or the one that is named.

    Raises UnreadableError for what it cannot read.
    """
    command = [sys.executable, "-m", _CHILD, path, sheet]
    with subprocess.Popen(  # noqa: S603 no shell
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="ascii"
    ) as process:
        if process.stdout is not None:
            for line in process.stdout:
                said = json.loads(line)
                if isinstance(said, dict) and "error" in said:
                    _refuse(path, said)
                yield said
    if process.returncode:
        raise UnreadableError(
            path, translated("too large for a list, or damaged: reading it was given up")
        )


def _refuse(path: str, said: dict[str, Any]) -> NoReturn:
    if said["error"] == "missing":
        raise missing(
            translated("reading {path}", path=path), _PACKAGES.get(said["of"], "python-calamine")
        )
    with open(path, "rb") as file:
        is_ole = file.read(len(OLE)) == OLE
    if said["error"] == "PasswordError" or (is_ole and not path.lower().endswith(".xls")):
        raise UnreadableError(
            path,
            translated("the workbook is protected by a password"),
            translated("Save it without one, or save the sheet as CSV."),
        )
    if said["error"] == "excess":
        what, count, *row = said["of"]
        raise UnreadableError(path, _too_much(what, count), line=row[0] if row else None)
    if said["error"] == "MemoryError":
        raise UnreadableError(path, translated("too large for a list"))
    raise UnreadableError(path, said["what"] or said["error"])


def _too_much(what: str, count: int) -> str:
    """Return what a sheet has too much of,."""
    patterns = {
        "columns": translated("{count} columns, more than a list has"),
        "rows": translated("more than {count} rows"),
        "letters": translated("a cell of {count} letters"),
    }
    return patterns[what].format(count=f"{count:,}")
