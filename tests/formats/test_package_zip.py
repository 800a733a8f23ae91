"""Reading zip files from anyone: nothing leads elsewhere, nothing fills the memory."""

from __future__ import annotations

import struct
import warnings
from contextlib import closing
from typing import TYPE_CHECKING
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from utpartners.errors import CatalogueError
from utpartners.formats import read, zip_limits
from utpartners.store.records import records

if TYPE_CHECKING:
    from pathlib import Path

    from utpartners.model import Catalogue as Records


def refused(path: Path) -> str:
    with pytest.raises(CatalogueError) as error:
        read(str(path))
    return str(error.value)


@pytest.fixture
def zipped(package: Path, tmp_path: Path) -> Path:
    return packed(tmp_path / "c.zip", package)


def packed(path: Path, package: Path, folder: str = "", method: int = ZIP_DEFLATED) -> Path:
    with ZipFile(path, "w", method) as file:
        if folder:
            file.mkdir(folder)
        for member in sorted(package.iterdir()):
            file.write(member, folder + member.name)
    return path


@pytest.mark.parametrize("folder", ["", "our partners/"])
@pytest.mark.parametrize("method", [ZIP_DEFLATED, ZIP_BZIP2])
def test_as_people_zip(
    package: Path, tmp_path: Path, utokyo: Records, folder: str, method: int
) -> None:
    """The files themselves may be zipped or their folder, by whatever method Python knows."""
    path = packed(tmp_path / "c.zip", package, folder, method)
    with closing(read(str(path))) as store:
        assert records(store) == utokyo


def test_problems_have_their_place(zipped: Path, package: Path) -> None:
    """What is wrong is told with the member, as if it was a file in a folder."""
    with (package / "aim.csv").open("ab") as stream:
        stream.write(b"a,b\r\n")
    packed(zipped, package)
    assert refused(zipped).startswith(f"{zipped}/aim.csv:6: 2 cells")


def test_no_package(tmp_path: Path) -> None:
    """A zip file of something else is refused as such."""
    with ZipFile(tmp_path / "c.zip", "w") as file:
        file.writestr("photo.jpg", b"x")
    assert "a zipped catalogue must contain one datapackage.json, not none" in refused(
        tmp_path / "c.zip"
    )


def test_two_packages(zipped: Path) -> None:
    """Which of two packages is meant is not guessed."""
    with ZipFile(zipped, "a") as file:
        file.writestr("old/datapackage.json", "{}")
    assert "not several" in refused(zipped)


@pytest.mark.parametrize("name", ["../x.csv", "/etc/x.csv", "a\\b.csv", "C:x.csv", "a/../../x.csv"])
def test_paths_that_lead_elsewhere(zipped: Path, name: str) -> None:
    """A member whose path leads elsewhere is refused, though nothing is ever unpacked."""
    with ZipFile(zipped, "a") as file:
        file.writestr(name, "text")
    assert "leads out of the archive" in refused(zipped)


def test_same_name_twice(zipped: Path) -> None:
    """Two members of one name are refused: programs differ in which they take."""
    with warnings.catch_warnings(), ZipFile(zipped, "a") as file:
        warnings.simplefilter("ignore")
        file.writestr("aim.csv", "text\r\nx\r\n")
    assert "it has two members called 'aim.csv'" in refused(zipped)


def test_missing_member(zipped: Path, package: Path) -> None:
    """A table that is described and not there is named."""
    (package / "aim.csv").unlink()
    packed(zipped, package)
    assert f"{zipped}/aim.csv: no such file" in refused(zipped)


def test_bomb(zipped: Path) -> None:
    """A member that is packed a thousandfold is refused before it is read."""
    with ZipFile(zipped, "a", ZIP_DEFLATED) as file, file.open("bomb.csv", "w") as member:
        for _ in range(64):
            member.write(bytes(2**20))
    assert "its member 'bomb.csv' is compressed too strongly to be a table" in refused(zipped)


def test_size(zipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too large altogether is refused before it is read."""
    monkeypatch.setattr(zip_limits, "LARGEST", 10_000)
    assert "unpacked it is larger than" in refused(zipped)


def test_number(zipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is what has too many members."""
    monkeypatch.setattr(zip_limits, "MOST_MEMBERS", 10)
    assert "it has more than 10 members" in refused(zipped)


def test_size_that_is_a_lie(zipped: Path) -> None:
    """A member that has more than it says is not read beyond it, and refused."""
    content = bytearray(zipped.read_bytes())
    directory = content.rindex(b"activity.csv") - 46
    (size,) = struct.unpack_from("<I", content, directory + 24)
    struct.pack_into("<I", content, directory + 24, size // 2)
    zipped.write_bytes(content)
    assert str(zipped) in refused(zipped)


def test_encrypted(zipped: Path) -> None:
    """A member that needs a password is refused as such."""
    content = bytearray(zipped.read_bytes())
    directory = content.rindex(b"aim.csv") - 46
    content[directory + 8] |= 1
    zipped.write_bytes(content)
    assert "its member 'aim.csv' is encrypted" in refused(zipped)


@pytest.mark.parametrize("part", range(1, 8))
def test_cut_off(zipped: Path, part: int) -> None:
    """A file that is cut off is refused with its path."""
    content = zipped.read_bytes()
    zipped.write_bytes(content[: len(content) * part // 8])
    assert str(zipped) in refused(zipped)


@pytest.mark.parametrize("place", range(100, 20_000, 2_500))
def test_damaged(zipped: Path, place: int) -> None:
    """A file that is damaged anywhere in its members is refused with its path."""
    content = bytearray(zipped.read_bytes())
    content[place : place + 40] = bytes(40)
    zipped.write_bytes(content)
    assert str(zipped) in refused(zipped)
