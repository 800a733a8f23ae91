"""Tables of CSV as people leave them, refused with file, line and column where they are wrong."""

from __future__ import annotations

import json
import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners.errors import CatalogueError
from utpartners.formats import csv_tables, read
from utpartners.formats.sheets import MOST_PROBLEMS
from utpartners.store.records import records

if TYPE_CHECKING:
    from pathlib import Path

    from utpartners.model import Catalogue as Records


def refused(package: Path) -> str:
    with pytest.raises(CatalogueError) as error:
        read(str(package))
    return str(error.value).replace(f"{package}{os.sep}", "")


def change(package: Path, file: str, old: str, new: str) -> None:
    """Replace text that a file has once."""
    text = (package / file).read_bytes().decode()
    assert text.count(old) == 1, text.count(old)
    (package / file).write_bytes(text.replace(old, new).encode())


def append(package: Path, file: str, line: str) -> None:
    with (package / file).open("ab") as stream:
        stream.write(f"{line}\r\n".encode())


def test_what_spreadsheets_do(package: Path, utokyo: Records) -> None:
    """A mark of UTF-8, line feeds alone, blank lines, other orders of columns do no harm."""
    text = (package / "aim.csv").read_bytes().replace(b"\r\n", b"\n")
    (package / "aim.csv").write_bytes(b"\xef\xbb\xbf" + text + b"\n\n")
    (package / "country_alias.csv").write_bytes(b"text,country\r\nHelvetia,CH,,\r\n")
    with closing(read(str(package))) as store:
        found = records(store)
    assert found.about.aims == utokyo.about.aims
    assert [c.aliases for c in found.countries if c.code == "CH"] == [["Helvetia"]]


def test_columns_may_be_left_out(package: Path) -> None:
    """A column or table that need not be there means that nothing is said."""
    (package / "phase.csv").write_text("first,number\n2014,1\n2017,2\n2021,3\n")
    (package / "activity_other.csv").unlink()
    document = json.loads((package / "datapackage.json").read_text("utf-8"))
    kept = [one for one in document["resources"] if one["name"] != "activity_other"]
    (package / "datapackage.json").write_text(json.dumps({"resources": kept}))
    with closing(read(str(package))) as store:
        found = records(store)
    assert [(phase.number, phase.last) for phase in found.phases] == [
        (1, None),
        (2, None),
        (3, None),
    ]


