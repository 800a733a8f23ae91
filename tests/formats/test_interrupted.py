"""Ctrl-C while a catalogue is read or written: nothing is left behind, whenever it comes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, TypeVar

import pytest

from utpartners import bundled
from utpartners.cli.files import create
from utpartners.formats import find_form, read, write
from utpartners.store import text_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tests.formats.conftest import Written

    from utpartners.store.store import Store

pytestmark = pytest.mark.slow

Item = TypeVar("Item")


class Interrupting:
    """A progress that is interrupted when a number of items have gone by; they are counted."""

    def __init__(self, after: int | None = None) -> None:
        self.seen = 0
        self._after = after

    def __call__(self, items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
        for item in items:
            if self.seen == self._after:
                raise KeyboardInterrupt
            self.seen += 1
            yield item


def exported(store: Store, path: Path, progress: Interrupting) -> None:
    form = find_form(None, path.name)
    assert form is not None
    create(str(path), lambda target: write(store, target, form, progress))


@pytest.mark.parametrize("name", ["c.db", "c.zip", "c.xlsx"])
def test_writing(written: Written, store: Store, tmp_path: Path, name: str) -> None:
    """Whatever is being written is thrown away."""
    folder = tmp_path / "out"
    folder.mkdir()
    exported(store, folder / name, counted := Interrupting())
    (folder / name).unlink()
    for after in range(0, counted.seen, 1 + counted.seen // 50):
        with pytest.raises(KeyboardInterrupt):
            exported(store, folder / name, Interrupting(after))
        assert os.listdir(folder) == []


def test_reading(written: Written, store: Store) -> None:
    """What was read is forgotten: its tables are in a file that has no name."""
    path = written(store, "c/")
    before = os.listdir(path.parent)
    read(str(path), counted := Interrupting()).close()
    for after in range(counted.seen):
        with pytest.raises(KeyboardInterrupt):
            read(str(path), Interrupting(after))
    assert os.listdir(path.parent) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("where", ["in a function of SQL", "in a long statement"])
def test_within_sqlite(tmp_path: Path, clean_env: dict[str, str], where: str) -> None:
    """A signal that comes while SQLite works ends the program as one at any other time does."""
    if where == "in a function of SQL":
        change = "text_index._texts = lambda *parts: signal.raise_signal(signal.SIGINT)"
    else:
        change = "store._go_on = lambda: signal.raise_signal(signal.SIGINT) or 0"
    code = f"""
import signal, sys
from utpartners.store import text_index, store
store.STEPS_BETWEEN_LOOKS = 10
{change}
sys.argv = ["utpartners", "export", "-o", "c.db", "--data", {bundled.TOML!r}]
from utpartners.__main__ import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=clean_env, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (128 + signal.SIGINT, b"")
    assert os.listdir(tmp_path) == []
    assert hasattr(text_index, "_texts")
