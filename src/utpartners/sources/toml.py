"""Reads a catalogue from TOML: syntax, then shape, then whether its records fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import tomli

from .. import model
from ..errors import CatalogueError
from ..store.build import InconsistentError
from ..store.store import in_memory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..checks.problem import Problem
    from ..store.store import Store

LARGEST = 512 * 1024 * 1024
"""Bytes of the largest TOML file that is read; a larger catalogue belongs in a database."""

MOST_PROBLEMS = 10
"""How many problems one error names."""


def read_toml(path: str) -> Store:
    """The catalogue in a TOML file. Raises CatalogueError, with file and line where known."""
    text = read_text(path)
    catalogue = validated(path, text, parsed(path, text))
    try:
        return in_memory(catalogue, path)
    except InconsistentError as error:
        from ..checks import consistency_problems

        raise refusal(path, text, consistency_problems(catalogue)) from error


def records(path: str) -> model.Catalogue:
    """The records of a TOML file, each of the right shape. Raises CatalogueError."""
    text = read_text(path)
    return validated(path, text, parsed(path, text))


def refusal(path: str, text: str, problems: Iterable[Problem]) -> CatalogueError:
    """One error that names the first problems of a file, each with its line."""
    from ..checks.positions import Positions

    positions = Positions(text)
    found = list(problems)
    lines = [f"{path}:{positions.line(p.path)}: {p.message}" for p in found[:MOST_PROBLEMS]]
    if len(found) > MOST_PROBLEMS:
        lines.append(f"and {len(found) - MOST_PROBLEMS} more")
    return CatalogueError("\n".join(lines), "The catalogue was not used.")


def read_text(path: str) -> str:
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
        raise CatalogueError(f"{path} is larger than {LARGEST // 1024**2} MiB, too large for TOML")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CatalogueError(
            f"{path}:{line}: not UTF-8 text (byte 0x{content[error.start]:02x})",
            "A catalogue is a TOML file in UTF-8; save it in that encoding.",
        ) from error


def parsed(path: str, text: str) -> dict[str, Any]:
    """The document as plain values. Raises CatalogueError where it is no TOML."""
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        message, line = _without_place(str(error), text)
        raise CatalogueError(f"{path}:{line}: not TOML: {message}") from error
    except RecursionError as error:
        raise CatalogueError(f"{path}: nested too deeply to be a catalogue") from error
    except ValueError as error:
        raise CatalogueError(f"{path}: not TOML: {error}") from error


def validated(path: str, text: str, document: dict[str, Any]) -> model.Catalogue:
    """The records of a document. Raises CatalogueError where one has a wrong shape."""
    try:
        return msgspec.convert(document, model.Catalogue)
    except msgspec.ValidationError as error:
        from ..checks.shape import shape_problems

        raise refusal(path, text, shape_problems(document)) from error


def _without_place(message: str, text: str) -> tuple[str, int]:
    """A parser's message without its '(at line 3, column 5)', and the line."""
    head, _, place = message.rpartition(" (at ")
    line = place.removeprefix("line ").partition(",")[0]
    return (head, int(line)) if line.isdigit() else (head or message, text.count("\n") + 1)
