"""``datapackage.json``: what a Frictionless data package says of its tables.

All of it is written. Of one that is read only the names of the files are believed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..diagnostics import brief_repr, did_you_mean, not_of, with_hint
from ..errors import UnreadableError
from ..i18n import translated
from ..store.tables import RELATIONS

if TYPE_CHECKING:
    from ..store.relation import Link, Relation, RelationColumn
    from ..store.store import Store

NAME = "datapackage.json"
"""What makes a folder a data package."""

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest descriptor that is read."""


def files(content: bytes, label: str) -> dict[str, str]:
    """Return the name of the file of each relation. Raises UnreadableError."""
    known = [relation.name for relation in RELATIONS]
    found: dict[str, str] = {}
    for resource in _resources(content, label):
        name, path = resource.get("name"), resource.get("path")
        if isinstance(path, list) and len(path) == 1:
            (path,) = path  # Frictionless allows a table in several files, and so a list of one
        if name not in known:
            hint = did_you_mean(str(name), known) or translated(
                "choose from {values}", values=", ".join(known)
            )
            raise UnreadableError(
                label, with_hint(translated("unknown table {name}", name=brief_repr(name)), hint)
            )
        if name in found:
            raise UnreadableError(label, translated("duplicate table {name}", name=repr(name)))
        if not isinstance(path, str) or not is_plain(path):
            raise UnreadableError(
                label,
                translated(
                    "the path of the table {name} must be the name of a file in the same folder, "
                    "not {path}",
                    name=repr(name),
                    path=brief_repr(path),
                ),
            )
        found[name] = path
    return found


def is_plain(name: str) -> bool:
    """Return whether a name is that of a file beside the descriptor on every system."""
    return name not in ("", ".", "..") and not any(mark in name for mark in "/\\:\0")


def _resources(content: bytes, label: str) -> list[dict[str, Any]]:
    if len(content) > LARGEST:
        raise UnreadableError(label, translated("larger than {size} MiB", size=LARGEST // 1024**2))
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(label, not_of("JSON", error)) from error
    resources = document.get("resources") if isinstance(document, dict) else None
    if not isinstance(resources, list) or not all(isinstance(one, dict) for one in resources):
        raise UnreadableError(
            label, translated("the list 'resources' of a data package is missing")
        )
    return resources


def descriptor(store: Store) -> str:
    """Return the description of every relation: columns, keys and what refers to what."""
    title, *_ = store.one("SELECT title FROM main.catalogue ORDER BY pk") or ("",)
    package = {
        "profile": "tabular-data-package",
        "name": "utpartners-catalogue",
        "title": title,
        "resources": [_resource(relation) for relation in RELATIONS],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def file_name(relation: Relation) -> str:
    """Return the name of the CSV file of a relation."""
    return f"{relation.name}.csv"


def _resource(relation: Relation) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in relation.columns]}
    schema["missingValues"] = [""]
    if relation.key:
        schema["primaryKey"] = list(relation.key)
    if relation.links:
        schema["foreignKeys"] = [_foreign_key(link) for link in relation.links]
    return {
        "profile": "tabular-data-resource",
        "name": relation.name,
        "description": relation.summary,
        "path": file_name(relation),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: RelationColumn) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.kind}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    return {**field, "constraints": constraints} if constraints else field


def _foreign_key(link: Link) -> dict[str, Any]:
    reference = {"resource": link.relation, "fields": list(link.target)}
    return {"fields": list(link.columns), "reference": reference}
