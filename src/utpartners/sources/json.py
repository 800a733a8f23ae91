"""Reads a catalogue from JSON: the tables and keys of the TOML file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

import msgspec

from .. import model
from ..errors import UnreadableError
from ..progress import no_progress
from ..store.fill import InconsistentError, gc_paused
from ..store.store import in_memory
from .text import read_text, several

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..diagnostics import Path, Problem
    from ..errors import CatalogueError
    from ..progress import Progress
    from ..store.store import Store


def read_json(path: str, progress: Progress = no_progress) -> Store:
    """The catalogue in a JSON file. Raises CatalogueError, with line and path of each key."""
    with gc_paused():
        *_, store = progress(_stages(path), STAGES, f"Reading {path}")
    return cast("Store", store)


STAGES = 2
"""What is done one after the other: parse with validation, put into tables."""


def _stages(path: str) -> Iterator[Store | None]:
    """Something after each stage; after the last one, the catalogue."""
    text = read_text(path, "JSON")
    catalogue = validated(path, text)
    yield None
    yield _in_tables(path, text, catalogue)


def _in_tables(path: str, text: str, catalogue: model.Catalogue) -> Store:
    try:
        return in_memory(catalogue, path)
    except InconsistentError as error:
        from ..checks.rules import consistency_problems

        raise _refusal(path, text, consistency_problems(catalogue)) from error


def validated(path: str, text: str) -> model.Catalogue:
    """The records of a text, each of the right shape. Raises CatalogueError."""
    with told(path, text):
        try:
            return msgspec.json.decode(text, type=model.Catalogue)
        except msgspec.ValidationError as error:
            from ..checks.shape import shape_problems

            raise _refusal(path, text, shape_problems(msgspec.json.decode(text))) from error


def parsed(path: str, text: str) -> tuple[Any, list[Path]]:
    """The document as plain values, and the keys that stand in it more than once.

    Raises UnreadableError where it is no JSON.
    """
    from ..formats.positions import repeated_keys

    with told(path, text):
        return msgspec.json.decode(text), repeated_keys(text)


@contextmanager
def told(path: str, text: str) -> Iterator[None]:
    """Turns the error of a parser into one that says the line."""
    try:
        yield
    except msgspec.DecodeError as error:
        from ..formats.syntax import json_fault

        offset, reason = json_fault(error, text)
        line = text.count("\n", 0, offset) + 1
        raise UnreadableError(path, f"not JSON: {reason}", line=line) from error
    except RecursionError as error:
        raise UnreadableError(path, "nested too deeply to be a catalogue") from error


def _refusal(path: str, text: str, problems: Iterable[Problem]) -> CatalogueError:
    from ..formats.positions import json_places

    found = list(problems)
    places = json_places(text, [problem.path for problem in found])
    return several(
        f"{path}:{line}: {_keys(problem.path)}{problem.message}"
        for (line, _), problem in zip(places, found, strict=True)
    )


def _keys(path: Path) -> str:
    """Keys and indices as people write them: ``partnership[0].members[1]: ``."""
    keys = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return f"{keys.removeprefix('.')}: " if keys else ""
