"""``utpartners diff`` with catalogues from standard input, a pipe and git."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest

from utpartners.formats.template import template

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

OLD = template()
NEW = OLD.replace('status = "primary"', 'status = "active"')
CHANGE = "Example Partner University"

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an old and a new catalogue."""
    assert OLD != NEW
    (tmp_path / "old.toml").write_text(OLD, "utf-8")
    (tmp_path / "new.toml").write_text(NEW, "utf-8")
    return tmp_path


def git(folder: Path, *args: str) -> None:
    """Run git without anybody's own settings."""
    names = ("AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL")
    env = {**os.environ, **{f"GIT_{name}": "a@b.example" for name in names}}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *args], cwd=folder, check=True, env=env, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository whose catalogue, in a folder, has an earlier revision."""
    (folder / "register").mkdir()
    ours = folder / "register" / "ours.toml"
    git(folder, "init", "-q")
    for text in (OLD, NEW):
        ours.write_text(text, "utf-8")
        git(folder, "add", "register")
        git(folder, "commit", "-q", "-m", "change")
    return folder


def piped(program: list[str], env: dict[str, str], folder: Path, *args: str, text: bytes) -> str:
    """What the program prints on both streams with a text on standard input."""
    done = subprocess.run(
        [*program, *args], input=text, cwd=folder, env=env, capture_output=True, check=False
    )
    return f"{done.returncode}: " + (done.stdout + done.stderr).decode()


def test_standard_input(program: list[str], clean_env: dict[str, str], folder: Path) -> None:
    """- is standard input, as OLD and as NEW, and the title says so."""
    for args in (("-", "new.toml"), ("new.toml", "-")):
        said = piped(program, clean_env, folder, "diff", *args, text=OLD.encode())
        assert said.startswith("1: ")
        assert CHANGE in said
    said = piped(program, clean_env, folder, "diff", "-", "old.toml", text=OLD.encode())
    assert said == "0: "


@pytest.mark.slow
def test_every_form_on_standard_input(
    run: Run, program: list[str], clean_env: dict[str, str], folder: Path
) -> None:
    """A catalogue of any form can be piped in, a database too."""
    for name in ("old.json", "old.db", "old.zip", "old.xlsx"):
        assert run("export", "--data", "old.toml", "-o", name, cwd=folder).returncode == 0
        content = (folder / name).read_bytes()
        assert piped(program, clean_env, folder, "diff", "-", "old.toml", text=content) == "0: "


def test_a_database_with_a_log(
    run: Run, program: list[str], clean_env: dict[str, str], folder: Path
) -> None:
    """A database that another program has set to a write-ahead log is read as well."""
    import sqlite3
    from contextlib import closing

    if not hasattr(sqlite3.Connection, "deserialize"):
        pytest.skip("this SQLite reads databases from files only")
    assert run("export", "--data", "old.toml", "-o", "old.db", cwd=folder).returncode == 0
    with closing(sqlite3.connect(folder / "old.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    content = (folder / "old.db").read_bytes()
    assert content[18:20] == b"\x02\x02"
    assert piped(program, clean_env, folder, "diff", "-", "old.toml", text=content) == "0: "


@pytest.mark.parametrize("text", [b"", b" \n"])
def test_empty_standard_input(
    program: list[str], clean_env: dict[str, str], folder: Path, text: bytes
) -> None:
    """Standard input without a catalogue is an error that says what to do."""
    said = piped(program, clean_env, folder, "diff", "-", "new.toml", text=text)
    assert said.startswith("1: utpartners: standard input is empty\n")


def test_errors_name_standard_input(
    program: list[str], clean_env: dict[str, str], folder: Path
) -> None:
    """A mistake in what is piped in has its line, and the name of the input."""
    text = OLD.encode() + b"[catalogue\n"
    said = piped(program, clean_env, folder, "diff", "-", "new.toml", text=text)
    assert said.startswith(f"1: utpartners: standard input:{OLD.count(chr(10)) + 1}:")


def test_both_from_standard_input(run: Run, folder: Path) -> None:
    """Only one of the two can be standard input."""
    done = run("diff", "-", "-", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("utpartners: OLD and NEW are both standard input\n")


def test_a_pipe(run: Run, folder: Path) -> None:
    """A pipe, such as the shell makes for <(command), is read to its end."""
    os.mkfifo(folder / "pipe")
    writer = threading.Thread(target=lambda: (folder / "pipe").write_text(OLD, "utf-8"))
    writer.start()
    done = run("diff", "pipe", "new.toml", cwd=folder)
    writer.join()
    assert done.returncode == 1
    assert CHANGE in done.stdout


@needs_git
@pytest.mark.parametrize(
    ("within", "old", "new"),
    [
        ("", "HEAD~1:register/ours.toml", "register/ours.toml"),
        ("register", "HEAD~1:ours.toml", "ours.toml"),
        ("register", "HEAD~1:register/ours.toml", "HEAD:ours.toml"),
    ],
)
def test_a_revision(run: Run, repository: Path, within: str, old: str, new: str) -> None:
    """REV:FILE is the file of a revision, from this folder or from the top of the repository."""
    done = run("diff", old, new, cwd=repository / within)
    assert (done.returncode, done.stderr) == (1, "")
    assert CHANGE in done.stdout
    assert run("diff", old, old, cwd=repository / within).returncode == 0


@needs_git
def test_an_absolute_path_in_a_revision(run: Run, repository: Path, tmp_path: Path) -> None:
    """A file with its whole path is looked for in its own repository."""
    path = repository / "register" / "ours.toml"
    assert run("diff", f"HEAD~1:{path}", str(path), cwd=repository.parent).returncode == 1
    missing = run("diff", f"HEAD:{repository}/nowhere/ours.toml", str(path), cwd=repository.parent)
    assert missing.returncode == 1
    assert missing.stderr.startswith("utpartners: cannot read HEAD:")


@needs_git
def test_what_git_lacks(run: Run, repository: Path) -> None:
    """An unknown revision and a file that was not there are told apart."""
    for old, said in {
        "HEAD~9:register/ours.toml": "git has no revision 'HEAD~9'",
        "HEAD:nothing.toml": "the revision 'HEAD' has no file nothing.toml",
        "HEAD:register": "register is a folder in that revision",
    }.items():
        done = run("diff", old, "register/ours.toml", cwd=repository)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(f"utpartners: cannot read {old}: "), done.stderr
        assert said in done.stderr


@needs_git
def test_no_repository(run: Run, folder: Path) -> None:
    """Outside of a repository the error says both that there is no file and no repository."""
    done = run("diff", "HEAD:old.toml", "new.toml", cwd=folder, env={"GIT_DIR": "/nonexistent"})
    assert done.returncode == 1
    assert "there is no such file, and this folder is not in a git repository" in done.stderr


def test_without_git(run: Run, folder: Path) -> None:
    """Where git is not installed, the error says what it is for."""
    done = run("diff", "HEAD:old.toml", "new.toml", cwd=folder, env={"PATH": str(folder)})
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "utpartners: cannot read HEAD:old.toml: there is no such file, and git is not installed",
        "REV:FILE is read with git: install it, or name a file.",
    ]


def test_a_file_with_a_colon(run: Run, folder: Path) -> None:
    """A file whose own name looks like a revision is read as a file."""
    (folder / "HEAD:old.toml").write_text(OLD, "utf-8")
    assert run("diff", "HEAD:old.toml", "old.toml", cwd=folder).returncode == 0


@needs_git
def test_a_revision_of_a_folder_of_parts(run: Run, tmp_path: Path) -> None:
    """REV:FOLDER is the catalogue in parts as it was, from where the command is run."""
    assert run("init", "ours", "--folder", cwd=tmp_path).returncode == 0
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "ours")
    git(tmp_path, "commit", "-q", "-m", "first")
    (part,) = (tmp_path / "ours" / "partnerships").iterdir()
    part.write_text(part.read_text("utf-8").replace('"primary"', '"active"'), "utf-8")
    for folder, old, new in (
        (tmp_path, "HEAD:ours", "ours"),
        (tmp_path, "HEAD:ours/", "ours/"),
        (tmp_path / "ours", "HEAD:./", "."),
    ):
        done = run("diff", old, new, cwd=folder)
        assert (done.returncode, done.stderr) == (1, ""), old
        assert done.stdout == f"changed: {CHANGE}: active (was primary)\n"
    assert run("diff", "HEAD:ours", "HEAD:ours", cwd=tmp_path).returncode == 0
