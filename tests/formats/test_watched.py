"""What takes long can be watched, and what needs an extra says how to get it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

import pytest

from utpartners.errors import UtpartnersError
from utpartners.formats import find_form, read, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.formats.conftest import Written

    from utpartners.store.store import Store

Item = TypeVar("Item")

UNKNOWN = 0
"""The total of what cannot be counted, such as the steps of a single statement of SQL."""


class Watched:
    """Notes what was done, and how many of how many items went by."""

    def __init__(self) -> None:
        self.seen: dict[str, tuple[int, int]] = {}

    def __call__(self, items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
        done = 0
        for item in items:
            yield item
            done += 1
        self.seen[doing] = (done, total)


@pytest.mark.parametrize("name", ["c.toml", "c.json", "c/", "c.zip"])
def test_reading(written: Written, store: Store, name: str) -> None:
    """Reading says what it does, and its parts add up to what it announced."""
    progress = Watched()
    path = written(store, name)
    with closing(read(str(path), progress)):
        reading = [count for doing, count in progress.seen.items() if doing.startswith("Reading")]
        assert any(doing.startswith(f"Reading {path}") for doing in progress.seen)
        assert all(0 < total <= done + 1 for done, total in reading)
        assert all(doing.split()[0] in ("Reading", "Loading") for doing in progress.seen)


@pytest.mark.parametrize("name", ["c.db", "c/", "c.zip", "c.xlsx"])
def test_writing(store: Store, tmp_path: Path, name: str) -> None:
    """So does writing."""
    progress = Watched()
    form = find_form(None, name)
    assert form is not None
    write(store, str(tmp_path / name.rstrip("/")), form, progress)
    verbs = ("Writing", "Indexing", "Sorting")
    assert all(doing.split()[0] in verbs for doing in progress.seen)
    assert all(done <= total or total == UNKNOWN for done, total in progress.seen.values())


@pytest.mark.parametrize(("name", "package"), [("c.xlsx", "openpyxl"), ("c.parquet", "pyarrow")])
def test_missing_extra(
    store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    package: str,
) -> None:
    """Where an extra is not installed, the error says how to install it, and nothing is written."""
    monkeypatch.setitem(sys.modules, package, None)
    form = find_form(None, name)
    assert form is not None
    with pytest.raises(UtpartnersError) as error:
        write(store, str(tmp_path / name), form)
    assert f"pip install {package}" in str(error.value)
    assert list(tmp_path.iterdir()) == []


def test_missing_extra_to_read(
    store: Store, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is where a workbook is to be read."""
    path = written(store, "c.xlsx")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UtpartnersError, match="pip install openpyxl"):
        read(str(path))
