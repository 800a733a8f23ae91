"""Data packages: folders of CSV files, and the same as one zip file."""

from __future__ import annotations

import csv
import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from utpartners.api import Catalogue
from utpartners.errors import CatalogueError
from utpartners.formats import read
from utpartners.store.records import records
from utpartners.store.tables import RELATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run
    from tests.formats.conftest import Written

    from utpartners.model import Catalogue as Records
    from utpartners.store.store import Store


def refused(package: Path) -> str:
    with pytest.raises(CatalogueError) as error:
        read(str(package))
    return str(error.value).replace(f"{package}{os.sep}", "")


def append(package: Path, file: str, line: str) -> None:
    with (package / file).open("ab") as stream:
        stream.write(f"{line}\r\n".encode())


def rows(package: Path, name: str) -> list[dict[str, str]]:
    with (package / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_questions(package: Path) -> None:
    """A catalogue that is read from a folder answers like any other."""
    with closing(read(str(package))) as store:
        catalogue = Catalogue(store)
        assert catalogue.show("清華").record()["id"] == "tsinghua"
        found = catalogue.search("quantum topology").records()
        assert {row["partnership"] for row in found} == {"ucb"}
        assert len(list(catalogue.timeline(since="2019", until="2019"))) > 3


def test_activities_need_not_be_in_order(package: Path) -> None:
    """Activities have the order of their numbers, which may have gaps."""
    append(package, "activity.csv", "anu,90,Last,talk,,,,,,,,,,")
    append(package, "activity.csv", "anu,80,Last but one,talk,,,,,true,,,,,")
    append(package, "activity_other.csv", "anu,80,UN")
    with closing(read(str(package))) as store:
        anu = records(store).partnerships[0]
    assert [a.title for a in anu.activities[-2:]] == ["Last but one", "Last"]
    assert (anu.activities[-2].others, anu.activities[-2].planned) == (["UN"], True)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_link_out(package: Path, tmp_path: Path) -> None:
    """A link that leads out of the folder is not followed."""
    (tmp_path / "secret").write_text("text\nsecret\n")
    (package / "aim.csv").unlink()
    (package / "aim.csv").symlink_to(tmp_path / "secret")
    assert "aim.csv: this link leads out of the folder" in refused(package)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this kind")
def test_pipe(package: Path) -> None:
    """A named pipe is refused, instead of being waited for."""
    (package / "aim.csv").unlink()
    os.mkfifo(package / "aim.csv")
    assert "aim.csv: not a regular file" in refused(package)


def test_nothing_is_left(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables are in a file that has no name, so that nothing is left of it."""
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    with closing(read(str(package))):
        assert os.listdir(tmp_path) == ["package"]


def test_files(package: Path) -> None:
    """There is a file for each relation, and the one that describes them."""
    found = {file.name for file in package.iterdir()}
    assert found == {"datapackage.json", *(f"{relation.name}.csv" for relation in RELATIONS)}


def test_rows(package: Path, utokyo: Records) -> None:
    """Records are referred to by the ids that people know; an empty cell is what is not said."""
    assert len(rows(package, "partnership")) == 16
    assert len(rows(package, "link")) == 105
    (first, *_) = rows(package, "activity")
    assert (first["partnership"], first["number"], first["planned"]) == ("anu", "1", "false")
    assert first["calendar"] == ""
    sizes = {p.id: len(p.activities) for p in utokyo.partnerships}
    numbers = [(row["partnership"], int(row["number"])) for row in rows(package, "activity")]
    assert numbers == [(id, n + 1) for id, size in sizes.items() for n in range(size)]


def test_text_is_exact(written: Written, small: Catalogue) -> None:
    """Quotes, line ends and what looks like a formula are text."""
    package = written(small.store, "c/")
    assert "=1+1" in [row["text"] for row in rows(package, "aim")]
    titles = [row["title"] for row in rows(package, "activity")]
    assert '海の日 Symposium, "Sea & Sky"' in titles


def test_zip_has_the_same(package: Path, written: Written, store: Store) -> None:
    """The zip file has the same files as the folder, side by side."""
    with ZipFile(written(store, "c.zip")) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    assert found == {file.name: file.read_bytes() for file in package.iterdir()}


def test_agreements_without_numbers(run: Run, tmp_path: Path, small_path: Path) -> None:
    """Agreements in a table without the column ``number`` are counted in their order."""
    run("export", "--data", str(small_path), "-o", f"{tmp_path / 'c'}/")
    before = run("export", "--data", str(tmp_path / "c"), "-f", "toml").stdout
    path = tmp_path / "c" / "agreement.csv"
    header, *rows = path.read_text("utf-8").splitlines()
    place = header.split(",").index("number")
    lines = [",".join(cell for n, cell in enumerate(row.split(",")) if n != place)
             for row in (header, *rows)]  # fmt: skip
    assert len(rows) == 2
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert run("export", "--data", str(tmp_path / "c"), "-f", "toml").stdout == before
    assert run("check", str(tmp_path / "c")).returncode == 0
