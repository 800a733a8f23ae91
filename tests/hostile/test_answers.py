"""Every command gives a hostile catalogue as text, in every format and on a terminal."""

from __future__ import annotations

import csv
import io
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from tests.slow import quick_are

from utpartners.answers import Map, Matrix, Network, Reminders, Timeline
from utpartners.cli import output
from utpartners.cli.commands import COMMANDS
from utpartners.render import FORMATS, PICTURED

from .conftest import ACTING, CATALOGUE
from .well_formed import FORMS

if TYPE_CHECKING:
    from utpartners.render import Format

    from .conftest import Ask

NAME = "Evil"
OTHER = "..%2f..%2fetc%2fpasswd"

ASKED = {
    "list": ["list"],
    "list some": ["list", "--status", "\x1b[5mprimary", "--country", "JP", "--dept", "CON"],
    "show": ["show", NAME],
    "show other": ["show", OTHER],
    "dept": ["dept", "=A&S\x1b[31m"],
    "dept any": ["dept", "--any", "a-s\x9b", "NUL.csv"],
    "search": ["search", "evil"],
    "search marked": ["search", "select", "sqlite"],
    "timeline": ["timeline"],
    "agreements": ["agreements"],
    "agreements then": ["agreements", "--on", "2015-06-01"],
    "people": ["people"],
    "match": ["match", "{words}"],
    "about": ["about"],
    "depts": ["depts"],
    **{f"tree {by}": ["tree", "--by", by] for by in ("status", "country", "dept", "partner")},
    "matrix": ["matrix"],
    "compare": ["compare", NAME, OTHER],
    "compare depts": ["compare", "CON", "a-s\x9b"],
    "diff": ["diff", "{small}", "{hostile}"],
    "diff back": ["diff", "{hostile}", "{small}"],
    "stats": ["stats"],
    "report": ["report"],
    "export": ["export", "--table", "links"],
    "institutions": ["export", "--table", "institutions"],
    "activities": ["export", "--table", "activities"],
    "sql": ["sql", "SELECT * FROM activity, partnership, institution, department"],
    "sql schema": ["sql", "--schema"],
    "check": ["check", "{toml}"],
    "check db": ["check", "{hostile}"],
}
WITHOUT = {"init", "help", "import", "enrich", "rename", "merge"}
"""What only makes or edits a catalogue; hostile sheets and dumps are in tests/importing."""


@pytest.fixture
def arguments(request: pytest.FixtureRequest, hostile_db: str, small_db: str) -> list[str]:
    paths = {"{hostile}": hostile_db, "{small}": small_db, "{toml}": str(CATALOGUE)}
    folder: Path = request.getfixturevalue("tmp_path")
    words = folder / "\x1b[31m\u202ewords"
    words.write_text("Evil\nno\x1b[31mbody\u202e\n=1+1\n../../x\n\x01\n", "utf-8")
    paths["{words}"] = str(words)
    return [paths.get(one, one) for one in ASKED[request.param]]


def test_no_command_is_left_out() -> None:
    """A new command is asked here, too."""
    asked = {args[0] for args in ASKED.values()}
    assert asked | WITHOUT == {entry.name for entry in COMMANDS}


EVERY = pytest.mark.parametrize("arguments", ASKED, indirect=True)
STATUS = {"check": (0, 1), "diff": (1,)}


QUICK = ("table", "json", "markdown", "html", "csv")


@EVERY
@pytest.mark.parametrize(
    "formats", [QUICK, pytest.param(("jsonl", "tsv"), marks=pytest.mark.slow)], ids=" ".join
)
def test_text(ask: Ask, arguments: list[str], hostile_db: str, formats: tuple[str, ...]) -> None:
    """Nothing acts, each form is well formed, and no command fails."""
    for format in formats:
        done = ask(*arguments, "--data", hostile_db, "-f", format)
        assert done.status in STATUS.get(arguments[0], (0,)), done.err
        assert ACTING.search(done.err) is None
        if format not in ("csv", "tsv"):
            assert ACTING.search(done.out) is None, format
        FORMS[format](done.out)


def test_no_format_is_left_out() -> None:
    """A new format is tried here, too."""
    tried = {*FORMS, "xlsx", "pdf", *(format.name for format, _ in SHAPED)}
    assert tried == {format.name for format in FORMATS}


