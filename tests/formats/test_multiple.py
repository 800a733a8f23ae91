"""Several paths, and folders of catalogues."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners import bundled
from utpartners.errors import CatalogueError
from utpartners.formats import read, read_all

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = """
[catalogue]
title = "Partners of {home}"
home = "{home}"
[[country]]
code = "NZ"
name = "New Zealand"
[[institution]]
id = "{home}"
name = "University of {home}"
country = "NZ"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "catalogues"
    folder.mkdir()
    for home in ("otago", "waikato"):
        (folder / f"{home}.toml").write_text(CATALOGUE.format(home=home), "utf-8")
    return folder


def test_paths(folder: Path) -> None:
    """Their order is that of the homes."""
    paths = [str(folder / "waikato.toml"), bundled.TOML, str(folder / "otago.toml")]
    with closing(read_all(paths)) as store:
        assert store.homes == ["waikato", "utokyo", "otago"]
        assert store.origin == " + ".join(paths)


def test_folder(folder: Path) -> None:
    """A folder is the catalogues in it, by name; what is hidden, or of another kind, is not."""
    (folder / ".hidden.toml").write_text("no catalogue")
    (folder / "README.md").write_text("no catalogue")
    (folder / "old").mkdir()
    with closing(read(str(folder))) as store:
        assert store.homes == ["otago", "waikato"]


def test_folder_of_one(folder: Path) -> None:
    """One catalogue in a folder is that catalogue."""
    (folder / "waikato.toml").unlink()
    with closing(read(str(folder))) as store:
        assert store.origin == str(folder / "otago.toml")


def test_a_broken_one(folder: Path) -> None:
    """What is wrong with one of them is told with its file and line."""
    (folder / "broken.toml").write_text("[catalogue]\ntitle = 1\n")
    with pytest.raises(CatalogueError, match=r"broken\.toml:"):
        read(str(folder))


def test_no_catalogue(tmp_path: Path) -> None:
    """A folder without any is an error that says what would be one."""
    with pytest.raises(CatalogueError, match="no catalogue in the folder") as error:
        read(str(tmp_path))
    assert "datapackage.json" in (error.value.hint or "")


def test_files_of_other_programs(tmp_path: Path) -> None:
    """What Excel and Windows keep in a folder of catalogues is passed over."""
    (tmp_path / "a.toml").write_text(CATALOGUE.format(home="kita"), "utf-8")
    for name in ("~$base.xlsx", "Thumbs.db", ".~lock.a.toml"):
        (tmp_path / name).write_bytes(b"x")
    with closing(read_all([str(tmp_path)])) as store:
        assert len(store.homes) == 1


def test_link_to_itself(tmp_path: Path) -> None:
    """A link that leads to itself is told by its name."""
    (tmp_path / "a.toml").symlink_to(tmp_path / "a.toml")
    with pytest.raises(CatalogueError, match=r"a\.toml: .*symbolic links"):
        read_all([str(tmp_path)])


def test_one_file_under_several_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is one catalogue, however its path is written, and through links."""
    path = tmp_path / "a.toml"
    path.write_text(CATALOGUE.format(home="kita"), "utf-8")
    (tmp_path / "link.toml").symlink_to(path)
    monkeypatch.chdir(tmp_path)
    with closing(read_all(["a.toml", "./a.toml", str(path), "link.toml", f"/{path}"])) as store:
        assert store.origin == "a.toml"
