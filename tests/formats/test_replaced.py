"""A folder that another program replaces while it is read is never read half and half."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners.errors import CatalogueError
from utpartners.formats import check, package, read
from utpartners.store.records import records

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from utpartners.model import Catalogue as Records


class Replacing:
    """Puts a copy of a folder in its place before each of some readings of its first table."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.folder = folder
        self.times = 0
        self.before: Callable[[], None] = lambda: None
        self._sheet = package._sheet
        monkeypatch.setattr(package, "_sheet", self)

    def __call__(self, folder: str, name: str, *rest: object) -> object:
        if self.times:
            self.times -= 1
            copy = self.folder.with_name("copy")
            shutil.copytree(self.folder, copy)
            shutil.rmtree(self.folder)
            self.before()
            os.rename(copy, self.folder)
        return self._sheet(folder, name, *rest)  # type: ignore[arg-type]


@pytest.fixture
def replacing(monkeypatch: pytest.MonkeyPatch, package: Path) -> Replacing:
    return Replacing(monkeypatch, package)


def test_it_is_read_again(replacing: Replacing, utokyo: Records) -> None:
    """The catalogue is that of the folder which is there in the end."""
    replacing.times = 1
    with closing(read(str(replacing.folder))) as store:
        assert records(store) == utokyo
    assert replacing.times == 0


def test_it_is_told(replacing: Replacing) -> None:
    """Where it is replaced again and again, or is checked, the error says what to do."""
    for ask, times in ((read, 1000), (check, 1)):
        replacing.times = times
        with pytest.raises(CatalogueError, match="was replaced while it was read") as error:
            ask(str(replacing.folder))
        assert error.value.hint == "Run the command again."


def test_a_file_that_is_gone_is_not_the_error(replacing: Replacing) -> None:
    """What fails because of it is not what is told; Ctrl-C stays Ctrl-C."""

    def fail() -> None:
        raise UnicodeError("half")

    replacing.before, replacing.times = fail, 1
    with pytest.raises(CatalogueError, match="was replaced while it was read"):
        check(str(replacing.folder))

    def interrupt() -> None:
        raise KeyboardInterrupt

    shutil.copytree(replacing.folder.with_name("copy"), replacing.folder)
    shutil.rmtree(replacing.folder.with_name("copy"))
    replacing.before, replacing.times = interrupt, 1
    with pytest.raises(KeyboardInterrupt):
        read(str(replacing.folder))
