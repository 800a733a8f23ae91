"""A catalogue as a folder of Parquet files, for DuckDB, Spark and the like. Not read back."""

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..extras import missing
from ..store.tables import RELATIONS
from .rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..progress import Progress
    from ..store.relation import Relation
    from ..store.store import Row, Store

BATCH = 50_000
"""Rows that are held and written at once."""


def write(store: Store, path: str, progress: Progress) -> None:
    """Write a new folder with a file for each relation. Raises UtpartnersError without pyarrow."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise missing("parquet", "pyarrow") from error
    os.mkdir(path)
    for relation in RELATIONS:
        schema = _schema(pyarrow, relation)
        target = os.path.join(path, f"{relation.name}.parquet")
        with pyarrow.parquet.ParquetWriter(target, schema, compression="zstd") as writer:
            for columns in _columns(rows(store, relation, progress)):
                writer.write_batch(pyarrow.record_batch(columns, schema=schema))


def _schema(pyarrow: Any, relation: Relation) -> Any:
    types = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
    }
    fields = [
        pyarrow.field(column.name, types[column.kind], nullable=not column.required)
        for column in relation.columns
    ]
    return pyarrow.schema(fields, metadata={"description": relation.summary})


def _columns(rows: Iterator[Row]) -> Iterator[list[tuple[Any, ...]]]:
    while batch := list(islice(rows, BATCH)):
        yield list(zip(*batch, strict=True))
