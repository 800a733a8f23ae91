"""xlsx, xls and ods say the same: real dates, numbers, merged cells, several sheets."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from utpartners.errors import UtpartnersError
from utpartners.importing.importer import Import, Options
from utpartners.importing.sheets import read_sheets

from .workbooks import write

if TYPE_CHECKING:
    from tests.conftest import Run

HOME = Options(home="Kita University, Japan")

MERGED = [(2, 0, 3, 0), (2, 1, 3, 1)]
"""The partner and country of the first two agreements."""

KINDS = ["list.xlsx", "list.xls", "list.ods"]

HEADER = ["Partner", "Country", "Type", "Signed", "Until", "Outgoing"]

ROWS: list[list[Any]] = [
    ["International agreements"],
    HEADER,
    ["Universität Seestadt", "Österreich", "MoU", date(2019, 4, 1), date(2024, 3, 31), None],
    [None, None, "SEA", date(2020, 4, 1), "unlimited", 2],
    ["北京大学", "中国", "MoU", 43556, "5 years from signature", 2.0],
]


@pytest.fixture(params=KINDS)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A workbook of each kind, with a partner whose cells reach over two rows."""
    found = tmp_path / str(request.param)
    write(found, {"List": ROWS, "Empty": [[]]}, merged=MERGED)
    return found


def test_cells(path: Path) -> None:
    """Dates are dates, numbers are numbers, and merged cells say the same in each row."""
    (grid,) = read_sheets(str(path))
    assert [line.number for line in grid.lines] == [1, 2, 3, 4, 5]
    assert [line.cells for line in grid.lines[2:]] == [
        ["Universität Seestadt", "Österreich", "MoU", date(2019, 4, 1), date(2024, 3, 31)],
        ["Universität Seestadt", "Österreich", "SEA", date(2020, 4, 1), "unlimited", 2],
        ["北京大学", "中国", "MoU", 43556, "5 years from signature", 2],
    ]


def test_import(path: Path, tmp_path: Path) -> None:
    """What a workbook says does not depend on its kind."""
    found = Import(str(path), str(tmp_path / "ours.toml"), HOME)
    assert [(row[1], row[3], row[4]) for row in found.answer()] == [
        ("new", "universitat-seestadt", ["general, signed 2019-04-01, ends 2024-03-31"]),
        ("new", "universitat-seestadt", ["student exchange, signed 2020-04-01, without end"]),
        ("new", "北京大学", ["general, signed 2019-04-01, ends 2024-03-31"]),
    ]
    places = [one.get("places") for entry in found.entries for one in entry.agreements]
    assert places == [None, {"out": 2}, {"out": 2}]


@pytest.mark.parametrize("name", KINDS)
def test_sheets(tmp_path: Path, name: str) -> None:
    """One sheet is read by its name, or all that have partners; a name that is none is told."""
    path = tmp_path / name
    rows = {country: [HEADER[:3], [f"University of {country}", country, "MoU"]]
            for country in ("Austria", "Canada")}  # fmt: skip
    write(path, {**rows, "Read me": [["Nothing here is a list."]]})
    into = str(tmp_path / "ours.toml")
    found = Import(str(path), into, HOME)
    assert [entry.sheet for entry in found.entries] == ["Austria", "Canada"]
    only = Import(str(path), into, HOME._replace(sheet="Canada"))
    assert [entry.country for entry in only.entries] == ["CA"]
    with pytest.raises(UtpartnersError, match="Choose from: Austria, Canada, Read me"):
        Import(str(path), into, HOME._replace(sheet="Japan"))


