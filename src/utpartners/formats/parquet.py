"""A catalogue as a folder of Parquet files, for DuckDB, Spark and the like. Not read back.

Beside the columns of a relation a file has the days that the store computes, which no SQL could
compute of EDTF, and the position of each row: Spark keeps no order. ``views.sql`` in the folder
says what the commands show of the files.
"""

from __future__ import annotations

import os
import shutil
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..extras import missing
from ..store.derived import DERIVED
from ..store.tables import RELATIONS
from .rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..progress import Progress
    from ..store.relation import Relation
    from ..store.store import Row, Store

BATCH = 50_000
"""Rows that are held and written at once: a row group, which readers take one by one."""

VIEWS = "views.sql"
"""The file with the views: beside this module, and in each folder that is written."""


def write(store: Store, path: str, progress: Progress) -> None:
    """Write a new folder with a file for each relation. Raises UtpartnersError without pyarrow."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise missing("parquet", "pyarrow") from error
    os.mkdir(path)
    for relation in RELATIONS:
        schema = table_schema(relation)
        target = os.path.join(path, f"{relation.name}.parquet")
        found = rows(store, relation, progress, _days(relation))
        with pyarrow.parquet.ParquetWriter(target, schema, compression="zstd") as writer:
            for columns in _columns(found):
                writer.write_batch(pyarrow.record_batch(columns, schema=schema))
    shutil.copyfile(os.path.join(os.path.dirname(__file__), VIEWS), os.path.join(path, VIEWS))


def table_schema(relation: Relation) -> Any:
    """Return the schema that the file of a relation has."""
    import pyarrow

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
    days = [pyarrow.field(name, pyarrow.string()) for name in _days(relation)]
    position = pyarrow.field("position", pyarrow.int64(), nullable=False)
    metadata = {"description": relation.summary}
    return pyarrow.schema([*fields, *days, position], metadata=metadata)


def _days(relation: Relation) -> Sequence[str]:
    """Return the columns that the store computes for the rows of a relation."""
    return DERIVED[relation.table].columns if relation.table in DERIVED else ()


def _columns(rows: Iterator[Row]) -> Iterator[list[Sequence[Any]]]:
    """Give the columns of some rows at a time, with the positions of the rows as the last."""
    first = 1
    while batch := list(islice(rows, BATCH)):
        last = first + len(batch)
        yield [*zip(*batch, strict=True), range(first, last)]
        first = last
