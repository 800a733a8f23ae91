"""Ids in the document of a catalogue, wherever the model says that one is referred to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import model
from ..fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..checks.walk import RecordType


def with_ids(document: dict[str, Any], table: str, ids: Mapping[str, str]) -> dict[str, Any]:
    """Return a document in which every reference to a record of a table has the new id.

    A list that then has an id twice has it once. The records themselves keep their ids.
    """
    return _with(document, model.Catalogue, table, ids)


def _with(
    record: dict[str, Any], type_: RecordType, table: str, ids: Mapping[str, str]
) -> dict[str, Any]:
    fields = fields_of(type_)
    result = {}
    for key, value in record.items():
        field = fields.get(key)
        if field is not None and field.form == "record" and isinstance(value, dict):
            value = _with(value, field.item, table, ids)
        elif field is not None and field.form == "records":
            value = [_with(one, field.item, table, ids) for one in value]
        elif field is not None and field.refers_to == table:
            value = _replaced(value, ids)
        result[key] = value
    return result


def _replaced(value: Any, ids: Mapping[str, str]) -> Any:
    if not isinstance(value, list):
        return ids.get(value, value)
    if not any(one in ids for one in value):
        return value
    return list(dict.fromkeys(ids.get(one, one) for one in value))
