"""Where a file is not there, an error says where to look."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from utpartners.unreadable import cannot_read, where_to_look

if TYPE_CHECKING:
    from pathlib import Path

ASIDE = ".c.0123456789abcdef.part.old"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with files, a hidden one and what a killed program has moved aside."""
    monkeypatch.chdir(tmp_path)
    for name in ("ours.toml", "list.xlsx", ".hidden.toml"):
        (tmp_path / name).touch()
    (tmp_path / ASIDE).mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("our.toml", "Did you mean ours.toml?"),
        ("./Ours.toml", "Did you mean ./ours.toml?"),
        ("list.xls", "Did you mean list.xlsx?"),
        ("our.csv", "Check the path: {folder} has no file with a similar name."),
        ("hidden.toml", "Check the path: {folder} has no file with a similar name."),
        ("anu.toml", "Check the path: {folder} has no file with a similar name."),
        ("x/ours.toml", "Check the path: there is no folder x."),
        ("c/", f"What was there before is now in {ASIDE}. Move it back: mv {ASIDE} c"),
        ("d", "Check the path: {folder} has no file with a similar name."),
    ],
)
def test_where_to_look(here: Path, path: str, hint: str) -> None:
    """The nearest name of the same kind, what a killed program has moved aside, or the folder."""
    assert where_to_look(path) == hint.format(folder=here)


def test_a_folder_that_is_gone(here: Path) -> None:
    """Without a current folder there is still something to say."""
    os.mkdir("gone")
    os.chdir("gone")
    os.rmdir(here / "gone")
    assert where_to_look("ours.toml") == (
        "The current folder no longer exists. Change to another one."
    )


def test_other_reasons(here: Path) -> None:
    """Only a missing file is looked for."""
    denied = cannot_read("x", PermissionError(13, "Permission denied"))
    assert str(denied) == (
        "cannot read x: permission denied\nAsk its owner for permission, or for a copy."
    )
    assert str(cannot_read("", FileNotFoundError())).startswith("the name of a file is empty\n")
    assert cannot_read("x", OSError(5, "Input/output error")).hint is None
    assert cannot_read("our.toml", FileNotFoundError()).hint == "Did you mean ours.toml?"
