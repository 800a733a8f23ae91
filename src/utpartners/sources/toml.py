"""Reads a catalogue from TOML: syntax, then shape, then whether its records fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import msgspec
import tomli

from .. import model
from ..errors import CatalogueError, UnreadableError
from ..progress import no_progress
from ..store.fill import InconsistentError, gc_paused
from ..store.store import in_memory
from .text import read_text, several

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..diagnostics import Problem
    from ..progress import Progress
    from ..store.store import Store


def read_toml(path: str, progress: Progress = no_progress) -> Store:
    """The catalogue in a TOML file. Raises CatalogueError, with file and line where known."""
    with gc_paused():
        *_, store = progress(_stages(path), STAGES, f"Reading {path}")
    return cast("Store", store)


STAGES = 3
"""What is done one after the other: parse, validate, put into tables."""


def _stages(path: str) -> Iterator[Store | None]:
    """Something after each stage; after the last one, the catalogue."""
    text = read_text(path)
    document = parsed(path, text)
    yield None
    catalogue = validated(path, text, document)
    del document
    yield None
    yield _in_tables(path, text, catalogue)


def _in_tables(path: str, text: str, catalogue: model.Catalogue) -> Store:
    try:
        return in_memory(catalogue, path)
    except InconsistentError as error:
        from ..checks.rules import consistency_problems

        raise refusal(path, text, consistency_problems(catalogue)) from error


def records(path: str) -> model.Catalogue:
    """The records of a TOML file, each of the right shape. Raises CatalogueError."""
    text = read_text(path)
    return validated(path, text, parsed(path, text))


def refusal(path: str, text: str, problems: Iterable[Problem]) -> CatalogueError:
    """One error that names the first problems of a file, each with its line."""
    from ..formats.positions import Positions

    positions = Positions(text)
    return several(f"{path}:{positions.line(p.path)}: {p.message}" for p in problems)


def parsed(path: str, text: str) -> dict[str, Any]:
    """The document as plain values. Raises CatalogueError where it is no TOML."""
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        message, line = _without_place(str(error), text)
        raise UnreadableError(path, f"not TOML: {message}", line=line) from error
    except RecursionError as error:
        raise UnreadableError(path, "nested too deeply to be a catalogue") from error
    except ValueError as error:
        raise UnreadableError(path, f"not TOML: {error}") from error


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