def _repacked(path: Path, change: dict[str, bytes]) -> None:
    """Replace or add parts of a zip file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **change}.items():
            archive.writestr(name, content)


def _import(run: Run, path: Path) -> subprocess.CompletedProcess[str]:
    into = str(path.parent / "ours.toml")
    return run("import", str(path), "--into", into, "--home", "Kita University, Japan", "--json")


@pytest.mark.slow
def test_bomb(run: Run, tmp_path: Path) -> None:
    """A workbook of a few kilobytes that unpacks to gigabytes is refused before it is unpacked."""
    path = tmp_path / "list.xlsx"
    write(path, {"List": ROWS})
    _repacked(path, {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 600_000_000})
    assert path.stat().st_size < 1_000_000
    done = _import(run, path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "list.xlsx" in done.stderr
    assert os.listdir(tmp_path) == ["list.xlsx"]


@pytest.mark.slow
def test_blank_rows(run: Run, tmp_path: Path) -> None:
    """A million blank rows, formatted and empty, cost no memory to speak of and are counted."""
    path = tmp_path / "list.xlsx"
    write(path, {"List": [HEADER, *(row for row in ROWS[2:] if row[0])]})
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as archive:
        content = archive.read(sheet)
    blank = b"".join(b'<row r="%d"><c r="A%d"/></row>' % (n, n) for n in range(4, 1_000_000))
    last = b'<row r="1000000"><c r="A1000000" t="inlineStr"><is><t>Total</t></is></c></row>'
    _repacked(path, {sheet: content.replace(b"</sheetData>", blank + last + b"</sheetData>")})
    done = _import(run, path)
    assert "999,996 blank rows skipped." in done.stderr
    assert done.returncode == 0


def test_wide(run: Run, tmp_path: Path) -> None:
    """A sheet of 16,384 columns with something in each is refused with its row."""
    path = tmp_path / "list.xlsx"
    write(path, {"List": [["Partner", *map(str, range(16_383))]]})
    done = _import(run, path)
    assert done.returncode == 1
    assert "list.xlsx:1: 16,384 columns, more than a list has" in done.stderr


def test_large_cell(run: Run, tmp_path: Path) -> None:
    """A cell of a megabyte is refused."""
    path = tmp_path / "list.xlsx"
    write(path, {"List": [["Partner", "Country"], ["x", "Austria"]]})
    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if "sharedStrings" in n or "sheet1" in n]
        parts = {name: archive.read(name).replace(b">x<", b">" + b"x" * 1_000_000 + b"<")
                 for name in names}  # fmt: skip
    _repacked(path, parts)
    done = _import(run, path)
    assert done.returncode == 1
    assert "a cell of 1,000,000 letters" in done.stderr


def test_formulas(run: Run, tmp_path: Path) -> None:
    """A formula gives the value that a program computed; one without is empty, and is told."""
    path = tmp_path / "list.xlsx"
    write(path, {"List": [HEADER[:3], ["Seestadt", "Austria", '=CONCATENATE("M","oU")']]})
    done = _import(run, path)
    assert "Formulas without a value were read as empty cells (C2)." in done.stderr
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as archive:
        content = archive.read(sheet)
    value = b'<c r="C2" t="str"><f>CONCATENATE("M","oU")</f><v>MoU</v></c>'
    _repacked(path, {sheet: re.sub(rb'<c r="C2".*?</c>', value, content)})
    done = _import(run, path)
    assert "general" in done.stdout
    assert "Formulas" not in done.stderr


def test_macros_and_links(run: Run, tmp_path: Path) -> None:
    """A workbook with macros is read like any other; a link to another file is not followed."""
    path = tmp_path / "list.xlsm"
    write(tmp_path / "list.xlsx", {"List": ROWS}, merged=MERGED)
    (tmp_path / "list.xlsx").rename(path)
    secret = tmp_path / "secret.csv"
    secret.write_text("Partner,Country\nSecret University,Austria\n")
    link = f'<externalLink><externalBook r:id="rId1"/></externalLink><!-- {secret} -->'
    relation = f'<Relationships><Relationship Id="rId1" Target="file://{secret}"/></Relationships>'
    _repacked(
        path,
        {
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
            "xl/externalLinks/externalLink1.xml": link.encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": relation.encode(),
        },
    )
    done = _import(run, path)
    assert done.returncode == 0
    assert "Seestadt" in done.stdout
    assert "Secret" not in done.stdout


def test_password(run: Run, tmp_path: Path) -> None:
    """An xlsx file with a password, which lies in an old container, is refused as what it is."""
    path = tmp_path / "list.xlsx"
    write(tmp_path / "list.xls", {"EncryptedPackage": [["x"]]})
    (tmp_path / "list.xls").rename(path)
    done = _import(run, path)
    assert done.returncode == 1
    assert "the workbook is protected by a password" in done.stderr


@pytest.mark.parametrize("name", KINDS)
def test_cut_off(run: Run, tmp_path: Path, name: str) -> None:
    """A workbook of which the end is missing is refused in a line."""
    path = tmp_path / name
    write(path, {"List": ROWS})
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    done = _import(run, path)
    assert done.returncode == 1
    assert name in done.stderr
    assert "Traceback" not in done.stderr
