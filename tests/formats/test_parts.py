"""A catalogue in a folder: which folders are one, what is wrong in one, and how it is changed."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.disk import Disk
from tests.formats.conftest import PARTS

from utpartners.errors import CatalogueError
from utpartners.formats import check, pending, read, whole
from utpartners.formats.parts import file_name
from utpartners.store.records import records

if TYPE_CHECKING:
    from pathlib import Path

    from tests.formats.conftest import Written

    from utpartners.api import Catalogue


@pytest.fixture
def parts(written: Written, small: Catalogue) -> Path:
    """A small catalogue in parts."""
    return written(small.store, PARTS)


def first(parts: Path) -> Path:
    """The file of the first partnership."""
    return min((parts / "partnerships").iterdir())


def told(parts: Path) -> list[str]:
    """What check says of a folder, with the files by their names in it."""
    return [
        f"{os.path.relpath(one.place.file, parts)}:{one.place.line}: {one.problem.message}"
        for one in check(str(parts))
        if one.severity == "error"
    ]


def test_a_part_stands_for_the_whole(parts: Path) -> None:
    """The path of the shared file, or of a partnership, means the folder."""
    for path in (parts / "catalogue.toml", first(parts)):
        assert whole(str(path)) == str(parts)
        assert check(str(path)) == check(str(parts))
    assert whole("ours.toml") == "ours.toml"


def test_a_folder_of_documents_is_no_part(parts: Path) -> None:
    """A folder ``partnerships`` without TOML files leaves the file beside it what it is."""
    for path in (parts / "partnerships").iterdir():
        path.rename(path.with_suffix(".pdf"))
    assert whole(str(parts / "catalogue.toml")) == str(parts / "catalogue.toml")


def test_an_error_names_the_file_and_line(parts: Path) -> None:
    """A wrong value is found where it stands."""
    path = first(parts)
    path.write_text(path.read_text("utf-8").replace("status = ", "statuss = ", 1), "utf-8")
    assert any(one.startswith(f"partnerships/{path.name}:") for one in told(parts))
    with pytest.raises(CatalogueError, match=f"{path.name}:"):
        read(str(parts))


def test_every_unreadable_part_is_told(parts: Path) -> None:
    """Bad TOML, other tables, several records, other files and links are told together."""
    folder = parts / "partnerships"
    (folder / "bad.toml").write_text("= 1\n", "utf-8")
    (folder / "dept.toml").write_text('[[department]]\nid = "x"\n', "utf-8")
    (folder / "none.toml").write_text("", "utf-8")
    (folder / "notes.txt").write_text("notes", "utf-8")
    (folder / "link.toml").symlink_to(parts / "catalogue.toml")
    (parts / "old.toml").write_text("", "utf-8")
    names = {line.partition(":")[0] for line in told(parts)}
    assert names == {
        "old.toml",
        *(f"partnerships/{name}" for name in ("bad.toml", "dept.toml", "none.toml")),
        *(f"partnerships/{name}" for name in ("notes.txt", "link.toml")),
    }


def test_the_same_id_twice_names_both_files(parts: Path) -> None:
    """A copied file is told with the file that it was copied from."""
    path = first(parts)
    (path.with_name("zz.toml")).write_bytes(path.read_bytes())
    (line,) = told(parts)
    assert line.startswith("partnerships/zz.toml:")
    assert path.name in line


def test_what_systems_leave_is_ignored(parts: Path, small: Catalogue) -> None:
    """Hidden files, backups of editors and maps of an import are nobody's partnership."""
    for name in (".DS_Store", "anu.toml~", "Thumbs.db"):
        (parts / "partnerships" / name).write_bytes(b"\0")
    (parts / "list.map.toml").write_text("", "utf-8")
    with closing(read(str(parts))) as store:
        assert records(store) == records(small.store)


def test_a_change_is_whole_from_its_journal_on(
    parts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Interrupted before the files have their names, a change is read, and finished by the next."""
    path = first(parts)
    name = f"partnerships/{path.name}"
    new = path.read_bytes() + b"# new\n"
    monkeypatch.setattr(pending, "settle", lambda _: None)
    pending.change(str(parts), {name: new, "order.txt": None})
    monkeypatch.undo()
    assert path.read_bytes() != new
    assert pending.pending(str(parts)).keys() == {name, "order.txt"}
    with closing(read(str(parts))):
        pending.settle(str(parts))
    assert path.read_bytes() == new
    assert not list(parts.rglob(".*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not flush folders")
@pytest.mark.parametrize(
    "journal",
    [
        '{"../kept.toml": null, "/kept.toml": null, "partnerships/../../kept.toml": null}',
        '{"partnerships": null, "notes.csv": null}',
        '{"catalogue.toml": ".part/x", "order.txt": "x.part", "partnerships/a.toml": "../.b.part"}',
        '{"catalogue.toml": NaN, "order.txt": ["x"], "partnerships/a.toml": {}}',
        "[" * 100_000,
        '["catalogue.toml"]',
        "no JSON",
    ],
)
def test_a_journal_from_anyone(parts: Path, small: Catalogue, journal: str) -> None:
    """What the program never writes into a journal changes nothing, in the folder or outside."""
    kept = parts.parent / "kept.toml"
    (parts / pending.JOURNAL).write_text(journal)
    for path in (kept, parts / "notes.csv"):
        path.write_text("")
    with closing(read(str(parts))) as store:
        assert records(store) == records(small.store)
    pending.settle(str(parts))
    assert not (parts / pending.JOURNAL).exists()
    assert kept.exists()
    assert (parts / "notes.csv").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this kind")
def test_a_journal_that_is_a_pipe(parts: Path, small: Catalogue) -> None:
    """A pipe or a device is no journal, and nobody waits for it."""
    os.mkfifo(parts / pending.JOURNAL)
    with closing(read(str(parts))) as store:
        assert records(store) == records(small.store)


def test_a_change_reaches_the_disk_before_its_journal(
    parts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new files are flushed before the journal stands for them, and it before they move."""
    path = first(parts)
    disk = Disk(monkeypatch)
    pending.change(str(parts), {f"partnerships/{path.name}": b"# new\n"})
    new = {path.stat().st_ino, path.parent.stat().st_ino}
    journal = disk.before[pending.JOURNAL] - new
    assert disk.before[pending.JOURNAL] == new | journal
    assert len(journal) == 1
    assert disk.before[path.name] == new | journal | {parts.stat().st_ino}


def test_a_change_that_fails_leaves_everything(parts: Path) -> None:
    """Where one file cannot be written, none is."""
    before = first(parts).read_bytes()
    name = f"partnerships/{first(parts).name}"
    with pytest.raises(OSError, match="No such file"):
        pending.change(str(parts), {name: b"", "missing/x.toml": b""})
    assert first(parts).read_bytes() == before
    assert not list(parts.rglob(".*"))


@pytest.mark.parametrize(
    ("id", "name"),
    [("anu", "anu.toml"), ("..", "partnership.toml"), ("con", "con-.toml"), ("a:b", "a-b.toml")],
)
def test_names_of_files(id: str, name: str) -> None:
    """A file is called as its partnership, unless no file can be called so."""
    assert file_name(id, ()) == name
    assert file_name(id, [name.upper()]) == name.replace(".toml", "-2.toml")
