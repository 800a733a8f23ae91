"""``-o``: a file is written whole or not at all, in the form that its name says."""

from __future__ import annotations

import json
import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.parametrize(
    ("suffix", "format"),
    [
        ("csv", "csv"),
        ("CSV", "csv"),
        ("tsv", "tsv"),
        ("json", "json"),
        ("jsonl", "jsonl"),
        ("md", "markdown"),
        ("txt", "table"),
    ],
)
def test_the_suffix_decides(run: Run, tmp_path: Path, suffix: str, format: str) -> None:
    """A file has byte for byte what a pipe of its format gets; stdout has nothing."""
    file = tmp_path / f"東京 links.{suffix}"
    done = run("list", "-o", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    assert file.read_bytes() == run("list", "-f", format).stdout.encode()
    assert os.listdir(tmp_path) == [file.name]


def test_an_unknown_suffix(run: Run, tmp_path: Path) -> None:
    """A suffix that says no format is wrong usage, and nothing is written."""
    done = run("list", "-o", "list.other", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert ".other" in done.stderr
    assert os.listdir(tmp_path) == []


def test_the_format_comes_first(run: Run, tmp_path: Path) -> None:
    """A format that is named comes before the suffix."""
    file = tmp_path / "list.txt"
    run("-o", str(file), "list", "--json")
    assert len(json.loads(file.read_text("utf-8"))) == 16


def test_the_whole_catalogue(run: Run, tmp_path: Path) -> None:
    """An export to a .json file is the whole catalogue, as it is with -f json."""
    file = tmp_path / "all.json"
    assert run("export", "-o", str(file)).returncode == 0
    assert len(json.loads(file.read_text("utf-8"))["partnership"]) == 16


def test_dash_is_stdout(run: Run, tmp_path: Path) -> None:
    """A dash is no file."""
    done = run("list", "-o", "-", "-f", "csv", cwd=tmp_path)
    assert done.stdout.startswith("id,")
    assert os.listdir(tmp_path) == []


def test_existing(run: Run, tmp_path: Path) -> None:
    """A file that is there stays as it is, unless --force says otherwise."""
    file = tmp_path / "list.csv"
    file.write_text("mine")
    done = run("list", "-o", str(file))
    assert (done.returncode, done.stdout) == (1, "")
    assert "already exists" in done.stderr
    assert "--force" in done.stderr
    assert file.read_text() == "mine"
    assert run("list", "-o", str(file), "--force").returncode == 0
    assert file.read_text("utf-8").startswith("id,")
    assert os.listdir(tmp_path) == ["list.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions(run: Run, tmp_path: Path) -> None:
    """A file that is replaced keeps its permissions, a new one has those of any new file."""
    file, new = tmp_path / "list.csv", tmp_path / "new.csv"
    file.touch()
    file.chmod(0o640)
    run("list", "-o", str(file), "--force")
    run("list", "-o", str(new))
    reference = tmp_path / "reference"
    reference.touch()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert new.stat().st_mode == reference.stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_into_a_missing_folder(run: Run, tmp_path: Path) -> None:
    """The folder that is missing is that of the file that the link leads to."""
    (tmp_path / "link.csv").symlink_to(tmp_path / "nowhere" / "list.csv")
    done = run("list", "-o", "link.csv", "--force", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"utpartners: cannot write link.csv: there is no folder {tmp_path}/nowhere",
        f"Create it first: mkdir -p {tmp_path}/nowhere",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_link(run: Run, tmp_path: Path) -> None:
    """A link stays a link; the file that it leads to is replaced."""
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("old")
    link.symlink_to(target)
    assert run("list", "-o", str(link), "--force").returncode == 0
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("id,")


def test_a_failed_question_writes_nothing(run: Run, tmp_path: Path) -> None:
    """Where there is no answer there is no file, and an old one is as before."""
    file = tmp_path / "show.csv"
    assert run("show", "Atlantis", "-o", str(file)).returncode == 1
    assert os.listdir(tmp_path) == []
    file.write_text("mine")
    assert run("show", "Atlantis", "-o", str(file), "--force").returncode == 1
    assert file.read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this kind")
def test_named_pipe(run: Run, tmp_path: Path) -> None:
    """What is no regular file, such as a device or named pipe, is never replaced by one."""
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    try:
        run("list", "-f", "csv", "-o", str(fifo), "--force")
        assert stat.S_ISFIFO(fifo.stat().st_mode)
    finally:
        os.close(reader)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing/list.csv", "there is no folder"),
        (".", "it is a folder"),
        ("file/list.csv", "folder"),
        ("x" * 300 + ".csv", "name too long"),
    ],
)
def test_impossible_paths(run: Run, tmp_path: Path, path: str, reason: str) -> None:
    """A path that cannot be written is refused with the reason, and nothing is left."""
    (tmp_path / "file").touch()
    done = run("list", "-o", path, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("utpartners: cannot write ")
    assert reason in done.stderr.lower()
    assert os.listdir(tmp_path) == ["file"]


def test_a_part_without_a_partnership(run: Run, tmp_path: Path) -> None:
    """Filters that leave nothing write no empty catalogue, and say so."""
    path = tmp_path / "part.toml"
    done = run("export", "--status", "primary", "--country", "JP", "-o", str(path))
    assert (done.returncode, done.stdout, path.exists()) == (1, "", False)
    assert done.stderr.startswith("utpartners: ")
