"""A whole catalogue as Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from utpartners.formats.rows import rows
from utpartners.progress import no_progress
from utpartners.store.tables import RELATIONS

if TYPE_CHECKING:
    from tests.formats.conftest import Written

    from utpartners.store.store import Store

parquet: Any = pytest.importorskip("pyarrow.parquet")


def test_the_same_rows(written: Written, store: Store) -> None:
    """There is a file for each relation with all of its rows, in order."""
    folder = written(store, "c.parquet")
    assert {file.name for file in folder.iterdir()} == {f"{r.name}.parquet" for r in RELATIONS}
    for relation in RELATIONS:
        table = parquet.read_table(folder / f"{relation.name}.parquet")
        assert table.column_names == [column.name for column in relation.columns]
        found = [tuple(row.values()) for row in table.to_pylist()]
        assert found == list(rows(store, relation, no_progress))


def test_types(written: Written, store: Store) -> None:
    """Numbers and truth values have their types, and what is required is marked so."""
    folder = written(store, "c.parquet")
    schema = parquet.read_schema(folder / "activity.parquet")
    assert str(schema.field("number").type) == "int64"
    assert str(schema.field("planned").type) == "bool"
    assert not schema.field("title").nullable
    assert schema.field("when").nullable
    institution = parquet.read_schema(folder / "institution.parquet")
    assert str(institution.field("latitude").type) == "double"


def test_is_not_read(written: Written, store: Store) -> None:
    """A folder of Parquet files is written for others, and refused as a catalogue."""
    from utpartners.errors import CatalogueError
    from utpartners.formats import read

    with pytest.raises(CatalogueError, match="no catalogue in the folder"):
        read(str(written(store, "c.parquet")))
