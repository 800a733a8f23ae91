"""Reading workbooks as offices leave them, and refusing what is no catalogue."""

from __future__ import annotations

import datetime
import re
from contextlib import closing
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from utpartners import model
from utpartners.errors import CatalogueError, UtpartnersError
from utpartners.formats import check, read
from utpartners.formats.workbook import write
from utpartners.progress import no_progress
from utpartners.store.records import records

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Built

    from utpartners.store.store import Store

openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, anu: Store) -> bytes:
    """A workbook without the sheets that are empty, but that of agreements."""
    path = tmp_path_factory.mktemp("workbook") / "c.xlsx"
    write(anu, str(path), no_progress)
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        if sheet.max_row == 1 and sheet.title != "agreement":
            book.remove(sheet)
    book.save(path)
    return path.read_bytes()


@pytest.fixture
def workbook(tmp_path: Path, written: bytes) -> Path:
    path = tmp_path / "c.xlsx"
    path.write_bytes(written)
    return path


def edited(path: Path, sheet: str, *rows: list[Any]) -> Path:
    """The workbook as another program saves it, with further rows."""
    book = openpyxl.load_workbook(path)
    for row in rows:
        book[sheet].append(row)
    book.save(path)
    return path


def refused(path: Path) -> str:
    with pytest.raises(CatalogueError) as error:
        read(str(path))
    return str(error.value)


def test_looks_like_excel(anu: Store, tmp_path: Path) -> None:
    """Text cells have the format Text, so that Excel keeps 2021-03 as it is typed."""
    write(anu, str(tmp_path / "c.xlsx"), no_progress)
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    sheet = book["activity"]
    assert [cell.value for cell in sheet[1]][:3] == ["partnership", "number", "title"]
    assert sheet["A1"].font.bold
    assert sheet["E2"].number_format == sheet.column_dimensions["E"].number_format == "@"
    assert (sheet["B2"].value, sheet["B2"].number_format) == (1, "General")
    assert sheet.freeze_panes == "A2"


AWKWARD = [
    "=1+1",
    "#N/A",
    "_x0041_",
    "_x005F_",
    " a ",
    "\r",
    "a\r\nb\x1b\x0b\uffff",
    "007",
    "TRUE",
    "1e5",
]


def test_text_stays_text(built: Built, utokyo: model.Catalogue, tmp_path: Path) -> None:
    """Text that looks like a formula, an error, a number or a code of Excel comes back as it is."""
    texts = [text for text in AWKWARD if text.strip()]
    about = model.About("=T", "utokyo", notes=texts)
    store = built(
        model.Catalogue(about, countries=utokyo.countries, institutions=utokyo.institutions[:1])
    )
    path = tmp_path / "c.xlsx"
    write(store, str(path), no_progress)
    with closing(read(str(path))) as again:
        assert records(again).about == about
    sheet = openpyxl.load_workbook(path)["note"]
    assert {cell.data_type for cell in sheet["A"]} == {"s"}


def test_what_excel_makes_of_it(workbook: Path) -> None:
    """Numbers and truth values that Excel made of what was typed are taken for what they show."""
    edited(workbook, "phase", [4.0, 2025, None, "Next"])
    edited(workbook, "agreement", ["anu", 1, None, "general", None, 2019, None, 2024.0])
    edited(workbook, "activity", ["anu", 50, 2020, "talk", 2021, None, 4, None, True])
    with closing(read(str(workbook))) as store:
        found = records(store)
    assert found.phases[-1] == model.Phase(4, 2025, None, "Next")
    anu = found.partnerships[0]
    assert anu.agreements[-1] == model.Agreement(kind="general", signed="2019", ends="2024")
    assert anu.activities[-1] == model.Activity("2020", "talk", when="2021", phase=4, planned=True)


