"""Which form of a catalogue a file, an option or the end of a name means."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from utpartners.errors import UsageError
from utpartners.formats import AnswerChoice, Form, choose_output, find_form, read
from utpartners.formats.input_file import open_input
from utpartners.formats.registry import FORMS, recognised

if TYPE_CHECKING:
    from pathlib import Path

    from tests.formats.conftest import Written

    from utpartners.store.store import Store


@pytest.mark.parametrize(
    ("name", "path", "function"),
    [
        ("json", None, ".json:write"),
        ("json", "c.db", ".json:write"),
        (None, "c.JSON", ".json:write"),
        (None, "c.toml", ".toml:write"),
        (None, "c.sqlite3", ".database:write"),
        (None, "c/", ".package:write"),
        (None, "c.zip", ".package:write_zip"),
        ("package", "c.zip", ".package:write_zip"),
        ("package", "c", ".package:write"),
        ("package", "c.db", ".package:write"),
        (None, "c.xlsx", ".workbook:write"),
        (None, "c.parquet", ".parquet:write"),
        ("csv", "c.json", None),
        (None, "links.csv", None),
        (None, None, None),
    ],
)
def test_which_form(name: str | None, path: str | None, function: str | None) -> None:
    """The form named comes before that of the path; a package may be a folder or a zip."""
    found = find_form(name, path)
    assert (found and f"{found.module}:{found.writer}") == function


def test_an_existing_folder_is_a_package(tmp_path: Path) -> None:
    """A folder that is there already asks for a data package, with or without a slash."""
    found = find_form(None, str(tmp_path))
    assert found is not None
    assert (found.module, found.writer) == (".package", "write")


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("c.parquet", ".parquet"),
        ("c.parquet/", ".parquet"),
        ("c.json", ".json"),
        ("c.v2", ".package"),
    ],
)
def test_an_existing_folder_is_what_its_name_says(tmp_path: Path, name: str, module: str) -> None:
    """A folder of Parquet files is written again as one, and no other form takes its place."""
    (tmp_path / name).mkdir()
    found = find_form(None, f"{tmp_path}/{name}")
    assert found is not None
    assert found.module == module


ROWS = AnswerChoice("links")


@pytest.mark.parametrize(
    ("format", "path", "table", "picture", "expected"),
    [
        (None, None, None, None, ROWS),
        (None, "-", None, None, ROWS),
        (None, "links.csv", None, None, ROWS),
        ("json", None, None, None, "json"),
        ("json", "links.csv", None, None, "json"),
        ("csv", "c.json", None, None, ROWS),
        (None, "c.xlsx", None, None, "xlsx"),
        (None, "c.html", None, None, "html"),
        (None, "c/", None, None, "package"),
        (None, "c.json", "links", None, ROWS),
        ("html", "c.html", "departments", None, AnswerChoice("departments")),
        ("dot", None, None, None, AnswerChoice("network")),
        (None, "n.gexf", None, None, AnswerChoice("network")),
        (None, "folder/Map.svg", None, None, AnswerChoice("map")),
        ("png", "a.x", None, None, AnswerChoice("map")),
        (None, None, None, "map", AnswerChoice("map", "svg")),
        (None, "-", None, "map", AnswerChoice("map", "svg")),
        (None, None, None, "network", AnswerChoice("network")),
        ("json", None, None, "map", AnswerChoice("map")),
        (None, "x.pdf", None, "map", AnswerChoice("map")),
    ],
)
def test_which_output(
    format: str | None,
    path: str | None,
    table: str | None,
    picture: str | None,
    expected: str | AnswerChoice,
) -> None:
    """An answer that is named wins, then a form of a catalogue, then the format of an answer."""
    chosen = choose_output(format, path, table, picture)
    assert (chosen.name if isinstance(chosen, Form) else chosen) == expected


@pytest.mark.parametrize(
    ("format", "path", "table", "picture", "message"),
    [
        (None, None, "links", "map", "--table and --picture exclude each other"),
        (None, "network.svg", None, None, "the network cannot be written as svg"),
        ("png", None, None, "network", "the network cannot be written as png"),
        ("pdf", "Network.x", None, None, "the network cannot be written as pdf"),
        ("word", None, None, None, "there is no output format 'word'"),
        (None, "x.docx", None, None, "no output format has the file extension '.docx'"),
    ],
)
def test_no_output(
    format: str | None, path: str | None, table: str | None, picture: str | None, message: str
) -> None:
    """What is not clear is asked for, and never guessed."""
    with pytest.raises(UsageError, match=message):
        choose_output(format, path, table, picture)


@pytest.mark.parametrize("form", [form for form in FORMS if not form.is_text])
def test_no_bytes_on_stdout(form: Form) -> None:
    """A form that is no text needs the path of a file; the error gives an example."""
    form.require_path("c")
    for path in (None, "-"):
        with pytest.raises(UsageError, match=f"{form.name} can only be written to a file") as error:
            form.require_path(path)
        name = "site" if form.name == "site" else "catalogue"
        assert f"-o {name}{form.suffixes[0]}" in (error.value.hint or "")


@pytest.mark.parametrize("form", FORMS)
def test_module(form: Form) -> None:
    """The module of a form has what its line in the registry says, under the names of the door."""
    module = form.load()
    assert callable(getattr(module, "pieces" if form.is_text else form.writer))
    assert hasattr(module, "SYNTAX") == form.is_text
    if form.start is not None:
        assert callable(module.read)


@pytest.mark.parametrize("name", ["c.toml", "c.json", "c.db", "c.zip", "c.xlsx"])
def test_opened_once(
    written: Written, anu: Store, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Recognising and reading a file are one opening; SQLite opens its own."""
    path = str(written(anu, name))
    opened = []

    def noted(file: Any, *arguments: Any, **options: Any) -> Any:
        opened.append(file)
        return io_open(file, *arguments, **options)

    io_open = io.open
    monkeypatch.setattr("builtins.open", noted)
    monkeypatch.setattr("io.open", noted)
    read(path).close()
    assert opened.count(path) == 1


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "toml"),
        (b"{", "json"),
        (b"\xef\xbb\xbf \r\n\t{", "json"),
        (b"\xef\xbb\xbf[catalogue]", "toml"),
        (b"SQLite format 3\x00", "db"),
        (b" SQLite format 3\x00", "toml"),
    ],
)
def test_recognised(tmp_path: Path, content: bytes, name: str) -> None:
    """A file is known by its first bytes; what starts as no form does is read as TOML."""
    path = tmp_path / "file"
    path.write_bytes(content)
    with open_input(str(path)) as source:
        form = recognised(source)
    assert form is not None
    assert form.name == name


def test_recognised_folders(package: Path, tmp_path: Path) -> None:
    """A folder is a data package if it has the description of one, else one of catalogues."""
    with open_input(str(package)) as source:
        form = recognised(source)
    assert form is not None
    assert (form.name, form.writer) == ("package", "write")
    with open_input(str(tmp_path)) as source:
        assert recognised(source) is None
