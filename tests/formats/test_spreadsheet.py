"""Catalogues as ods and xls files are read as workbooks are, and refused with the cell."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.formats.spreadsheets import Fault, Formula, Month, rows_of, save_ods, save_xls

from utpartners import model
from utpartners.errors import CatalogueError
from utpartners.formats import check, read, read_content
from utpartners.formats.workbook import write
from utpartners.progress import no_progress
from utpartners.store.records import records

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run
    from tests.formats.spreadsheets import Rows

    from utpartners.store.store import Store

    Save = Callable[[Rows, Path], Path]

BOTH = pytest.mark.parametrize(
    ("save", "name"), [(save_ods, "c.ods"), (save_xls, "c.xls")], ids=["ods", "xls"]
)


@pytest.fixture(scope="module")
def rows(anu: Store, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """The sheets of a catalogue that have rows, and that of agreements."""
    path = tmp_path_factory.mktemp("book") / "c.xlsx"
    write(anu, str(path), no_progress)
    found = rows_of(path)
    return {name: rows for name, rows in found.items() if len(rows) > 1 or name == "agreement"}


def with_rows(rows: Rows, sheet: str, *added: list[Any]) -> Rows:
    return {**rows, sheet: [*rows[sheet], *added]}


@BOTH
def test_whole(
    rows: Rows, tmp_path: Path, anu_records: model.Catalogue, save: Save, name: str
) -> None:
    """Every record is read, from a file and from its content alone, and ``check`` agrees."""
    path = save(rows, tmp_path / name)
    with closing(read(str(path))) as store:
        assert records(store) == anu_records
    with closing(read_content(path.read_bytes(), "HEAD:c")) as store:
        assert records(store) == anu_records
    assert [one for one in check(str(path)) if one.severity == "error"] == []


@BOTH
def test_values(rows: Rows, tmp_path: Path, save: Save, name: str) -> None:
    """Numbers and dates are read as exactly as they are shown; blank rows and cells are empty."""
    shown: list[list[Any]] = [
        ["anu", 1, None, "general", None, Month(2021, 3, 1), None, 2024.0],
        [None, " "],
        ["anu", 2, None, "general", None, 2019],
    ]
    path = save(with_rows(rows, "agreement", *shown), tmp_path / name)
    with closing(read(str(path))) as store:
        first, second = records(store).partnerships[0].agreements[-2:]
    assert (first.signed, first.ends, second.signed) == ("2021-03", "2024", "2019")


@BOTH
def test_headers_and_own_sheets(
    rows: Rows, tmp_path: Path, anu_records: model.Catalogue, save: Save, name: str
) -> None:
    """Headers are read in any case and with blanks; what an office adds is a note."""
    header, *lines = rows["partnership"]
    other = {
        **rows,
        "partnership": [
            [*(f" {cell} ".upper().replace("_", " ") for cell in header), "Who calls?"],
            *([*line, "x"] for line in lines),
        ],
        "Excel 2024": [["x"]],
    }
    path = save(other, tmp_path / name)
    with closing(read(str(path))) as store:
        assert records(store) == anu_records
        notes = [note.removeprefix(str(path)) for note in store.notes]
    assert notes == [
        ":Excel 2024: this sheet is not a table of the catalogue; it is not read",
        ":partnership:1: unknown column 'Who calls?'; it is not read",
    ]


@BOTH
def test_errors(rows: Rows, tmp_path: Path, save: Save, name: str) -> None:
    """A cell with an error is named by sheet, row and cell, also the last of its sheet."""
    path = save(with_rows(rows, "aim", [Fault("#N/A")]), tmp_path / name)
    said = ":aim:6: text: the cell A6 has the error #N/A"
    with pytest.raises(CatalogueError, match=said):
        read(str(path))
    (found,) = (one for one in check(str(path)) if one.severity == "error")
    assert (found.place.table, found.place.line) == ("aim", 6)
    assert found.problem.what == "text: the cell A6 has the error #N/A"


def test_formulas(rows: Rows, tmp_path: Path) -> None:
    """A formula that no program has computed is an error with its cell."""
    path = save_ods(with_rows(rows, "aim", [Formula('="a"')]), tmp_path / "c.ods")
    with pytest.raises(CatalogueError, match="the formula in cell A6 has no stored result"):
        read(str(path))


@BOTH
def test_damaged(rows: Rows, tmp_path: Path, save: Save, name: str) -> None:
    """A file that is cut off is refused with its path."""
    path = save(rows, tmp_path / name)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(CatalogueError, match=str(path)):
        read(str(path))


@BOTH
def test_commands(run: Run, rows: Rows, tmp_path: Path, save: Save, name: str) -> None:
    """A catalogue of either format answers, alone and in a folder; none is written."""
    folder = tmp_path / "all"
    folder.mkdir()
    path = save(rows, folder / name)
    for data in (path, folder):
        done = run("--data", str(data), "show", "ANU", "--fields", "id", "-f", "csv")
        assert (done.returncode, done.stdout) == (0, "field,value\nid,anu\n")
    done = run("export", "-o", name, cwd=tmp_path)
    assert (done.returncode, "no output format" in done.stderr) == (2, True)


def test_import(run: Run, tmp_path: Path) -> None:
    """``import`` reads a list from a real ods file, its dates too."""
    header = ["University", "Country", "Signed"]
    sheet: Rows = {"Partners": [header, ["TU Wien", "Austria", date(2021, 3, 1)]]}
    save_ods(sheet, tmp_path / "list.ods")
    assert run("init", "c.toml", "--title", "T", "--home", "Kita", cwd=tmp_path).returncode == 0
    done = run("import", "list.ods", "--into", "c.toml", "--write", cwd=tmp_path)
    text = (tmp_path / "c.toml").read_text("utf-8")
    assert "TU Wien" in text, done.stderr
    assert 'signed = "2021-03-01"' in text
