"""What the forms that are text have in common: reading it, and telling several problems at once."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ..errors import CatalogueError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 512 * 1024 * 1024
"""Bytes of the largest text that is read; a larger catalogue belongs in a database."""

MOST_PROBLEMS = 10
"""How many problems one error names."""


def read_text(path: str, form: str = "TOML") -> str:
    """The text of a file, which must be UTF-8 and of a size that can be held."""
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise CatalogueError(
            f"cannot read {path}: {error.strerror or error}",
            "Check the path given with --data or in UTPARTNERS_DATA.",
        ) from error
    if len(content) > LARGEST:
        raise CatalogueError(
            f"{path} is larger than {LARGEST // 1024**2} MiB, too large for {form}"
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            path,
            f"not UTF-8 text (byte 0x{content[error.start]:02x})",
            f"A catalogue is a {form} file in UTF-8; save it in that encoding.",
            line,
        ) from error


def several(lines: Iterable[str]) -> CatalogueError:
    """One error that tells the first of several problems, a line each."""
    iterator = iter(lines)
    told = list(islice(iterator, MOST_PROBLEMS))
    left = sum(1 for _ in iterator)
    if left:
        told.append(f"and {left} more")
    return CatalogueError("\n".join(told), "The catalogue was not used.")
