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
    """There is a file for each relation with all of its rows, in order, and their positions."""
    folder = written(store, "c.parquet")
    tables = {f"{relation.name}.parquet" for relation in RELATIONS}
    assert {file.name for file in folder.iterdir()} == {*tables, "views.sql"}
    for relation in RELATIONS:
        table = parquet.read_table(folder / f"{relation.name}.parquet")
        assert table.column_names[-1] == "position"
        names = [column.name for column in relation.columns]
        assert table.column_names[: len(names)] == names
        found = [(*list(row.values())[: len(names)], row["position"]) for row in table.to_pylist()]
        expected = enumerate(rows(store, relation, no_progress), 1)
        assert found == [(*row, position) for position, row in expected]


def test_positions_go_on_from_batch_to_batch(
    written: Written, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are counted over the whole table, however many are written at once."""
    monkeypatch.setattr("utpartners.formats.parquet.BATCH", 10)
    table = parquet.ParquetFile(written(store, "c.parquet") / "activity.parquet")
    assert table.num_row_groups > 1
    positions = table.read(["position"])["position"].to_pylist()
    assert positions == list(range(1, table.metadata.num_rows + 1))


def test_the_days_that_the_store_computes(written: Written, store: Store) -> None:
    """What is sorted and compared by is there as in a .db, as no SQL reads EDTF."""
    folder = written(store, "c.parquet")
    for name, days in {
        "activity": ("first_day", "last_day"),
        "agreement": ("start_day", "end_day"),
        "partnership": ("end_day",),
    }.items():
        found = parquet.read_table(folder / f"{name}.parquet", columns=list(days)).to_pylist()
        expected = store.rows(f"SELECT {', '.join(days)} FROM main.{name} ORDER BY pk")
        assert [tuple(row.values()) for row in found] == list(expected)


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
