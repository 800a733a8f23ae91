"""No public output has a secret: every one of them is searched, whatever its form."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer
from tests.public.contents import contents, unpacked
from tests.public.filled import leaks

from utpartners import formats
from utpartners.api import open_catalogue
from utpartners.cli.app import program
from utpartners.cli.commands import COMMANDS, KEEP
from utpartners.cli.completion.line import asked_for
from utpartners.cli.completion.shells import _found
from utpartners.cli.completion.words import WORDS
from utpartners.fields import fields_of, internal_fields
from utpartners.formats import FORMS, Form
from utpartners.notebook import html
from utpartners.questions.export import TABLES
from utpartners.render import FORMATS, Format, Screen, is_drawn, renderer
from utpartners.store.records import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.in_process import Ask

    from utpartners import model

pytestmark = pytest.mark.slow

PUBLIC_FORMATS = [format for format in FORMATS if format.is_public]
LANGUAGES = ["en", "ja", "de"]

ASKED = {
    "list": [["list", "--all"]],
    "show": [["show", "partnership-1"], ["show", "partnership-2"]],
    "dept": [["dept", "department-2", "--all"]],
    "search": [["search", "plain"]],
    "timeline": [["timeline"]],
    "agreements": [["agreements"]],
    "people": [["people"]],
    "match": [["match", "{names}"]],
    "about": [["about"]],
    "depts": [["depts", "--all"]],
    "report": [["report"], ["report", "--year", "2020"]],
    "tree": [["tree", "--all"]],
    "matrix": [["matrix", "--all"]],
    "compare": [["compare", "partnership-1", "partnership-2"]],
    "diff": [["diff", "{empty}", "{secrets}"]],
    "stats": [["stats", "--all"], ["stats", "--agreements"]],
    "export": [
        ["export", "--all", "--picture", "map"],
        ["export", "--all", "--picture", "network"],
        *(["export", "--table", table] for table in TABLES),
    ],
    "sql": [
        ["sql", "SELECT * FROM partnership, agreement LEFT JOIN person"],
        ["sql", "SELECT * FROM search_text"],
        ["sql", "SELECT * FROM word, spelling"],
    ],
}
"""Command lines for each command that asks a catalogue."""

LINES = [line for lines in ASKED.values() for line in lines]


@pytest.fixture
def line(request: pytest.FixtureRequest, secrets: str, out: Path) -> list[str]:
    """A command line with the paths of its files."""
    (out / "names.txt").write_text("plain\n", "utf-8")
    empty = out / "empty.db"
    form = formats.find_form("db", None)
    assert form is not None
    with open_catalogue() as other:
        formats.write(other.store, str(empty), form)
    # Under a name without a secret, as what is typed may be repeated in an answer.
    copy = shutil.copy(secrets, out / "copy.toml")
    paths = {"{names}": str(out / "names.txt"), "{empty}": str(empty), "{secrets}": str(copy)}
    return [paths.get(word, word) for word in request.param]


def found_in(path: Path) -> list[str]:
    return [leak for content in contents(path) for leak in leaks(content)]


def test_everything_is_filled(filled: model.Catalogue, secrets: str) -> None:
    """The catalogue has every internal field, and the rules find no error in it."""

    def filled_fields(record: model.Record, key: str) -> Iterator[str]:
        for field in fields_of(type(record)).values():
            value = getattr(record, field.attribute)
            if value not in (None, [], {}):
                yield f"{key}.{field.key}"
            if field.form in ("record", "records"):
                for inner in value if isinstance(value, list) else [value]:
                    yield from filled_fields(inner, field.key)

    assert internal_fields() <= set(filled_fields(filled, ""))
    assert [one.problem for one in formats.check(secrets) if one.severity == "error"] == []


def test_every_command_is_asked() -> None:
    """A command that asks a catalogue has a line above."""
    assert set(ASKED) == {entry.name for entry in COMMANDS if entry.group != KEEP}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.name}{form.suffixes[0]}")
def test_whole_catalogues(ask: Ask, secrets: str, out: Path, form: Form, language: str) -> None:
    """``export --public`` has none in any form; what it wrote passes ``check``."""
    path = f"{out}/a{form.suffixes[0]}"
    lines = ["--data", secrets, "--lang", language, "export", "--all"]
    options = [] if form.is_public else ["--public"]
    done = ask(*lines, *options, "-f", form.name, "-o", path)
    assert (done.status, done.out) == (0, "")
    assert found_in(Path(path)) == []
    if form.start is not None or (form.suffixes[0] == "/" and not form.is_public):
        assert [one for one in formats.check(path) if one.severity == "error"] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.name}{form.suffixes[0]}")
def test_the_search_sees(ask: Ask, secrets: str, out: Path, form: Form) -> None:
    """What is not public is found in each form: the search is not blind."""
    path = f"{out}/a{form.suffixes[0]}"
    options = ["--internal"] if form.is_public else []
    done = ask("--data", secrets, "export", *options, "-f", form.name, "-o", path)
    assert done.status == 0
    assert found_in(Path(path)) != []


def test_records(secrets: str, filled: model.Catalogue) -> None:
    """No internal field of any record has a value, of whatever type."""

    def internal(record: model.Record, key: str) -> Iterator[str]:
        for field in fields_of(type(record)).values():
            value = getattr(record, field.attribute)
            if f"{key}.{field.key}" in internal_fields() and value not in (None, [], {}):
                yield f"{key}.{field.key}"
            if field.form in ("record", "records"):
                for inner in value if isinstance(value, list) else [value]:
                    yield from internal(inner, field.key)

    with open_catalogue(secrets) as whole, whole.public() as public:
        assert list(internal(records(public.store), "")) == []
        assert len(records(public.store).partnerships) == len(filled.partnerships)


@pytest.mark.parametrize("format", PUBLIC_FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize("line", LINES, ids=" ".join, indirect=True)
def test_what_is_published(
    ask: Ask, secrets: str, out: Path, line: list[str], format: Format
) -> None:
    """Pictures, graphs and printed documents have none without any option."""
    path = out / f"a{format.suffixes[0]}"
    done = ask("--data", secrets, *line, "-f", format.name, "-o", str(path))
    if done.status != (line[0] == "diff"):
        assert "cannot be written as" in done.err
        assert not path.exists()
        return
    assert found_in(path) == []
    if format.name != "png":
        assert any(b"plain" in content for content in contents(path))


@pytest.mark.parametrize("format", ["table", "json", "html", "markdown", "csv", "xlsx"])
@pytest.mark.parametrize("line", LINES, ids=" ".join, indirect=True)
def test_public_answers(ask: Ask, secrets: str, out: Path, line: list[str], format: str) -> None:
    """With ``--public`` no answer has any, whatever is asked."""
    path = out / "answer"
    done = ask("--data", secrets, *line, "--public", "-f", format, "-o", str(path))
    assert done.status == (1 if line[0] == "diff" else 0), done.err
    assert found_in(path) == []
    assert leaks(done.out.encode()) == []


def test_search_finds_none(ask: Ask, secrets: str) -> None:
    """What is internal is not found by public questions, as finding it would tell."""
    for word in ("xyzzy", "xyzzy-person-1"):
        done = ask("--data", secrets, "search", word, "--public", "--json")
        assert (done.status, done.out) == (0, "[]\n")
        assert ask("--data", secrets, "list", word, "--public").status == 1


def test_every_format_is_rendered(secrets: str) -> None:
    """Each format of an answer shows the public tables without any."""
    with open_catalogue(secrets) as whole, whole.public() as public:
        for format in FORMATS:
            for table in () if format.shapes else TABLES:
                answer = public.export(table)
                for piece in renderer(format)(answer, Screen()):
                    content = piece if isinstance(piece, bytes) else piece.encode()
                    assert [leak for one in unpacked(content) for leak in leaks(one)] == []


def test_notebooks(secrets: str) -> None:
    """The picture that a notebook shows, and may save, has none of an answer with all facts."""
    with open_catalogue(secrets) as catalogue:
        pictured = (catalogue.matrix(all=True), catalogue.timeline(), catalogue.places(all=True))
        for answer in pictured:
            assert is_drawn(answer)
            picture, _, _ = html(answer).partition("<details>")
            found = list(unpacked(picture.encode()))
            assert len(found) > 1
            assert [leak for content in found for leak in leaks(content)] == []


def test_completions(secrets: str) -> None:
    """No word that a shell is offered has any, whatever completes it."""
    group = program()
    context = typer.Context(group)
    seen = set()
    offered = 0
    for entry in COMMANDS:
        command = group.get_command(context, entry.name)
        assert command is not None
        options = [max(one.opts, key=len) for one in command.params if one.opts[0][0] == "-"]
        for before in ([], *([option] for option in options if option != "--data")):
            words = ["--data", secrets, entry.name, *before]
            for typed in ("", "xyzz", "P"):
                asked = asked_for(group, words, typed)
                # The fields are those of each command; all other words are the same everywhere.
                kind = (asked.what, typed, entry.name if asked.what in ("fields", "value") else "")
                if kind not in seen:
                    seen.add(kind)
                    candidates, _ = _found(group, words, typed)
                    for one in candidates or ():
                        assert leaks(f"{one.value}\t{one.help}".encode()) == []
                        offered += 1
    assert {what for what, _, _ in seen} >= {*WORDS} - {"shell"}
    assert offered > len(COMMANDS)
