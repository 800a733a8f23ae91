"""Names from lines or a column, whatever the encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners.errors import UsageError, UtpartnersError
from utpartners.importing.name_list import names_from

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """A column is read from UTF-8 with or without a BOM, and from Shift_JIS, however it is cut."""
    path = tmp_path / "names.csv"
    rows = [["No", "大学"], ["1", "東京大学"], ["2", "ANU"]]
    path.write_text("".join(delimiter.join(row) + "\n" for row in rows), encoding)
    assert list(names_from(str(path), "大学")) == ["東京大学", "ANU"]


def test_lines(tmp_path: Path) -> None:
    """Without a column each line is a name; empty ones are none."""
    path = tmp_path / "names.txt"
    path.write_text("ANU\n\n京都大学\n", "utf-8")
    assert list(names_from(str(path), None)) == ["ANU", "京都大学"]


def test_no_such_column(tmp_path: Path) -> None:
    """A column that is not there is told with those that are."""
    path = tmp_path / "names.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(UsageError, match="no column 'c'") as error:
        list(names_from(str(path), "c"))
    assert "a, b" in (error.value.hint or "")


def test_a_table_needs_a_column(tmp_path: Path) -> None:
    """The lines of a CSV file are no names."""
    path = tmp_path / "names.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(UsageError, match="has several columns"):
        list(names_from(str(path), None))


def test_neither_encoding(tmp_path: Path) -> None:
    """What is in neither encoding is refused, not guessed."""
    path = tmp_path / "names.txt"
    path.write_bytes(b"\x81")
    with pytest.raises(UtpartnersError, match="neither"):
        list(names_from(str(path), None))
