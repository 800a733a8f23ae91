"""Workbooks as openpyxl reads them back."""

from __future__ import annotations

import io
import sys
from itertools import repeat
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from utpartners.answers import Card, Column, Table
from utpartners.errors import UtpartnersError
from utpartners.render import Screen, format_named, renderer, xlsx

if TYPE_CHECKING:
    from utpartners.answers import Answer
    from utpartners.api import Catalogue

openpyxl = pytest.importorskip("openpyxl")

COLUMNS = (
    Column("name", heading="Full name"),
    Column("count", "number"),
    Column("tags", "list"),
    Column("old", "boolean"),
)


def written(answer: Answer) -> bytes:
    pieces = renderer(format_named("xlsx"))(answer, Screen())
    return b"".join(piece for piece in pieces if isinstance(piece, bytes))


def book(answer: Answer) -> Any:
    return openpyxl.load_workbook(io.BytesIO(written(answer)))


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(values_only=True))


def alone(value: Any) -> Any:
    """The cell that a value becomes."""
    return book(Table([Column("value")], [(value,)])).active["A2"]


def test_types() -> None:
    """Numbers stay numbers, booleans booleans, lists are joined, and nothing is an empty cell."""
    table = Table(COLUMNS, [("東京", 1, ["x", "y"], True), ("2019", 1.5, [], False)])
    found = rows(book(table).active)
    assert found == [
        ("Full name", "Count", "Tags", "Old"),
        ("東京", 1, "x; y", True),
        ("2019", 1.5, None, False),
    ]
    assert [type(value) for value in found[2]] == [str, float, type(None), bool]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=cmd|'/c calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "#N/A",
        "#REF!",
        "007",
        "1e5",
        "=",
        " x ",
    ],
)
def test_text_is_text(text: str) -> None:
    """Text that looks like a formula, an error or a number is text."""
    cell = alone(text)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31m\x00", "a\\x1b[31m\\x00"),
        ("tail \u202e gpj", "tail \\u202e gpj"),
        ("half \ud800", "half \\ud800"),
        ("\ufffe\uffff", "\\ufffe\\uffff"),
        ("one\r\ntwo", "one\\r\ntwo"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("_x001b_", "_x005F_x001b_"),
    ],
)
def test_hostile_text(text: str, shown: str) -> None:
    """What XML forbids or hides text is written out, and Excel's own codes are no codes."""
    assert alone(text).value == shown


@pytest.mark.parametrize("number", [2**63 - 1, -(2**60), float("inf"), float("nan")])
def test_numbers_that_excel_lacks(number: float) -> None:
    """A number that Excel would change is text with every digit."""
    assert alone(number).value == str(number)


def test_header_is_frozen() -> None:
    """The header is bold and stays in sight, and the columns can be filtered."""
    sheet = book(Table(COLUMNS, [("a", 1, [], True)] * 3)).active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D4"
    assert [cell.font.bold for cell in sheet[1]] == [True] * 4
    assert not sheet["A2"].font.bold


def test_widths() -> None:
    """Columns are as wide as their text, wide letters count twice, and long text is wrapped."""
    columns = [Column(key) for key in ("short", "wide", "long", "broken")]
    sheet = book(Table(columns, [("x" * 20, "東" * 20, "y" * 300, "a\nb")])).active
    widths = {letter: sheet.column_dimensions[letter].width for letter in "ABCD"}
    assert 20 < widths["A"] < 25
    assert 40 < widths["B"] < 45
    assert 60 <= widths["C"] < 65
    assert [bool(cell.alignment.wrap_text) for cell in sheet[2]] == [False, False, True, True]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "utpartners"),
        ("[a]:b*c?d/e\\f", "a b c d e f"),
        ("'quoted'", "quoted"),
        ("'", "utpartners"),
        ("history", "history 2"),
        ("x" * 40, "x" * 31),
        ("x" * 30 + "'y", "x" * 30),
        ("😀" * 20, "😀" * 15),
        ("a\x1b", "a x1b"),
    ],
)
def test_sheet_names(title: str, name: str) -> None:
    """Any title becomes a name that Excel allows."""
    assert book(Table(COLUMNS, [], title=title)).sheetnames == [name]


