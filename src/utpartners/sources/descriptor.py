"""Reads ``datapackage.json``: which file has which relation. Nothing else in it is believed."""

from __future__ import annotations

import json
from typing import Any

from ..diagnostics import brief_repr, did_you_mean
from ..errors import UnreadableError
from ..store.tables import RELATIONS

NAME = "datapackage.json"
"""What makes a folder a data package."""

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest descriptor that is read."""


def files(content: bytes, label: str) -> dict[str, str]:
    """The name of the file of each relation. Raises UnreadableError."""
    known = [relation.name for relation in RELATIONS]
    found: dict[str, str] = {}
    for resource in _resources(content, label):
        name, path = resource.get("name"), resource.get("path")
        if isinstance(path, list) and len(path) == 1:
            (path,) = path
        if name not in known:
            hint = did_you_mean(str(name), known) or f"known are {', '.join(known)}"
            raise UnreadableError(label, f"unknown table {brief_repr(name)} ({hint})")
        if name in found:
            raise UnreadableError(label, f"the table {name!r} stands there twice")
        if not isinstance(path, str) or not is_plain(path):
            raise UnreadableError(
                label,
                f"the path of the table {name!r} must be the name of a file beside it, "
                f"not {brief_repr(path)}",
            )
        found[name] = path
    return found


def is_plain(name: str) -> bool:
    """Whether a name leads nowhere else."""
    return name not in ("", ".", "..") and not any(mark in name for mark in "/\\:\0")


def _resources(content: bytes, label: str) -> list[dict[str, Any]]:
    if len(content) > LARGEST:
        raise UnreadableError(label, f"it is larger than {LARGEST // 1024**2} MiB")
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(label, f"not JSON: {error}") from error
    resources = document.get("resources") if isinstance(document, dict) else None
    if not isinstance(resources, list) or not all(isinstance(one, dict) for one in resources):
        raise UnreadableError(label, "a data package has a list of resources, and this has none")
    return resources
