"""The relations say everything that a catalogue has, once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from utpartners import model
from utpartners.relations.catalogue import LOADED, RELATIONS
from utpartners.relations.form import Relation
from utpartners.store import part
from utpartners.store.fill import schema

if TYPE_CHECKING:
    from utpartners.store.store import Store

INDEXES = {"spelling", "word"}
NAMES = [relation.name for relation in RELATIONS]


def tables() -> set[str]:
    return set(re.findall(r"^CREATE TABLE (\w+)", schema(), re.MULTILINE)) - INDEXES


def test_every_table_has_its_relation() -> None:
    """No table of the store is left out, but for the indexes, which are made anew."""
    assert {relation.table for relation in RELATIONS} == tables()


def test_every_table_has_its_part() -> None:
    """So it is with a part of a catalogue."""
    assert set(part.TABLES) == tables()


@pytest.mark.parametrize("relation", RELATIONS, ids=NAMES)
def test_every_column_is_written(relation: Relation, store: Store) -> None:
    """No column of the store is left out, but for keys, positions and what is derived."""
    columns = {row[1] for row in store.rows(f"PRAGMA table_info({relation.table})")}
    derived = {"pk", "position", "first_day", "last_day"}
    given = {column.name for column in relation.columns if relation.link_of(column.name) is None}
    keys = {link.stored or link.columns[0] for link in relation.links}
    assert columns - derived == (given | keys | {name for name, _ in relation.constants}) - {
        "number"
    } | ({"number"} & columns)


@pytest.mark.parametrize(
    ("record", "relation"),
    [
        (model.Source, "source"),
        (model.Phase, "phase"),
        (model.Agreement, "agreement"),
        (model.Figure, "activity_figure"),
        (model.Institution, "institution"),
        (model.Department, "department"),
        (model.Activity, "activity"),
        (model.Partnership, "partnership"),
        (model.Initiative, "initiative"),
    ],
)
def test_every_field_has_its_place(record: type[model.Record], relation: str) -> None:
    """A plain field of the model is a column, a list or table of names a relation of its own."""
    found = next(one for one in RELATIONS if one.name == relation)
    for field in msgspec.structs.fields(record):
        is_column = any(column.name == field.encode_name for column in found.columns)
        is_relation = any(
            name.startswith((field.encode_name, relation)) and name != relation for name in NAMES
        )
        assert is_column or is_relation, field.name


def test_referred_to_comes_first() -> None:
    """A relation is loaded after those that it refers to."""
    order = [relation.name for relation in LOADED]
    for relation in LOADED:
        assert all(
            order.index(link.relation) < order.index(relation.name) for link in relation.links
        )


@pytest.mark.parametrize("relation", RELATIONS, ids=NAMES)
def test_keys_are_columns(relation: Relation) -> None:
    """Keys and links are of columns that there are, and a link leads to what is unique."""
    names = {column.name for column in relation.columns}
    for key in (relation.key, *relation.unique, *(link.columns for link in relation.links)):
        assert set(key) <= names
    for link in relation.links:
        target = next(one for one in RELATIONS if one.name == link.relation)
        assert link.target in (target.key, *target.unique)
