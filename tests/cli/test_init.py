"""``utpartners init``: a catalogue to start from."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from utpartners.checks.letters import _INVISIBLE
from utpartners.errors import UsageError
from utpartners.formats.problems import in_toml
from utpartners.formats.template import BLANKS, HOME, PARTNERS, template
from utpartners.normalize import slug

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

HOSTILE = 'a"b\\c\n[x]\r\t\x1b[31m\u202e"""\'\'\' # [bold] <i> {{x}} @home@ @title@ 大学\x7f'


def read(text: str, *told: str) -> dict[str, Any]:
    """A catalogue that has no problem but the warnings of the rules ``told``."""
    assert {found.problem.rule for found in in_toml("c.toml", text)} == set(told)
    return tomli.loads(text)


def test_it_passes_check(run: Run, tmp_path: Path) -> None:
    """What it writes has no error and no warning, and can be asked at once."""
    done = run("init", "c.toml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    checked = run("check", "c.toml", "--strict", cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "no problems\n")
    listed = run("list", "--data", "c.toml", "-f", "csv", "--fields", "id,name", cwd=tmp_path)
    assert listed.stdout == f"id,name\n{slug(PARTNERS[0])},{PARTNERS[0]}\n"


def test_it_says_what_is_next(run: Run, tmp_path: Path) -> None:
    """It tells the next commands, quoted as a shell needs them."""
    done = run("init", "my file.toml", cwd=tmp_path)
    assert "\n  utpartners check 'my file.toml'\n" in done.stderr
    assert "\n  utpartners list --data 'my file.toml'\n" in done.stderr


def test_title_and_home(run: Run, tmp_path: Path) -> None:
    """The title and the home institution are those asked for."""
    run("init", "c.toml", "--title", "Our partners", "--home", "Universität Köln", cwd=tmp_path)
    document = read((tmp_path / "c.toml").read_text("utf-8"))
    assert document["catalogue"]["title"] == "Our partners"
    assert document["catalogue"]["home"] == "universitat-koln"
    assert document["institution"][0]["name"] == "Universität Köln"


@pytest.mark.parametrize("option", ["--title", "--home"])
def test_hostile_text(run: Run, tmp_path: Path, option: str) -> None:
    """Quotes, line ends, escapes and what looks like TOML arrive as they were given."""
    assert run("init", "c.toml", option, HOSTILE, cwd=tmp_path).returncode == 0
    document = read((tmp_path / "c.toml").read_text("utf-8"), "invisible-character")
    catalogue, (home, _) = document["catalogue"], document["institution"]
    assert (catalogue["title"] if option == "--title" else home["name"]) == HOSTILE


@given(st.text(), st.text())
def test_any_text(title: str, home: str) -> None:
    """Any title and name give a catalogue, or are refused (empty, NUL).

    ``check`` has nothing to say of it but that a letter is invisible, where one was given.
    """
    if "\0" in title + home or not slug(home) or not title.strip():
        with pytest.raises(UsageError, match=r"is empty|contains a NUL"):
            template(title, home)
        return
    text = template(title, home)
    told = ["invisible-character"] if _INVISIBLE.search(f"{title} {home}") else []
    document = read(text, *told)
    assert document["catalogue"]["title"] == title.strip(BLANKS)
    assert document["institution"][0]["name"] == home.strip(BLANKS)
    assert all(line.isprintable() for line in text.split("\n"))


@pytest.mark.parametrize("home", [*PARTNERS, "example PARTNER university", HOME, "x" * 300])
def test_awkward_homes(home: str) -> None:
    """A home institution that is called as the example is, or is long, has no problem."""
    assert read(template(None, home))["catalogue"]["title"] == f"Partnerships of {home}"


def test_a_name_too_long() -> None:
    """A name of the home institution that nobody could type is written, and check warns of it."""
    title = read(template(None, "x" * 10_000), "long-name")["catalogue"]["title"]
    assert title == f"Partnerships of {'x' * 10_000}"


@pytest.mark.parametrize("args", [["--title", " "], ["--home", ""], ["--home", "…"]])
def test_empty(run: Run, tmp_path: Path, args: list[str]) -> None:
    """An empty title or name is wrong usage, and nothing is written."""
    done = run("init", "c.toml", *args, cwd=tmp_path)
    assert done.returncode == 2
    assert f"{args[0]}: the text is empty" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_no_text() -> None:
    """Bytes that are no UTF-8 are wrong usage."""
    with pytest.raises(UsageError, match="not UTF-8"):
        template("\udcff")


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("kind", ["file", "folder", "dangling link"])
def test_it_never_overwrites(run: Run, tmp_path: Path, force: list[str], kind: str) -> None:
    """What is there stays as it is, also with --force, and it says so."""
    path = tmp_path / "c.toml"
    if kind == "file":
        path.write_text("mine", "utf-8")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    done = run("init", str(path), *force)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{path} already exists" in done.stderr
    assert "init never overwrites a file, even with --force" in done.stderr
    assert [entry.name for entry in tmp_path.iterdir()] == ["c.toml"]
    assert kind != "file" or path.read_text("utf-8") == "mine"


def test_no_folder(run: Run, tmp_path: Path) -> None:
    """A folder that is not there is an error with what to do."""
    done = run("init", str(tmp_path / "no" / "c.toml"))
    assert done.returncode == 1
    assert "mkdir -p" in done.stderr


def test_every_table_is_explained() -> None:
    """Each kind of table follows a comment, and the schema line is the first."""
    lines = template().splitlines()
    assert lines[0] == "#:schema catalogue.schema.json"
    told: dict[str, bool] = {}
    for above, line in pairwise(lines):
        if line.startswith("["):
            told.setdefault(line, above.startswith("# "))
    assert set(told) >= {"[catalogue]", "[[partnership.agreement]]", "[[partnership.activity]]"}
    assert all(told.values())