@pytest.mark.parametrize(
    ("sheet", "row", "expected"),
    [
        ("aim", ["a", "b"], ":aim:6: 2 cells, but 1 columns"),
        ("phase", [4, "soon"], ":phase:5: first: 'soon' is not a year of four digits"),
        ("member", ["anu", "anuu"], ":member:3: institution: there is no institution 'anuu'"),
        ("aim", ["half _xD83D_"], ":aim:6: a cell contains half a character"),
        ("aim", ["NUL _x0000_"], ":aim:6: text: 'NUL \\x00' is not plain text"),
    ],
)
def test_refused(workbook: Path, sheet: str, row: list[Any], expected: str) -> None:
    """A row that cannot be is refused with sheet, row, column and reason."""
    assert expected in refused(edited(workbook, sheet, row))


def test_dates(workbook: Path) -> None:
    """A real date is read as exactly as its cell shows it, and one with a time is refused."""
    day = datetime.datetime(2021, 3, 1)
    formats = {"yyyy-mm-dd": "2021-03-01", "mmm\\-yy": "2021-03", '[$-411]yyyy"md"': "2021"}
    book = openpyxl.load_workbook(workbook)
    for number, format in enumerate(formats, 7):
        book["agreement"].append(["anu", number, None, "general", None, day])
        book["agreement"].cell(book["agreement"].max_row, 6).number_format = format
    book.save(workbook)
    with closing(read(str(workbook))) as store:
        anu = records(store).partnerships[0]
    assert [one.signed for one in anu.agreements[-3:]] == list(formats.values())
    edited(workbook, "agreement", ["anu", 10, None, "general", None, day.replace(hour=9)])
    assert "signed: '2021-03-01 09:00:00' is not a date" in refused(workbook)


def test_blanks(workbook: Path) -> None:
    """Cells and rows with nothing but blanks are empty."""
    edited(workbook, "aim", [" "], [None, "\t"], ["\u3000"], ["Another aim"])
    edited(workbook, "phase", [4, 2025, " ", "Next"])
    with closing(read(str(workbook))) as store:
        found = records(store)
    assert found.about.aims[-1] == "Another aim"
    assert len(found.about.aims) == 5
    assert found.phases[-1] == model.Phase(4, 2025, None, "Next")
    assert check(str(workbook)) == []


def test_headers(workbook: Path, anu_records: model.Catalogue) -> None:
    """Headers and names of sheets are read in any case and with blanks around and in them."""
    book = openpyxl.load_workbook(workbook)
    for sheet in book:
        sheet.title = f"{sheet.title.title()} "
        for cell in sheet[1]:
            cell.value = f" {str(cell.value).upper().replace('_', '  ')}"
    book.save(workbook)
    with closing(read(str(workbook))) as store:
        assert records(store) == anu_records
    assert check(str(workbook)) == []


def test_own_columns_and_sheets(workbook: Path, anu_records: model.Catalogue) -> None:
    """What an office adds for itself is not read, which is a note and a warning, and no error."""
    book = openpyxl.load_workbook(workbook)
    book["partnership"].cell(1, 30, "Who calls?")
    book["partnership"].cell(2, 30, "=1+1")
    book["partnership"].cell(2, 29, "x")
    book.create_sheet("Excel 2024")["A1"] = "x"
    book.create_sheet("Sheet1")
    book.save(workbook)
    with closing(read(str(workbook))) as store:
        assert records(store) == anu_records
        notes = [note.removeprefix(f"{workbook}") for note in store.notes]
    assert notes[0] == ":Excel 2024: this sheet is not a table of the catalogue; it is not read"
    assert notes[1:] == [
        ":partnership:1: unknown column 'Who calls?'; it is not read",
        ":partnership:1: column 29 has no name; it is not read",
    ]
    found = check(str(workbook))
    assert {(one.severity, one.problem.rule) for one in found} == {("warning", "not-read")}
    assert [one.place.table for one in found if one.place.line is None] == ["Excel 2024"]


def test_a_copied_row(workbook: Path) -> None:
    """A row that was copied is one error, which says that its id is used twice."""
    book = openpyxl.load_workbook(workbook)
    sheet = book["partnership"]
    sheet.append([cell.value for cell in sheet[2]])
    book.save(workbook)
    (found,) = (one for one in check(str(workbook)) if one.severity == "error")
    said = "partnership 'anu': id: 'anu' is already used by another partnership"
    assert (found.place.line, found.problem.message) == (3, said)
    assert "id: 'anu' is already used in line 2" in refused(workbook)


