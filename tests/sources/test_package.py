"""Reading data packages, and refusing what is wrong with file, line and column."""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners.api import Catalogue
from utpartners.errors import CatalogueError
from utpartners.relations.sheet import MOST_PROBLEMS
from utpartners.sources import delimited, read
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


def test_questions(package: Path) -> None:
    """A catalogue that is read from a folder answers like any other."""
    with closing(read(str(package))) as store:
        catalogue = Catalogue(store)
        assert catalogue.show("清華").record()["id"] == "tsinghua"
        assert [row["partnership"] for row in catalogue.search("quantum topology").records()] == [
            "ucb"
        ]
        assert len(list(catalogue.timeline(since="2019", until="2019"))) > 3


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


def test_activities_need_not_be_in_order(package: Path) -> None:
    """Activities have the order of their numbers, which may have gaps."""
    append(package, "activity.csv", "anu,90,Last,talk,,,,,,,,,,")
    append(package, "activity.csv", "anu,80,Last but one,talk,,,,,true,,,,,")
    append(package, "activity_other.csv", "anu,80,UN")
    with closing(read(str(package))) as store:
        anu = records(store).partnerships[0]
    assert [a.title for a in anu.activities[-2:]] == ["Last but one", "Last"]
    assert (anu.activities[-2].others, anu.activities[-2].planned) == (["UN"], True)


@pytest.mark.parametrize(
    ("file", "line", "expected"),
    [
        ("phase.csv", "4,about 2025,,", "phase.csv:5: first: must be a year of four digits"),
        ("phase.csv", "4,2025,2024,", "phase.csv:5: last: 2024 is before 2025"),
        ("phase.csv", "3,2025,,", "phase.csv:5: number: 3 stands there already, in line 4"),
        ("phase.csv", "4,,,", "phase.csv:5: first: a value is missing"),
        ("country.csv", "jp,Japan", "country.csv:17: code: must be a country code"),
        ("country_name.csv", "ZZ,ja,x", "country_name.csv:17: country: there is no country 'ZZ'"),
        ("institution.csv", "x,X,,XX,,,,,,", "country: there is no country 'XX'"),
        ("institution.csv", "x,X,,JP,,91,,,,", "latitude: must be degrees from -90 to 90, not 91"),
        ("institution.csv", "x,X,,JP,,nan,,,,", "latitude: must be degrees"),
        ("institution.csv", "x,X,,JP,,,,moon,,", "placement: must be one of 'campus', 'city', not"),
        ("institution.csv", "a/b,X,,JP,,,,,,", "id: must be an id without blanks and slashes"),
        ("institution_name.csv", "anu,ja,x", "institution, language: 'ja' stands there already"),
        ("department.csv", "GS Eng,new,X,,,", "code: 'GS Eng' stands there already, in line"),
        ("partnership.csv", "anu,X,,primary,,,,,", "id: 'anu' stands there already, in line 2"),
        ("partnership.csv", "x,X,,primary,,gs-engg,,,", "coordinator: there is no department"),
        ("partnership.csv", "x,X,,primary,,,2019-13,,", "since: '2019-13' is no month"),
        ("partnership.csv", "x,X,,primary,,,,,", "member.csv: a partnership without a member: 'x'"),
        ("member.csv", "anu,anuu", "there is no institution 'anuu' (did you mean 'anu'"),
        ("link.csv", "anu,gs-eng", "partnership, department: 'gs-eng' stands there already"),
        ("link.csv", "x,gs-eng", "partnership: there is no partnership 'x'"),
        ("activity.csv", "anu,1,T,talk,,,,,,,,,,", "number: 1 stands there already, in line 2"),
        ("activity.csv", "anu,0,T,talk,,,,,,,,,,", "number: must be a whole number from 1"),
        ("activity.csv", "anu,99,T,talk,,,9,,,,,,,", "phase: there is no phase 9"),
        ("activity.csv", "anu,99,T,talk,,,,,maybe,,,,,", "planned: must be true or false"),
        ("activity.csv", "anu,99,T,talk,,,,,,,,many,,", "participants: must be a count such as"),
        ("activity.csv", "anu,99,T,talk,2019/2019-02,academic,,,,,,,,", "ends before it starts"),
        ("activity_other.csv", "anu,999,UN", "activity: there is no activity 999"),
        ("aim.csv", "a,b", "aim.csv:6: 2 cells, but 1 columns"),
        ("aim.csv", '"a"b', "aim.csv:6: not CSV: "),
        ("aim.csv", '"a', "aim.csv:6: not CSV: "),
        ("aim.csv", "a\0b", "aim.csv:6: text: must be text"),
        ("catalogue.csv", "T,utokyo,,", "the table 'catalogue' needs one row, not 2"),
    ],
)  # fmt: skip
def test_refused(package: Path, file: str, line: str, expected: str) -> None:
    """A row that cannot be is refused with file, line, column and reason."""
    append(package, file, line)
    assert expected in refused(package)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("code,nam", "country.csv:1: 'nam': unknown column (did you mean 'name'?)"),
        ("code", "country.csv:1: name: this column is missing"),
        ("code,name,name", "country.csv:1: name: this column stands there twice"),
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
    assert "country.csv:1: code: this column is missing" in refused(package)


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
    monkeypatch.setattr(delimited, "LONGEST", 100_000)
    append(package, "aim.csv", "x" * 200_000)
    assert "a line is longer than" in refused(package)


@pytest.mark.parametrize(
    ("resources", "expected"),
    [
        ("{", "datapackage.json: not JSON"),
        ("[" * 100_000, "datapackage.json: not JSON"),
        ("[]", "datapackage.json: a data package has a list of resources"),
        ('{"resources": [1]}', "a data package has a list of resources"),
        ([], "the table 'catalogue' needs one row, not 0"),
        ([{"name": "partners", "path": "x.csv"}], "unknown table 'partners' (did you mean"),
        ([{"name": "aim", "path": "aim.csv"}] * 2, "the table 'aim' stands there twice"),
        ([{"name": "aim"}], "the path of the table 'aim' must be the name of a file beside it"),
        ([{"name": "aim", "path": "../aim.csv"}], "must be the name of a file beside it"),
        ([{"name": "aim", "path": "/etc/passwd"}], "must be the name of a file beside it"),
        ([{"name": "aim", "path": "https://x.org/a.csv"}], "must be the name of a file beside it"),
        ([{"name": "aim", "path": ["aim.csv", "b.csv"]}], "must be the name of a file beside it"),
        ([{"name": "aim", "path": "missing.csv"}], "missing.csv: No such file"),
    ],
)
def test_descriptor(package: Path, resources: object, expected: str) -> None:
    """What the description of the package must not say is refused, and no path leads elsewhere."""
    text = resources if isinstance(resources, str) else json.dumps({"resources": resources})
    (package / "datapackage.json").write_text(text)
    assert expected in refused(package)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_link_out(package: Path, tmp_path: Path) -> None:
    """A link that leads out of the folder is not followed."""
    (tmp_path / "secret").write_text("text\nsecret\n")
    (package / "aim.csv").unlink()
    (package / "aim.csv").symlink_to(tmp_path / "secret")
    assert "aim.csv: it is a link that leads out of the folder" in refused(package)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this kind")
def test_pipe(package: Path) -> None:
    """A named pipe is refused, instead of being waited for."""
    (package / "aim.csv").unlink()
    os.mkfifo(package / "aim.csv")
    assert "aim.csv: it is no regular file" in refused(package)


def test_nothing_is_left(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables are in a file that has no name, so that nothing is left of it."""
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    with closing(read(str(package))):
        assert os.listdir(tmp_path) == ["package"]