def test_sheet_names_are_unique() -> None:
    """Sheets that would have the same name, in any case, are numbered."""
    long = "X" * 40
    columns = [Column(key, "records", long, (Column("n"),)) for key in ("a", "b")]
    names = book(Card(columns, ([(1,)], [(2,)]), title=long.lower())).sheetnames
    assert names == ["x" * 31, "X" * 29 + " 2", "X" * 29 + " 3"]


@pytest.mark.parametrize("columns", [COLUMNS, ()])
def test_empty(columns: tuple[Column, ...]) -> None:
    """An empty table is a sheet with nothing below its header; without columns it is empty."""
    headers = [tuple(column.title for column in columns)] if columns else []
    assert rows(book(Table(columns, [], title="T")).active) == headers


def test_card() -> None:
    """A card is a sheet of its facts, also those that its title tells, and one for each table."""
    inner = (Column("code"), Column("figures", "records", columns=(Column("n"), Column("of"))))
    card = Card(
        [
            Column("name"),
            Column("note"),
            Column("since", "number"),
            Column("links", "records", columns=inner),
            Column("none", "records", columns=inner),
        ],
        ("=A", None, 2019, [("GS A&S", [("9", "calls")])], []),
        title="A: B",
        hidden=("name",),
    )
    found = book(card)
    assert found.sheetnames == ["A B", "Links"]
    assert rows(found["A B"]) == [("Field", "Value"), ("Name", "=A"), ("Since", 2019)]
    assert rows(found["Links"]) == [("Code", "Figures"), ("GS A&S", "9 calls")]


def test_same_bytes(catalogue: Catalogue) -> None:
    """The same answer gives the same bytes at any time."""
    first = written(catalogue.show("KTH"))
    assert first == written(catalogue.show("KTH"))
    with ZipFile(io.BytesIO(first)) as file:
        assert {info.date_time for info in file.infolist()} == {xlsx.WHEN}


def test_catalogue(catalogue: Catalogue) -> None:
    """The sheet of a question has every row and column of its answer."""
    table = catalogue.matrix()
    answer = list(table)
    sheet = book(Table(table.columns, answer, title=table.title)).active
    assert rows(sheet)[1:] == answer


def test_rows_are_not_kept() -> None:
    """Rows beyond the sample are written too, as they come."""
    length = xlsx.SAMPLE + 5
    sheet = book(Table([Column("n")], ((number,) for number in range(length)))).active
    assert [row[0] for row in rows(sheet)[1:]] == list(range(length))


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than Excel takes are refused, and csv is named; as many as it takes are not."""
    monkeypatch.setattr(xlsx, "MOST_ROWS", 10)
    assert len(rows(book(Table([Column("n")], [(1,)] * 9)).active)) == 10
    with pytest.raises(UtpartnersError, match="csv"):
        written(Table([Column("n")], repeat((1,))))


def test_too_many_columns() -> None:
    """More columns than Excel takes are refused."""
    columns = [Column(f"c{number}") for number in range(16_385)]
    with pytest.raises(UtpartnersError, match="16,384 columns"):
        written(Table(columns, []))


def test_too_long_text() -> None:
    """Text longer than a cell of Excel's is refused, and not cut in silence."""
    assert len(alone("x" * 32_767).value) == 32_767
    with pytest.raises(UtpartnersError, match="32,767 letters"):
        alone("😀" * 16_384)


def test_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without openpyxl the error says how to install it, before anything is written."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UtpartnersError, match="xlsx needs openpyxl") as error:
        renderer(format_named("xlsx"))(Table(COLUMNS, []), Screen())
    assert "pip install openpyxl" in (error.value.hint or "")


def test_names_before_ids(catalogue: Catalogue) -> None:
    """Each sheet begins with names, and has no code where it can have a name."""
    sheet = book(catalogue.agreements()).active
    assert rows(sheet)[1][:2] == ("Peking University", "pku")
    assert [cell.value for cell in sheet[1]][:3] == ["Partnership", "Partnership id", "Kind"]
    assert "no end recorded" in rows(sheet)[1]
    card = book(catalogue.show("pku"))
    assert ("Countries", "China") in rows(card.worksheets[0])
    sheets = {sheet.title: rows(sheet) for sheet in card.worksheets}
    assert sheets["Institutions"][1][:2] == ("Peking University", "pku")
    assert sheets["Departments"][1][0] == "Graduate Schools for Law and Politics"
    assert sheets["Activities"][1][0] == "Peking University"
