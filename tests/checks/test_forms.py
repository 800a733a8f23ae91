"""A catalogue has the same problems in whichever form it is, each with the place it has there."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners.diagnostics import Place
from utpartners.errors import CatalogueError
from utpartners.formats import check, find_form, read, write
from utpartners.formats.problems import in_toml
from utpartners.progress import no_progress

from .conftest import RIGHT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from utpartners.diagnostics import Finding

DOUBTFUL = RIGHT.replace('country = "JP"', 'country = "JP"\nror = "https://ror.org/057zh3y97"', 1)
DOUBTFUL = DOUBTFUL.replace('name = "Japan"', 'name = "!"').replace('"2015"', '"2020"')
"""What can be asked, and written in any form, but breaks three rules."""

PLACES = {
    "c.json": [(None, 16), (None, 24), (None, 54)],
    "c.db": [("activity", None), ("country", None), ("institution", None)],
    "c.zip": [(None, 2), (None, 2), (None, 2)],
    "c": [(None, 2), (None, 2), (None, 2)],
    "c.xlsx": [("activity", 2), ("country", 2), ("institution", 2)],
}


def written(folder: Path, name: str, text: str) -> Path:
    """The catalogue of a TOML text in another form."""
    source = folder / "source.toml"
    source.write_text(text, "utf-8")
    target = folder / name
    form = find_form(None, name if "." in name else f"{name}/")
    assert form is not None
    with closing(read(str(source))) as store:
        write(store, str(target), form)
    return target


def report(found: list[Finding]) -> list[tuple[str, str, str]]:
    """What is reported without its place."""
    return sorted((one.severity, one.problem.rule, one.problem.message) for one in found)


@pytest.mark.parametrize("name", PLACES)
def test_the_same_problems(tmp_path: Path, name: str) -> None:
    """The rules say the same of every form, with the file, and a line or a table."""
    path = written(tmp_path, name, DOUBTFUL)
    found = check(str(path), no_progress)
    assert report(found) == report(in_toml("c.toml", DOUBTFUL))
    assert len(found) == 3
    assert [(place.table, place.line) for place, *_ in found] == PLACES[name]
    assert all(place.file.startswith(str(path)) for place, *_ in found)


@pytest.mark.parametrize("name", PLACES)
def test_nothing_wrong(tmp_path: Path, name: str) -> None:
    """A right catalogue is right in every form."""
    assert check(str(written(tmp_path, name, RIGHT)), no_progress) == []


def test_places_in_json(tmp_path: Path) -> None:
    """In JSON a problem has the line and the column of its key."""
    path = tmp_path / "c.json"
    document = {
        "catalogue": {"title": "T", "home": "h", "aims": ["a", ""]},
        "country": [{"code": "JP", "name": "Japan", "nmae": "é"}],
        "institution": [{"id": "h", "name": "H", "country": "JP", "names": {"ja": 1}}],
    }
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False), "utf-8")
    lines = path.read_text("utf-8").splitlines()
    found = check(str(path), no_progress)
    starts = [
        lines[(one.place.line or 0) - 1][(one.place.column or 0) - 1 :].split(":")[0]
        for one in found
    ]
    assert starts == ['""', '"nmae"', '"ja"']


def test_a_key_twice_in_json(tmp_path: Path) -> None:
    """A key that stands twice in JSON, where the first value would be lost, is an error."""
    path = tmp_path / "c.json"
    path.write_text(
        '{"catalogue": {"title": "T", "home": "h"},\n "country": [{"code": "JP", "name": "J"}],\n'
        ' "institution": [\n  {"id": "h", "name": "H", "country": "JP",\n   "n\\u0061me": "I"}]}'
    )
    (one,) = check(str(path), no_progress)
    assert one.place == Place(str(path), None, 5, 4)
    assert one.problem.what == "duplicate key 'name'"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return written(tmp_path, "c", RIGHT)


def add(*lines: str) -> Callable[[str], str]:
    return lambda text: text + "".join(f"{line}\r\n" for line in lines)


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("table", "change", "line", "expected"),
    [
        ("country", swap("code,name", "code,naem"), 1, "unknown column (did you mean 'name'?)"),
        ("country", swap("code,name", "code,naem"), 1, "name: this column is required"),
        ("country", swap("code,name", "code,name,name"), 1, "name: duplicate column"),
        ("country", swap("Japan", "Japan,x"), 2, "3 cells, but 2 columns"),
        ("country", swap("Japan", ""), 2, "country 'JP': name: this key is required"),
        ("country", swap("JP", "jp"), 2, "is not a country code of two capital letters"),
        ("country", add("JP,Japan"), 3, "code: 'JP' is already used by another country"),
        ("catalogue", add("T,home,en,"), 3, "table catalogue: a catalogue has only one row"),
        ("member", add("othre,home"), 3, "no partnership 'othre' (did you mean 'other'?)"),
        ("member", add("other,hme"), 3, "there is no institution 'hme' (did you mean 'home'?)"),
        ("member", add("other,"), 3, "table member: institution: required, but empty"),
        ("member", add(",home"), 3, "table member: partnership: required, but empty"),
        ("member", add("other,other"), 3, "members: 'other' is listed twice"),
        (
            "member",
            swap("other,other\r\n", ""),
            2,
            "members: an empty list is not a list of at least one id",
        ),
        ("institution", swap("JP,,,", "JP,,12x,"), 2, "is not degrees from -90 to 90"),
        (
            "department_name",
            add("gs-eng,ja,工", "gs-eng,ja,学"),
            3,
            "language: 'ja' is already given",
        ),
        (
            "activity",
            add("other,1,Two,lecture"),
            3,
            "number: 1 is already used by another activity",
        ),
        ("activity", add("other,x,Two,lecture"), 3, "is not a whole number from 1"),
        ("activity_other", add("other,7,NASA"), 2, "there is no activity 7"),
        ("activity", swap("2015", "2015-13"), 2, "there is no month 13 in '2015-13'"),
        ("note", lambda text: text + '"', 2, "not CSV"),
    ],
)
def test_in_a_package(
    package: Path, table: str, change: Callable[[str], str], line: int, expected: str
) -> None:
    """What is wrong with a row is reported with file and line, and nothing stops at it."""
    path = package / f"{table}.csv"
    path.write_bytes(change(path.read_bytes().decode()).encode())
    errors = [one for one in check(str(package), no_progress) if one.severity == "error"]
    about = [one for one in errors if expected in one.problem.message]
    assert [one.place.line for one in about] == [line]
    assert {one.place.file for one in about} <= {str(path), str(package / "partnership.csv")}


def test_everything_in_a_package(package: Path) -> None:
    """Problems of several files are reported together."""
    for table, old, new in (
        ("country", "Japan", ""), ("link", "gs-eng", "gs-end"), ("catalogue", "T,home", "T,hoem"),
    ):  # fmt: skip
        path = package / f"{table}.csv"
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    (package / "aim.csv").write_bytes(b"text\n\xff\n")
    found = [one for one in check(str(package), no_progress) if one.severity == "error"]
    assert [one.place.file.rpartition("/")[2] for one in found] == ["aim.csv"]
    assert found[0].place.line == 2
    (package / "aim.csv").write_bytes(b"text\n")
    found = [one for one in check(str(package), no_progress) if one.severity == "error"]
    names = [one.place.file.rpartition("/")[2] for one in found]
    assert names == ["catalogue.csv", "country.csv", "link.csv"]


def test_what_a_lost_file_explains(package: Path) -> None:
    """Where a file cannot be read, nobody is reported that what it has is nowhere."""
    (package / "partnership.csv").write_bytes(b"id,name\r\nother,Other\r\n")
    found = check(str(package), no_progress)
    assert {one.place.file for one in found} == {str(package / "partnership.csv")}
    assert [one.problem.what for one in found] == ["status: this column is required"]


def test_a_zip_that_is_none(tmp_path: Path) -> None:
    """What is refused as a whole is one error without a line."""
    path = tmp_path / "c.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../x", "")
    (one,) = check(str(path), no_progress)
    assert one.place == Place(str(path))
    assert "leads out of the archive" in one.problem.message


@pytest.mark.parametrize(
    ("sql", "table", "expected"),
    [
        (
            "UPDATE country SET name = ''",
            "country",
            "name: '' is empty",
        ),
        ("UPDATE partnership SET since = 'x1'", "partnership", "'x1' is not a date"),
        ("UPDATE link SET department = 99", "link", "department: required, but empty"),
        ("UPDATE link SET partnership = 99", "link", "partnership: required, but empty"),
        (
            "UPDATE institution SET latitude = 99 WHERE id = 'home'",
            "institution",
            "is not degrees from -90 to 90",
        ),
        ("UPDATE activity SET format = 'by post'", "activity", "format: 'by post' is not one of"),
        ("DELETE FROM catalogue", None, "no catalogue in it"),
    ],
)
def test_in_a_database(tmp_path: Path, sql: str, table: str | None, expected: str) -> None:
    """What another program wrote into a database is reported with its table."""
    path = written(tmp_path, "c.db", RIGHT)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA foreign_keys = OFF; {sql};")
    about = [one for one in check(str(path), no_progress) if expected in one.problem.message]
    assert [(one.place, one.severity) for one in about] == [(Place(str(path), table), "error")]


def test_several_in_a_database(tmp_path: Path) -> None:
    """A database of several catalogues is none that can be put right as one."""
    path = written(tmp_path, "c.db", RIGHT)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO catalogue (pk, title, home, language, official) "
            "SELECT 2, title, 'x', language, official FROM catalogue"
        )
    with pytest.raises(CatalogueError, match="2 catalogues where only one is possible"):
        check(str(path), no_progress)


def test_a_folder_of_catalogues(tmp_path: Path) -> None:
    """Of a folder, each catalogue is checked."""
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(RIGHT.replace('"JP"', '"XX"'), "utf-8")
    found = check(str(tmp_path), no_progress)
    assert [one.place for one in found] == [
        Place(str(tmp_path / name), None, 11, 1) for name in ("a.toml", "b.toml")
    ]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("UPDATE spelling SET record = 2", "the index of names is not that of the records"),
        ("DELETE FROM word", "the index of names is not that of the records"),
        ("UPDATE search SET title = 'Other'", "the index of search is not that of the records"),
        ("UPDATE partnership SET name = 'New'", "the index of names is not that of the records"),
        ("DELETE FROM search_data WHERE id > 10", "the index of search is damaged"),
        ("DELETE FROM search_config", "the index of search is damaged"),
        (
            "UPDATE search_text SET title = 'Other'",
            "the index of search is not that of the records",
        ),
        (
            "INSERT INTO search (rowid, title) VALUES (9, 'elsewhere')",
            "the index of search is not that of the records",
        ),
    ],
)
def test_an_index_that_lies(tmp_path: Path, sql: str, expected: str) -> None:
    """Indexes that do not say what the records say are reported, as names are looked up in them."""
    path = written(tmp_path, "c.db", RIGHT)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA foreign_keys = OFF; {sql};")
    found = check(str(path), no_progress)
    assert expected in "\n".join(one.problem.what for one in found)


def test_a_damaged_database(tmp_path: Path) -> None:
    """Damaged pages are reported, also where no question would come across them."""
    path = written(tmp_path, "c.db", RIGHT)
    content = bytearray(path.read_bytes())
    page = content.index(b"Talks") // 4096
    content[page * 4096 + 3 : page * 4096 + 40] = bytes(37)
    path.write_bytes(content)
    found = check(str(path), no_progress)
    assert found
    assert {one.problem.rule for one in found} == {"syntax"}