@pytest.mark.parametrize(
    ("file", "line", "expected"),
    [
        ("phase.csv", "4,about 2025,,", "phase.csv:5: first: 'about 2025' is not a year"),
        ("phase.csv", "4,2025,2024,", "phase.csv:5: last: 2024 is before first 2025"),
        ("phase.csv", "3,2025,,", "phase.csv:5: number: 3 is already used in line 4"),
        ("phase.csv", "4,,,", "phase.csv:5: first: required, but empty"),
        ("country.csv", "jp,Japan", "country.csv:4: code: 'jp' is not a country code"),
        ("country_name.csv", "ZZ,ja,x", "country_name.csv:4: country: there is no country 'ZZ'"),
        ("institution.csv", "x,X,,XX,,,,,,", "country: there is no country 'XX'"),
        ("institution.csv", "x,X,,JP,,91,,,,", "latitude: 91.0 is not degrees from -90 to 90"),
        ("institution.csv", "x,X,,JP,,nan,,,,", "latitude: 'nan' is not degrees"),
        ("institution.csv", "x,X,,JP,,,,moon,,", "placement: 'moon' is not one of 'campus'"),
        ("institution.csv", "a/b,X,,JP,,,,,,", "id: 'a/b' is not an id without blanks and slashes"),
        ("institution_name.csv", "anu,ja,x", "institution, language: 'ja' is already used"),
        ("department.csv", "GS Eng,new,X,,,", "code: 'GS Eng' is already used in line"),
        ("partnership.csv", "anu,X,,primary,,,,,", "id: 'anu' is already used in line 2"),
        ("partnership.csv", "x,X,,primary,,gs-engg,,,", "coordinator: there is no department"),
        ("partnership.csv", "x,X,,primary,,,2019-13,,", "since: there is no month 13 in '2019-13'"),
        ("partnership.csv", "x,X,,primary,,,,,", "member.csv: partnership without a member: 'x'"),
        ("member.csv", "anu,anuu", "there is no institution 'anuu' (did you mean 'anu'"),
        ("link.csv", "anu,gs-eng", "partnership, department: 'gs-eng' is already used"),
        ("link.csv", "x,gs-eng", "partnership: there is no partnership 'x'"),
        ("activity.csv", "anu,1,T,talk,,,,,,,,,,", "number: 1 is already used in line 2"),
        ("activity.csv", "anu,0,T,talk,,,,,,,,,,", "number: 0 is not a whole number from 1"),
        ("activity.csv", "anu,99,T,talk,,,9,,,,,,,", "phase: there is no phase 9"),
        ("activity.csv", "anu,99,T,talk,,,,,maybe,,,,,", "planned: 'maybe' is not true or false"),
        ("activity.csv", "anu,99,T,talk,,,,,,,,many,,", "participants: 'many' is not a count"),
        ("activity.csv", "anu,99,T,talk,2019/2019-02,academic,,,,,,,,", "ends before it starts"),
        ("activity_other.csv", "anu,999,UN", "activity: there is no activity 999"),
        ("aim.csv", "a,b", "aim.csv:6: 2 cells, but 1 columns"),
        ("aim.csv", '"a"b', "aim.csv:6: not CSV: "),
        ("aim.csv", '"a', "aim.csv:6: not CSV: "),
        ("aim.csv", "a\0b", "aim.csv:6: text: 'a\\x00b' is not plain text"),
        ("catalogue.csv", "T,utokyo,,", "the table 'catalogue' must have one row, not 2"),
    ],
)  # fmt: skip
def test_refused(anu_package: Path, file: str, line: str, expected: str) -> None:
    """A row that cannot be is refused with file, line, column and reason."""
    append(anu_package, file, line)
    assert expected in refused(anu_package)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("code,nam", "country.csv:1: 'nam': unknown column (did you mean 'name'?)"),
        ("code", "country.csv:1: name: this column is required"),
        ("code,name,name", "country.csv:1: name: duplicate column"),
        ("code,,name", "country.csv:1: column 2 has no name"),
        ("code;name", "country.csv:1: 'code;name': unknown column"),
    ],
)
def test_columns(package: Path, header: str, expected: str) -> None:
    """Columns that are unknown, missing or there twice are named."""
    change(package, "country.csv", "code,name\r\n", f"{header}\r\n")
    assert expected in refused(package)


def test_empty_file(package: Path) -> None:
    """A file without even a header lacks its columns."""
    (package / "country.csv").write_bytes(b"")
    assert "country.csv:1: code: this column is required" in refused(package)


def test_many_problems(package: Path) -> None:
    """The first problems of a file are told together."""
    for number in range(MOST_PROBLEMS + 5):
        append(package, "aim.csv", f"x,{number}")
    lines = refused(package).splitlines()
    assert [line.split(":")[1] for line in lines[:-1]] == [*map(str, range(6, 6 + MOST_PROBLEMS))]


def test_lines_count_line_ends_in_cells(package: Path) -> None:
    """A line is that of the file, also after a cell with several lines."""
    append(package, "aim.csv", '"one\r\ntwo\nthree"')
    append(package, "aim.csv", "x,y")
    assert "aim.csv:9: 2 cells" in refused(package)


def test_encoding(package: Path) -> None:
    """What is no UTF-8 is refused with its line."""
    with (package / "aim.csv").open("ab") as stream:
        stream.write("日本\r\n".encode("cp932"))
    assert "aim.csv:6: not UTF-8 text" in refused(package)


def test_endless_line(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line without end is refused before it fills the memory."""
    monkeypatch.setattr(csv_tables, "LONGEST", 100_000)
    append(package, "aim.csv", "x" * 200_000)
    assert "a line is longer than" in refused(package)
