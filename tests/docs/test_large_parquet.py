"""Made-up catalogues in Parquet are the files that the program writes of the same catalogue."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from utpartners.formats import find_form, parquet, read, write

ROOT = Path(__file__).parents[2]

SIZE = 30


def test_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables are equal, and so are their types, row groups and views, of several groups too."""
    tables = pytest.importorskip("pyarrow.parquet")
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    monkeypatch.setattr(parquet, "BATCH", 25)
    catalogues = import_module("catalogues")
    package, made, exported = (tmp_path / name for name in ("data", "m.parquet", "e.parquet"))
    catalogues.write(package, SIZE)
    catalogues.write(made, SIZE)
    form = find_form(None, exported.name)
    assert form is not None
    write(read(str(package)), str(exported), form)
    names = sorted(path.name for path in exported.iterdir())
    assert sorted(path.name for path in made.iterdir()) == names
    for name in names:
        if not name.endswith(".parquet"):
            assert (made / name).read_bytes() == (exported / name).read_bytes()
            continue
        ours, theirs = (tables.ParquetFile(folder / name) for folder in (made, exported))
        assert ours.schema_arrow.equals(theirs.schema_arrow, check_metadata=True)
        assert ours.read().to_pylist() == theirs.read().to_pylist(), name
        assert ours.num_row_groups == theirs.num_row_groups
    assert tables.ParquetFile(made / "link.parquet").num_row_groups > 2
