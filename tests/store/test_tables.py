"""The tables of a catalogue follow from the model, and hold everything that it can say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from utpartners import model
from utpartners.store.derived import DERIVED
from utpartners.store.relation import Relation
from utpartners.store.schema import columns_of, keys_of, schema
from utpartners.store.tables import LOADED, RELATIONS

if TYPE_CHECKING:
    from utpartners.store.store import Store

INDEXES = {"spelling", "word"}
NAMES = [relation.name for relation in RELATIONS]


def tables() -> set[str]:
    return set(re.findall(r"^CREATE TABLE (\w+)", schema(), re.MULTILINE)) - INDEXES


def test_every_table_has_its_relation() -> None:
    """No table of the store is left out, but for the indexes, which are made anew."""
    assert {relation.table for relation in RELATIONS} == tables()


def test_the_columns_of_a_table_follow_from_the_model(store: Store) -> None:
    """schema.sql and the model have the same columns: neither has one more."""
    for relation in RELATIONS:
        columns = columns_of(store.connection, relation.table)
        of_row = {*relation.constants, *relation.head, *relation.value_columns}
        derived = DERIVED[relation.table].columns if relation.table in DERIVED else ()
        assert set(columns) == of_row | {*derived}, relation.name


@pytest.mark.parametrize("relation", RELATIONS, ids=NAMES)
def test_what_a_row_may_lack_follows_from_the_model(relation: Relation, store: Store) -> None:
    """A table refuses a row without what the model requires, and takes one without the rest.

    Every row has its keys and its position; what is computed of it may not be known.
    """
    derived = DERIVED[relation.table].columns if relation.table in DERIVED else ()
    optional = {
        column.name
        for column in relation.columns
        if column.name in relation.value_columns and not column.required and column.default is None
    }
    info = store.connection.execute(f"PRAGMA table_info({relation.table})").fetchall()
    may_be_null = {name for _, name, _, not_null, *_ in info if not not_null}
    assert may_be_null - {"pk"} == optional | {*derived}


@pytest.mark.parametrize("relation", RELATIONS, ids=NAMES)
def test_references_of_a_table_follow_from_the_model(relation: Relation, store: Store) -> None:
    """A column with the key of another row is a foreign key of schema.sql.

    Of a table that holds what records of several tables have, ``record`` is none.
    """
    expected = {link.stored: link.relation for link in relation.links if link.stored != "record"}
    if relation.owner is not None and not relation.is_shared:
        expected[relation.owner_column] = relation.owner.table
    if "catalogue" in relation.constants:
        expected["catalogue"] = "catalogue"
    keys = keys_of(store.connection, relation.table)
    keys.pop("pk", None)
    assert keys == {column: table for column, table in expected.items() if column}


@pytest.mark.parametrize(
    ("record", "relation"),
    [
        (model.Source, "source"),
        (model.Phase, "phase"),
        (model.Agreement, "agreement"),
        (model.StudentPlaces, "agreement_places"),
        (model.FormerName, "department_former"),
        (model.Status, "status"),
        (model.Person, "person"),
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
    """A relation is loaded after the others that it refers to."""
    order = [relation.name for relation in LOADED]
    for relation in LOADED:
        assert all(
            order.index(link.relation) < order.index(relation.name)
            for link in relation.links
            if link not in relation.links_to_itself
        )


def test_keys_are_columns() -> None:
    """Keys and links are of columns that there are, and a link leads to what is unique."""
    by_name = {relation.name: relation for relation in RELATIONS}
    for relation in RELATIONS:
        names = {column.name for column in relation.columns}
        for key in (relation.key, *relation.unique, *(link.columns for link in relation.links)):
            assert set(key) <= names, relation.name
        for link in relation.links:
            target = by_name[link.relation]
            assert link.target in (target.key, *target.unique), relation.name
