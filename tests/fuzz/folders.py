"""A folder as one text, so that a fuzzer can change the names and contents of its files."""

from __future__ import annotations

import os
import re
from pathlib import Path
from shutil import rmtree

MARK = b"\x1e"
"""Starts each file; its name ends with the line."""

_NAME = re.compile(rb"(?:[\w.~$-]{1,40}/)?[\w.~$-]{1,40}\Z")


def packed(folder: Path) -> bytes:
    """The files of a folder as one text, in the order of their names."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return b"".join(
        MARK + str(path.relative_to(folder)).encode() + b"\n" + path.read_bytes() for path in files
    )


def unpacked(content: bytes, folder: Path) -> Path:
    """The folder that a text means; what would lie outside of it is left out."""
    rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for piece in content.split(MARK)[1:]:
        name, _, inner = piece.partition(b"\n")
        path = folder / os.fsdecode(name)
        if _NAME.match(name) and not {b".", b".."} & set(name.split(b"/")):
            if not path.parent.exists() or not path.parent.is_dir():
                path.parent.unlink(missing_ok=True)
                path.parent.mkdir()
            if not path.is_dir():
                path.write_bytes(inner)
    return folder