@pytest.mark.parametrize(
    "arguments", quick_are([["show", NAME]], [["list"], ["show", NAME], ["timeline"], ["stats"]])
)
def test_printed(ask: Ask, arguments: list[str], hostile_db: str, tmp_path: Path) -> None:
    """A printed document has all texts as text: none is code, and none acts on a reader."""
    path = tmp_path / "answer.pdf"
    done = ask(*arguments, "--data", hostile_db, "-o", str(path))
    if "no installed font" in done.err and os.environ.get("UTPARTNERS_FONTS") != "required":
        pytest.skip(done.err)
    assert done.status == 0, done.err
    reader = PdfReader(path)
    text = "".join(page.extract_text() for page in reader.pages)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert {"/OpenAction", "/AA", "/Names"}.isdisjoint(reader.root_object)


PICTURES = {
    "matrix": (Matrix, ["matrix"]),
    "timeline": (Timeline, ["timeline"]),
    "map": (Map, ["export", "--picture", "map"]),
    "network": (Network, ["export", "--picture", "network"]),
    "reminders": (Reminders, ["agreements"]),
}
SHAPED = [
    (format, picture)
    for format in FORMATS
    for picture, (shape, _) in PICTURES.items()
    if shape in format.shapes
]
STARTS = {
    "png": b"\x89PNG\r\n", "pdf": b"%PDF-", "dot": b"", "mermaid": b"", "ics": b"BEGIN:VCALENDAR",
}  # fmt: skip


@pytest.mark.parametrize(("format", "picture"), SHAPED, ids=lambda one: getattr(one, "name", one))
def test_shaped(ask: Ask, hostile_db: str, tmp_path: Path, format: Format, picture: str) -> None:
    """A picture or graph is whole and holds no element that acts; a picture may lack a font."""
    path = tmp_path / f"answer.{format.name}"
    _, args = PICTURES[picture]
    done = ask(*args, "--data", hostile_db, "-f", format.name, "-o", str(path))
    if done.status:
        assert (done.status, path.exists()) == (1, False)
        assert format.shapes == PICTURED
        assert "font" in done.err
        return
    content = path.read_bytes()
    assert content.startswith(STARTS.get(format.name, b"<?xml"))
    if format.name not in STARTS:
        root = ElementTree.fromstring(content)  # noqa: S314
        assert not {"script", "foreignObject", "image", "a"} & {
            element.tag.rpartition("}")[2] for element in root.iter()
        }


@EVERY
def test_workbooks(ask: Ask, arguments: list[str], hostile_db: str, tmp_path: Path) -> None:
    """No cell of a workbook is a formula, and no link leads elsewhere than to the web."""
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "answer.xlsx"
    done = ask(*arguments, "--data", hostile_db, "-o", str(path))
    assert done.status in STATUS.get(arguments[0], (0,)), done.err
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
    assert cells
    assert "f" not in {cell.data_type for cell in cells}
    links = [cell.hyperlink.target for cell in cells if cell.hyperlink]
    assert all(link.startswith(("http://", "https://")) for link in links)


@EVERY
def test_spreadsheets(ask: Ask, arguments: list[str], hostile_db: str) -> None:
    """With --excel no cell of CSV starts as a formula does."""
    done = ask(*arguments, "--data", hostile_db, "-f", "csv", "--excel")
    assert done.status in STATUS.get(arguments[0], (0,)), done.err
    rows = csv.reader(io.StringIO(done.out.removeprefix("\ufeff"), newline=""))
    assert not [
        cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")
    ]


@EVERY
@pytest.mark.parametrize("width", quick_are(["80"], ["20", "80", "500"]))
def test_terminal(
    ask: Ask, arguments: list[str], hostile_db: str, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal nothing of the catalogue acts either, however narrow it is."""
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setattr(output, "is_terminal", lambda _: True)
    monkeypatch.setattr("utpartners.cli.progress.PATIENCE", 1000)
    done = ask(*arguments, "--data", hostile_db, "--no-color", "--no-pager")
    assert done.status in STATUS.get(arguments[0], (0,)), done.err
    assert ACTING.search(done.out) is None
    assert ACTING.search(done.err) is None


@pytest.mark.parametrize(
    "name", quick_are(["c.toml", "c.db"], ["c.toml", "c.json", "c.db", "c/", "c.zip", "c.xlsx"])
)
def test_whole(ask: Ask, hostile_db: str, tmp_path: Path, name: str) -> None:
    """The catalogue goes to every form and comes back; ids and codes name no file."""
    target = tmp_path / "new" / name
    target.parent.mkdir()
    assert ask("export", "--data", hostile_db, "-o", f"{tmp_path}/new/{name}").status == 0
    assert [path.name for path in target.parent.iterdir()] == [name.rstrip("/")]
    if target.is_dir():
        assert all(
            re.fullmatch(r"[a-z_]+\.csv|datapackage\.json", p.name) for p in target.iterdir()
        )
    done = ask("export", "--data", str(target), "-f", "toml")
    assert done.out == ask("export", "--data", str(CATALOGUE), "-f", "toml").out
