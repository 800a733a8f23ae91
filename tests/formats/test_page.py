"""``export -o partners.html``: the page as one form among the others."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.conftest import Run

from utpartners import bundled


@pytest.mark.slow
def test_the_suffix_is_enough(run: Run, tmp_path: Path) -> None:
    """A page is written by its suffix, or by -f html to any name."""
    assert run("export", "-o", "a.html", cwd=tmp_path).returncode == 0
    assert run("export", "-o", "b.HTM", cwd=tmp_path).returncode == 0
    assert run("export", "-f", "html", "-o", "c", cwd=tmp_path).returncode == 0
    written = [(tmp_path / name).read_bytes() for name in ("a.html", "b.HTM", "c")]
    assert written[0].startswith(b"<!DOCTYPE html>")
    assert written[0] == written[1] == written[2]


def test_rows_are_as_before(run: Run, tmp_path: Path) -> None:
    """With --table, the same suffix means the rows of that table."""
    assert run("export", "--table", "links", "-o", "l.html", cwd=tmp_path).returncode == 0
    rows = (tmp_path / "l.html").read_text("utf-8")
    assert "Content-Security-Policy" in rows
    assert "Where the partners are" not in rows


def test_a_part(run: Run, tmp_path: Path) -> None:
    """The filters of list make a page of a part, in the language that was asked for."""
    done = run("export", "--country", "Sweden", "--lang", "ja", "-o", "s.html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "s.html").read_text("utf-8")
    assert '<html lang="ja"' in page
    assert "スウェーデン王立工科大学" in page
    assert "Princeton" not in page


@pytest.mark.slow
def test_a_database(run: Run, tmp_path: Path) -> None:
    """The page of a database is that of the file that it was made from."""
    assert run("export", "-o", "c.db", cwd=tmp_path).returncode == 0
    assert run("--data", "c.db", "export", "-o", "d.html", cwd=tmp_path).returncode == 0
    assert run("export", "-o", "t.html", cwd=tmp_path).returncode == 0
    assert (tmp_path / "d.html").read_bytes() == (tmp_path / "t.html").read_bytes()


def test_several_catalogues(run: Run, tmp_path: Path, small_path: Path) -> None:
    """A page is about one home: of several catalogues, --home or --data says which."""
    both = ["--data", str(small_path), "--data", bundled.TOML, "export"]
    refused = run(*both, "-o", "p.html", cwd=tmp_path)
    assert refused.returncode == 1
    assert "2 catalogues where only one is possible" in refused.stderr
    assert os.listdir(tmp_path) == []
    assert run(*both, "--home", "coast", "-o", "p.html", cwd=tmp_path).returncode == 0
    page = (tmp_path / "p.html").read_text("utf-8")
    assert "Group of the Andes" in page
    assert "Princeton" not in page


@pytest.mark.parametrize("part", [[], ["--status", "primary"]])
def test_a_database_of_anyone(run: Run, tmp_path: Path, part: list[str]) -> None:
    """A time that is none, in a database that nobody checked, is an error and no page."""
    assert run("export", "-o", "c.db", cwd=tmp_path).returncode == 0
    with closing(sqlite3.connect(tmp_path / "c.db")) as connection, connection:
        connection.execute("UPDATE activity SET \"when\" = '2019-99'")
    done = run("--data", "c.db", "export", "-o", "d.html", *part, cwd=tmp_path)
    assert done.returncode == 1
    assert "2019-99" in done.stderr
    assert os.listdir(tmp_path) == ["c.db"]


@pytest.mark.parametrize("options", [["--fields", "id"], ["--excel"], ["--no-header"]])
def test_options_of_rows(run: Run, tmp_path: Path, options: list[str]) -> None:
    """What is for rows alone is refused, instead of being ignored."""
    done = run("export", "-o", "p.html", *options, cwd=tmp_path)
    assert (done.returncode, os.listdir(tmp_path)) == (2, [])


def test_a_folder_in_its_place(run: Run, tmp_path: Path) -> None:
    """Neither a folder nor a file that is there is replaced."""
    (tmp_path / "p.html").mkdir()
    done = run("export", "-f", "html", "-o", "p.html", "--force", cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert os.listdir(tmp_path) == ["p.html"]


def test_latitude_91(run: Run, tmp_path: Path, small_path: Path) -> None:
    """A place that is not on the earth is an error of the catalogue, and no page is written."""
    text = small_path.read_text("utf-8").replace("\nlatitude = ", "\nlatitude = 91 # ", 1)
    assert "91" in text
    (tmp_path / "c.toml").write_text(text, encoding="utf-8")
    done = run("--data", "c.toml", "export", "-o", "p.html", cwd=tmp_path)
    assert done.returncode == 1
    assert "latitude" in done.stderr
    assert os.listdir(tmp_path) == ["c.toml"]