def test_a_misspelt_column(workbook: Path) -> None:
    """A column that is nearly one of the catalogue's is an error, so that no fact is lost."""
    book = openpyxl.load_workbook(workbook)
    book["institution"].cell(1, 30, "websit")
    book.save(workbook)
    assert "1: 'websit': unknown column (did you mean 'website'?)" in refused(workbook)


def test_formulas(workbook: Path, tmp_path: Path) -> None:
    """A formula counts as its stored result; one without a result is an error with its cell."""
    edited(workbook, "aim", ['="Syd"&"ney"'])
    fault = "the formula in cell A6 has no stored result (open the workbook in Excel or LibreOffice"
    assert f":aim:6: text: {fault}" in refused(workbook)
    (found,) = check(str(workbook))
    assert (found.place.table, found.place.line) == ("aim", 6)
    assert found.problem.what.startswith(f"text: {fault}")
    path = tmp_path / "computed.xlsx"
    with ZipFile(workbook) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, re.sub(rb'(r="A6")(.*?)<v ?/>', rb'\1 t="str"\2<v>Sydney</v>', text))
    with closing(read(str(path))) as store:
        assert records(store).about.aims[-1] == "Sydney"


def test_an_error_of_excel(workbook: Path) -> None:
    """#N/A and its like are reported with their cell, and are no text."""
    edited(workbook, "aim", ["#N/A"])
    assert ":aim:6: text: the cell A6 has the error #N/A" in refused(workbook)
    (found,) = check(str(workbook))
    assert found.problem.message == "table aim: text: the cell A6 has the error #N/A"


def test_unknown_sheet(workbook: Path) -> None:
    """A sheet that is none of the catalogue's is named, as nothing is left out silently."""
    book = openpyxl.load_workbook(workbook)
    book.create_sheet("partnerships")
    book.save(workbook)
    assert "unknown sheet 'partnerships' (did you mean 'partnership'?)" in refused(workbook)


def test_far_away_cell(workbook: Path) -> None:
    """A cell at the far end of a sheet takes no time to reach."""
    book = openpyxl.load_workbook(workbook)
    book["aim"]["XFD5"] = "x"
    book.save(workbook)
    with closing(read(str(workbook))) as store:
        assert len(records(store).about.aims) == 4


def test_limits(built: Built, utokyo: model.Catalogue, tmp_path: Path) -> None:
    """What Excel cannot hold is refused, instead of being cut off."""
    about = model.About("T", "utokyo", about="清" * 32_768)
    store = built(
        model.Catalogue(about, countries=utokyo.countries, institutions=utokyo.institutions[:1])
    )
    with pytest.raises(UtpartnersError, match="32,767 letters in a cell"):
        write(store, str(tmp_path / "c.xlsx"), no_progress)


def test_bomb(workbook: Path) -> None:
    """A workbook with a part that is packed a thousandfold is refused before it is read."""
    with (
        ZipFile(workbook, "a", ZIP_DEFLATED) as file,
        file.open("xl/sharedStrings.xml", "w") as part,
    ):
        for _ in range(64):
            part.write(b" " * 2**20)
    assert "is compressed too strongly to be a table" in refused(workbook)


@pytest.mark.parametrize("member", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", ["", "<a>", "not XML"])
def test_broken(workbook: Path, tmp_path: Path, member: str, content: str) -> None:
    """A workbook with a broken part is refused with its path."""
    path = tmp_path / "broken.xlsx"
    with ZipFile(workbook) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == member else old.read(name))
    assert str(path) in refused(path)


def test_entities(workbook: Path, tmp_path: Path) -> None:
    """Entities that grow without bound are refused instead of being expanded."""
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE s [<!ENTITY e0 "lol">{entities}]><worksheet>&e12;</worksheet>'
    path = tmp_path / "bomb.xlsx"
    with ZipFile(workbook) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, bomb if name == "xl/worksheets/sheet1.xml" else old.read(name))
    assert str(path) in refused(path)
