"""``datapackage.json``: what a Frictionless data package says of its tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..store.tables import RELATIONS

if TYPE_CHECKING:
    from ..store.relation import Link, Relation, RelationColumn
    from ..store.store import Store

NAME = "datapackage.json"


def descriptor(store: Store) -> str:
    """The description of every relation: columns, keys and what refers to what."""
    title, *_ = store.one("SELECT title FROM main.catalogue ORDER BY pk") or ("",)
    package = {
        "profile": "tabular-data-package",
        "name": "utpartners-catalogue",
        "title": title,
        "resources": [_resource(relation) for relation in RELATIONS],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def file_name(relation: Relation) -> str:
    """The name of the CSV file of a relation."""
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
