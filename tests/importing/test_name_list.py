"""Names from lines or a column: each line or row has its name, in its place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from utpartners.errors import UsageError, UtpartnersError
from utpartners.importing.name_list import read_names

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, text: str, encoding: str = "utf-8", name: str = "names.csv") -> str:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """A column is read in any encoding that is recognised, however the rows are cut."""
    rows = [["No", "大学"], ["1", "東京大学"], ["2", "ANU"]]
    text = "".join(delimiter.join(row) + "\n" for row in rows)
    found = read_names(written(tmp_path, text, encoding), "大学")
    assert found.names == ["東京大学", "ANU"]
    assert bool(found.notes) == (encoding in ("utf-16", "cp932"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines(tmp_path: Path, end: str) -> None:
    """Without a column each line is a name, also an empty one, but for the last ones."""
    path = written(tmp_path, end.join(["ANU", "", "京都大学", "", ""]), name="names.txt")
    assert read_names(path).names == ["ANU", "", "京都大学"]


@pytest.mark.parametrize("letter", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1c"])
def test_letters_that_end_no_line(tmp_path: Path, letter: str) -> None:
    """Only line feeds and carriage returns end a line."""
    name = f"Kita{letter}University"
    assert read_names(written(tmp_path, f"{name}\nANU\n", name="names.txt")).names == [name, "ANU"]
    assert read_names(written(tmp_path, f"Name\n{name}\nANU\n"), "Name").names == [name, "ANU"]


def test_empty_cells(tmp_path: Path) -> None:
    """An empty line of a single column, or a row that is too short, is an empty name."""
    assert read_names(written(tmp_path, "Name\nANU\n\nKTH\n\n"), "Name").names == ["ANU", "", "KTH"]
    assert read_names(written(tmp_path, "No,Name\n1\n2,KTH,x\n"), "Name").names == ["", "KTH"]


def test_heading_in_other_letters(tmp_path: Path) -> None:
    """A heading is found in any case and width, the very one before the others."""
    path = written(tmp_path, "name,Name,Ｎｏ\nANU,KTH,1\n")
    assert read_names(path, "Name").names == ["KTH"]
    assert read_names(path, "no").names == ["1"]


def test_repeated_heading(tmp_path: Path) -> None:
    """A heading of several columns is refused; their numbers tell them apart."""
    path = written(tmp_path, "Name,City,Name\nANU,Canberra,KTH\n")
    with pytest.raises(UsageError, match="several columns 'Name': 1, 3"):
        read_names(path, "Name")
    assert read_names(path, "3").names == ["KTH"]


def test_no_such_column(tmp_path: Path) -> None:
    """A column that is not there is told with those that are."""
    with pytest.raises(UsageError, match="no column 'c'") as error:
        read_names(written(tmp_path, "a,b\n1,2\n"), "c")
    assert "a, b" in (error.value.hint or "")


def test_a_table_needs_a_column(tmp_path: Path) -> None:
    """The lines of a CSV file are no names."""
    with pytest.raises(UsageError, match="may have several columns"):
        read_names(written(tmp_path, "a,b\n1,2\n"))


def test_unclosed_quotation_mark(tmp_path: Path) -> None:
    """A quotation mark that is not closed would swallow names, and is refused."""
    with pytest.raises(UtpartnersError, match="not CSV"):
        read_names(written(tmp_path, 'No,Name\n1,"ANU\n2,KTH\n'), "Name")


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_nothing(tmp_path: Path, text: str) -> None:
    """A file without a name is told as empty."""
    with pytest.raises(UtpartnersError, match="is empty"):
        read_names(written(tmp_path, text, name="names.txt"))


def test_closed_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input that was closed is told as such."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UtpartnersError, match="standard input is closed"):
        read_names("-")
