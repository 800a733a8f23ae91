"""Changes of an input that keep its outer form, which random bytes never do: zip and SQLite."""

from __future__ import annotations

import io
import os
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .mutate import damaged, mutated
from .statements import disobey

if TYPE_CHECKING:
    from random import Random

changed_text = mutated


def changed_zip(content: bytes, random: Random) -> bytes:
    """Changed text in one member of a zip file; damaged bytes where it cannot be opened."""
    if random.random() < 0.2:
        return damaged(content, random)
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
            members = old.namelist()
            chosen = random.choice(members)
            for name in dict.fromkeys(members):
                inner = old.read(name)
                new.writestr(name, mutated(inner, random) if name == chosen else inner)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, IndexError):
        return damaged(content, random)
    except (NotImplementedError, EOFError, MemoryError):
        return damaged(content, random)
    return packed.getvalue()


def changed_database(content: bytes, random: Random) -> bytes:
    """Values and rows changed by statements that heed nothing, or damaged bytes."""
    if random.random() < 0.3:
        return damaged(content, random)
    path = Path(tempfile.gettempdir(), f"fuzz-{os.getpid()}.db")
    path.write_bytes(content)
    # The names of a damaged schema may be no text, or no UTF-8.
    with (
        suppress(sqlite3.Error, UnicodeDecodeError, TypeError),
        closing(sqlite3.connect(path, isolation_level=None)) as database,
    ):
        disobey(database, random)
    changed = path.read_bytes()
    path.unlink()
    return changed if changed != content else damaged(content, random)
