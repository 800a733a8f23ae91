"""The index of a dump: kept in the cache, made again for another dump, whole or absent."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from tests.disk import Disk

from utpartners.errors import UtpartnersError
from utpartners.importing.ror import cache
from utpartners.progress import no_progress

from .ror_dumps import ORGANISATIONS, id_of, organisation, write_dump

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, which is not there yet."""
    monkeypatch.setattr(cache, "_folder", lambda: str(tmp_path / "cache"))
    return tmp_path / "cache"


class Counted:
    """Counts how often a dump is read."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, items: Iterable[Any], total: int, doing: str) -> Iterator[Any]:
        self.count += doing == "Reading ROR"
        return iter(items)


def _size(path: Path, progress: Any = no_progress) -> int:
    index = cache.open_registry(str(path), progress)
    ((count,),) = index.rows("SELECT count(*) FROM organisation")
    index.close()
    return int(count)


def test_read_once(tmp_path: Path, folder: Path) -> None:
    """A dump is read once; a second run takes its index, also under another name."""
    counted = Counted()
    dump = write_dump(tmp_path / "dump.zip")
    assert _size(dump, counted) == _size(dump, counted) == len(ORGANISATIONS)
    dump.rename(tmp_path / "other.zip")
    assert _size(tmp_path / "other.zip", counted) == len(ORGANISATIONS)
    assert counted.count == 1
    assert [path.suffix for path in folder.iterdir()] == [".db"]


def test_it_reaches_the_disk_before_its_name(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index is flushed before it is taken for one: a loss of power leaves none in parts."""
    disk = Disk(monkeypatch)
    _size(write_dump(tmp_path / "dump.zip"))
    (kept,) = folder.iterdir()
    assert kept.stat().st_ino in disk.before[kept.name]


def test_changed_dump_is_read_anew(tmp_path: Path, folder: Path) -> None:
    """Another content is another index, also where its size and time are the same."""
    dump = write_dump(tmp_path / "dump.json")
    before = dump.stat()
    _size(dump)
    index = cache.open_registry(str(dump))
    assert index.by_id(ORGANISATIONS[0]["id"]) is not None
    index.close()
    dump.write_bytes(dump.read_bytes().replace(id_of(1).encode(), id_of(99).encode()))
    os.utime(dump, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert dump.stat().st_size == before.st_size
    index = cache.open_registry(str(dump))
    assert index.by_id(ORGANISATIONS[0]["id"]) is None
    index.close()


def test_refused_dump_leaves_nothing(tmp_path: Path, folder: Path) -> None:
    """Where a dump cannot be read to its end, there is no index."""
    dump = write_dump(tmp_path / "dump.json")
    dump.write_bytes(dump.read_bytes()[:-1])
    with pytest.raises(UtpartnersError):
        _size(dump)
    assert list(folder.iterdir()) == []


def test_interrupted(tmp_path: Path, folder: Path) -> None:
    """Ctrl-C while a dump is read leaves no index behind."""

    def interrupted(items: Iterable[Any], total: int, doing: str) -> Iterator[Any]:
        yield next(iter(items))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _size(write_dump(tmp_path / "dump.json"), interrupted)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00 and no more", b"x" * 5000])
def test_damaged_index_is_made_again(tmp_path: Path, folder: Path, content: bytes) -> None:
    """A file in the cache that is no index is replaced."""
    dump = write_dump(tmp_path / "dump.json")
    _size(dump)
    (kept,) = folder.iterdir()
    kept.write_bytes(content)
    assert _size(dump) == len(ORGANISATIONS)


def test_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cache cannot be written, the answer is the same, and a note says why it is slow."""
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(cache, "_folder", lambda: str(tmp_path / "file" / "cache"))
    index = cache.open_registry(str(write_dump(tmp_path / "dump.json")))
    assert index.by_id(ORGANISATIONS[0]["id"]) is not None
    assert "could not be kept" in index.notes[0]
    index.close()


def test_old_indexes_are_removed(tmp_path: Path, folder: Path) -> None:
    """Only the indexes used last are kept, and what a killed program left is removed."""
    folder.mkdir()
    left = folder / "ror-0.db.1.part"
    left.write_text("")
    os.utime(left, (0, 0))
    for number in range(5):
        record = organisation(number + 1, "University of Seestadt", "Seestadt")
        _size(write_dump(tmp_path / f"{number}.json", [record]))
    assert len(list(folder.iterdir())) == cache.MOST_KEPT
    assert not left.exists()


def test_repeated_ids(tmp_path: Path, folder: Path) -> None:
    """Of organisations with the same id the first counts, and a note says so."""
    records = [*ORGANISATIONS, organisation(1, "Impostor University", "Kita")]
    index = cache.open_registry(str(write_dump(tmp_path / "dump.json", records)))
    first = index.by_id(ORGANISATIONS[0]["id"])
    assert first is not None
    assert first.name == "University of Seestadt"
    assert index.notes == [
        f"1 ids occur again in the dump; the first is used: {ORGANISATIONS[0]['id']}"
    ]
    index.close()
