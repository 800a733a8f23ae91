"""Reads a catalogue from JSON: the tables and keys of the TOML file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import msgspec

from .. import model
from ..errors import CatalogueError
from ..store.build import InconsistentError
from ..store.pause import uncollected
from ..store.store import in_memory
from ..store.watch import unwatched
from .text import read_text, several

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..checks.problem import Path, Problem
    from ..store.store import Store
    from ..store.watch import Watch

_PLACE = re.compile(r" \(byte (\d+)\)$")


def read_json(path: str, watch: Watch = unwatched) -> Store:
    """The catalogue in a JSON file. Raises CatalogueError, with the path of each key."""
    with uncollected():
        *_, store = watch(_stages(path), STAGES, f"Reading {path}")
    return cast("Store", store)


STAGES = 2
"""What is done one after the other: parse with validation, put into tables."""


def _stages(path: str) -> Iterator[Store | None]:
    """Something after each stage; after the last one, the catalogue."""
    catalogue = records(path)
    yield None
    yield _in_tables(path, catalogue)


def _in_tables(path: str, catalogue: model.Catalogue) -> Store:
    try:
        return in_memory(catalogue, path)
    except InconsistentError as error:
        from ..checks import consistency_problems

        raise _refusal(path, consistency_problems(catalogue)) from error


def records(path: str) -> model.Catalogue:
    """The records of a JSON file, each of the right shape. Raises CatalogueError."""
    text = read_text(path, "JSON")
    try:
        return _decoded(path, text)
    except msgspec.DecodeError as error:
        raise _no_json(path, text, str(error)) from error
    except RecursionError as error:
        raise CatalogueError(f"{path}: nested too deeply to be a catalogue") from error


def _decoded(path: str, text: str) -> model.Catalogue:
    try:
        return msgspec.json.decode(text, type=model.Catalogue)
    except msgspec.ValidationError as error:
        from ..checks.shape import shape_problems

        raise _refusal(path, shape_problems(msgspec.json.decode(text))) from error


def _no_json(path: str, text: str, message: str) -> CatalogueError:
    place = _PLACE.search(message)
    before = text.encode()[: int(place[1])] if place else text.encode()
    reason = _PLACE.sub("", message).removeprefix("JSON is malformed: ")
    return CatalogueError(f"{path}:{before.count(10) + 1}: not JSON: {reason}")


def _refusal(path: str, problems: Iterable[Problem]) -> CatalogueError:
    return several(f"{path}: {_place(p.path)}{p.message}" for p in problems)


def _place(path: Path) -> str:
    """Keys and indices as people write them: ``partnership[0].members[1]: ``."""
    keys = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return f"{keys.removeprefix('.')}: " if keys else ""
